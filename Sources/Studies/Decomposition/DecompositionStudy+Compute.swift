import DecompositionAnalysis
import StatisticalData

extension DecompositionStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        let identity = try Identity(self.identity)
        var computation = DecompositionComputation(study.id, definition: self, identity: identity, inputs: inputs)
        for area in inputs.areas { try computation.addAll(area) }
        let builder = computation.builder
        let factors = identity.factors.map(\.label)
        let parts = inputs.cells.filter { !$0.isEmpty }
        func item(_ id: String, or name: LocalisedText? = nil) -> ResultItem {
            ResultItem(id: id, name: names?[id] ?? name ?? LocalisedText(en: id, zh: id))
        }
        let series = inputs.names.keys.sorted()
        var items = [item(identity.target, or: inputs.names[identity.target])]
        items += factors.map { item($0, or: inputs.names[$0]) }
        items += series.filter { $0 != identity.target && !factors.contains($0) }.map { item($0, or: inputs.names[$0]) }
        for factor in factors {
            items += parts.map { part in
                let (whole, cell) = (item(factor).name, item(part).name)
                return ResultItem(
                    id: Self.item(factor, part),
                    name: LocalisedText(en: "\(whole.en), \(cell.en)", zh: "\(whole.zh)（\(cell.zh)）"))
            }
        }
        return StudyResult(
            study: study.id, kind: .decomposition, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn, items: items.uniqueByID, values: builder.values,
            notices: builder.notices,
            detail: .decomposition(
                DecompositionDetail(
                    total: identity.target, factors: factors,
                    ratios: identity.factors.map {
                        DecompositionDetail.Ratio(numerator: $0.numerator.name, denominator: $0.denominator?.name)
                    }, series: series, parts: parts, identity: self.identity, method: usedMethod.rawValue,
                    isMultiplicative: usedMethod.isMultiplicative, readsChanges: reads == .changes,
                    areas: inputs.areas, years: Array(years.from...years.to), assumptions: assumptions ?? [])))
    }
}

extension [ResultItem] {
    /// The items, each id once.
    fileprivate var uniqueByID: [ResultItem] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}

/// The steps from figures to effects, year by year, and to the chain of years.
struct DecompositionComputation {
    let definition: DecompositionStudy
    let identity: Identity
    let inputs: DecompositionStudy.Inputs
    var builder: ResultBuilder

    init(
        _ study: String, definition: DecompositionStudy, identity: Identity, inputs: DecompositionStudy.Inputs
    ) {
        self.definition = definition
        self.identity = identity
        self.inputs = inputs
        builder = ResultBuilder(study: study)
    }

    var isMultiplicative: Bool { definition.usedMethod.isMultiplicative }

    /// The unit of effects: none for ratios, per cent of the year before for changes, else that of the total.
    var unit: UnitOfMeasure? {
        if isMultiplicative { return .one }
        return definition.reads == .changes ? .percent : inputs.unit
    }

    /// Every year of an area that has figures for one, then the chain of years from the first without a gap.
    mutating func addAll(_ area: Area.ID) throws {
        let years = Array(definition.years.from...definition.years.to)
        let isAnswered = years.contains {
            DecompositionFigures(definition, inputs: inputs, area: area, year: $0) != nil
        }
        guard isAnswered else { return }
        var (chain, gaps): ([Int], [Int]) = ([], [])
        for year in years {
            let roles = addFigures(area, year)
            guard let figures = DecompositionFigures(definition, inputs: inputs, area: area, year: year),
                let found = try figures.decomposition(identity)
            else {
                gaps.append(year)
                continue
            }
            addStep(found, area, year, roles)
            if year == definition.years.from + chain.count { chain.append(year) }
        }
        if chain.count > 1 { addChain(area, chain) }
        for year in gaps {
            builder.note(Notice("notice-driver-gap", ["area": area.rawValue, "period": String(year)]))
        }
    }

    /// Adds the figures of a year and, of levels, of the year before; returns them as inputs.
    private mutating func addFigures(_ area: Area.ID, _ year: Int) -> [DerivationInput] {
        var result: [DerivationInput] = []
        for item in inputs.figures.keys.sorted() {
            guard let figures = inputs.figures[item]?[area.rawValue] else { continue }
            if definition.reads == .changes {
                result += [builder.addChange(figures, item, area, year)?.input("c(\(item))")].compactMap { $0 }
                continue
            }
            for moment in [year - 1, year] {
                let key = builder.key(item, "figure", area, .year(moment))
                guard let observation = figures.levels[moment], let unit = inputs.units[item] else { continue }
                if builder[key] == nil, builder.addObserved(key, observation, in: unit) == nil { continue }
                result.append(DerivationInput("\(item)(\(moment))", .result(key)))
            }
        }
        return result
    }

    private mutating func addStep(
        _ found: Decomposition, _ area: Area.ID, _ year: Int, _ figures: [DerivationInput]
    ) {
        let scale: Double = definition.reads == .changes && !isMultiplicative ? 100 : 1
        let formula = "formula-effect-" + definition.usedMethod.rawValue
        var effects: [DerivationInput] = []
        for (factor, effect) in zip(found.factors, found.effects) {
            let key = builder.add(
                builder.key(factor, "effect", area, .year(year)), .number(scale * effect), unit: unit,
                formula: formula, Self.expression(definition.usedMethod, isScaled: scale != 1), from: figures)
            effects.append(DerivationInput("e(\(factor))", .result(key)))
            guard found.cells.count > 1, definition.usedMethod.isConsistentInAggregation else { continue }
            for (position, cell) in inputs.cells.enumerated() {
                guard let own = found.factors.firstIndex(of: factor) else { continue }
                builder.add(
                    builder.key(DecompositionStudy.item(factor, cell), "effect", area, .year(year)),
                    .number(found.effects(ofCells: [position])[own]), unit: unit, formula: formula,
                    Self.expression(definition.usedMethod, isScaled: false), from: figures)
            }
        }
        let total = builder.add(
            builder.key(identity.target, "total-change", area, .year(year)), .number(scale * found.total), unit: unit,
            formula: isMultiplicative ? "formula-total-ratio" : "formula-total-change",
            isMultiplicative ? "V₁ / V₀" : scale == 1 ? "V₁ − V₀" : "100 · (V₁ / V₀ − 1)", from: figures)
        addResidual(area, .year(year), effects, total)
        for notice in found.notices {
            if case .splitEqually(let cell, let factors) = notice {
                builder.note(
                    Notice(
                        "notice-driver-split", item: identity.target,
                        ["period": String(year), "part": cell, "factors": factors.joined(separator: ", ")]))
            }
        }
    }

    private static func expression(_ method: DecompositionMethod, isScaled: Bool) -> String {
        let hundred = isScaled ? "100 · " : ""
        return switch method {
        case .lmdi1Additive: hundred + "Σ L(V₁, V₀) · ln(x₁ / x₀)"
        case .lmdi1Multiplicative: "exp(Σ L(V₁, V₀) / L(ΣV₁, ΣV₀) · ln(x₁ / x₀))"
        case .lmdi2Additive: hundred + "L(ΣV₁, ΣV₀) · Σ w · ln(x₁ / x₀)"
        case .lmdi2Multiplicative: "exp(Σ w · ln(x₁ / x₀))"
        case .shapley: hundred + "Σ |S|! (K − |S| − 1)! / K! · (V(S ∪ k) − V(S))"
        }
    }
}
