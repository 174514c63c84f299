import Glibc
import SensitivityAnalysis
import Testing

/// Digits by mpmath 1.3.0 with 40 places: `betainc`, and its inverse by bisection.
@Suite struct StudentDistributionTests {
    @Test(arguments: [
        (-1, 1, 0.25), (-2.5, 2, 0.064805860110755404557), (-0.3, 3, 0.39188164601995952115),
        (-4, 5, 0.0051617077404157269022), (-12, 7, 3.1791551890925501353e-6), (-3, 30, 0.0026949820328259733064),
        (-1.5, 2.5, 0.12391822654314813056), (2, 4, 0.94194173824159220275),
    ])
    func probabilities(_ t: Double, _ degrees: Double, _ expected: Double) {
        #expect(isClose(StudentDistribution.cumulative(t, degreesOfFreedom: degrees), expected, 2e-14 * expected))
    }

    @Test(arguments: [
        (0.05, 2, -2.919985580353725687), (0.05, 3, -2.3533634348018238777), (0.025, 5, -2.5705818356363155147),
        (0.005, 10, -3.1692726726169512346), (0.05, 30, -1.6972608865939578486), (1e-6, 4, -41.577854150450974726),
        (0.3, 3, -0.58438972743981866911), (0.025, 120, -1.9799304050824408467), (0.1, 2.5, -1.7302509288071765896),
    ])
    func quantiles(_ p: Double, _ degrees: Double, _ expected: Double) {
        #expect(isClose(StudentDistribution.quantile(p, degreesOfFreedom: degrees), expected, 5e-14 * abs(expected)))
    }

    @Test func quantileInvertsTheDistribution() {
        for degrees in [1, 2, 3, 4.5, 9, 40, 1000] {
            for exponent in stride(from: -40.0, through: -0.31, by: 0.37) {
                let p = pow(10, exponent)
                let t = StudentDistribution.quantile(p, degreesOfFreedom: degrees)
                let back = StudentDistribution.cumulative(t, degreesOfFreedom: degrees)
                #expect(isClose(back, p, 1e-12 * p), "\(degrees) \(p) \(t)")
            }
        }
    }

    @Test func endsAndSymmetry() {
        let quantile = { StudentDistribution.quantile($0, degreesOfFreedom: 3) }
        #expect(quantile(0) == -.infinity)
        #expect(quantile(1) == .infinity)
        #expect(quantile(0.5) == 0)
        #expect(quantile(1.5).isNaN)
        #expect(quantile(.nan).isNaN)
        #expect(quantile(0.25) == -quantile(0.75))
        #expect(StudentDistribution.quantile(0.1, degreesOfFreedom: 0).isNaN)
        #expect(StudentDistribution.cumulative(1, degreesOfFreedom: -1).isNaN)
        #expect(StudentDistribution.cumulative(.infinity, degreesOfFreedom: 2) == 1)
        #expect(StudentDistribution.cumulative(-.infinity, degreesOfFreedom: 2) == 0)
        #expect(StudentDistribution.cumulative(0, degreesOfFreedom: 2) == 0.5)
    }

    /// With many degrees of freedom it is the normal distribution.
    @Test func tendsToTheNormal() {
        for x in [-3.0, -1, 0.5, 2] {
            let wide = StudentDistribution.cumulative(x, degreesOfFreedom: 1e7)
            #expect(isClose(wide, NormalDistribution.cumulative(x), 1e-7))
        }
    }

    @Test("I_x(a, b) = 1 - I_(1-x)(b, a), and I_x(a, 1) = x^a", arguments: [0.01, 0.3, 0.5, 0.77, 0.999])
    func beta(x: Double) {
        for (a, b) in [(0.5, 0.5), (2, 3), (24.5, 0.5), (100, 7)] {
            let one = IncompleteBeta.regularised(x, a, b)
            #expect(isClose(one + IncompleteBeta.regularised(1 - x, b, a), 1, 1e-13))
            #expect(isClose(IncompleteBeta.regularised(x, a, 1), pow(x, a), 1e-13))
        }
    }
}
