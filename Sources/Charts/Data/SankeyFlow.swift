/// A flow of a ``SankeyChart`` from a node at the left to one at the right.
public struct SankeyFlow: Sendable, Hashable {
    /// The position of the node it leaves.
    public var from: Int
    /// The position of the node it reaches.
    public var to: Int
    /// The amount; nil, infinite, not a number, 0 or below is not drawn.
    public var value: Double?
    /// Where the amount came about.
    public var href: String?

    /// Creates a flow.
    public init(from: Int, to: Int, value: Double?, href: String? = nil) {
        self.from = from
        self.to = to
        self.value = value
        self.href = href
    }
}

/// The names of the columns of a ``SankeyChart``, in the chart's language.
public struct SankeyTitles: Sendable, Hashable {
    /// What the nodes at the left are.
    public var from: String
    /// What the nodes at the right are.
    public var to: String
    /// What flows, with its unit.
    public var value: String

    /// Creates titles.
    public init(from: String, to: String, value: String) {
        self.from = from
        self.to = to
        self.value = value
    }
}
