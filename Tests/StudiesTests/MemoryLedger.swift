import StatisticalData

/// A ledger of a few observations in memory.
struct MemoryLedger: ObservationProvider {
    private let bySeries: [SeriesKey: [Observation]]

    init(_ observations: [Observation]) {
        bySeries = Dictionary(grouping: observations, by: \.series)
    }

    func vintages(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        (bySeries[key] ?? []).filter { observation in
            known.map { observation.knownOn.latestDay <= $0.latestDay } ?? true
        }.sorted { ($0.period, $0.knownOn) < ($1.period, $1.knownOn) }
    }

    func series(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        let groups = Dictionary(grouping: try vintages(key, asKnownOn: known), by: \.period)
        return groups.sorted { $0.key < $1.key }.compactMap { Vintages.newest($0.value) }
    }
}
