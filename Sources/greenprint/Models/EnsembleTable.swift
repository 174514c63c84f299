import SystemDynamics

/// The bands of an ensemble as comma-separated text: a row for each time and variable.
struct EnsembleTable {
    let ensemble: Ensemble
    let quantiles: [Double]

    /// Prints the bands over the runs of all spools; run i stands in spool i modulo their number.
    func print(_ spools: [EnsembleSpool], _ messages: Messages) throws {
        Output.print(
            CSVLine.text(
                ["time", "variable", "runs", "mean", "sd"] + quantiles.map { "q" + SimulationTable.number($0 * 100) }))
        let total = ensemble.specification.runs
        let names = ensemble.names
        // Some times together, so that each read of a run is worth its while and memory stays bounded.
        let together = max(1, (64 << 20) / max(1, total * names.count * 8))
        var excluded = 0
        var start = 0
        while start < ensemble.times.count {
            let count = min(together, ensemble.times.count - start)
            let parts = try spools.map { try $0.columns(from: start * names.count, count: count * names.count) }
            var text = ""
            for offset in 0..<count {
                for (place, name) in names.enumerated() {
                    let values = (0..<total).map { run in
                        parts[run % spools.count][run / spools.count][offset * names.count + place]
                    }
                    let summary = EnsembleSummary(values, quantiles: quantiles)
                    excluded = max(excluded, total - summary.count)
                    let numbers = [summary.mean, summary.variance.squareRoot()] + summary.quantiles
                    text += SimulationTable.number(ensemble.times[start + offset]) + ","
                    text += CSVLine.text([name]).dropLast() + ",\(summary.count),"
                    text += numbers.map(SimulationTable.number).joined(separator: ",") + "\n"
                }
            }
            Output.print(text)
            start += count
        }
        if excluded > 0 { messages.tell("ensemble-excluded", ["count": String(excluded), "total": String(total)]) }
    }
}
