import CompositeIndicators
import Testing

@Suite("Principal components")
struct PrincipalComponentsTests {
    @Test("Two columns: eigenvalues 1 + r and 1 - r, equal loadings")
    func two() throws {
        let scores = IndicatorMatrix(
            units: ["u", "v", "w", "x"], codes: ["a", "b"], columns: [[1, 2, 3, nil], [1, 3, 2, 9]])
        let found = try PrincipalComponents(scores, codes: ["a", "b"])
        #expect(found.units == ["u", "v", "w"])
        #expect(agrees(found.eigenvalues[0], 1.5) && agrees(found.eigenvalues[1], 0.5))
        #expect(agrees(found.varianceShares[0], 0.75))
        let weights = found.firstComponentWeights
        #expect(agrees(weights.byCode["a"], 0.5.squareRoot()) && !weights.hasMixedSigns)
    }

    @Test("Rotation keeps what the components explain of each indicator; handbook weights sum to 1")
    func rotation() throws {
        var random = WeightsRandom(12)
        var scores = random.matrix(units: 40, codes: SmallTree.codes)
        for unit in scores.units.indices {
            for column in [1, 2] { scores[unit, column] = (scores[unit, 0] ?? 0) + (scores[unit, column] ?? 0) / 3 }
            scores[unit, 4] = (scores[unit, 3] ?? 0) + (scores[unit, 4] ?? 0) / 3
        }
        let found = try PrincipalComponents(scores, codes: SmallTree.codes)
        let kept = found.eigenvalues.filter { $0 > 1 }.count
        let rotated = found.rotatedLoadings()
        #expect(rotated.count == kept && kept >= 2)
        for indicator in SmallTree.codes.indices {
            let before = (0..<kept).reduce(0) {
                $0 + found.eigenvalues[$1] * found.vectors[$1][indicator] * found.vectors[$1][indicator]
            }
            #expect(agrees(rotated.reduce(0) { $0 + $1[indicator] * $1[indicator] }, before))
        }
        #expect(agrees(found.handbookWeights().byCode.values.reduce(0, +), 1))
        #expect(found.rotatedLoadings(.varianceShare(1)).count == 6)
        let groups = rotated.map { row in Set(row.indices.filter { abs(row[$0]) > 0.7 }) }
        #expect(groups.contains { $0.isSuperset(of: [0, 1, 2]) && !$0.contains(3) })
        #expect(groups.contains { $0.isSuperset(of: [3, 4]) && !$0.contains(0) })
    }

    @Test("Faults are named")
    func faults() {
        let scores = IndicatorMatrix(
            units: ["u", "v", "w"], codes: ["a", "b"], columns: [[1, 2, nil], [3, 3, 3]])
        #expect(throws: WeightingError.tooFewUnits(found: 2, needed: 3)) {
            try PrincipalComponents(scores, codes: ["a", "b"])
        }
        #expect(throws: WeightingError.constant(element: "b")) { try PrincipalComponents(scores, codes: ["b"]) }
        #expect(throws: WeightingError.unknown(element: "z")) { try PrincipalComponents(scores, codes: ["z"]) }
    }
}
