import OrderedCollections

extension IndexRecipe {
    /// What the steps made of the data.
    public struct Outcome: Sendable {
        /// The data after each step, a matrix each; a step that was not declared repeats the data before it.
        public let stages: [Stage: IndicatorMatrix]
        /// The aggregates, in the order of the tree.
        public let aggregates: IndicatorMatrix
        /// The code of the index: the last aggregate without a parent.
        public let index: String
        /// The rank of each unit by the index; `nil` where the index is missing.
        public let ranks: [Int?]
        /// The weights used, by code.
        public let weights: [String: Double]
        /// What the steps did.
        public let record: Record
    }

    /// What the steps did, and what they left undone.
    public struct Record: Sendable {
        /// Divisions that were not possible.
        public var denomination: [Denomination.Note] = []
        /// Cells that were filled in; rows count in the data before screening, of the rows kept.
        public var imputed: [Imputation.ImputedCell] = []
        /// How much data each unit has.
        public var screening: [Screening.UnitSummary] = []
        /// How each indicator was treated.
        public var treatment: [Treatment.Record] = []
        /// Weights below zero, which reward what is bad.
        public var negativeWeights: [String] = []
        /// What optimised weights came to; `nil` for other weights.
        public var optimum: Weighting.Optimum?
    }

    /// The data as the steps before normalisation leave them.
    public struct Prepared: Sendable {
        /// The data after each of these steps.
        public fileprivate(set) var stages: [Stage: IndicatorMatrix] = [:]
        /// The data after the last of them.
        public fileprivate(set) var data: IndicatorMatrix
        /// What the steps did.
        public fileprivate(set) var record = Record()

        /// Keeps some rows of everything so far; what was noted of them counts in the rows kept.
        fileprivate mutating func keep(_ rows: [Int]) {
            let places = Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
            stages = stages.mapValues { $0.taking(rows) }
            data = data.taking(rows)
            record.imputed = record.imputed.compactMap { cell in
                places[cell.unit].map { place in
                    var kept = Imputation.ImputedCell(
                        unit: place, column: cell.column, value: cell.value, donors: cell.donors)
                    kept.clipped = cell.clipped
                    return kept
                }
            }
            record.denomination = record.denomination.compactMap { note in
                places[note.unit].map {
                    Denomination.Note(
                        unit: $0, indicator: note.indicator, denominator: note.denominator, status: note.status)
                }
            }
        }
    }

    /// Runs the steps before normalisation: what an audit of the data needs, also of data that cannot be scored.
    ///
    /// - Throws: the errors of the steps, each of its own type.
    public func prepare(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws -> Prepared {
        var result = Prepared(data: indicators)
        if denominates {
            (result.data, result.record.denomination) = try Denomination.divide(
                result.data, metadata: metadata, denominators: denominators)
        }
        result.stages[.denominated] = result.data
        if let imputation {
            (result.data, result.record.imputed) = try Imputation.apply(
                result.data, method: imputation, metadata: metadata)
        }
        result.stages[.imputed] = result.data
        if let rows { result.keep(rows) }
        if screens {
            (result.data, result.record.screening) = try Screening.apply(
                result.data, availability: availability ?? 0, nonzero: nonzero, force: force)
        }
        result.stages[.screened] = result.data
        if let treatment {
            (result.data, result.record.treatment) = Treatment.apply(result.data, options: treatment)
        }
        result.stages[.treated] = result.data
        return result
    }

    /// Whether any unit may be left out.
    public var screens: Bool { availability != nil || nonzero != nil || !force.isEmpty }

    /// The code of the index: the last aggregate without a parent.
    public static func index(of metadata: [IndicatorMetadata]) -> String? {
        metadata.last { $0.kind == .aggregate && $0.parent == nil }?.code
    }

    /// The aggregation of a run, to be done again with other weights or scores.
    ///
    /// - Throws: `AggregationError`.
    public func plan(_ outcome: Outcome, metadata: [IndicatorMetadata]) throws(AggregationError) -> AggregationPlan {
        let scores = outcome.stages[.normalised]
        return try AggregationPlan(
            units: scores?.units ?? [], codes: scores?.codes ?? [], metadata: metadata, methods: methods,
            weights: outcome.weights, missing: missing, allowsNegativeWeights: weights == .principalComponents)
    }

    /// Runs the steps.
    ///
    /// - Parameters:
    ///   - indicators: the raw data.
    ///   - denominators: the columns indicators may be divided by, for the same units.
    ///   - metadata: the tree, directions, weights and parameters.
    /// - Throws: the errors of the steps, each of its own type.
    public func run(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws -> Outcome {
        let prepared = try prepare(indicators, denominators: denominators, metadata: metadata)
        var (stages, record) = (prepared.stages, prepared.record)
        let scores = try Normalisation.apply(prepared.data, method: normalisation, metadata: metadata).matrix
        stages[.normalised] = scores
        let weights: [String: Double]
        if case .optimised(let objective, let level) = self.weights {
            let optimum = try optimum(scores, metadata: metadata, objective: objective, level: level)
            weights = Weighting.given(metadata).merging(optimum.weights) { $1 }
            record.optimum = optimum
        } else {
            weights = try self.weights(scores, metadata: metadata)
        }
        record.negativeWeights = weights.filter { $0.value < 0 }.keys.sorted()
        let aggregates = try Aggregation.aggregate(
            scores, metadata: metadata, methods: methods, weights: weights, missing: missing,
            allowsNegativeWeights: self.weights == .principalComponents)
        let index = Self.index(of: metadata) ?? aggregates.codes.last ?? ""
        let column = aggregates.position(of: index).map { aggregates.column($0) } ?? []
        return Outcome(
            stages: stages, aggregates: aggregates, index: index, ranks: Ranking.descending(column), weights: weights,
            record: record)
    }

    /// The weights by code; those worked out from scores stand at the indicators, the rest as in the metadata.
    private func weights(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws -> [String: Double] {
        switch weights {
        case .original, .optimised: return Weighting.given(metadata)
        case .equal: return Weighting.equal(metadata)
        case .given(let stated): return Weighting.given(metadata).merging(stated) { $1 }
        case .principalComponents:
            return try byParent(scores, metadata) {
                try PrincipalComponents(scores, codes: $0).firstComponentWeights.byCode
            }
        case .entropy:
            return try byParent(scores, metadata) { try Weighting.entropy(scores, codes: $0).byCode }
        case .critic:
            return try byParent(scores, metadata) { try Weighting.critic(scores, codes: $0).byCode }
        }
    }

    private func byParent(
        _ scores: IndicatorMatrix, _ metadata: [IndicatorMetadata], _ weigh: ([String]) throws -> [String: Double]
    ) throws -> [String: Double] {
        var result = Weighting.given(metadata)
        let known = Set(scores.codes)
        let indicators = metadata.filter { $0.kind == .indicator && known.contains($0.code) }
        let byParent = OrderedDictionary(grouping: indicators, by: \.parent)
        for parts in byParent.values where parts.count > 1 {
            result.merge(try weigh(parts.map(\.code))) { $1 }
        }
        return result
    }
}
