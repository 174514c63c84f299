/// A graphical function: y by x, x ascending.
public struct LookupTable: Hashable, Sendable {
    /// What lies between and beyond the points.
    public enum Kind: String, Hashable, Sendable {
        /// Lines between points, the ends held.
        case continuous
        /// Lines between points, the first and last prolonged.
        case extrapolate
        /// The value of the next lower point.
        case discrete
        /// The value of the next point at or after.
        case forward
        /// The value at points, missing elsewhere.
        case raw
    }

    /// The x values.
    public var x: [Double]
    /// The y values.
    public var y: [Double]
    /// What lies between.
    public var kind: Kind

    /// A table.
    public init(x: [Double], y: [Double], kind: Kind = .continuous) {
        self.x = x
        self.y = y
        self.kind = kind
    }

    /// Vensim's value for what is missing, -2^109.
    public static let missing = -649_037_107_316_853_453_566_312_041_152_512.0
}
