import DecompositionAnalysis
import StatisticalData

extension DecompositionStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a decomposition.
    struct Inputs: Codable, Sendable {
        let study: DecompositionStudy
        let homeArea: Area.ID
        let areas: [Area.ID]
        /// The names of the parts in order; one empty name where there is one cell.
        let cells: [String]
        /// The unit of the total's level.
        let unit: UnitOfMeasure?
        /// The names of series, by item.
        let names: [String: LocalisedText]
        /// Figures by item of the series and area.
        let figures: [String: [String: YearlyFigures]]
        /// The unit of each series, by item.
        let units: [String: UnitOfMeasure]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let chosen = areas.resolve(in: context.areas, at: study.place(of: "areas"), into: &collector)
        if years.from > years.to { collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years"))) }
        guard let identity = read(study, into: &collector) else {
            try collector.throwIfFaulty(in: study.place.file)
            throw Faults([])
        }
        check(identity, study, into: &collector)
        let (places, found) = indicators(study, context, into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        var figures: [String: [String: YearlyFigures]] = [:]
        for (item, indicator) in found {
            for area in chosen {
                figures[item, default: [:]][area.id.rawValue] = try YearlyFigures.read(
                    indicator, in: area.id, years: years, from: context, asKnownOn: asKnownOn)
            }
            let hasFigures = figures[item]?.values.contains { reads == .levels ? !$0.levels.isEmpty : $0.hasChanges }
            if hasFigures != true, let place = places[item] {
                collector.add(.noYearlyFigures(indicator.id.rawValue, at: place))
            }
        }
        let inputs = Inputs(
            study: self, homeArea: context.homeArea, areas: chosen.map(\.id), cells: cellNames,
            unit: found[Self.item(identity.target, cellNames[0])]?.unit,
            names: found.mapValues(\.name), figures: figures, units: found.mapValues(\.unit))
        try collector.throwIfFaulty(in: study.place.file)
        try checkFigures(study, identity, inputs, into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        return inputs
    }

    /// The item of a series: the name in the identity, and behind it the part.
    static func item(_ name: String, _ cell: String) -> String { cell.isEmpty ? name : name + "@" + cell }

    private var cellNames: [String] { cells.map { $0.keys.sorted() } ?? [""] }

    private func read(_ study: Study, into collector: inout FaultCollector) -> Identity? {
        do {
            return try Identity(self.identity)
        } catch {
            let place = study.place(of: "identity")
            for fault in error.list {
                collector.add(
                    Fault(fault.code, at: place, ["found": String(fault.found.prefix(60))]))
            }
            return nil
        }
    }

    /// Every series that the identity names must be there, and no other.
    private func check(_ identity: Identity, _ study: Study, into collector: inout FaultCollector) {
        guard (series == nil) != (cells == nil), (cells == nil) == (dimension == nil), cells?.isEmpty != true else {
            collector.add(.identitySeriesOrCells(at: study.place(of: "series")))
            return
        }
        if cells != nil, reads == .changes {
            collector.add(.identityChangesOfCells(at: study.place(of: "figures")))
        }
        let needsTarget = identity.needsTarget || reads == .levels
        let needed = identity.names.filter { $0 != identity.target || needsTarget }
        let groups = cells.map { cells in cells.keys.sorted().map { (["cells", $0], cells[$0] ?? [:]) } }
        for (path, given) in groups ?? [(["series"], series ?? [:])] {
            let place = study.place(of: path)
            for name in needed where given[name] == nil {
                collector.add(.identitySeriesMissing(name, at: place))
            }
            for name in given.keys.sorted() where !identity.names.contains(name) {
                collector.add(
                    .identitySeriesUnused(name, among: identity.names, at: study.place(of: path + [name])))
            }
        }
    }

    private func indicators(
        _ study: Study, _ context: StudyContext, into collector: inout FaultCollector
    ) -> (places: [String: Place], found: [String: Indicator]) {
        var places: [String: Place] = [:]
        var found: [String: Indicator] = [:]
        for cell in cellNames {
            let (path, given) = cell.isEmpty ? (["series"], series ?? [:]) : (["cells", cell], cells?[cell] ?? [:])
            for name in given.keys.sorted() {
                let place = study.place(of: path + [name])
                guard let id = given[name], let indicator = context.indicator(id, at: place, into: &collector) else {
                    continue
                }
                places[Self.item(name, cell)] = place
                found[Self.item(name, cell)] = indicator
            }
        }
        return (places, found)
    }

    /// Decomposes once, to tell all faults of identity and figures before anything is computed.
    private func checkFigures(
        _ study: Study, _ identity: Identity, _ inputs: Inputs, into collector: inout FaultCollector
    ) throws {
        var told: Set<String> = []
        for area in inputs.areas {
            for year in years.from...years.to {
                let figures = DecompositionFigures(self, inputs: inputs, area: area, year: year)
                do {
                    _ = try figures?.decomposition(identity)
                } catch let faults as DecompositionFaults {
                    for fault in faults.list where told.insert("\(fault)").inserted {
                        let found = fault.fault(in: study.place.file)
                        collector.add(Fault(found.code, at: study.place(of: "identity"), found.arguments))
                    }
                }
            }
        }
    }
}
