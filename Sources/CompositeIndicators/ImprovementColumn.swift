/// An indicator of the unit as a way from raw values to scores and back, the other units staying as they are.
struct ImprovementColumn {
    /// The position of the indicator.
    let column: Int
    /// By how much the score rises when the unit draws level with the best other one.
    let cap: Double
    private let now: Double
    private let best: Double
    private let score: Double
    private let factor: Double
    private let scale: Scale

    /// - Returns: `nil` for an indicator without a value, or one in which no other unit has a better score.
    init?(_ question: Improvement, column: Int) {
        guard let raw = question.indicators[question.row, column],
            let factor = question.factors[question.row, column], factor != 0,
            let data = question.baseline.stages[.screened], let row = data.units.firstIndex(of: question.unit),
            let direction = question.metadata.first(where: { $0.code == data.codes[column] })?.direction
        else { return nil }
        let others = data.units.indices.filter { $0 != row }.compactMap { data[$0, column] }
        guard let best = direction > 0 ? others.max() : others.min() else { return nil }
        let scale = Scale(question, column: column, data: data, row: row)
        guard let score = scale.score(raw * factor), let top = scale.score(best), top > score else { return nil }
        let isBetter = Double(direction) * (best - raw * factor) > 0
        guard isBetter else { return nil }
        self.column = column
        self.factor = factor
        self.score = score
        self.scale = scale
        self.best = best
        now = raw * factor
        cap = top - score
    }

    /// The raw value at which the score of the unit has risen by `change`, at most the cap: the nearest to now.
    func raw(raisingScoreBy change: Double) -> Double {
        guard change < cap else { return best / factor }
        let share = change / cap
        let tolerance = 1e-12 * cap
        // On a straight line the first guess is right.
        if let found = scale.score(now + share * (best - now)), abs(found - score - change) <= tolerance {
            return (now + share * (best - now)) / factor
        }
        var (low, high) = (now, best)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            guard middle != low, middle != high else { break }
            if (scale.score(middle) ?? -.infinity) >= score + change - tolerance { high = middle } else { low = middle }
        }
        return high / factor
    }

    /// Treatment and normalisation of the one column.
    private struct Scale {
        private let recipe: IndexRecipe
        private let metadata: [IndicatorMetadata]
        private let values: IndicatorMatrix
        private let row: Int

        init(_ question: Improvement, column: Int, data: IndicatorMatrix, row: Int) {
            recipe = question.recipe
            metadata = question.metadata.filter { $0.code == data.codes[column] }
            values = IndicatorMatrix(units: data.units, codes: [data.codes[column]], columns: [data.column(column)])
            self.row = row
        }

        func score(_ value: Double) -> Double? {
            var changed = values
            changed[row, 0] = value
            if let treatment = recipe.treatment { changed = Treatment.apply(changed, options: treatment).0 }
            let scores = try? Normalisation.apply(changed, method: recipe.normalisation, metadata: metadata)
            return scores?.matrix[row, 0]
        }
    }
}

/// The effect of each score of the unit on its index.
struct ScoreSlope {
    /// The scores of the unit by column; missing is not a number.
    let scores: [Double]
    private let plan: AggregationPlan
    private let index: Int

    init(_ question: Improvement) throws {
        let outcome = question.baseline
        let codes = outcome.stages[.normalised]?.codes ?? []
        plan = try AggregationPlan(
            units: [question.unit], codes: codes, metadata: question.metadata, methods: question.recipe.methods,
            weights: outcome.weights, missing: question.recipe.missing,
            allowsNegativeWeights: question.recipe.weights == .principalComponents)
        if let node = plan.nodes.first(where: { $0.method.comparesUnits }) {
            throw ImprovementError.comparesUnits(aggregate: node.code)
        }
        index = plan.aggregates.firstIndex(of: outcome.index) ?? 0
        scores = (question.trial(outcome)?.scores ?? codes.map { _ in nil }).map { $0 ?? .nan }
    }

    /// The change of the index by the change of a score; 0 where the index cannot be computed.
    func effect(of column: Int, at scores: [Double], step: Double) -> Double {
        var raised = scores
        raised[column] += step
        guard step > 0, let before = value(scores), let after = value(raised) else { return 0 }
        return (after - before) / step
    }

    private func value(_ scores: [Double]) -> Double? {
        var output: [Double] = []
        guard (try? plan.run(scores, into: &output)) != nil, output[index].isFinite else { return nil }
        return output[index]
    }
}
