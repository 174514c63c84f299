/// A state of a ``StateChart``: its name, the sign that stands for it in a cell, and its place between good and bad.
public struct ChartState: Sendable, Hashable {
    /// The name, in the chart's language.
    public var name: String
    /// One to three characters that stand for it in the cells and in the legend.
    public var sign: String
    /// From 0, the worst, to 1, the best: its place on the diverging colours.
    public var place: Double

    /// Creates a state.
    public init(name: String, sign: String, place: Double) {
        self.name = name
        self.sign = sign
        self.place = place
    }
}

/// One cell of a ``StateChart``.
public struct StateCell: Sendable, Hashable {
    /// The number of the state; nil, or a number that no state has, means missing.
    public var state: Int?
    /// The number behind the state, if it is to be shown.
    public var value: Double?
    /// Where the state came about.
    public var href: String?

    /// Creates a cell.
    public init(_ state: Int?, value: Double? = nil, href: String? = nil) {
        self.state = state
        self.value = value
        self.href = href
    }
}
