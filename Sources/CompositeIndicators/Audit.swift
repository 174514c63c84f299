/// What an index owes to its parts.
public enum Audit {
    /// What leaving an element out does.
    public struct Removal: Hashable, Sendable {
        /// The code of the element left out.
        public let element: String
        /// The mean over the units of the absolute change of rank; `nil` if no unit has both ranks.
        public let meanRankChange: Double?
        /// The ranks without the element.
        public let ranks: [Int?]
    }

    /// What an element weighs and what it does.
    public struct Influence: Hashable, Sendable {
        /// The code of the element.
        public let element: String
        /// Its share in the index by weights.
        public let effectiveWeight: Double
        /// The squared correlation with the index: the share of the index's variance it explains alone
        /// (Paruolo, Saisana, Saltelli 2013); `nil` if undefined.
        public let squaredCorrelation: Double?
    }

    /// Leaves elements out one at a time: their weight is set to 0, the rest is aggregated again.
    ///
    /// Nothing before the aggregation is done again. The missing rule still counts the element among the parts.
    ///
    /// - Parameters:
    ///   - elements: the codes; an element that is the only part with a weight cannot be left out.
    ///   - normalised: the scores of the indicators.
    ///   - plan: the aggregation.
    ///   - index: the code of the aggregate ranked.
    /// - Returns: one an element; empty for an unknown index.
    /// - Throws: `AggregationError`, `weightsAllZero` for an only part.
    public static func removals(
        of elements: [String], normalised: IndicatorMatrix, plan: AggregationPlan, index: String
    ) throws(AggregationError) -> [Removal] {
        guard let nominal = try ranks(normalised, plan: plan, index: index) else { return [] }
        var removals: [Removal] = []
        for element in elements {
            var reduced = plan
            try reduced.setWeights([element: 0])
            let ranks = try ranks(normalised, plan: reduced, index: index) ?? []
            removals.append(
                Removal(element: element, meanRankChange: meanChange(nominal, ranks), ranks: ranks))
        }
        return removals
    }

    /// Weights beside squared correlations with the index, in the order of the metadata.
    ///
    /// - Parameters:
    ///   - scores: indicators and aggregates as columns; elements without a column are left out.
    ///   - metadata: the tree.
    ///   - weights: by code, before those of the metadata.
    ///   - index: the code of the index.
    /// - Throws: `WeightingError` for weights at fault.
    public static func influence(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], weights: [String: Double] = [:], index: String
    ) throws(WeightingError) -> [Influence] {
        let effective = try Weighting.effective(metadata, weights: weights)
        guard let target = scores.position(of: index) else { return [] }
        return metadata.compactMap { element in
            guard element.code != index, let weight = effective[element.code],
                let column = scores.position(of: element.code)
            else { return nil }
            let found = Correlation.coefficient(scores.column(column), scores.column(target)).value
            return Influence(
                element: element.code, effectiveWeight: weight, squaredCorrelation: found.map { $0 * $0 })
        }
    }

    private static func ranks(
        _ normalised: IndicatorMatrix, plan: AggregationPlan, index: String
    ) throws(AggregationError) -> [Int?]? {
        let scores = try plan.run(normalised)
        return scores.position(of: index).map { Ranking.descending(scores.column($0)) }
    }

    private static func meanChange(_ first: [Int?], _ second: [Int?]) -> Double? {
        var sum = 0
        var count = 0
        for case let (one?, other?) in zip(first, second) {
            sum += abs(one - other)
            count += 1
        }
        return count > 0 ? Double(sum) / Double(count) : nil
    }
}
