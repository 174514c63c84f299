extension Aggregation {
    /// The scores of all aggregates, from the normalised scores of the indicators up.
    ///
    /// - Parameters:
    ///   - normalised: the scores of the indicators; further columns are left out.
    ///   - metadata: the tree; rows that are neither indicators nor aggregates are left out.
    ///   - methods: how to aggregate, by level or element.
    ///   - weights: by code, before those of the metadata; relative within a parent.
    ///   - missing: when an aggregate is missing; the weights of missing parts go to those present.
    ///   - allowsNegativeWeights: whether negative weights are declared, under the arithmetic mean only.
    /// - Returns: a column an aggregate, in the order of the metadata.
    /// - Throws: `AggregationError`, naming element and unit.
    public static func aggregate(
        _ normalised: IndicatorMatrix, metadata: [IndicatorMetadata], methods: Methods,
        weights: [String: Double] = [:], missing: MissingRule = .fourFifths, allowsNegativeWeights: Bool = false
    ) throws(AggregationError) -> IndicatorMatrix {
        let plan = try AggregationPlan(
            units: normalised.units, codes: normalised.codes, metadata: metadata, methods: methods,
            weights: weights, missing: missing, allowsNegativeWeights: allowsNegativeWeights)
        return try plan.run(normalised)
    }

    /// The ranks of an aggregate under the geometric mean for several offsets: what the choice of offset does.
    ///
    /// - Parameters:
    ///   - normalised: the scores of the indicators.
    ///   - metadata: the tree.
    ///   - aggregate: the code of the aggregate ranked.
    ///   - offsets: added to the scores before the mean at every level, and taken away after.
    ///   - weights: by code, before those of the metadata.
    ///   - missing: when an aggregate is missing.
    /// - Returns: the ranks an offset, in the order of the offsets; empty for an unknown aggregate.
    /// - Throws: `AggregationError`.
    public static func ranksByOffset(
        _ normalised: IndicatorMatrix, metadata: [IndicatorMetadata], aggregate: String,
        offsets: [Double] = [0.1, 1, 10], weights: [String: Double] = [:], missing: MissingRule = .fourFifths
    ) throws(AggregationError) -> [[Int?]] {
        var result: [[Int?]] = []
        for offset in offsets {
            let scores = try Self.aggregate(
                normalised, metadata: metadata, methods: Methods(.shiftedGeometric(offset: offset)),
                weights: weights, missing: missing)
            guard let column = scores.position(of: aggregate) else { return [] }
            result.append(Ranking.descending(scores.column(column)))
        }
        return result
    }
}

extension AggregationPlan {
    /// Aggregates a matrix with the units and columns of the plan.
    ///
    /// - Throws: `AggregationError` for scores a method cannot take.
    public func run(_ matrix: IndicatorMatrix) throws(AggregationError) -> IndicatorMatrix {
        var output: [Double] = []
        try run(matrix.storage, into: &output)
        var result = IndicatorMatrix(units: units, codes: aggregates)
        for column in aggregates.indices {
            for unit in units.indices { result[unit, column] = output[column * units.count + unit] }
        }
        return result
    }
}
