/// The names of the columns and marks of a ``RankedChart``, in the chart's language.
public struct RankedTitles: Sendable, Hashable {
    /// The heading of the ranks.
    public var rank: String
    /// The heading of the names, such as "Province".
    public var label: String
    /// What the values are, with their unit.
    public var value: String
    /// What the reference marks are; unused if no row has a reference.
    public var reference: String

    /// Creates titles.
    public init(rank: String, label: String, value: String, reference: String = "") {
        self.rank = rank
        self.label = label
        self.value = value
        self.reference = reference
    }
}
