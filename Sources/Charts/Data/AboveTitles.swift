/// The names of the parts of an ``AboveMatrix``, in the chart's language.
public struct AboveTitles: Sendable, Hashable {
    /// The heading of the first of a pair.
    public var first: String
    /// The heading of the second of a pair.
    public var second: String
    /// What the values are, such as "Share of runs in which the row ranks above the column".
    public var value: String
    /// The heading of the chances that the first ranks above the second.
    public var above: String
    /// The heading of the chances that the second ranks above the first.
    public var below: String
    /// What hatching means.
    public var missing: String

    /// Creates titles.
    public init(
        first: String, second: String, value: String, above: String, below: String, missing: String
    ) {
        self.first = first
        self.second = second
        self.value = value
        self.above = above
        self.below = below
        self.missing = missing
    }
}
