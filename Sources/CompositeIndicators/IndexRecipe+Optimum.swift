extension IndexRecipe {
    /// The weights of a level that meet an objective, everything else as in the metadata.
    ///
    /// - Throws: `WeightingError`, `invalidLevel` for a level that is not below the index; `AggregationError`.
    func optimum(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], objective: Weighting.Objective, level: Int?
    ) throws -> Weighting.Optimum {
        guard let index = Self.index(of: metadata), let top = metadata.first(where: { $0.code == index })?.level else {
            throw WeightingError.noElements
        }
        let chosen = level ?? top - 1
        guard chosen >= 1, chosen < top else {
            throw WeightingError.invalidLevel(found: chosen, highest: top - 1)
        }
        let aggregates = try Aggregation.aggregate(scores, metadata: metadata, methods: methods, missing: missing)
        return try Weighting.optimised(
            scores.joined(aggregates), metadata: metadata, level: chosen, index: index, objective: objective,
            methods: methods, missing: missing)
    }
}

extension IndicatorMatrix {
    /// Some rows, in the order given.
    public func taking(_ rows: [Int]) -> IndicatorMatrix {
        IndicatorMatrix(
            units: rows.map { units[$0] }, codes: codes,
            columns: codes.indices.map { column in rows.map { self[$0, column] } })
    }

    /// The columns of both, for the same units.
    public func joined(_ other: IndicatorMatrix) -> IndicatorMatrix {
        IndicatorMatrix(
            units: units, codes: codes + other.codes,
            columns: codes.indices.map { column($0) } + other.codes.indices.map { other.column($0) })
    }
}
