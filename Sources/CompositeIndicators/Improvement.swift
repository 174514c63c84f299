/// What would lift a unit: the smallest improvement of raw values that brings it to a rank, the other units staying as
/// they are.
///
/// The judge is the recipe itself, run again with the changed values: bounds that move because the unit is or becomes the
/// extreme, treatment, caps and ties all count. An improvement goes in the direction of the indicator. It ends at limits
/// given, here or by the parameters `limit_lower` and `limit_upper` of the metadata; an indicator without values below zero
/// is not taken below zero; and it goes no farther than 1,024 times the
/// spread of the indicator beyond the best value.
///
/// Reaching a rank includes reaching it by a tie (equal scores share the better rank, `Ranking`). A recipe that refuses
/// the changed values does not reach the rank. Source: the search is exact up to 1e-10 of the spread of the indicator
/// where a better value never worsens the rank (fixed bounds, min-max, goalposts, ranks under means and medians); elsewhere
/// (z-scores, treatment, imputation, weights from data, Mazziotta-Pareto) the value reaches the rank, and smaller ones were
/// tried at the values of the other units and half-way between.
public struct Improvement: Sendable {
    /// What came of the search.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// The rank is reached with a value no better than the best of the other units.
        case reached
        /// The rank is reached, but only with a better value than any other unit has.
        case beyondBest = "beyond-best"
        /// The rank cannot be reached.
        case unreachable
        /// The unit has no value, or no denominator: there is nothing to improve.
        case missing
        /// Together with others, this indicator stays as it is.
        case unchanged
    }

    /// The improvement of an indicator, in raw values.
    public struct Step: Hashable, Sendable {
        /// The code of the indicator.
        public let indicator: String
        /// The raw value; `nil` if missing.
        public let now: Double?
        /// The raw value needed; `nil` when the rank is not reached.
        public let needed: Double?
        /// The change of the normalised score; `nil` when the rank is not reached.
        public let scoreChange: Double?
        /// What came of the search.
        public let status: Status

        /// needed - now.
        public var change: Double? { now.flatMap { now in needed.map { $0 - now } } }
    }

    /// What is smallest when several indicators improve together, in changes of normalised scores.
    public enum Effort: String, Hashable, Sendable, Codable, CaseIterable {
        /// The sum of squared changes: many small steps, larger where the weight is larger.
        case leastSquares = "least-squares"
        /// The sum of changes: the indicators of the largest effect first, each up to the best unit.
        case fewestPoints = "fewest-points"
    }

    /// Improvements that reach the rank together.
    public struct Joint: Hashable, Sendable {
        /// An entry an indicator, in the order of the metadata.
        public let steps: [Step]
        /// The rank the recipe gives with the improved values; `nil` when the rank is not reached.
        public let rank: Int?
    }

    /// The code of the unit.
    public let unit: String
    /// Its rank now.
    public let rank: Int
    /// The rank wanted.
    public let target: Int
    let recipe: IndexRecipe
    let indicators: IndicatorMatrix
    let denominators: IndicatorMatrix
    let metadata: [IndicatorMetadata]
    let limits: [String: ClosedRange<Double>]
    let row: Int
    let baseline: IndexRecipe.Outcome
    let factors: IndicatorMatrix

    /// Asks for the improvement of a unit.
    ///
    /// - Parameters:
    ///   - recipe: the steps of the index.
    ///   - indicators: the raw data.
    ///   - denominators: the columns indicators may be divided by; they stay as they are.
    ///   - metadata: the tree, directions, weights and parameters.
    ///   - unit: the code of the unit.
    ///   - target: the rank wanted; `nil` for one better than now.
    ///   - limits: the raw values that are possible, by code of the indicator; before those of the metadata.
    /// - Throws: `ImprovementError`, and the errors of the recipe on the data as they are.
    public init(
        _ recipe: IndexRecipe, indicators: IndicatorMatrix, denominators: IndicatorMatrix,
        metadata: [IndicatorMetadata], unit: String, to target: Int? = nil,
        limits: [String: ClosedRange<Double>] = [:]
    ) throws {
        guard let row = indicators.units.firstIndex(of: unit) else { throw ImprovementError.unknownUnit(unit) }
        baseline = try recipe.run(indicators, denominators: denominators, metadata: metadata)
        let ranks = zip(baseline.aggregates.units, baseline.ranks)
        guard let rank = ranks.first(where: { $0.0 == unit })?.1 else { throw ImprovementError.noRank(unit) }
        self.target = target ?? rank - 1
        guard rank > self.target else { throw ImprovementError.alreadyReached(unit, rank: rank) }
        guard self.target >= 1 else { throw ImprovementError.invalidRank(self.target) }
        self.unit = unit
        self.rank = rank
        self.recipe = recipe
        self.indicators = indicators
        self.denominators = denominators
        self.metadata = metadata
        self.limits = limits
        self.row = row
        factors = try Self.factors(recipe, indicators, denominators, metadata)
    }

    /// What a raw value of 1 is after division, by unit and indicator.
    private static func factors(
        _ recipe: IndexRecipe, _ indicators: IndicatorMatrix, _ denominators: IndicatorMatrix,
        _ metadata: [IndicatorMetadata]
    ) throws -> IndicatorMatrix {
        let ones = IndicatorMatrix(
            units: indicators.units, codes: indicators.codes,
            columns: indicators.codes.map { _ in indicators.units.map { _ in 1 } })
        guard recipe.denominates else { return ones }
        return try Denomination.divide(ones, metadata: metadata, denominators: denominators).0
    }

    /// The codes of the indicators of the tree, in the order of the metadata.
    public var codes: [String] {
        metadata.filter { $0.kind == .indicator && indicators.position(of: $0.code) != nil }.map(\.code)
    }
}

/// What makes the question of an improvement void.
public enum ImprovementError: Error, Hashable, Sendable {
    /// No unit has the code.
    case unknownUnit(String)
    /// The unit has no rank: it was left out, or its index is missing.
    case noRank(String)
    /// The unit has the rank, or a better one.
    case alreadyReached(String, rank: Int)
    /// A rank below 1.
    case invalidRank(Int)
    /// No indicator of the tree has the code.
    case unknownIndicator(String)
    /// The aggregate compares units, so that scores of the unit have no effect of their own: ask for indicators alone.
    case comparesUnits(aggregate: String)
}
