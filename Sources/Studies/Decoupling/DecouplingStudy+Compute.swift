import DecompositionAnalysis
import StatisticalData

extension DecouplingStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = DecouplingComputation(study, definition: self, inputs: inputs)
        for area in inputs.areas { computation.addAll(area) }
        let builder = computation.builder
        let items = [pressure, driver] + (intensity.map { [$0] } ?? [])
        return StudyResult(
            study: study.id, kind: .decoupling, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: items.map {
                ResultItem(id: $0.rawValue, name: inputs.names[$0.rawValue] ?? LocalisedText(en: "", zh: ""))
            }, values: builder.values, notices: builder.notices,
            detail: .decoupling(
                DecouplingDetail(
                    pressure: pressure.rawValue, driver: driver.rawValue, intensity: intensity?.rawValue,
                    areas: inputs.areas, years: Array(years.from...years.to),
                    windows: (windows ?? []).map { Period.years($0.from, $0.to) }, lower: computation.bounds.lower,
                    upper: computation.bounds.upper, assumptions: assumptions ?? [])))
    }
}

/// The steps from annual changes to elasticities and states.
struct DecouplingComputation {
    let study: Study
    let definition: DecouplingStudy
    let inputs: DecouplingStudy.Inputs
    let bounds: Decoupling.Bounds
    var builder: ResultBuilder

    private var pressure: String { definition.pressure.rawValue }
    private var driver: String { definition.driver.rawValue }

    init(_ study: Study, definition: DecouplingStudy, inputs: DecouplingStudy.Inputs) {
        self.study = study
        self.definition = definition
        self.inputs = inputs
        let declared = definition.bounds
        bounds = Decoupling.Bounds(
            lower: declared?.lower ?? 0.8, upper: declared?.upper ?? 1.2, nearZero: (declared?.nearZero ?? 0.5) / 100)
        builder = ResultBuilder(study: study.id)
    }

    private func figures(_ indicator: Indicator.ID?, _ area: Area.ID) -> YearlyFigures {
        indicator.flatMap { inputs.figures[$0.rawValue]?[area.rawValue] } ?? YearlyFigures(changes: [:], levels: [:])
    }

    /// Every year of an area, then every window.
    mutating func addAll(_ area: Area.ID) {
        var pressures: [Int: FiledChange] = [:]
        var drivers: [Int: FiledChange] = [:]
        for year in definition.years.from...definition.years.to {
            let found = changes(area, year)
            pressures[year] = found.pressure
            drivers[year] = found.driver
            if let c = found.pressure, let g = found.driver { addState(area, .year(year), c, g) }
        }
        for window in definition.windows ?? [] {
            let c = whole(definition.pressure, area, window, pressures)
            let g = whole(definition.driver, area, window, drivers)
            if let c, let g { addState(area, .years(window.from, window.to), c, g) }
        }
    }

    /// The changes of a year; where one is missing, from the other and the intensity.
    private mutating func changes(
        _ area: Area.ID, _ year: Int
    ) -> (pressure: FiledChange?, driver: FiledChange?) {
        var c = builder.addChange(figures(definition.pressure, area), pressure, area, year)
        var g = builder.addChange(figures(definition.driver, area), driver, area, year)
        guard let intensity = definition.intensity, (c == nil) != (g == nil),
            let i = builder.addChange(figures(intensity, area), intensity.rawValue, area, year)
        else { return (c, g) }
        if c == nil, let driver = g {
            c = builder.addProduct(
                builder.key(pressure, "annual-change", area, .year(year)), [driver, i],
                formula: "formula-implied-pressure", "100 · ((1 + g/100) · (1 + i/100) − 1)", roles: ["g", "i"])
        } else if g == nil, let pressure = c, i.value > -100 {
            g = addImpliedDriver(area, year, pressure, i)
        }
        return (c, g)
    }

    private mutating func addImpliedDriver(
        _ area: Area.ID, _ year: Int, _ c: FiledChange, _ i: FiledChange
    ) -> FiledChange? {
        func quotient(_ c: Double, _ i: Double) -> Double { 100 * ((1 + c / 100) / (1 + i / 100) - 1) }
        var ends: (low: Double, high: Double)?
        if let lowest = c.low, let highest = c.high, let low = i.low, let high = i.high, low > -100 {
            ends = (quotient(lowest, high), quotient(highest, low))
        }
        let key = builder.add(
            builder.key(driver, "annual-change", area, .year(year)),
            .number(quotient(c.value, i.value), low: ends?.low, high: ends?.high), unit: .percent,
            formula: "formula-implied-driver", "100 · ((1 + c/100) / (1 + i/100) − 1)",
            from: [c.input("c"), i.input("i")])
        return FiledChange(key, in: builder)
    }

    /// The change over a window: the product of all its years, else from the levels at its ends.
    private mutating func whole(
        _ indicator: Indicator.ID, _ area: Area.ID, _ window: GrowthIdentityStudy.Years, _ yearly: [Int: FiledChange]
    ) -> FiledChange? {
        let key = builder.key(indicator.rawValue, "cumulative", area, .years(window.from, window.to))
        let years = Array(window.from...window.to)
        let parts = years.compactMap { yearly[$0] }
        if parts.count == years.count {
            return builder.addProduct(
                key, parts, formula: "formula-chain-of-changes", "100 · (Π (1 + r/100) − 1)",
                roles: years.map { "r(\($0))" })
        }
        let levels = figures(indicator, area)
        return FiledChange(builder.addRatio(key, levels, from: window.from - 1, to: window.to), in: builder)
    }
}
