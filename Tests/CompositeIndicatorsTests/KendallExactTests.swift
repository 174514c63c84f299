import CompositeIndicators
import Testing
import TestSupport

@Suite("Kendall's exact probabilities")
struct KendallExactTests {
    private func coefficient(_ first: [Int], _ second: [Int]) -> Correlation.Coefficient {
        Correlation.coefficient(first.map { Double($0) }, second.map { Double($0) }, method: .kendall)
    }

    /// scipy.stats.kendalltau 1.17.1, method "exact".
    @Test func known() {
        let five = coefficient([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])
        #expect(agrees(five.value, 0.6) && agrees(five.probability, 0.23333333333333334) && five.test == .exact)
        let ten = coefficient([3, 1, 4, 15, 9, 2, 6, 5, 35, 8], [2, 7, 1, 8, 28, 18, 4, 5, 9, 0])
        #expect(agrees(ten.probability, 0.7274895282186948))
        let thirty = coefficient(Array(0..<30), (0..<30).map { ($0 * 7) % 31 })
        #expect(agrees(thirty.probability, 0.37554633823535133))
        let fifty = coefficient(Array(0..<50), (0..<50).map { ($0 * 17 + 5) % 53 })
        #expect(agrees(fifty.probability, 0.7772450725262515))
    }

    /// Against counting over all orders of up to seven values.
    @Test(arguments: 3...7) func allOrders(count: Int) {
        let orders = permutations(Array(0..<count))
        let found = orders.map { coefficient(Array(0..<count), $0) }
        let taus = found.map { abs($0.value ?? 0) }
        for (tau, one) in zip(taus, found) where tau > 1e-12 {
            let share = Double(taus.count { $0 >= tau - 1e-12 }) / Double(orders.count)
            #expect(agrees(one.probability, share, 1e-12))
        }
        #expect(found.filter { abs($0.value ?? 1) < 1e-12 }.allSatisfy { agrees($0.probability, 1) })
    }

    @Test("Above 50 pairs, and with ties, the normal distribution")
    func normal() {
        #expect(coefficient(Array(0..<51), Array(0..<51)).test == .normal)
        #expect(coefficient([1, 2, 3, 3], [1, 2, 3, 4]).test == .normal)
        #expect(coefficient([1, 2], [1, 2]).test == nil)
        #expect(Correlation.coefficient([1, 2, 3], [1, 3, 2]).test == .student)
    }

    private func permutations(_ values: [Int]) -> [[Int]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { index in
            var rest = values
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
