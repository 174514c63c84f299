import LedgerStore
public import StatisticalData

/// The figures of a workspace as they were when it was opened: batches that are added later are not seen.
///
/// It can be kept after the workspace is let go; any number of threads may ask.
public struct LedgerFigures: ObservationProvider, Sendable {
    /// The series there are, in their order.
    public let series: [SeriesKey]
    fileprivate let ledger: Ledger
    fileprivate let batches: Set<String>

    fileprivate init(_ ledger: Ledger) throws {
        self.ledger = ledger
        batches = Set(try ledger.batches().map(\.file))
        series = try ledger.series()
    }

    /// The newest vintage of each period of a series, as known on a date.
    public func series(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        let vintages = try vintages(key, asKnownOn: known)
        let periods = Dictionary(grouping: vintages, by: \.period)
        return periods.sorted { $0.key < $1.key }.compactMap { Vintages.newest($0.value) }
    }

    /// Every vintage of a series known by then, in the order of periods, then of the dates known.
    public func vintages(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        try ledger.vintages(key, asKnownOn: known).filter { batches.contains($0.place.file) }
    }
}

extension LedgerFigures {
    /// What became known when, by batch, the newest first.
    public func arrivals() throws -> [(file: String, knownOn: KnownDate, figures: Int)] {
        try ledger.arrivals().filter { batches.contains($0.file) }.map { ($0.file, $0.knownOn, $0.figures) }
    }
}

extension OpenWorkspace {
    /// The figures as they are now.
    public func figures() throws -> LedgerFigures { try LedgerFigures(ledger) }
}
