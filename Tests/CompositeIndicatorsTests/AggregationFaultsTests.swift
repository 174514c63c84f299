import CompositeIndicators
import Testing

@Suite("Faults and gaps in an aggregation")
struct AggregationFaultsTests {
    private let scores = IndicatorMatrix(
        units: ["u", "v"], codes: ["a", "b"], columns: [[1, 2], [-3, 4]])

    private func aggregate(
        _ method: Aggregation.Method, weights: [String: Double] = [:],
        metadata: [IndicatorMetadata] = flat(["a", "b"]),
        missing: Aggregation.MissingRule = .onePart
    ) throws -> IndicatorMatrix {
        try Aggregation.aggregate(
            scores, metadata: metadata, methods: .init(method), weights: weights, missing: missing)
    }

    @Test("Scores that are not positive are named", arguments: [Aggregation.Method.geometric, .harmonic])
    func notPositive(method: Aggregation.Method) {
        let expected = AggregationError.notPositive(unit: "u", element: "b", aggregate: "i", score: -3)
        #expect(throws: expected) { try aggregate(method) }
    }

    @Test("Weights and parameters at fault")
    func weights() {
        #expect(throws: AggregationError.negativeWeight(element: "a")) {
            try aggregate(.arithmetic, weights: ["a": -1])
        }
        #expect(throws: AggregationError.weightsAllZero(aggregate: "i")) {
            try aggregate(.arithmetic, weights: ["a": 0, "b": 0])
        }
        #expect(throws: AggregationError.invalidWeight(element: "b")) {
            try aggregate(.arithmetic, weights: ["b": .nan])
        }
        #expect(throws: AggregationError.invalidMinimumShare(aggregate: "i", share: 1.5)) {
            try aggregate(.arithmetic, missing: .init(minimumShare: 1.5))
        }
        #expect(throws: AggregationError.invalidPlaceWeights(aggregate: "i", parts: 2)) {
            try aggregate(.orderedWeighted([1]))
        }
        #expect(throws: AggregationError.negativeScore(unit: "u", element: "b", aggregate: "i", score: -3)) {
            try aggregate(.benefitOfTheDoubt(lower: 0, upper: 1))
        }
    }

    @Test("Trees at fault")
    func trees() {
        let twice = flat(["a", "a"])
        #expect(throws: AggregationError.duplicate(element: "a")) { try aggregate(.arithmetic, metadata: twice) }
        let unknown = flat(["a"]) + [IndicatorMetadata(code: "b", level: 1, parent: "x", kind: .indicator)]
        #expect(throws: AggregationError.unknownParent(element: "b", parent: "x")) {
            try aggregate(.arithmetic, metadata: unknown)
        }
        let absent = flat(["a", "z"])
        #expect(throws: AggregationError.noColumn(indicator: "z")) { try aggregate(.arithmetic, metadata: absent) }
        let cycle = [
            IndicatorMetadata(code: "p", level: 2, parent: "q", kind: .aggregate),
            IndicatorMetadata(code: "q", level: 3, parent: "p", kind: .aggregate),
        ]
        #expect(throws: AggregationError.cycle(element: "p")) { try aggregate(.arithmetic, metadata: cycle) }
        let empty = flat(["a"]) + [IndicatorMetadata(code: "p", level: 2, parent: nil, kind: .aggregate)]
        #expect(throws: AggregationError.noParts(element: "p")) { try aggregate(.arithmetic, metadata: empty) }
    }

    @Test("The missing rule counts direct parts, weight or indicators; equality passes")
    func rule() throws {
        let columns: [[Double?]] = [[1], [nil], [nil], [4], [5], [6]]
        let scores = IndicatorMatrix(units: ["u"], codes: SmallTree.codes, columns: columns)
        func pillar(_ rule: Aggregation.MissingRule) throws -> [Double?] {
            let result = try Aggregation.aggregate(
                scores, metadata: SmallTree.metadata, methods: .init(.arithmetic),
                weights: ["a": 2, "b": 1, "c": 1], missing: rule)
            return result.codes.indices.map { result[0, $0] }
        }
        #expect(try pillar(.init(minimumShare: 1.0 / 3)) == [1, 5, 3])
        #expect(try pillar(.init(minimumShare: 0.5)) == [nil, 5, 5])
        #expect(try pillar(.init(minimumShare: 0.5, basis: .weight)) == [1, 5, 3])
        #expect(try pillar(.init(byLevel: [3: 0.7], basis: .indicators)) == [1, 5, nil])
        #expect(try pillar(.fourFifths) == [nil, 5, 5])
    }

    @Test("Coverage counts indicators; bounds enclose the score")
    func coverage() throws {
        var random = WeightsRandom(3)
        let scores = random.matrix(units: 20, codes: SmallTree.codes, missing: 0.2)
        let shares = try Coverage.shares(scores, metadata: SmallTree.metadata)
        let present = SmallTree.codes.indices.filter { scores[0, $0] != nil }.count
        #expect(value(shares, 0, "i") == Double(present) / 6)
        let nominal = try Aggregation.aggregate(
            scores, metadata: SmallTree.metadata, methods: .init(.geometric), missing: .onePart)
        let bounds = try Coverage.bounds(scores, metadata: SmallTree.metadata, methods: .init(.geometric))
        for unit in scores.units.indices {
            guard let score = nominal[unit, 2], let low = bounds.lowest[unit, 2], let high = bounds.highest[unit, 2]
            else { continue }
            #expect(low <= score + 1e-9 && score <= high + 1e-9)
            if value(shares, unit, "i") == 1 { #expect(agrees(low, high)) }
        }
    }

    @Test("The offset of the geometric mean moves ranks")
    func offsets() throws {
        let scores = IndicatorMatrix(units: ["u", "v"], codes: ["a", "b"], columns: [[0, 20], [100, 20]])
        let ranks = try Aggregation.ranksByOffset(scores, metadata: flat(["a", "b"]), aggregate: "i")
        #expect(ranks == [[2, 1], [2, 1], [1, 2]])
    }
}
