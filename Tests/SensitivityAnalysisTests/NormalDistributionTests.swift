import Glibc
import SensitivityAnalysis
import Testing

@Suite struct NormalDistributionTests {
    /// Wichura (1988), the check values given for PPND16.
    @Test(arguments: [(0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408)])
    func publishedQuantiles(_ p: Double, _ expected: Double) {
        #expect(isClose(NormalDistribution.quantile(p), expected, 2e-15 * abs(expected)))
    }

    @Test func quantileInvertsTheDistribution() {
        for exponent in stride(from: -300.0, through: -0.31, by: 0.37) {
            let p = pow(10, exponent)
            let x = NormalDistribution.quantile(p)
            #expect(isClose(NormalDistribution.cumulative(x), p, 1e-15 * (20 + x * x) * p))
        }
    }

    @Test func endsAndSymmetry() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(0.5) == 0)
        #expect(NormalDistribution.quantile(1.5).isNaN)
        #expect(NormalDistribution.quantile(.nan).isNaN)
        for p in [0.25, 0.125, 0x1p-20] {
            #expect(NormalDistribution.quantile(p) == -NormalDistribution.quantile(1 - p))
        }
    }

    @Test(arguments: [-1.0...2.0, 3.0...4.0, -9.0...(-8.0), -.infinity...0.5, 6.0 ... .infinity])
    func truncatedMatchesTheConditionalDistribution(_ bounds: ClosedRange<Double>) {
        let mirrored = bounds.lowerBound > 0
        let low = NormalDistribution.cumulative(mirrored ? -bounds.upperBound : bounds.lowerBound)
        let high = NormalDistribution.cumulative(mirrored ? -bounds.lowerBound : bounds.upperBound)
        for u in [0.01, 0.3, 0.5, 0.77, 0.999] {
            let x = QuantileFunctions.truncatedNormal(mean: 10, standardDeviation: 2, in: scaled(bounds), at: u)
            let z = (x - 10) / 2
            let share = (NormalDistribution.cumulative(mirrored ? -z : z) - low) / (high - low)
            #expect(isClose(mirrored ? 1 - share : share, u, 1e-12))
        }
    }

    private func scaled(_ bounds: ClosedRange<Double>) -> ClosedRange<Double> {
        10 + 2 * bounds.lowerBound...10 + 2 * bounds.upperBound
    }

    /// At 40 the tail is nearly exponential with rate 40: the density, exp(-x^2/2), integrated by Simpson's rule.
    @Test func farTail() {
        for u in [0.001, 0.1, 0.5, 0.9, 0.999] {
            let x = QuantileFunctions.truncatedNormal(mean: 0, standardDeviation: 1, in: 40...40.5, at: u)
            #expect(isClose(mass(from: 40, to: x) / mass(from: 40, to: 40.5), u, 1e-9))
            let mirror = QuantileFunctions.truncatedNormal(mean: 0, standardDeviation: 1, in: -40.5...(-40), at: 1 - u)
            #expect(isClose(mirror, -x, 1e-13 * 40))
        }
    }

    private func mass(from low: Double, to high: Double) -> Double {
        let steps = 2000
        let width = (high - low) / Double(steps)
        return (0...steps).reduce(0) { sum, step in
            let x = low + Double(step) * width
            let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
            return sum + weight * exp((1600 - x * x) / 2) * width / 3
        }
    }

    @Test func zeroSpreadGivesTheMeanInsideTheBounds() {
        #expect(QuantileFunctions.truncatedNormal(mean: 3, standardDeviation: 0, in: 1...2, at: 0.4) == 2)
    }
}
