/// How a change is shared out among factors.
public enum DecompositionMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// Montgomery-Vartia weights, effects that add up; consistent in aggregation.
    case lmdi1Additive = "lmdi1-additive"
    /// The same weights, effects that multiply.
    case lmdi1Multiplicative = "lmdi1-multiplicative"
    /// Sato-Vartia weights, effects that add up.
    case lmdi2Additive = "lmdi2-additive"
    /// The same weights, effects that multiply: a factor common to all cells has the ratio of its values.
    case lmdi2Multiplicative = "lmdi2-multiplicative"
    /// Shapley, that is the refined Laspeyres index of Sun (1998): exact for any signs, additive.
    case shapley = "shapley-additive"

    /// Whether effects multiply to the ratio of the totals, not add to their difference.
    public var isMultiplicative: Bool { self == .lmdi1Multiplicative || self == .lmdi2Multiplicative }

    /// Whether the weights are those of LMDI-II.
    public var isSecond: Bool { self == .lmdi2Additive || self == .lmdi2Multiplicative }

    /// Whether effects of groups of cells combine to those of the whole.
    public var isConsistentInAggregation: Bool { !isSecond }
}
