import CompositeIndicators
import Reports
import StatisticalData
import Studies

extension Messages {
    /// What the steps did, in a line each.
    ///
    /// - Parameter units: the units of the data before screening.
    func tell(_ record: IndexRecipe.Record, units: [String]) {
        // Units as labelled by the caller: those of a panel carry their times.
        let left = zip(record.screening, units).filter { !$0.0.included }
        let lost = record.denomination.map { units[$0.unit] + " " + $0.indicator }
        let untreated = record.treatment.filter { $0.outcome.status == .stillFailing }.map(\.indicator)
        tell("index-undivided", "cells", lost)
        tell("index-untreated", "codes", untreated)
        if !record.imputed.isEmpty { tell("index-imputed", ["count": String(record.imputed.count)]) }
        tell("index-screened", "units", left.filter { $0.0.forced == nil }.map(\.1), all: true)
        tell("index-dropped", "units", left.filter { $0.0.forced == false }.map(\.1), all: true)
        tell("index-negative-weights", "codes", record.negativeWeights, all: true)
        if let optimum = record.optimum { tell(optimum) }
    }

    /// A line that names something, if there is anything to name.
    private func tell(_ key: String, _ name: String, _ words: [String], all: Bool = false) {
        if words.isEmpty { return }
        tell(key, [name: all ? words.joined(separator: ", ") : Self.listed(words)])
    }

    private func tell(_ optimum: Weighting.Optimum) {
        let found = optimum.correlations.values
        tell(
            "index-optimised",
            [
                "count": String(found.count), "low": short(found.min() ?? 0), "high": short(found.max() ?? 0),
                "sum": short(optimum.correlationSum),
            ])
        if optimum.residual > Weighting.evenResidual {
            tell([.unevenInfluence(residual: short(optimum.residual), at: Place(file: "--weights"))])
        }
    }
}
