/// One row of a ranking.
public struct RankedRow: Sendable, Hashable {
    /// The rank as text, such as "3" or "3=".
    public var rank: String
    /// The name, in the chart's language.
    public var label: String
    /// The value; nil, infinite or not a number means missing.
    public var value: Double?
    /// The value to compare with, such as the published one.
    public var reference: Double?
    /// The lower end of the interval, in the unit of the value.
    public var lower: Double?
    /// The upper end of the interval, in the unit of the value.
    public var upper: Double?
    /// Where the value came about.
    public var href: String?

    /// Creates a row.
    public init(
        rank: String, label: String, value: Double?, reference: Double? = nil, lower: Double? = nil,
        upper: Double? = nil, href: String? = nil
    ) {
        self.rank = rank
        self.label = label
        self.value = value
        self.reference = reference
        self.lower = lower
        self.upper = upper
        self.href = href
    }
}
