/// What an index owes to its parts.
public enum Audit {
    /// What leaving an element out does.
    public struct Removal: Hashable, Sendable {
        /// The code of the element left out.
        public let element: String
        /// The mean over the units of the absolute change of rank; `nil` if no unit has both ranks.
        public let meanRankChange: Double?
        /// The largest absolute change of rank; `nil` likewise.
        public let largestRankChange: Int?
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
            removals.append(try removal(of: element, nominal: nominal, normalised, plan: plan, index: index))
        }
        return removals
    }

    /// Leaves out each element below the index by itself, see `removals(of:normalised:plan:index:)`.
    ///
    /// - Returns: an element with what its removal does, in the order of the metadata, or what stands against it:
    ///   `weightsAllZero` for the only part with a weight.
    /// - Throws: `AggregationError` for the aggregation as it is.
    public static func removalOfEach(
        _ metadata: [IndicatorMetadata], normalised: IndicatorMatrix, plan: AggregationPlan, index: String
    ) throws(AggregationError) -> [(element: String, removal: Result<Removal, AggregationError>)] {
        guard let nominal = try ranks(normalised, plan: plan, index: index) else { return [] }
        let elements = metadata.filter { ($0.kind == .indicator || $0.kind == .aggregate) && $0.parent != nil }
        return elements.map { element in
            let found = Result { () throws(AggregationError) in
                try removal(of: element.code, nominal: nominal, normalised, plan: plan, index: index)
            }
            return (element.code, found)
        }
    }

    /// Whether an element could be left out, in a word.
    public enum RemovalStatus: String, Hashable, Sendable, Codable, CaseIterable {
        /// It could.
        case fine
        /// It is the only part of its parent with a weight.
        case onlyPart
        /// The rest cannot be aggregated.
        case notAggregated
    }

    /// The word for a result of `removalOfEach`.
    public static func removalStatus(_ result: Result<Removal, AggregationError>) -> RemovalStatus {
        switch result {
        case .success: .fine
        case .failure(.weightsAllZero): .onlyPart
        case .failure: .notAggregated
        }
    }

    private static func removal(
        of element: String, nominal: [Int?], _ normalised: IndicatorMatrix, plan: AggregationPlan, index: String
    ) throws(AggregationError) -> Removal {
        var reduced = plan
        try reduced.setWeights([element: 0])
        let ranks = try ranks(normalised, plan: reduced, index: index) ?? []
        let changes = changes(nominal, ranks)
        return Removal(
            element: element, meanRankChange: mean(changes), largestRankChange: changes.max(), ranks: ranks)
    }

    /// Weights beside squared correlations with the index, in the order of the metadata.
    ///
    /// - Parameters:
    ///   - scores: indicators and aggregates as columns; elements without a column are left out.
    ///   - metadata: the tree.
    ///   - weights: by code, before those of the metadata.
    ///   - index: the code of the index.
    ///   - allowsNegative: whether negative weights are declared.
    /// - Throws: `WeightingError` for weights at fault.
    public static func influence(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], weights: [String: Double] = [:], index: String,
        allowsNegative: Bool = false
    ) throws(WeightingError) -> [Influence] {
        let effective = try Weighting.effective(metadata, weights: weights, allowsNegative: allowsNegative)
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

    /// The absolute changes of rank of the units ranked in both.
    private static func changes(_ first: [Int?], _ second: [Int?]) -> [Int] {
        zip(first, second).compactMap { one, other in one.flatMap { one in other.map { abs(one - $0) } } }
    }

    private static func mean(_ changes: [Int]) -> Double? {
        changes.isEmpty ? nil : Double(changes.reduce(0, +)) / Double(changes.count)
    }
}
