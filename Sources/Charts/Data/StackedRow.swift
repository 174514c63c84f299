/// A row of ``StackedBars``: parts that add up, and the interval of their sum.
public struct StackedRow: Sendable, Hashable {
    /// The name, in the chart's language.
    public var label: String
    /// The parts in the order of the chart's part titles; nil, infinite or not a number means missing. Parts below zero
    /// are drawn to the left of zero.
    public var parts: [Double?]
    /// The lower end of the interval of the sum.
    public var lower: Double?
    /// The upper end of the interval of the sum.
    public var upper: Double?
    /// Where the sum came about.
    public var href: String?

    /// Creates a row.
    public init(label: String, parts: [Double?], lower: Double? = nil, upper: Double? = nil, href: String? = nil) {
        self.label = label
        self.parts = parts
        self.lower = lower
        self.upper = upper
        self.href = href
    }

    /// The sum of the parts; nil if one is missing.
    var total: Double? {
        let known = parts.compactMap(\.finite)
        guard known.count == parts.count, !parts.isEmpty else { return nil }
        let sum = known.reduce(0, +)
        return sum.isFinite ? sum : nil
    }
}
