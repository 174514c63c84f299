/// The ranks that one unit takes over many runs.
///
/// Ranks count from 1, the best; ranks of ties may be broken numbers. Nil, infinite or not a number means missing.
public struct RankIntervalRow: Sendable, Hashable {
    /// The name, in the chart's language.
    public var label: String
    /// The rank under the choices as published.
    public var nominal: Double?
    /// The median of the ranks.
    public var median: Double?
    /// The lower end of the interval, its best rank.
    public var lower: Double?
    /// The upper end of the interval, its worst rank.
    public var upper: Double?
    /// The lower end of the inner interval.
    public var innerLower: Double?
    /// The upper end of the inner interval.
    public var innerUpper: Double?
    /// Where the ranks came about.
    public var href: String?

    /// Creates a row.
    public init(
        label: String, nominal: Double?, median: Double?, lower: Double?, upper: Double?, innerLower: Double? = nil,
        innerUpper: Double? = nil, href: String? = nil
    ) {
        self.label = label
        self.nominal = nominal
        self.median = median
        self.lower = lower
        self.upper = upper
        self.innerLower = innerLower
        self.innerUpper = innerUpper
        self.href = href
    }

    /// The interval in order; nil if an end is missing.
    var interval: ClosedRange<Double>? { Self.range(lower, upper) }

    /// The inner interval in order; nil if an end is missing.
    var innerInterval: ClosedRange<Double>? { Self.range(innerLower, innerUpper) }

    /// All finite ranks.
    var values: [Double] {
        [nominal, median, lower, upper, innerLower, innerUpper].compactMap(\.finite)
    }

    private static func range(_ start: Double?, _ end: Double?) -> ClosedRange<Double>? {
        guard let start = start.finite, let end = end.finite else { return nil }
        return min(start, end)...max(start, end)
    }
}
