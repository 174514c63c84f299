import CompositeIndicators
import StatisticalData

/// From observed figures to scores: one value for each step that changed a figure.
extension CompositeIndexComputation {
    /// The value a figure stands at, by element, period and area.
    private typealias Current = [String: [Int: [Area.ID: ResultKey]]]

    mutating func addFigures() {
        var current: Current = [:]
        let first = steps.leavesFigures && data.metadata.allSatisfy { $0.direction == 1 } ? "score" : "value"
        inTurn { $0.addObserved(first, &current) }
        guard first == "value" else { return }
        for element in data.indicators {
            inTurn { $0.addDenominated(element, &current) }
            addImputed(element, &current)
            addTreated(element, &current)
            addScores(element, current)
        }
        inTurn { $0.tellOfSteps() }
    }

    private mutating func addObserved(_ measure: String, _ current: inout Current) {
        let observations = inputs.observations(at: position)
        for element in data.indicators {
            guard let indicator = definition.observed[element] else { continue }
            for area in areas {
                guard let observation = observations[indicator.rawValue]?[area.rawValue] else { continue }
                let unit = definition.figureUnit(of: indicator, inputs)
                current[element, default: [:]][position, default: [:]][area] = builder.addObserved(
                    key(element, measure, area), observation, in: unit)
            }
        }
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

    /// The figures that are looked at together with those of the period worked on.
    private func all(_ element: String, _ current: Current) -> [DerivationInput] {
        (isPooled ? Array(moments.indices) : [position]).flatMap { position in
            areas.compactMap { area in
                current[element]?[position]?[area].map { DerivationInput("x(\(row($0)))", .result($0)) }
            }
        }
    }

    /// The area of a value, with its period where several are looked at together.
    func row(_ key: ResultKey) -> String {
        isPooled ? "\(key.area), \(key.period)" : key.area.rawValue
    }

    private mutating func addDenominated(_ element: String, _ current: inout Current) {
        guard let denominator = steps.denominators?[element] else { return }
        for (area, value) in cells(.denominated, element) {
            guard let own = current[element]?[position]?[area] else { continue }
            guard let value, let observation = inputs.observations(at: position)[denominator.rawValue]?[area.rawValue]
            else {
                current[element]?[position]?[area] = nil
                continue
            }
            current[element]?[position]?[area] = builder.add(
                key(element, "ratio", area), .number(value), unit: .one, formula: "formula-ratio", "x / d",
                from: [DerivationInput("x", .result(own)), DerivationInput("d", .observation(observation))])
        }
    }

    private mutating func addImputed(_ element: String, _ current: inout Current) {
        guard let word = steps.impute else { return }
        let before = current
        inTurn { $0.addImputed(element, by: word, from: before, &current) }
    }

    private mutating func addImputed(
        _ element: String, by word: String, from before: Current, _ current: inout Current
    ) {
        let donors = all(element, before)
        for (area, value) in cells(.imputed, element) where current[element]?[position]?[area] == nil {
            guard let value else { continue }
            let others = data.indicators.filter { $0 != element && tree.parent(of: $0) == tree.parent(of: element) }
                .compactMap { other in
                    current[other]?[position]?[area].map { DerivationInput("x(\(other))", .result($0)) }
                }
            current[element, default: [:]][position, default: [:]][area] = builder.add(
                key(element, "imputed", area), .number(value), unit: unit(element), formula: "formula-imputed", "M(x)",
                from: [declared("M", .word(word), "steps", "impute")] + donors + others)
            builder.note(Notice("notice-imputed", item: element, ["area": area.rawValue].merging(told) { $1 }))
        }
    }

    private mutating func addTreated(_ element: String, _ current: inout Current) {
        guard let word = steps.treat else { return }
        let before = current
        inTurn { $0.addTreated(element, by: word, from: before, &current) }
    }

    private mutating func addTreated(
        _ element: String, by word: String, from before: Current, _ current: inout Current
    ) {
        guard let record = outcome?.treatment.first(where: { $0.indicator == element })?.outcome else { return }
        if !isPooled || position == 0 {
            switch record.status {
            case .stillFailing: builder.note(Notice("notice-still-skewed", item: element, isPooled ? [:] : told))
            case .notAssessable: builder.note(Notice("notice-not-treated", item: element, isPooled ? [:] : told))
            default: break
            }
        }
        let before = all(element, before)
        for (area, value) in cells(.treated, element) {
            guard let value, let own = current[element]?[position]?[area], builder[own]?.number != value else {
                continue
            }
            let isTransformed = record.transformation != nil
            current[element]?[position]?[area] = builder.add(
                key(element, "treated", area), .number(value), unit: isTransformed ? .one : unit(element),
                formula: isTransformed ? "formula-transformed" : "formula-winsorised", "M(x)",
                from: [declared("M", .word(word), "steps", "treat")] + before)
        }
    }

    private mutating func addScores(_ element: String, _ current: Current) {
        let scores = ScoreDerivation(
            recipe.normalisation, isUp: direction(of: element) == 1, posts: steps.goalposts?[element])
        var statistics: [DerivationInput] = []
        inTurn { computation in
            if computation.position == 0 || !computation.isPooled {
                statistics = computation.addStatistics(scores.statistics, of: element, current)
            }
            computation.addScores(element, scores, statistics, current)
        }
    }

    private mutating func addStatistics(
        _ statistics: [ScoreDerivation.Statistic], of element: String, _ current: Current
    ) -> [DerivationInput] {
        let figures = all(element, current)
        return statistics.map { statistic in
            let value = statistic.value(figures.compactMap { builder.number(of: $0) })
            return DerivationInput(
                statistic.symbol,
                .result(
                    builder.add(
                        key(element, statistic.measure, whole), .number(value), unit: unit(element),
                        formula: statistic.formula, statistic.expression, from: figures)))
        }
    }

    private mutating func addScores(
        _ element: String, _ scores: ScoreDerivation, _ statistics: [DerivationInput], _ current: Current
    ) {
        let others = scores.comparesAll ? all(element, current) : statistics + posts(of: element)
        for (area, value) in cells(.normalised, element) {
            guard let value, let own = current[element]?[position]?[area] else { continue }
            builder.add(
                key(element, "score", area), .number(value), unit: scoreUnit, formula: scores.formula,
                scores.expression,
                from: [DerivationInput("x", .result(own))] + others
                    + [declared("M", .word(steps.normalisation), "steps", "normalise")])
        }
    }

    /// The posts of an element as inputs.
    private func posts(of element: String) -> [DerivationInput] {
        guard let posts = steps.goalposts?[element] else { return [] }
        return [("lo", posts.lower), ("hi", posts.upper)].map { symbol, post in
            let place = study.place(of: "steps", "goalposts", element)
            return DerivationInput(symbol, .declared(.init(.number(post), unit: unit(element), place: place)))
        }
    }

    private func direction(of element: String) -> Int {
        data.metadata.first { $0.code == element }?.direction ?? 1
    }

    /// The period a notice is about, where there are several.
    var told: [String: String] { definition.panel == nil ? [:] : ["period": period.description] }

    private mutating func tellOfSteps() {
        for unit in outcome?.screening ?? [] {
            let code: String
            switch unit.forced {
            case false?: code = "notice-area-dropped"
            case true? where unit.lowAvailability || unit.lowNonzero: code = "notice-area-kept"
            case true?: continue
            case nil where unit.included: continue
            case nil: code = unit.lowAvailability ? "notice-area-screened" : "notice-area-zeros"
            }
            builder.note(Notice(code, item: index, ["area": unit.unit].merging(told) { $1 }))
        }
    }
}
