import CompositeIndicators
import Testing

@Suite("Outranking and benefit of the doubt")
struct OutrankingTests {
    @Test("o_ji = 1 - o_ij, Copeland scores sum to zero, gaps or not", arguments: [0.0, 0.3])
    func complement(missing: Double) {
        var random = WeightsRandom(11)
        let scores = random.matrix(units: 20, codes: SmallTree.codes, missing: missing)
        let found = Outranking(
            criteria: scores.codes.indices.map { scores.column($0) }, weights: [1, 2, 3, 0.5, 0.25, 7], count: 20)
        for first in 0..<20 {
            #expect(found[first, first] == 0)
            for second in 0..<first { #expect(agrees(found[first, second], 1 - found[second, first], 1e-15)) }
        }
        #expect(found.copelandScores.reduce(0, +) == 0)
    }

    @Test("The order of units does not matter where values are missing")
    func order() {
        let columns: [[Double?]] = [[1, 2, nil, 4], [nil, 3, 2, 1], [5, nil, 6, 7]]
        let forward = Outranking(criteria: columns, weights: [1, 1, 1], count: 4).copelandScores
        let backward = Outranking(criteria: columns.map { $0.reversed() }, weights: [1, 1, 1], count: 4)
        #expect(forward == backward.copelandScores.reversed())
    }

    @Test("Three units, two criteria, by hand")
    func byHand() {
        let found = Outranking(criteria: [[3, 2, 1], [1, 1, nil]], weights: [2, 1], count: 3)
        #expect(agrees(found[0, 1], 2.0 / 3 + 1.0 / 6))
        #expect(found[0, 2] == 1)
        #expect(found.copelandScores == [2, 0, -2])
        #expect(found.dominantPairs == 2)
        #expect(agrees(found.dominanceShare, 2.0 / 3))
    }

    @Test("A pair without a common criterion is even, and named")
    func nothingInCommon() {
        let found = Outranking(criteria: [[1, nil], [nil, 1]], weights: [1, 1], count: 2)
        #expect(found[0, 1] == 0.5)
        #expect(found.withoutComparison == [[0, 1]])
        #expect(found.copelandScores == [0, 0])
        #expect(Outranking(criteria: [], weights: [], count: 0).copelandScores.isEmpty)
    }
}
