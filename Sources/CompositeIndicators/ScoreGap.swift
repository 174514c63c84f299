/// What each element contributes to the gap between two units.
///
/// Level by level: the parts of an aggregate share what the aggregate contributes, by Shapley values in which a part has
/// either the score of the first unit or that of the second; below, the same with the average effect of the part on the
/// index (Owen 1977, nested as in Winter 1989). So the contributions of the parts sum to that of the aggregate, those of
/// the whole level to the gap. Under arithmetic means with nothing missing the contribution is w (a - b), w the effective
/// weight. Up to 12 parts that differ below one aggregate are summed over all sets, exactly; beyond, over random orders,
/// each with its reverse, and a standard error is given; sums are exact all the same.
public struct ScoreGap: Hashable, Sendable {
    /// The contribution of an element.
    public struct Part: Hashable, Sendable {
        /// The code.
        public let code: String
        /// Its share in the gap, in points of the index.
        public let contribution: Double
        /// The standard error from random orders; `nil` where the contribution is exact.
        public let standardError: Double?
    }

    /// The code of the index.
    public let index: String
    /// The index of the first unit less that of the second.
    public let gap: Double
    /// The elements below the index, in the order of the metadata.
    public let parts: [Part]

    /// More parts that differ are sampled.
    public static let exactParts = 12
    /// The independent repetitions from which a standard error is told.
    static let batches = 10

    /// Splits the gap between two units.
    ///
    /// - Parameters:
    ///   - scores: the normalised scores of the indicators.
    ///   - metadata: the tree.
    ///   - methods: how to aggregate; methods that compare units are refused.
    ///   - weights: by code, before those of the metadata.
    ///   - missing: when an aggregate is missing; a missing part takes its place in the sets as missing.
    ///   - index: the code of the index; `nil` for the last aggregate without a parent.
    ///   - first: the code of one unit.
    ///   - second: the code of the other.
    ///   - orders: the random orders for an aggregate with more than 12 parts that differ, each with its reverse.
    ///   - seed: the seed of the orders.
    /// - Throws: `ScoreGapError`, `AggregationError`.
    public init(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], methods: Aggregation.Methods,
        weights: [String: Double] = [:], missing: Aggregation.MissingRule = .fourFifths,
        allowsNegativeWeights: Bool = false, index: String? = nil, from first: String, to second: String,
        orders: Int = 1000, seed: UInt64 = 1
    ) throws {
        let plan = try AggregationPlan(
            units: ["-"], codes: scores.codes, metadata: metadata, methods: methods, weights: weights,
            missing: missing, allowsNegativeWeights: allowsNegativeWeights)
        let root = index ?? metadata.last { $0.kind == .aggregate && $0.parent == nil }?.code ?? ""
        guard let top = plan.nodes.first(where: { $0.code == root }) else { throw ScoreGapError.unknownIndex(root) }
        let mixture = Mixture(plan)
        let states = try [first, second].map { unit in
            guard let row = scores.units.firstIndex(of: unit) else { throw ScoreGapError.unknownUnit(unit) }
            let states = try mixture.states(of: scores.codes.indices.map { scores[row, $0] })
            guard states[root]?.value != nil else { throw ScoreGapError.noIndex(unit) }
            return states
        }
        var runs: [[String: Double]] = []
        for batch in 0..<Self.batches {
            var split = GapSplit(mixture, states[0], states[1], seed: seed, batch: batch, orders: orders)
            try split.distribute(top, .affine(slope: 1))
            runs.append(split.contributions)
            if !split.isSampled { break }
        }
        self.index = root
        gap = (states[0][root]?.value ?? 0) - (states[1][root]?.value ?? 0)
        parts = metadata.compactMap { element in
            guard runs[0][element.code] != nil else { return nil }
            let values = runs.map { $0[element.code] ?? 0 }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let count = Double(values.count)
            return Part(
                code: element.code, contribution: mean,
                standardError: count > 1 ? (squares / (count - 1) / count).squareRoot() : nil)
        }
    }

    /// Splits the gap between two units of an index that a recipe made.
    public init(
        _ outcome: IndexRecipe.Outcome, recipe: IndexRecipe, metadata: [IndicatorMetadata], from first: String,
        to second: String, orders: Int = 1000, seed: UInt64 = 1
    ) throws {
        let scores = outcome.stages[.normalised] ?? IndicatorMatrix(units: [], codes: [])
        try self.init(
            scores, metadata: metadata, methods: recipe.methods, weights: outcome.weights, missing: recipe.missing,
            allowsNegativeWeights: recipe.weights == .principalComponents, index: outcome.index, from: first,
            to: second, orders: orders, seed: seed)
    }
}

/// What stops the split of a gap.
public enum ScoreGapError: Error, Hashable, Sendable {
    /// No unit has the code.
    case unknownUnit(String)
    /// No aggregate has the code.
    case unknownIndex(String)
    /// The index of the unit is missing.
    case noIndex(String)
    /// The aggregate compares units: a mixture of two of them has no score of its own.
    case comparesUnits(aggregate: String)
    /// Where scores of one unit take the place of those of the other, too much is missing for the index.
    case missingMixture(aggregate: String)
}
