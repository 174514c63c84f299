/// One value of a ``HeatMap``.
public struct HeatCell: Sendable, Hashable {
    /// The value; nil, infinite or not a number means missing.
    public var value: Double?
    /// Where the value came about.
    public var href: String?

    /// Creates a cell.
    public init(_ value: Double?, href: String? = nil) {
        self.value = value
        self.href = href
    }
}
