import CompositeIndicators
import StatisticalData

/// Scores under the rules of the annual evaluation.
extension CompositeIndexComputation {
    mutating func addScores(under rules: CompositeIndexStudy.Rules) throws {
        let method = provincialIndex(rules)
        let scores = try method.scores(of: inputs.areas.map { unit($0, rules) })
        for element in data.indicators { addFigures(of: element, rules) }
        let total = data.indicators.reduce(0) { $0 + tree.weight(of: $1) }
        for (area, score) in zip(areas, scores) {
            for dimension in score.dimensions { add(dimension, area, total: total, rules) }
            addIndex(score, area)
        }
    }

    private func provincialIndex(_ rules: CompositeIndexStudy.Rules) -> ProvincialIndex {
        let uncollected = Set(rules.notCollected ?? [])
        return ProvincialIndex(
            data.metadata.filter { $0.kind == .indicator }.map {
                ProvincialIndex.Indicator(
                    id: $0.code, dimension: $0.parent ?? "", weight: $0.weight, isHigherBetter: $0.direction == 1,
                    isCollected: !uncollected.contains($0.code))
            },
            inapplicable: ProvincialIndex.InapplicableRule(rawValue: rules.inapplicable) ?? .proportional,
            lowest: rules.scale.lowest, highest: rules.scale.highest)
    }

    private func unit(_ area: Area, _ rules: CompositeIndexStudy.Rules) -> ProvincialIndex.Unit {
        let row = data.matrix.units.firstIndex(of: area.id.rawValue)
        let cells = data.indicators.enumerated().map { column, element -> (String, ProvincialIndex.Cell) in
            if rules.excludes(element, in: area) { return (element, .inapplicable) }
            return (element, row.flatMap { data.matrix[$0, column] }.map { .value($0) } ?? .missing)
        }
        return ProvincialIndex.Unit(id: area.id.rawValue, cells: Dictionary(cells) { first, _ in first })
    }

    /// The figures with their smallest and largest.
    private mutating func addFigures(of element: String, _ rules: CompositeIndexStudy.Rules) {
        guard let indicator = definition.observed[element] else { return }
        let unit = definition.figureUnit(of: indicator, inputs)
        let keys = inputs.areas.compactMap { area -> ResultKey? in
            guard !rules.excludes(element, in: area),
                let observation = inputs.observations[indicator.rawValue]?[area.id.rawValue]
            else { return nil }
            return builder.addObserved(key(element, "value", area.id), observation, in: unit)
        }
        let figures = keys.map { DerivationInput("x(\($0.area))", .result($0)) }
        for statistic in [ScoreDerivation.Statistic.minimum, .maximum] where !figures.isEmpty {
            builder.add(
                key(element, statistic.measure, whole),
                .number(statistic.value(figures.compactMap { builder.number(of: $0) })), unit: unit,
                formula: statistic.formula, statistic.expression, from: figures)
        }
    }

    private mutating func add(
        _ dimension: ProvincialIndex.DimensionScore, _ area: Area.ID, total: Double, _ rules: CompositeIndexStudy.Rules
    ) {
        let isShared = dimension.parts.contains { $0.status == .inapplicable }
        var from: [DerivationInput] = []
        for part in dimension.parts {
            addScore(part, area, rules)
            guard part.weight > 0 else { continue }
            let weight = isShared ? addSharedWeight(part, dimension, area, total: total, rules) : nil
            from += [
                DerivationInput(
                    "w(\(part.indicator))", .result(weight ?? key(part.indicator, "weight", whole))),
                DerivationInput("s(\(part.indicator))", .result(key(part.indicator, "score", area))),
            ]
        }
        guard let score = dimension.score else { return }
        builder.add(
            key(dimension.id, "score", area), .number(score), unit: .points, formula: "formula-weighted-mean",
            "I = Σ w·s / Σ w", from: from)
    }

    private mutating func addScore(_ part: ProvincialIndex.Part, _ area: Area.ID, _ rules: CompositeIndexStudy.Rules) {
        let element = part.indicator
        switch part.status {
        case .scored:
            guard let score = part.score else { return }
            let derivation = ScoreDerivation(
                .efficacy(base: rules.scale.lowest, range: rules.scale.highest - rules.scale.lowest),
                isUp: data.metadata.first { $0.code == element }?.direction == 1)
            builder.add(
                key(element, "score", area), .number(score), unit: .points, formula: derivation.formula,
                derivation.expression,
                from: [
                    DerivationInput("x", .result(key(element, "value", area))),
                    DerivationInput("min", .result(key(element, "minimum", whole))),
                    DerivationInput("max", .result(key(element, "maximum", whole))),
                ])
        case .notCollected:
            guard let score = part.score else { return }
            builder.add(
                key(element, "score", area), .number(score), unit: .points, formula: "formula-not-collected", "s₀",
                from: [declared("s₀", .number(score), "rules", "lowest")])
        case .inapplicable:
            builder.note(Notice("notice-inapplicable", item: element, ["area": area.rawValue]))
        case .missing:
            builder.note(Notice("notice-figure-missing", item: element, ["area": area.rawValue]))
        }
    }

    /// The weight an indicator has in an area that cannot have all of its dimension.
    private mutating func addSharedWeight(
        _ part: ProvincialIndex.Part, _ dimension: ProvincialIndex.DimensionScore, _ area: Area.ID, total: Double,
        _ rules: CompositeIndexStudy.Rules
    ) -> ResultKey {
        builder.add(
            key(part.indicator, "weight", area), .number(part.weight * total), unit: .one,
            formula: "formula-weight-" + rules.inapplicable,
            rules.inapplicable == "equal" ? "w + Σ w₋ / n" : "w · Σ w / Σ w₊",
            from: [DerivationInput("w", .result(key(part.indicator, "weight", whole)))]
                + dimension.parts.map { other in
                    let sign = other.status == .inapplicable ? "w₋" : "w₊"
                    return DerivationInput(
                        "\(sign)(\(other.indicator))", .result(key(other.indicator, "weight", whole)))
                })
    }

    private mutating func addIndex(_ score: ProvincialIndex.Score, _ area: Area.ID) {
        guard let value = score.index else {
            builder.note(Notice("notice-area-not-scored", item: index, ["area": area.rawValue]))
            return
        }
        builder.add(
            key(index, "score", area), .number(value), unit: .points, formula: "formula-weighted-mean",
            "I = Σ w·s / Σ w",
            from: score.dimensions.flatMap { dimension in
                weightInputs([dimension.id])
                    + [DerivationInput("s(\(dimension.id))", .result(key(dimension.id, "score", area)))]
            })
    }
}
