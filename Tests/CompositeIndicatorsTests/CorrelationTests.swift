import CompositeIndicators
import Foundation
import Testing

@Suite("Correlation")
struct CorrelationTests {
    private let x: [Double?] = [1, 2, 2, 3, 5, 4, 7, 7, 8, 6]
    private let y: [Double?] = [2, 1, 3, 3, 6, 4, 6, 9, 7, 7]

    @Test("Against the plain formula on pairs that are complete", arguments: 1...10)
    func naive(seed: UInt64) {
        var random = WeightsRandom(seed)
        let scores = random.matrix(units: 30, codes: ["a", "b"], missing: 0.2)
        let found = Correlation.coefficient(scores.column(0), scores.column(1))
        let pairs = zip(scores.column(0), scores.column(1)).compactMap { one, other in
            one.flatMap { x in other.map { (x, $0) } }
        }
        let count = Double(pairs.count)
        let sums = pairs.reduce((0.0, 0.0, 0.0, 0.0, 0.0)) { sums, pair in
            (
                sums.0 + pair.0, sums.1 + pair.1, sums.2 + pair.0 * pair.0, sums.3 + pair.1 * pair.1,
                sums.4 + pair.0 * pair.1
            )
        }
        let below = (count * sums.2 - sums.0 * sums.0) * (count * sums.3 - sums.1 * sums.1)
        #expect(found.pairs == pairs.count)
        #expect(agrees(found.value, (count * sums.4 - sums.0 * sums.1) / below.squareRoot(), 1e-10))
    }

    @Test(
        "Two-sided probabilities in closed form: 1 - |r| for four pairs, arcsine for three",
        arguments: [-0.9, 0.1, 0.6])
    func probability(r: Double) {
        #expect(agrees(Correlation.Significance.twoSided(correlation: r, pairs: 4), 1 - abs(r), 1e-14))
        let three = 2 / Double.pi * asin((1 - r * r).squareRoot())
        #expect(agrees(Correlation.Significance.twoSided(correlation: r, pairs: 3), three, 1e-14))
        #expect(Correlation.Significance.twoSided(correlation: r, pairs: 2) == nil)
    }

    @Test("Kendall's tau-b with ties by hand: 4/5")
    func kendall() {
        let found = Correlation.coefficient([1, 2, 2, 3], [1, 2, 3, 3], method: .kendall)
        #expect(agrees(found.value, 0.8))
    }

    /// scipy.stats 1.17.1: pearsonr, spearmanr, kendalltau(method: asymptotic).
    @Test(
        "Values and probabilities of ten pairs with ties, SciPy 1.17",
        arguments: [
            (Correlation.Method.pearson, 0.9123930377604459, 0.00023159463264676574),
            (.spearman, 0.904619666848795, 0.0003222687551105896),
            (.kendall, 0.8000553690695199, 0.0019219310175841537),
        ])
    func known(method: Correlation.Method, value: Double, probability: Double) {
        let found = Correlation.coefficient(x, y, method: method)
        #expect(agrees(found.value, value))
        #expect(abs((found.probability ?? 1) / probability - 1) < 1e-11)
    }

    @Test("Ranks are all that Spearman and Kendall see", arguments: [Correlation.Method.spearman, .kendall])
    func ranks(method: Correlation.Method) {
        let plain = Correlation.coefficient(x, y, method: method)
        let bent = Correlation.coefficient(x.map { $0.map { exp($0) } }, y.map { $0.map { $0 * $0 } }, method: method)
        #expect(plain == bent)
        #expect(Correlation.coefficient(x, x, method: method).value == 1)
    }

    @Test("Constant columns and single pairs are undefined")
    func undefined() {
        for method in Correlation.Method.allCases {
            #expect(Correlation.coefficient([1, 1, 1], [1, 2, 3], method: method).value == nil)
            #expect(Correlation.coefficient([1, nil], [1, 2], method: method).value == nil)
            #expect(Correlation.coefficient([1, nil], [1, 2], method: method).pairs == 1)
        }
    }

    @Test("Strong negative pairs are told, and direction turns the sign")
    func strong() {
        let scores = IndicatorMatrix(units: ["u", "v", "w"], codes: ["a", "b"], columns: [[1, 2, 3], [3, 2, 1.1]])
        var metadata = flat(["a", "b"])
        let found = Correlation.strongPairs(scores, metadata: metadata, adjustsDirection: true)
        #expect(found.count == 1 && (found[0].coefficient.value ?? 0) < -0.9)
        metadata[1].direction = -1
        let turned = Correlation.strongPairs(scores, metadata: metadata, adjustsDirection: true)
        #expect((turned[0].coefficient.value ?? 0) > 0.9)
        let table = Correlation.table(scores, directions: ["b": -1])
        #expect(table[0][1] == table[1][0] && table[0][1].value == turned[0].coefficient.value)
    }
}
