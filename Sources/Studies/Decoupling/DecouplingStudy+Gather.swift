import StatisticalData

extension DecouplingStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a decoupling.
    struct Inputs: Codable, Sendable {
        let study: DecouplingStudy
        let homeArea: Area.ID
        let areas: [Area.ID]
        let names: [String: LocalisedText]
        /// Figures by indicator and area.
        let figures: [String: [String: YearlyFigures]]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let chosen = areas.resolve(in: context.areas, at: study.place(of: "areas"), into: &collector)
        checkYears(study, into: &collector)
        let named = [(pressure, "pressure"), (driver, "driver")] + (intensity.map { [($0, "intensity")] } ?? [])
        let found = named.compactMap { context.indicator($0, at: study.place(of: $1), into: &collector) }
        try collector.throwIfFaulty(in: study.place.file)
        var figures: [String: [String: YearlyFigures]] = [:]
        for indicator in found {
            for area in chosen {
                figures[indicator.id.rawValue, default: [:]][area.id.rawValue] = try YearlyFigures.read(
                    indicator, in: area.id, years: years, from: context, asKnownOn: asKnownOn)
            }
        }
        let empty = named.filter { id, _ in figures[id.rawValue]?.values.contains { $0.hasChanges } != true }
        let isFilled = intensity != nil && empty.count < 2
        for (id, key) in empty where !isFilled || key == "intensity" {
            collector.add(.noYearlyFigures(id.rawValue, at: study.place(of: key)))
        }
        try collector.throwIfFaulty(in: study.place.file)
        return Inputs(
            study: self, homeArea: context.homeArea, areas: chosen.map(\.id),
            names: Dictionary(found.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { $1 }), figures: figures)
    }

    private func checkYears(_ study: Study, into collector: inout FaultCollector) {
        if years.from > years.to { collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years"))) }
        for window in windows ?? [] {
            let place = study.place(of: "windows")
            if window.from > window.to {
                collector.add(.yearsReversed(window.from, window.to, at: place))
            } else if window.from < years.from || window.to > years.to {
                collector.add(.windowOutside(window.from, window.to, at: place))
            }
        }
        let (lower, upper) = (bounds?.lower ?? 0.8, bounds?.upper ?? 1.2)
        if !(lower > 0 && lower < upper) {
            collector.add(.boundsNotAscending(lower, upper, at: study.place(of: "bounds")))
        }
    }
}
