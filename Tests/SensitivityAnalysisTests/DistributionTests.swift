import Glibc
import SensitivityAnalysis
import Testing

/// Each distribution function turns its draws into uniform numbers.
@Suite struct DistributionTests {
    static let generator = CounterGenerator(seed: 20_260_301)
    static let count = 20_000

    private func draws(_ draw: (CounterGenerator, Int) -> Double) -> [Double] {
        (0..<Self.count).map { draw(Self.generator, $0) }
    }

    @Test func uniformAlongRunsInputsAndDraws() {
        #expect(chiSquare(draws { $0.uniform(run: $1, input: 0) }, bins: 20) < bound19)
        #expect(chiSquare(draws { $0.uniform(run: 0, input: $1) }, bins: 20) < bound19)
        #expect(chiSquare(draws { $0.uniform(run: 0, input: 0, draw: $1) }, bins: 20) < bound19)
    }

    /// A correlation of n independent pairs has standard deviation 1/sqrt n.
    @Test func neighboursAreUncorrelated() {
        let here = draws { $0.normal(run: $1, input: 1) }
        for next in [draws { $0.normal(run: $1 + 1, input: 1) }, draws { $0.normal(run: $1, input: 2) }] {
            #expect(abs(mean(zip(here, next).map { $0 * $1 })) < 4 / Double(Self.count).squareRoot())
        }
    }

    @Test func uniformStaysInItsInterval() {
        let values = draws { $0.uniform(run: $1, input: 9) } + draws { $0.openUniform(run: $1, input: 9) }
        #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    }

    @Test func integersFillTheirBins() {
        let values = draws { (Double($0.integer(below: 20, run: $1, input: 3)) + 0.5) / 20 }
        #expect(chiSquare(values, bins: 20) < bound19)
        #expect(QuantileFunctions.integer(below: 3, at: 0.30) == 0)
        #expect(QuantileFunctions.integer(below: 3, at: 0.35) == 1)
        #expect(QuantileFunctions.integer(below: 3, at: 0.45) == 1)
        #expect(QuantileFunctions.integer(below: 1, at: 0.999) == 0)
        #expect(QuantileFunctions.integer(below: 3, at: 1) == 2)
    }

    @Test func normalAndExponential() {
        let normal = draws {
            NormalDistribution.cumulative(($0.normal(mean: 3, standardDeviation: 2, run: $1, input: 4) - 3) / 2)
        }
        #expect(chiSquare(normal, bins: 20) < bound19)
        let exponential = draws { 1 - exp(-$0.exponential(mean: 5, run: $1, input: 5) / 5) }
        #expect(chiSquare(exponential, bins: 20) < bound19)
    }

    @Test func triangular() {
        let values = draws { $0.triangular(lowest: 1, mode: 2, highest: 5, run: $1, input: 6) }
        let uniform = values.map { $0 < 2 ? ($0 - 1) * ($0 - 1) / 4 : 1 - (5 - $0) * (5 - $0) / 12 }
        #expect(chiSquare(uniform, bins: 20) < bound19)
        #expect(QuantileFunctions.triangular(lowest: 2, mode: 2, highest: 2, at: 0.7) == 2)
    }

    /// Shape 1 is exponential; 2 has 1 - (1 + x) e^-x; 1/2 is half the square of a normal number.
    @Test func gamma() {
        let one = draws { 1 - exp(-$0.gamma(shape: 1, run: $1, input: 7)) }
        #expect(chiSquare(one, bins: 20) < bound19)
        let two = draws { generator, run in
            let x = generator.gamma(shape: 2, run: run, input: 8)
            return 1 - (1 + x) * exp(-x)
        }
        #expect(chiSquare(two, bins: 20) < bound19)
        let half = draws { erf($0.gamma(shape: 0.5, run: $1, input: 9).squareRoot()) }
        #expect(chiSquare(half, bins: 20) < bound19)
    }

    /// Share i has mean a_i/a and variance m (1 - m)/(a + 1); a share of two of (1, 1) is uniform.
    @Test func dirichlet() {
        let shares = (0..<5000).map { Self.generator.dirichlet([2, 3, 5], run: $0, input: 10) }
        for (index, expected) in [0.2, 0.3, 0.5].enumerated() {
            let error = (expected * (1 - expected) / 11 / 5000).squareRoot()
            #expect(isClose(mean(shares.map { $0[index] }), expected, 4 * error))
        }
        #expect(shares.allSatisfy { isClose($0.reduce(0, +), 1, 1e-14) })
        #expect(chiSquare(draws { $0.dirichlet([1, 1], run: $1, input: 11)[0] }, bins: 20) < bound19)
        let tiny = Self.generator.dirichlet([1e-5, 1e-5, 1e-5], run: 0, input: 12)
        #expect(isClose(tiny.reduce(0, +), 1, 1e-14))
    }
}
