/// Localised sentences from which a description is made; placeholders stand in braces, an empty phrase is left out.
public struct DescriptionPhrases: Sendable, Hashable {
    /// The course over time: `{name} {first} {firstAt} {last} {lastAt}`.
    public var course: String
    /// The extremes: `{name} {maximum} {maximumAt} {minimum} {minimumAt}`.
    public var extremes: String
    /// The target and the distance of the last value from it: `{name} {target} {gap}`.
    public var target: String
    /// How many values are missing: `{name} {count}`.
    public var missing: String
    /// That there are no values at all: `{name}`.
    public var noValues: String

    /// What intervals of ranks say.
    public var ranks: Ranks
    /// What the tree of an index says.
    public var tree: Tree
    /// What correlations say.
    public var correlations: Correlations
    /// What shares of assumptions say.
    public var sensitivity: Sensitivity
    /// What the chances to rank above one another say.
    public var above: Above
    /// What floating bars say.
    public var waterfall: Waterfall
    /// What states say.
    public var states: States

    /// Creates phrases; the sentences of the kinds that a page does not use may be left out.
    public init(
        course: String, extremes: String, target: String, missing: String, noValues: String, ranks: Ranks = Ranks(),
        tree: Tree = Tree(), correlations: Correlations = Correlations(), sensitivity: Sensitivity = Sensitivity(),
        above: Above = Above(), waterfall: Waterfall = Waterfall(), states: States = States()
    ) {
        self.course = course
        self.extremes = extremes
        self.target = target
        self.missing = missing
        self.noValues = noValues
        self.ranks = ranks
        self.tree = tree
        self.correlations = correlations
        self.sensitivity = sensitivity
        self.above = above
        self.waterfall = waterfall
        self.states = states
    }
}
