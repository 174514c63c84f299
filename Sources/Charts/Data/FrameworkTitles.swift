/// The names of the columns of a ``FrameworkTree``'s table, in the chart's language.
public struct FrameworkTitles: Sendable, Hashable {
    /// The heading of the names, such as "Element".
    public var name: String
    /// The heading of the codes; unused if no element has one.
    public var code: String
    /// The heading of the elements above, such as "Part of".
    public var parent: String
    /// The heading of the weights, such as "Effective weight".
    public var share: String
    /// What hatching means; unused if all weights are known.
    public var missing: String
    /// The names of the levels from the whole down, such as "Index", "Pillar", "Indicator"; may be fewer or none.
    public var levels: [String]

    /// Creates titles.
    public init(
        name: String, code: String = "", parent: String, share: String, missing: String = "", levels: [String] = []
    ) {
        self.name = name
        self.code = code
        self.parent = parent
        self.share = share
        self.missing = missing
        self.levels = levels
    }
}
