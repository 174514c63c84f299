import EfficiencyAnalysis
import StatisticalData

extension EfficiencyStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = EfficiencyComputation(study, definition: self, inputs: inputs)
        let years = Array(years.from...years.to)
        for year in years {
            computation.addFigures(year)
            try computation.addScores(year)
            try computation.addInterval(year)
        }
        if years.count > 1 { try computation.addProductivity(years) }
        let builder = computation.builder
        let items = variables.map {
            ResultItem(id: $0.rawValue, name: inputs.names[$0.rawValue] ?? LocalisedText(en: "", zh: ""))
        }
        return StudyResult(
            study: study.id, kind: .efficiency, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: Self.ownItems + items + Self.benchmarks(inputs), values: builder.values, notices: builder.notices,
            detail: .efficiency(
                EfficiencyDetail(
                    inputs: self.inputs.map(\.rawValue), outputs: outputs.map(\.rawValue),
                    bads: (bads ?? []).map(\.rawValue), areas: inputs.areas, whole: areas.parent, years: years,
                    model: usedModel, returns: usedReturns.rawValue,
                    disposability: (disposability ?? .weak).rawValue, runs: bootstrap?.runs,
                    isIllustrative: illustrative ?? false, assumptions: assumptions ?? [])))
    }

    private static func benchmarks(_ inputs: Inputs) -> [ResultItem] {
        zip(inputs.areas, inputs.areaNames).map { area, name in
            ResultItem(
                id: "benchmark@" + area.rawValue,
                name: LocalisedText(en: "Benchmark \(name.en)", zh: "标杆“\(name.zh)”"))
        }
    }

    private static let ownItems = [
        ResultItem(id: EfficiencyDetail.score, name: LocalisedText(en: "Efficiency", zh: "效率")),
        ResultItem(
            id: EfficiencyDetail.radial,
            name: LocalisedText(en: "Efficiency by one factor", zh: "径向效率")),
        ResultItem(id: EfficiencyDetail.productivity, name: LocalisedText(en: "Green productivity", zh: "绿色生产率")),
        ResultItem(id: EfficiencyDetail.frontier, name: LocalisedText(en: "Frontier", zh: "前沿")),
    ]
}

/// The steps from figures to benchmarks, targets and scores.
struct EfficiencyComputation {
    let study: Study
    let definition: EfficiencyStudy
    let inputs: EfficiencyStudy.Inputs
    var builder: ResultBuilder

    init(_ study: Study, definition: EfficiencyStudy, inputs: EfficiencyStudy.Inputs) {
        self.study = study
        self.definition = definition
        self.inputs = inputs
        builder = ResultBuilder(study: study.id)
    }

    func figure(_ variable: String, _ area: Area.ID, _ year: Int) -> ResultKey {
        builder.key(variable, "figure", area, .year(year))
    }

    /// The figures of a unit, as inputs.
    func own(_ area: Area.ID, _ year: Int, suffix: String = "") -> [DerivationInput] {
        definition.variables.map {
            DerivationInput("x(\($0))" + suffix, .result(figure($0.rawValue, area, year)))
        }
    }

    /// All units of a year, as one input.
    func frontier(_ year: Int) -> DerivationInput {
        let key = builder.key(EfficiencyDetail.frontier, "units", definition.areas.parent, .year(year))
        return DerivationInput("F(\(year))", .result(key))
    }

    /// The figures of a year, and how many units span its frontier.
    mutating func addFigures(_ year: Int) {
        for variable in definition.variables.map(\.rawValue) {
            for area in inputs.areas {
                guard let observation = inputs.figures[variable]?[area.rawValue]?[year],
                    let unit = inputs.units[variable]
                else { continue }
                builder.addObserved(figure(variable, area, year), observation, in: unit)
            }
        }
        builder.add(
            builder.key(EfficiencyDetail.frontier, "units", definition.areas.parent, .year(year)),
            .number(Double(inputs.areas.count)), unit: .one, formula: "formula-frontier-units", "n",
            from: inputs.areas.flatMap { area in own(area, year, suffix: "(\(area))") })
    }

