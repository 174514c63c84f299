import StatisticalData

extension GrowthIdentityStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a growth identity.
    struct Inputs: Codable, Sendable {
        let study: GrowthIdentityStudy
        let homeArea: Area.ID
        let areas: [Area.ID]
        let names: [String: LocalisedText]
        /// Annual changes by indicator, area and year.
        let changes: [String: [String: [Int: Observation]]]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let chosen = areas.resolve(in: context.areas, at: study.place(of: "areas"), into: &collector)
        let known = context.areas.areas.map(\.id)
        for peer in peers ?? [] where context.areas[peer] == nil {
            collector.add(.unknownArea(peer.rawValue, among: known, at: study.place(of: "peers")))
        }
        if years.from > years.to { collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years"))) }
        let named =
            [(ratio, "ratio"), (numerator, "numerator")] + (publishedGrowth.map { [($0, "published-growth")] } ?? [])
        let wanted = named.map(\.0)
        let found = named.map { context.indicator($0, at: study.place(of: $1), into: &collector) }
        try collector.throwIfFaulty(in: study.place.file)
        var changes: [String: [String: [Int: Observation]]] = [:]
        for indicator in wanted {
            for area in chosen {
                changes[indicator.rawValue, default: [:]][area.id.rawValue] = try annual(indicator, area.id, context)
            }
        }
        return Inputs(
            study: self, homeArea: context.homeArea, areas: chosen.map(\.id),
            names: Dictionary(found.compactMap { $0.map { ($0.id.rawValue, $0.name) } }, uniquingKeysWith: { $1 }),
            changes: changes)
    }

    private func annual(
        _ indicator: Indicator.ID, _ area: Area.ID, _ context: StudyContext
    ) throws -> [Int: Observation] {
        let series = try context.ledger.series(SeriesKey(indicator, .annualChange, in: area), asKnownOn: asKnownOn)
        let pairs = series.compactMap { observation -> (Int, Observation)? in
            guard let year = observation.period.simpleYear, (years.from...years.to).contains(year) else { return nil }
            return (year, observation)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
