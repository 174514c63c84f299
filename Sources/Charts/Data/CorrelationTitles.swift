/// The names of the parts of a ``CorrelationMap``, in the chart's language.
public struct CorrelationTitles: Sendable, Hashable {
    /// The heading of the first of a pair.
    public var first: String
    /// The heading of the second of a pair.
    public var second: String
    /// What the values are, such as "Correlation (Pearson)"; stands beside the colour scale.
    public var value: String
    /// The heading of the numbers of units, such as "n"; without it they are not shown.
    public var count: String
    /// What hatching means.
    public var missing: String

    /// Creates titles.
    public init(first: String, second: String, value: String, count: String = "", missing: String) {
        self.first = first
        self.second = second
        self.value = value
        self.count = count
        self.missing = missing
    }
}
