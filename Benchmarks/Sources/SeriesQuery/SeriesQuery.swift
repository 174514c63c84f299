import LedgerStore
import StatisticalData

/// Builds a ledger of a given number of rows and times queries for series by key.
///
/// `series-query FOLDER ROWS QUERIES` prints `rows`, `build`, `median`, `p99` and `slowest`, in milliseconds.
@main
enum SeriesQuery {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let rows = Int(arguments[2]), let queries = Int(arguments[3]), rows > 0, queries > 0
        else { fatalError("usage: series-query FOLDER ROWS QUERIES") }
        let path = arguments[1] + "/ledger.sqlite"
        let clock = ContinuousClock()
        let generated = GeneratedLedger(rows: rows)
        let build = try clock.measure { try generated.write(to: path) }

        let ledger = try Ledger(path: path)
        var numbers = SeededNumbers(state: 1)
        var times: [Duration] = []
        for _ in 0..<queries {
            let key = generated.key(numbers.below(generated.seriesCount))
            var found: [Observation] = []
            times.append(try clock.measure { found = try ledger.series(key, asKnownOn: nil) })
            guard found.count == generated.years else { fatalError("\(found.count) observations of \(key)") }
        }
        times.sort()
        print("rows \(generated.seriesCount * generated.years)")
        print("build \(build.milliseconds)")
        print("median \(times[times.count / 2].milliseconds)")
        print("p99 \(times[times.count * 99 / 100].milliseconds)")
        print("slowest \(times[times.count - 1].milliseconds)")
    }
}

extension Duration {
    /// In milliseconds.
    var milliseconds: Double { self / .milliseconds(1) }
}
