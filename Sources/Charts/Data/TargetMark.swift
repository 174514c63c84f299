/// A target value, with a band around it if the target is a range.
public struct TargetMark: Sendable, Hashable {
    /// The name, in the chart's language.
    public var label: String
    /// The target, in the unit of the values; not drawn unless finite.
    public var value: Double
    /// The lower end of the band.
    public var lower: Double?
    /// The upper end of the band.
    public var upper: Double?

    /// Creates a target.
    public init(label: String, value: Double, lower: Double? = nil, upper: Double? = nil) {
        self.label = label
        self.value = value
        self.lower = lower
        self.upper = upper
    }
}
