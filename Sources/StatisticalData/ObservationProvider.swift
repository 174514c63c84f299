/// Whatever can answer queries for series: the ledger, or a few values in a test.
public protocol ObservationProvider {
    /// The observations of a series, one a period, in the order of the periods.
    ///
    /// - Parameter known: with a date, the newest vintage surely known on its last day; without, the newest of all.
    func series(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation]

    /// Every vintage of a series known by then, in the order of periods, then of the dates known.
    func vintages(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation]
}
