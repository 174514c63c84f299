import EfficiencyAnalysis
import StatisticalData

extension EfficiencyStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a comparison of efficiency.
    struct Inputs: Codable, Sendable {
        let study: EfficiencyStudy
        let homeArea: Area.ID
        let areas: [Area.ID]
        /// The names of the areas, in the same order.
        let areaNames: [LocalisedText]
        let names: [String: LocalisedText]
        let units: [String: UnitOfMeasure]
        /// Levels by indicator, area and year.
        let figures: [String: [String: [Int: Observation]]]

        func value(_ indicator: String, _ area: Area.ID, _ year: Int) -> Double? {
            guard let unit = units[indicator] else { return nil }
            return figures[indicator]?[area.rawValue]?[year]?.value(in: unit)
        }
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let chosen = areas.resolve(in: context.areas, at: study.place(of: "areas"), into: &collector)
        if years.from > years.to { collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years"))) }
        if let bootstrap, !(2...100_000).contains(bootstrap.runs) || bootstrap.seed < 0 {
            collector.add(.bootstrapRange(bootstrap.runs, at: study.place(of: "bootstrap")))
        }
        if usedModel != .slacksBased, bads?.isEmpty == false {
            collector.add(.radialWithBads(at: study.place(of: "model")))
        }
        let keyed = inputs.map { ($0, "inputs") } + outputs.map { ($0, "outputs") } + (bads ?? []).map { ($0, "bads") }
        let found = keyed.compactMap { context.indicator($0, at: study.place(of: $1), into: &collector) }
        try collector.throwIfFaulty(in: study.place.file)
        var figures: [String: [String: [Int: Observation]]] = [:]
        for indicator in found {
            for area in chosen {
                let yearly = try YearlyFigures.read(
                    indicator, in: area.id, years: years, from: context, asKnownOn: asKnownOn)
                figures[indicator.id.rawValue, default: [:]][area.id.rawValue] = yearly.levels
                    .filter { $0.key >= years.from }
            }
        }
        let inputs = Inputs(
            study: self, homeArea: context.homeArea, areas: chosen.map(\.id), areaNames: chosen.map(\.shortName),
            names: Dictionary(found.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { $1 }),
            units: Dictionary(found.map { ($0.id.rawValue, $0.unit) }, uniquingKeysWith: { $1 }), figures: figures)
        checkFigures(study, inputs, into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        return inputs
    }

    /// A missing figure is a fault, never taken for zero; so is what the method cannot use.
    private func checkFigures(_ study: Study, _ inputs: Inputs, into collector: inout FaultCollector) {
        let place = study.place(of: "areas")
        var isWhole = true
        for year in years.from...years.to {
            for area in inputs.areas {
                for variable in variables where inputs.value(variable.rawValue, area, year) == nil {
                    let unit = [variable.rawValue, area.rawValue, String(year)].joined(separator: " · ")
                    collector.add(Fault("efficiency-missing", at: place, ["unit": unit]))
                    isWhole = false
                }
            }
        }
        guard isWhole else { return }
        for year in years.from...years.to {
            do {
                _ = try data(inputs, year: year)
            } catch {
                for fault in error.list {
                    let found = fault.fault(in: study.place.file, period: String(year))
                    collector.add(Fault(found.code, at: place, found.arguments))
                }
            }
        }
    }

    /// The data of a year as the method takes them.
    ///
    /// - Parameter countsBadsAsInputs: for the radial score, which knows no bad outputs.
    func data(
        _ inputs: Inputs, year: Int, countsBadsAsInputs: Bool = false
    ) throws(EfficiencyFaults) -> ProductionData {
        func variables(_ ids: [Indicator.ID]) -> [ProductionData.Variable] {
            ids.map { id in
                ProductionData.Variable(
                    name: id.rawValue, values: inputs.areas.compactMap { inputs.value(id.rawValue, $0, year) })
            }
        }
        let bads = bads ?? []
        return try ProductionData(
            units: inputs.areas.map(\.rawValue), inputs: variables(self.inputs + (countsBadsAsInputs ? bads : [])),
            outputs: variables(outputs), bads: countsBadsAsInputs ? [] : variables(bads))
    }
}
