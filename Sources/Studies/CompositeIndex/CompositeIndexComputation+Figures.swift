import CompositeIndicators
import StatisticalData

/// From observed figures to scores: one value for each step that changed a figure.
extension CompositeIndexComputation {
    /// The value a figure stands at, by element and area.
    private typealias Current = [String: [Area.ID: ResultKey]]

    mutating func addFigures() {
        var current: Current = [:]
        let first = steps.leavesFigures && data.metadata.allSatisfy { $0.direction == 1 } ? "score" : "value"
        for element in data.indicators {
            guard let indicator = definition.observed[element] else { continue }
            for area in areas {
                guard let observation = inputs.observations[indicator.rawValue]?[area.rawValue] else { continue }
                let unit = definition.figureUnit(of: indicator, inputs)
                current[element, default: [:]][area] = builder.addObserved(
                    key(element, first, area), observation, in: unit)
            }
        }
        guard first == "value" else { return }
        for element in data.indicators {
            addDenominated(element, &current)
            addImputed(element, &current)
            addTreated(element, &current)
            addScores(element, current)
        }
        tellOfSteps()
    }

    private func unit(_ element: String) -> UnitOfMeasure {
        if steps.denominators?[element] != nil { return .one }
        return definition.observed[element].map { definition.figureUnit(of: $0, inputs) } ?? .one
    }

    /// What stands in the matrix after a step, by area.
    private func cells(_ stage: IndexRecipe.Stage, _ element: String) -> [(area: Area.ID, value: Double?)] {
        guard let matrix = outcome?.stages[stage], let column = matrix.position(of: element) else { return [] }
        let rows = Dictionary(uniqueKeysWithValues: matrix.units.enumerated().map { ($1, $0) })
        return areas.compactMap { area in rows[area.rawValue].map { (area, matrix[$0, column]) } }
    }

    private func all(_ element: String, _ current: Current) -> [DerivationInput] {
        areas.compactMap { area in
            current[element]?[area].map { DerivationInput("x(\(area))", .result($0)) }
        }
    }

    private mutating func addDenominated(_ element: String, _ current: inout Current) {
        guard let denominator = steps.denominators?[element] else { return }
        for (area, value) in cells(.denominated, element) {
            guard let own = current[element]?[area] else { continue }
            guard let value, let observation = inputs.observations[denominator.rawValue]?[area.rawValue] else {
                current[element]?[area] = nil
                continue
            }
            current[element]?[area] = builder.add(
                key(element, "ratio", area), .number(value), unit: .one, formula: "formula-ratio", "x / d",
                from: [DerivationInput("x", .result(own)), DerivationInput("d", .observation(observation))])
        }
    }

    private mutating func addImputed(_ element: String, _ current: inout Current) {
        guard let word = steps.impute else { return }
        let donors = all(element, current)
        for (area, value) in cells(.imputed, element) where current[element]?[area] == nil {
            guard let value else { continue }
            let others = data.indicators.filter { $0 != element && tree.parent(of: $0) == tree.parent(of: element) }
                .compactMap { other in current[other]?[area].map { DerivationInput("x(\(other))", .result($0)) } }
            current[element]?[area] = builder.add(
                key(element, "imputed", area), .number(value), unit: unit(element), formula: "formula-imputed", "M(x)",
                from: [declared("M", .word(word), "steps", "impute")] + donors + others)
            builder.note(Notice("notice-imputed", item: element, ["area": area.rawValue]))
        }
    }

    private mutating func addTreated(_ element: String, _ current: inout Current) {
        guard let word = steps.treat,
            let record = outcome?.record.treatment.first(where: { $0.indicator == element })?.outcome
        else { return }
        switch record.status {
        case .stillFailing: builder.note(Notice("notice-still-skewed", item: element))
        case .notAssessable: builder.note(Notice("notice-not-treated", item: element))
        default: break
        }
        let before = all(element, current)
        for (area, value) in cells(.treated, element) {
            guard let value, let own = current[element]?[area], builder[own]?.number != value else { continue }
            let isTransformed = record.transformation != nil
            current[element]?[area] = builder.add(
                key(element, "treated", area), .number(value), unit: isTransformed ? .one : unit(element),
                formula: isTransformed ? "formula-transformed" : "formula-winsorised", "M(x)",
                from: [declared("M", .word(word), "steps", "treat")] + before)
        }
    }

    private mutating func addScores(_ element: String, _ current: Current) {
        let scores = ScoreDerivation(recipe.normalisation, isUp: direction(of: element) == 1)
        let figures = all(element, current)
        let statistics = scores.statistics.map { statistic in
            let value = statistic.value(figures.compactMap { builder.number(of: $0) })
            return DerivationInput(
                statistic.symbol,
                .result(
                    builder.add(
                        key(element, statistic.measure, whole), .number(value), unit: unit(element),
                        formula: statistic.formula, statistic.expression, from: figures)))
        }
        for (area, value) in cells(.normalised, element) {
            guard let value, let own = current[element]?[area] else { continue }
            let others = scores.comparesAll ? figures : statistics
            builder.add(
                key(element, "score", area), .number(value), unit: scoreUnit, formula: scores.formula,
                scores.expression,
                from: [DerivationInput("x", .result(own))] + others
                    + [declared("M", .word(steps.normalisation), "steps", "normalise")])
        }
    }

    private func direction(of element: String) -> Int {
        data.metadata.first { $0.code == element }?.direction ?? 1
    }

    private mutating func tellOfSteps() {
        for unit in outcome?.record.screening ?? [] where !unit.included {
            builder.note(Notice("notice-area-screened", item: index, ["area": unit.unit]))
        }
    }
}
