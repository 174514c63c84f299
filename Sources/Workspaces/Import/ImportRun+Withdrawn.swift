import LedgerStore
import StatisticalData

extension ImportRun {
    /// Tells the figures that the ledger has from the sources of the table and that the table does not have.
    ///
    /// Of a full delivery all of them; else those of its series between the first and the last period it has of the
    /// series: an addition of new periods takes nothing back. A figure already given as missing is not told again.
    func tellWithdrawn(_ ledger: Ledger, isFull: Bool, into outcome: inout ImportOutcome) throws {
        let sources = duplicates.sourcesOfSeries
        let isPresent = duplicates.presence()
        let spans = duplicates.spans()
        let all = Set(sources.values.joined())
        let keys = isFull ? try ledger.series(from: all).union(sources.keys) : Set(sources.keys)
        for key in keys.sorted() {
            for figure in try ledger.series(key, asKnownOn: nil) {
                let months = figure.period.firstMonth...(figure.period.firstMonth + figure.period.months - 1)
                let isCovered =
                    isFull
                    || spans[key].map {
                        $0.contains(months.lowerBound)
                            && $0.contains(months.upperBound)
                    } ?? false
                let isOwn = isFull ? all.contains(figure.source) : sources[key]?.contains(figure.source) ?? false
                guard figure.value != nil, isCovered, isOwn, !isPresent(key, figure.period) else { continue }
                outcome.withdrawn += 1
                faults.add(.importWithdrawn(figure, at: Place(file: file.name)))
            }
        }
    }
}
