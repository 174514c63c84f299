import LedgerStore
import StatisticalData

/// What the ledger holds of the series a table is about, read once a series.
struct LedgerView {
    private let ledger: Ledger
    private var series: [SeriesKey: [Period: [Observation]]] = [:]
    private var held = 0

    /// Observations held before the memory is given back.
    private static let limit = 200_000

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// What a figure is to the ledger.
    ///
    /// - Throws: a `Fault` when the ledger holds another figure of the same date and source.
    mutating func status(of figure: ImportedFigure, at place: Place) throws -> FigureStatus {
        let vintages = try vintages(figure.series)[figure.period] ?? []
        func isSame(_ observation: Observation) -> Bool {
            if observation.unit == figure.unit { return observation.value == figure.value }
            return observation.value(in: figure.unit) == figure.value
        }
        if let twin = vintages.first(where: { $0.knownOn == figure.knownOn && $0.source == figure.source }) {
            guard isSame(twin) else { throw Fault.importLedgerConflict(with: twin.place, at: place) }
            return .known
        }
        guard let newest = Vintages.newest(vintages) else { return .new }
        return isSame(newest) ? .unchanged : .revised
    }

    private mutating func vintages(_ key: SeriesKey) throws -> [Period: [Observation]] {
        if let known = series[key] { return known }
        let observations = try ledger.vintages(key, asKnownOn: nil)
        if held > Self.limit {
            series.removeAll()
            held = 0
        }
        held += observations.count + 1
        let grouped = Dictionary(grouping: observations, by: \.period)
        series[key] = grouped
        return grouped
    }
}
