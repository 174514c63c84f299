import CompositeIndicators
import Testing

@Suite("Weights")
struct WeightingTests {
    @Test("Effective weights multiply shares, and sum to 1 at every level")
    func effective() throws {
        let found = try Weighting.effective(SmallTree.metadata, weights: SmallTree.weights)
        #expect(found["i"] == 1)
        #expect(agrees(found["p"], 2.0 / 3))
        #expect(agrees(found["b"], 2.0 / 3 * 0.5))
        #expect(agrees(SmallTree.codes.reduce(0) { $0 + (found[$1] ?? 0) }, 1))
        #expect(throws: WeightingError.negativeWeight(element: "b")) {
            try Weighting.effective(SmallTree.metadata, weights: ["b": -1])
        }
        #expect(throws: WeightingError.weightsAllZero(aggregate: "i")) {
            try Weighting.effective(SmallTree.metadata, weights: ["p": 0, "q": 0])
        }
    }

    @Test("Weights by spread sum to 1 and do not change with the order of the units")
    func dispersion() throws {
        var random = WeightsRandom(2)
        let scores = random.matrix(units: 20, codes: ["a", "b", "c"])
        let reversed = IndicatorMatrix(
            units: scores.units.reversed(), codes: scores.codes,
            columns: scores.codes.indices.map { scores.column($0).reversed() })
        for (found, other) in zip(try all(scores), try all(reversed)) {
            #expect(agrees(found.weights.reduce(0, +), 1))
            for (one, second) in zip(found.weights, other.weights) { #expect(agrees(one, second)) }
        }
    }

    private func all(_ scores: IndicatorMatrix) throws -> [Weighting.Dispersion] {
        [
            try Weighting.entropy(scores, codes: scores.codes), try Weighting.variation(scores, codes: scores.codes),
            try Weighting.critic(scores, codes: scores.codes),
        ]
    }

    @Test("Faults of weights by spread are named")
    func faults() {
        let scores = IndicatorMatrix(
            units: ["u", "v"], codes: ["a", "b", "c", "d"], columns: [[1, nil], [1, -1], [2, 2], [1, 2]])
        #expect(throws: WeightingError.missing(unit: "v", element: "a")) {
            try Weighting.entropy(scores, codes: ["a"])
        }
        #expect(throws: WeightingError.negative(unit: "v", element: "b")) {
            try Weighting.entropy(scores, codes: ["b"])
        }
        #expect(throws: WeightingError.zeroMean(element: "b")) { try Weighting.variation(scores, codes: ["b"]) }
        #expect(throws: WeightingError.constant(element: "c")) { try Weighting.critic(scores, codes: ["d", "c"]) }
        #expect(throws: WeightingError.noInformation) { try Weighting.variation(scores, codes: ["c"]) }
        #expect(throws: WeightingError.unknown(element: "z")) { try Weighting.critic(scores, codes: ["z"]) }
    }

    @Test("Balanced weights give two elements equal influence, the same at every run")
    func balance() throws {
        var random = WeightsRandom(4)
        let scores = random.matrix(units: 30, codes: ["a", "b", "c"])
        let first = try Weighting.optimised(
            scores, metadata: flat(["a", "b", "c"]), level: 1, index: "i", objective: .balance([:]))
        let second = try Weighting.optimised(
            scores, metadata: flat(["a", "b", "c"]), level: 1, index: "i", objective: .balance([:]))
        #expect(first == second)
        #expect(first.residual < 1e-5)
        #expect(agrees(first.weights.values.reduce(0, +), 1))
    }

    @Test("The least share is kept, and what cannot be balanced has a residual")
    func residual() throws {
        let scores = IndicatorMatrix(
            units: ["u", "v", "w", "x"], codes: ["a", "b", "c"],
            columns: [[-2, 0, 0, 2], [-1, -1, 1, 1], [-1, 1, -1, 1]])
        let found = try Weighting.optimised(
            scores, metadata: flat(["a", "b", "c"]), level: 1, index: "i", objective: .balance([:]), minimumShare: 0.2)
        #expect(found.weights.values.allSatisfy { $0 >= 0.2 })
        #expect(agrees(found.correlations["a"], 1, 1e-9))
        #expect(agrees(found.residual, 1 / (1 + 2.0.squareRoot()) - 1.0 / 3, 1e-6))
        #expect(throws: WeightingError.invalidMinimumShare) {
            try Weighting.optimised(
                scores, metadata: flat(["a", "b"]), level: 1, index: "i", objective: .information, minimumShare: 0.5)
        }
    }
}