    /// Benchmarks, targets, what could be saved or added, and the score of every unit.
    mutating func addScores(_ year: Int) throws {
        let data = try definition.data(inputs, year: year)
        let analysis = EfficiencyAnalysis(data, returns: definition.usedReturns)
        let scores =
            switch definition.usedModel {
            case .slacksBased: analysis.slacksBased()
            case .radialInput: analysis.radial(.input)
            case .radialOutput: analysis.radial(.output)
            }
        let isSlacksBased = definition.usedModel == .slacksBased
        for notice in data.notices + (isSlacksBased ? data.zeroTerms(in: data.variables) : []) { tell(notice, year) }
        for (area, found) in zip(inputs.areas, scores) {
            let key = builder.key(EfficiencyDetail.score, "score", area, .year(year))
            guard let score = found.score else {
                builder.add(
                    builder.key(EfficiencyDetail.score, "status", area, .year(year)), .word(found.status.rawValue),
                    unit: nil, formula: "formula-no-score", "-", from: own(area, year) + [frontier(year)])
                continue
            }
            let slacks = addTargets(area, year, found)
            if isSlacksBased {
                builder.add(
                    key, .number(score), unit: .one, formula: "formula-slacks-score",
                    "(1 − Σ s⁻/x / m) / (1 + (Σ s⁺/y + Σ sᵇ/b) / n)", from: own(area, year) + slacks)
            } else {
                builder.add(
                    key, .number(score), unit: .one, formula: "formula-radial-score",
                    definition.usedModel == .radialInput ? "min θ" : "max φ", from: own(area, year) + [frontier(year)])
            }
        }
    }

    /// The weights of the benchmarks, the point they make, and how far the unit is from it; returns the distances.
    private mutating func addTargets(_ area: Area.ID, _ year: Int, _ found: EfficiencyScore) -> [DerivationInput] {
        var weights: [(area: Area.ID, key: ResultKey)] = []
        for peer in found.peers {
            let key = builder.add(
                builder.key("benchmark@" + inputs.areas[peer.unit].rawValue, "weight", area, .year(year)),
                .number(peer.value), unit: .one, formula: "formula-benchmark-weight", "λ",
                from: own(area, year) + [frontier(year)])
            weights.append((inputs.areas[peer.unit], key))
        }
        let goods = Set(definition.outputs)
        return definition.variables.map { variable in
            let name = variable.rawValue
            let values = weights.map { weight in
                (builder[weight.key]?.number ?? 0) * (inputs.value(name, weight.area, year) ?? 0)
            }
            let target = builder.add(
                builder.key(name, "target", area, .year(year)), .number(values.reduce(0, +)), unit: inputs.units[name],
                formula: "formula-benchmark-mix", "Σ λ · x",
                from: weights.flatMap { weight in
                    [
                        DerivationInput("λ(\(weight.area))", .result(weight.key)),
                        DerivationInput("x(\(weight.area))", .result(figure(name, weight.area, year))),
                    ]
                })
            let (value, goal) = (inputs.value(name, area, year) ?? 0, builder[target]?.number ?? 0)
            let isGood = goods.contains(variable)
            let pair = [
                DerivationInput("x", .result(figure(name, area, year))), DerivationInput("x*", .result(target)),
            ]
            let gap = builder.add(
                builder.key(name, isGood ? "could-be-added" : "saving", area, .year(year)),
                .number(isGood ? goal - value : value - goal), unit: inputs.units[name],
                formula: isGood ? "formula-shortfall" : "formula-saving", isGood ? "x* − x" : "x − x*", from: pair)
            return DerivationInput("s(\(name))", .result(gap))
        }
    }

    private mutating func tell(_ notice: EfficiencyNotice, _ year: Int) {
        switch notice {
        case .fewUnits(let found, let expected):
            builder.note(
                Notice(
                    "notice-efficiency-few-units",
                    ["found": String(found), "expected": String(expected), "period": String(year)]))
        case .constant(let name):
            builder.note(Notice("notice-efficiency-constant", item: name, ["item": name, "period": String(year)]))
        case .zeroTerm(let unit, let name):
            builder.note(
                Notice(
                    "notice-efficiency-zero-term", item: name, ["area": unit, "item": name, "period": String(year)]))
        case .notNullJoint: break
        }
    }
}
