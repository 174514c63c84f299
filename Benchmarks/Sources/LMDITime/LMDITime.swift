import DecompositionAnalysis
import Glibc

/// Times LMDI-I on generated figures: sectors by areas, chained over years, of activity, structure and intensity.
///
/// `lmdi-time SECTORS YEARS AREAS` prints `busy`, the milliseconds of processor time for all areas and steps, `cells`, the
/// cells decomposed, and `residual`, the largest relative residual of a step.
@main
enum LMDITime {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == 3, numbers.allSatisfy({ $0 > 1 }) else {
            print("usage: lmdi-time SECTORS YEARS AREAS, each above 1")
            exit(64)
        }
        let (sectors, years, areas) = (numbers[0], numbers[1], numbers[2])
        let names = (0..<sectors).map { "s\($0)" }
        var state: UInt64 = 20_261_125
        var (busy, residual) = (0.0, 0.0)
        for _ in 0..<areas {
            let factors = (0..<years).map { _ in Self.factors(sectors, &state) }
            let start = processorTime()
            var steps: [Decomposition] = []
            for year in 1..<years {
                let cells = FactorCells(
                    factors: ["activity", "structure", "intensity"], cells: names, start: factors[year - 1],
                    end: factors[year])
                steps.append(try Decomposition(cells))
            }
            let chain = Decomposition.chained(steps)
            busy += processorTime() - start
            guard chain?.effects.count == 3 else {
                print("The steps make no chain of three effects.")
                exit(1)
            }
            residual = max(residual, steps.map(\.residual).max() ?? 0)
        }
        print("busy \(busy)")
        print("cells \(sectors * (years - 1) * areas)")
        print("residual \(residual)")
    }

    /// Activity, shares that sum to one and intensities of a year.
    private static func factors(_ count: Int, _ state: inout UInt64) -> [[Double]] {
        let raw = (0..<count).map { _ in (uniform(&state), uniform(&state)) }
        let (activity, sum) = (1000 * (1 + uniform(&state)), raw.reduce(0) { $0 + $1.0 })
        return raw.map { [activity, $0.0 / sum, $0.1] }
    }

    /// A number above 0 and up to 1 (Knuth's MMIX generator).
    private static func uniform(_ state: inout UInt64) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double((state >> 33) + 1) / 2_147_483_648
    }

    /// The time this process has run, in milliseconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
