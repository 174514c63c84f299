import Foundation
import Testing
import TestSupport

@testable import DecompositionAnalysis

/// The logarithmic mean, also near equal numbers, at zero and below.
struct LogarithmicMeanTests {
    @Test func limits() {
        #expect(LogarithmicMean.of(7, 7) == 7)
        #expect(LogarithmicMean.of(0, 7) == 0 && LogarithmicMean.of(7, 0) == 0 && LogarithmicMean.of(0, 0) == 0)
        #expect(LogarithmicMean.of(-1, 7) == nil && LogarithmicMean.logRatio(1, -1) == nil)
        #expect(LogarithmicMean.logRatio(0, 1) == nil)
        #expect(LogarithmicMean.of(1e308, 1.5e308)?.isFinite == true)
        #expect(LogarithmicMean.logRatio(1e300, 1e-300).map { abs($0 - 600 * log(10)) < 1e-10 } == true)
    }

    /// L(e, 1) = e - 1; the mean lies between the geometric and the arithmetic one. Seed 1.
    @Test func values() {
        #expect(LogarithmicMean.of(M_E, 1).map { abs($0 - (M_E - 1)) < 1e-15 } == true)
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let (a, b) = (exp(20 * random.uniform() - 10), exp(20 * random.uniform() - 10))
            guard let mean = LogarithmicMean.of(a, b), let other = LogarithmicMean.of(b, a) else {
                Issue.record("no mean of \(a) and \(b)")
                continue
            }
            #expect(mean >= (a * b).squareRoot() * (1 - 1e-12) && mean <= (a + b) / 2 * (1 + 1e-12))
            #expect(abs(mean - other) <= 1e-15 * mean)
            #expect(LogarithmicMean.of(-a, -b) == -mean)
        }
    }

    /// Series and artanh agree to the last digits where one takes over.
    @Test(arguments: [0.5, 0.9, 0.999]) func bothFormsAgree(share: Double) {
        let ratio = share * LogarithmicMean.switchPoint
        let exact = atanh(ratio) / ratio
        #expect(abs(LogarithmicMean.series(ratio) - exact) <= 1e-15 * exact)
    }

    /// One digit beside equality: the plain quotient would lose half of its digits.
    @Test func nearEquality() {
        let a = 1 + 1e-9
        #expect(LogarithmicMean.of(a, 1).map { abs($0 - (1 + a) / 2) < 1e-15 } == true)
    }

    @Test func compensatedSum() {
        #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
    }
}
