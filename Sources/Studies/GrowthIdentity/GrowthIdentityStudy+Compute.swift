import StatisticalData
import TargetTracking

extension GrowthIdentityStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = GrowthIdentityComputation(study: study.id, definition: self, inputs: inputs)
        for area in inputs.areas {
            computation.addCumulative(area)
            computation.addImpliedGrowth(area)
        }
        computation.addAgreement()
        let builder = computation.builder
        return StudyResult(
            study: study.id, kind: .growthIdentity, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: [
                ResultItem(id: ratio.rawValue, name: inputs.names[ratio.rawValue] ?? LocalisedText(en: "", zh: "")),
                ResultItem(
                    id: numerator.rawValue, name: inputs.names[numerator.rawValue] ?? LocalisedText(en: "", zh: "")),
            ], values: builder.values,
            notices: builder.notices,
            detail: .growthIdentity(
                GrowthIdentityDetail(
                    item: ratio.rawValue, numerator: numerator.rawValue, areas: inputs.areas, peers: peers ?? [],
                    whole: areas.parent,
                    years: Array(years.from...years.to))))
    }
}

/// The steps from annual changes to cumulative change and implied growth.
struct GrowthIdentityComputation {
    let definition: GrowthIdentityStudy
    let inputs: GrowthIdentityStudy.Inputs
    var builder: ResultBuilder
    private var checked: [DerivationInput] = []
    private var disagreeing: [DerivationInput] = []

    private var item: String { definition.ratio.rawValue }

    init(study: String, definition: GrowthIdentityStudy, inputs: GrowthIdentityStudy.Inputs) {
        self.definition = definition
        self.inputs = inputs
        builder = ResultBuilder(study: study)
    }

    private func changes(of indicator: Indicator.ID, in area: Area.ID) -> [Int: Observation] {
        (inputs.changes[indicator.rawValue]?[area.rawValue] ?? [:]).filter { $0.value.value(in: .percent) != nil }
    }

    /// The annual changes, and from the first year on their product as long as no year is missing.
    mutating func addCumulative(_ area: Area.ID) {
        let ratios = changes(of: definition.ratio, in: area)
        for (year, observation) in ratios.sorted(by: { $0.key < $1.key }) {
            builder.addObserved(builder.key(item, "annual-change", area, .year(year)), observation, in: .percent)
        }
        var chain: [Observation] = []
        for year in definition.years.from...definition.years.to {
            guard let observation = ratios[year] else { break }
            chain.append(observation)
            addCumulative(area, year: year, chain: chain)
        }
    }

    private mutating func addCumulative(_ area: Area.ID, year: Int, chain: [Observation]) {
        let change = chain.compoundInterval
        builder.add(
            builder.key(item, "cumulative", area, .year(year)),
            .number(
                CumulativeChange.compound(chain.compactMap { $0.value(in: .percent) }), low: change?.low,
                high: change?.high),
            unit: .percent, formula: "formula-chain",
            "100 · (Π (1 + r/100) − 1)",
            from: chain.map { DerivationInput("r(\($0.period))", .observation($0)) })
    }

    /// Growth of the denominator from the changes of ratio and numerator, with the interval their rounding leaves.
    mutating func addImpliedGrowth(_ area: Area.ID) {
        let ratios = changes(of: definition.ratio, in: area)
        let numerators = changes(of: definition.numerator, in: area)
        for (year, observation) in numerators.sorted(by: { $0.key < $1.key }) {
            builder.addObserved(
                builder.key(definition.numerator.rawValue, "annual-change", area, .year(year)), observation,
                in: .percent)
        }
        for year in definition.years.from...definition.years.to {
            guard let ratio = ratios[year], let numerator = numerators[year],
                let ratioChange = ratio.value(in: .percent),
                let numeratorChange = numerator.value(in: .percent),
                let growth = IntensityIdentity.impliedDenominatorGrowth(
                    numerator: numeratorChange, halfWidth: numerator.roundingError(in: .percent) ?? 0.5,
                    ratio: ratioChange,
                    ratioHalfWidth: ratio.roundingError(in: .percent) ?? 0.5)
            else { continue }
            let isInterval = numerator.roundingError != nil && ratio.roundingError != nil
            let key = builder.add(
                builder.key(item, "implied-gdp-growth", area, .year(year)),
                isInterval ? .number(growth.value, low: growth.low, high: growth.high) : .number(growth.value),
                unit: .percent,
                formula: "formula-implied-growth", "100 · ((1 + e/100) / (1 + i/100) − 1)",
                from: [DerivationInput("e", .observation(numerator)), DerivationInput("i", .observation(ratio))])
            check(key, growth, area: area, year: year)
        }
    }

    /// Compares an implied growth with the published one: they agree when their intervals meet.
    private mutating func check(_ implied: ResultKey, _ growth: RoundedValue, area: Area.ID, year: Int) {
        guard let indicator = definition.publishedGrowth,
            let observation = changes(of: indicator, in: area)[year], let published = observation.value(in: .percent),
            let key = builder.addObserved(
                builder.key(item, "published-gdp-growth", area, .year(year)), observation, in: .percent)
        else { return }
        let agrees = growth.agrees(with: published, halfWidth: observation.roundingError(in: .percent) ?? 0.5)
        let verdict = builder.add(
            builder.key(item, "agrees-with-published", area, .year(year)), .word(agrees ? "yes" : "no"), unit: nil,
            formula: "formula-intervals-meet", "[g] ∩ [g′] ≠ ∅",
            from: [DerivationInput("g", .result(implied)), DerivationInput("g′", .result(key))])
        let input = DerivationInput("\(area) \(year)", .result(verdict))
        checked.append(input)
        if !agrees { disagreeing.append(input) }
    }

    /// How many published growth figures there were to check, and how many disagree.
    mutating func addAgreement() {
        let area = definition.areas.parent
        let period = Period.year(definition.years.to)
        guard !checked.isEmpty else { return }
        for (measure, inputs) in [("checked", checked), ("disagreeing", disagreeing)] {
            builder.add(
                builder.key(item, measure, area, period), .number(Double(inputs.count)), unit: .one,
                formula: "formula-count", "#", from: inputs)
        }
    }
}
