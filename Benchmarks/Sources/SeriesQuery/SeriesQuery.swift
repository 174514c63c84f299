import Glibc
import LedgerStore
import StatisticalData

/// Builds a ledger of a given number of rows and times queries for series by key.
///
/// `series-query FOLDER ROWS QUERIES` prints `rows` and, in milliseconds, `build`, `median`, `p99` and `slowest`; of
/// the time on the processor alone `busy-p99`, which other load on the machine does not stretch.
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
        var busy: [Duration] = []
        for _ in 0..<queries {
            let key = generated.key(numbers.below(generated.seriesCount))
            var found: [Observation] = []
            let start = processorTime()
            times.append(try clock.measure { found = try ledger.series(key, asKnownOn: nil) })
            busy.append(processorTime() - start)
            guard found.count == generated.years else { fatalError("\(found.count) observations of \(key)") }
        }
        times.sort()
        busy.sort()
        print("rows \(generated.seriesCount * generated.years)")
        print("build \(build.milliseconds)")
        print("median \(times[times.count / 2].milliseconds)")
        print("p99 \(times[times.count * 99 / 100].milliseconds)")
        print("slowest \(times[times.count - 1].milliseconds)")
        print("busy-p99 \(busy[busy.count * 99 / 100].milliseconds)")
    }

    /// The time all threads of this process have run.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension Duration {
    /// In milliseconds.
    var milliseconds: Double { self / .milliseconds(1) }
}
