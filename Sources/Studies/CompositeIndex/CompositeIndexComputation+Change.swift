import CompositeIndicators
import StatisticalData

/// How the index changed between two periods, and what each element adds to that.
///
/// The framework and its weights are the same at both; so the change of the index is shared out among the changes of the
/// scores of its parts. Under arithmetic means with nothing missing a part adds its share in the index times the change of
/// its score, otherwise its Shapley value (`ScoreGap`). The sum over the parts of any level is the change.
extension CompositeIndexComputation {
    mutating func addChange() throws {
        guard let change = definition.panel?.change,
            let from = moments.first(where: { $0.period == change.from }),
            let to = moments.first(where: { $0.period == change.to }),
            let before = from.outcome?.stages[.normalised], let after = to.outcome?.stages[.normalised]
        else { return }
        let scores = IndexMoment.joined([Self.named(before, "0 "), Self.named(after, "1 ")])
        for area in areas {
            let keys = [change.to, change.from].map { builder.key(index, "score", area, $0) }
            guard let new = builder[keys[0]]?.number, let old = builder[keys[1]]?.number else { continue }
            builder.add(
                builder.key(index, "change", area, change.to), .number(new - old), unit: scoreUnit,
                formula: "formula-change", "I(\(change.to)) − I(\(change.from))",
                from: zip([change.to, change.from], keys).map { DerivationInput("I(\($0))", .result($1)) })
            let gap = try ScoreGap(
                scores, metadata: data.metadata, methods: recipe.methods, weights: to.outcome?.weights ?? [:],
                missing: recipe.missing, allowsNegativeWeights: recipe.weights == .principalComponents, index: index,
                from: "1 " + area.rawValue, to: "0 " + area.rawValue)
            for part in gap.parts where part.code != index { addContribution(part, area, change) }
        }
    }

    private static func named(_ matrix: IndicatorMatrix, _ prefix: String) -> IndicatorMatrix {
        IndicatorMatrix(
            units: matrix.units.map { prefix + $0 }, codes: matrix.codes,
            columns: matrix.codes.indices.map { matrix.column($0) })
    }

    private mutating func addContribution(
        _ part: ScoreGap.Part, _ area: Area.ID, _ change: CompositeIndexStudy.Panel.Change
    ) {
        let own = [change.to, change.from].map { builder.key(part.code, "score", area, $0) }
        let key = builder.key(part.code, "change-contribution", area, change.to)
        let share = ResultKey(
            study: study.id, item: part.code, measure: "share", area: whole, period: definition.period)
        if isArithmetic, builder[share] != nil, own.allSatisfy({ builder[$0] != nil }), isComplete(area, change) {
            builder.add(
                key, .number(part.contribution), unit: scoreUnit, formula: "formula-change-part",
                "g / 100 · (s(\(change.to)) − s(\(change.from)))",
                from: [DerivationInput("g", .result(share))]
                    + zip([change.to, change.from], own).map { DerivationInput("s(\($0))", .result($1)) })
            return
        }
        let scores = data.indicators.flatMap { element in
            [change.to, change.from].map { builder.key(element, "score", area, $0) }.filter { builder[$0] != nil }
        }
        builder.add(
            key, .number(part.contribution), unit: scoreUnit, formula: "formula-change-shapley", "φ(\(part.code))",
            from: weightInputs(data.aggregates + data.indicators)
                + scores.map { DerivationInput("s(\($0.item), \($0.period))", .result($0)) })
    }

    /// Whether all means are arithmetic.
    private var isArithmetic: Bool {
        ([index] + data.aggregates).allSatisfy {
            recipe.methods.method(of: $0, level: level(of: $0)) == .arithmetic
        }
    }

    /// Whether all observed elements of an area have a score at both periods.
    private func isComplete(_ area: Area.ID, _ change: CompositeIndexStudy.Panel.Change) -> Bool {
        data.indicators.allSatisfy { element in
            [change.from, change.to].allSatisfy { builder[builder.key(element, "score", area, $0)] != nil }
        }
    }
}
