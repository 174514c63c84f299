import CompositeIndicators
import Testing

@Suite("Analytic hierarchy")
struct AnalyticHierarchyTests {
    /// The weights and ratio that NumPy's eigenvectors give with Saaty's random index of 1980.
    @Test("[[1, 3, 5], [1/3, 1, 3], [1/5, 1/3, 1]]: .6370, .2583, .1047, CR .0332")
    func known() throws {
        let found = try AnalyticHierarchy([[1, 3, 5], [1.0 / 3, 1, 3], [0.2, 1.0 / 3, 1]])
        for (weight, expected) in zip(found.weights, [0.6370, 0.2583, 0.1047]) {
            #expect(abs(weight - expected) < 5e-5)
        }
        #expect(abs((found.consistencyRatio ?? 1) - 0.0332) < 5e-5)
        #expect(found.randomIndex == 0.58)
        #expect(found.isConsistent == true)
        #expect(found.mostInconsistent().map(\.positions) == [[0, 1, 2]])
        #expect(agrees(found.mostInconsistent().first?.factor, 1.8))
    }

    @Test("Judgments made from weights give them back, CR 0", arguments: 2...10)
    func consistent(count: Int) throws {
        var random = WeightsRandom(UInt64(count))
        let weights = (0..<count).map { _ in 0.1 + random.next() }
        let found = try AnalyticHierarchy(weights.map { one in weights.map { one / $0 } })
        let sum = weights.reduce(0, +)
        for (weight, expected) in zip(found.weights, weights) { #expect(agrees(weight, expected / sum)) }
        #expect(abs(found.consistencyRatio ?? 1) < 1e-12)
    }

    @Test("Contradictions are told, the worst triple first")
    func inconsistent() throws {
        let found = try AnalyticHierarchy([
            [1, 2, 0.25, 4], [0.5, 1, 4, 2], [4, 0.25, 1, 1], [0.25, 0.5, 1, 1],
        ])
        #expect(found.isConsistent == false)
        #expect(found.mostInconsistent().count == 3)
        #expect(found.mostInconsistent().first?.positions == [0, 1, 2])
    }

    @Test("Faults are named; the group of one is the judge")
    func faults() throws {
        #expect(throws: AnalyticHierarchyError.notReciprocal(row: 1, column: 0)) {
            try AnalyticHierarchy([[1, 2], [2, 1]])
        }
        #expect(throws: AnalyticHierarchyError.notPositive(row: 0, column: 1)) {
            try AnalyticHierarchy([[1, 0], [0, 1]])
        }
        #expect(throws: AnalyticHierarchyError.notSquare(row: 1)) { try AnalyticHierarchy([[1, 2], [0.5]]) }
        #expect(throws: AnalyticHierarchyError.empty) { try AnalyticHierarchy(group: []) }
        let judge = [[1.0, 4], [0.25, 1]]
        #expect(agrees(try AnalyticHierarchy(group: [judge]).weights[0], 0.8))
    }
}
