/// The correlation of one pair.
public struct CorrelationCell: Sendable, Hashable {
    /// The correlation, -1 to 1; nil, infinite or not a number means missing.
    public var value: Double?
    /// The number of units with both values.
    public var count: Int?
    /// Where the correlation came about.
    public var href: String?

    /// Creates a cell.
    public init(_ value: Double?, count: Int? = nil, href: String? = nil) {
        self.value = value
        self.count = count
        self.href = href
    }
}
