extension IndexChange {
    /// What an indicator adds to the change of a unit, in points of the index.
    public struct IndicatorEffects: Hashable, Sendable {
        /// The code of the unit.
        public let unit: String
        /// The code of the indicator.
        public let indicator: String
        /// The mean weight times the change of the score.
        public let value: Double
        /// The mean score times the change of the weight.
        public let weight: Double
        /// Weight times score of an indicator that the unit has at one time alone: added if positive.
        public let presence: Double
    }

    /// The change by indicator, for arithmetic means: w_bar (s1 - s0) + s_bar (w1 - w0), with the weights that are
    /// effective for the unit (those of missing parts are with the parts present). They sum to the change of the unit.
    /// Scores are those of `from` and `to` of `effects`, so that a move of bounds is part of the value.
    ///
    /// - Throws: `IndexChangeError.notArithmetic`, and the errors of the recipe.
    public func byIndicator() throws -> [IndicatorEffects] {
        let ends = try [Mixture(bits: 0), Mixture(bits: 15)].map { try shares($0) }
        let codes = moments.flatMap { $0.metadata.filter { $0.kind == .indicator }.map(\.code) }
        var seen: Set<String> = []
        let ordered = codes.filter { seen.insert($0).inserted }
        return units.flatMap { unit -> [IndicatorEffects] in
            guard let before = ends[0][unit], let after = ends[1][unit] else { return [] }
            return ordered.compactMap { code in Self.effects(unit, code, before[code], after[code]) }
        }
    }

    private typealias Share = (weight: Double, score: Double)

    private static func effects(_ unit: String, _ code: String, _ before: Share?, _ after: Share?) -> IndicatorEffects?
    {
        guard before != nil || after != nil else { return nil }
        guard let before, let after else {
            let presence = (after.map { $0.weight * $0.score } ?? 0) - (before.map { $0.weight * $0.score } ?? 0)
            return IndicatorEffects(unit: unit, indicator: code, value: 0, weight: 0, presence: presence)
        }
        return IndicatorEffects(
            unit: unit, indicator: code,
            value: (before.weight + after.weight) / 2 * (after.score - before.score),
            weight: (before.score + after.score) / 2 * (after.weight - before.weight), presence: 0)
    }

    /// By unit and indicator the effective weight and the score.
    private func shares(_ mixture: Mixture) throws -> [String: [String: Share]] {
        let (outcome, names) = try outcome(mixture)
        guard let scores = outcome.stages[.normalised] else { return [:] }
        let plan = try AggregationPlan(
            units: ["-"], codes: scores.codes,
            metadata: moments[mixture.framework].metadata.filter {
                $0.kind != .indicator && $0.kind != .aggregate || scores.position(of: $0.code) != nil
                    || outcome.aggregates.position(of: $0.code) != nil
            }, methods: recipe.methods, weights: outcome.weights, missing: recipe.missing,
            allowsNegativeWeights: recipe.weights == .principalComponents)
        if let node = plan.nodes.first(where: { $0.method != .arithmetic }) {
            throw IndexChangeError.notArithmetic(aggregate: node.code)
        }
        let rows = Dictionary(scores.units.enumerated().map { ($1, $0) }) { first, _ in first }
        return names.reduce(into: [:]) { result, name in
            guard let row = rows[name.value] else { return }
            result[name.key] = Self.shares(row, scores, outcome, plan)
        }
    }

    private static func shares(
        _ row: Int, _ scores: IndicatorMatrix, _ outcome: IndexRecipe.Outcome, _ plan: AggregationPlan
    ) -> [String: Share]? {
        func score(_ code: String) -> Double? {
            scores.position(of: code).flatMap { scores[row, $0] }
                ?? outcome.aggregates.position(of: code).flatMap { outcome.aggregates[row, $0] }
        }
        guard score(outcome.index) != nil else { return nil }
        var weights = [outcome.index: 1.0]
        for node in plan.nodes.reversed() {
            guard let own = weights[node.code] else { continue }
            let present = node.parts.indices.filter { score(node.parts[$0].code) != nil }
            let total = present.reduce(0) { $0 + node.weights[$1] }
            for part in present { weights[node.parts[part].code] = own * node.weights[part] / total }
        }
        return scores.codes.reduce(into: [:]) { result, code in
            if let weight = weights[code], let value = score(code) { result[code] = (weight, value) }
        }
    }
}
