import CompositeIndicators
import Foundation
import Testing

@Suite("Aggregation of a tree")
struct AggregationMethodsTests {
    private func index(
        _ values: [Double?], _ method: Aggregation.Method, weights: [Double]? = nil,
        missing: Aggregation.MissingRule = .onePart
    ) throws -> Double? {
        let codes = values.indices.map { "x\($0)" }
        let scores = IndicatorMatrix(units: ["u"], codes: codes, columns: values.map { [$0] })
        let stated = Dictionary(uniqueKeysWithValues: zip(codes, weights ?? values.map { _ in 1 }))
        let result = try Aggregation.aggregate(
            scores, metadata: flat(codes), methods: .init(method), weights: stated, missing: missing)
        return result[0, 0]
    }

    /// COINr 1.1.14, a_amean, a_gmean, a_hmean on y and w.
    @Test(
        "Means of (12, 45, NA, 80, 33.5), weights (1, 2, 1, 0.5, 3)",
        arguments: [
            (Aggregation.Method.arithmetic, 37.307692307692), (.geometric, 33.494001000331),
            (.harmonic, 29.072365676139), (.generalised(power: 0), 33.494001000331),
            (.generalised(power: -1), 29.072365676139), (.generalised(power: 1), 37.307692307692),
        ])
    func means(method: Aggregation.Method, expected: Double) throws {
        let found = try index([12, 45, nil, 80, 33.5], method, weights: [1, 2, 1, 0.5, 3])
        #expect(agrees(found, expected, 1e-13 * 40))
    }

    @Test("COINr, a_genmean with p = 2 on the complete values: 40.687836020117857")
    func generalised() throws {
        let found = try index([12, 45, 80, 33.5], .generalised(power: 2), weights: [1, 2, 0.5, 3])
        #expect(agrees(found, 40.687836020117857))
    }

    @Test("Methods worked by hand")
    func byHand() throws {
        #expect(try index([1, 7, 3], .median) == 3)
        #expect(try index([1, 7, 3, nil, 5], .median) == 4)
        #expect(try index([4, 2, 9], .minimum) == 2)
        #expect(try index([4, 2, 9], .sum) == 15)
        #expect(try index([4, nil, 9], .sum) == nil)
        #expect(try index([1, 9, 5], .orderedWeighted([0.5, 0.25, 0.25])) == 6)
        #expect(agrees(try index([90, 110], .mazziottaParetoDownward), 99))
        #expect(agrees(try index([90, 110], .mazziottaParetoUpward), 101))
        #expect(agrees(try index([0, 3], .shiftedGeometric(offset: 1)), 1))
        #expect(agrees(try index([-2, -2], .generalised(power: 3)), -2))
    }

    @Test("A part without weight takes no part in any method")
    func withoutWeight() throws {
        for method in [Aggregation.Method.arithmetic, .geometric, .harmonic, .median, .minimum, .sum] {
            #expect(try index([5, -3], method, weights: [1, 0]).map { abs($0 - 5) < 1e-14 } == true)
        }
        #expect(try index([nil, 3], .arithmetic, weights: [1, 0]) == nil)
    }

    @Test("Arithmetic >= geometric >= harmonic, between the extremes", arguments: 1...20)
    func order(seed: Int) throws {
        var random = WeightsRandom(UInt64(seed))
        let values: [Double?] = (0..<5).map { _ in 1 + 99 * random.next() }
        let weights = (0..<5).map { _ in random.next() }
        let means = try [Aggregation.Method.harmonic, .geometric, .arithmetic, .generalised(power: 3)].map {
            try #require(try index(values, $0, weights: weights))
        }
        #expect(means == means.sorted())
        let present = values.compactMap { $0 }
        #expect((present.min() ?? 0) <= means[0] && means[3] <= (present.max() ?? 0))
    }

    private static let methods: [Aggregation.Method] = [
        .arithmetic, .geometric, .harmonic, .generalised(power: 2), .median, .minimum, .copeland, .borda,
        .mazziottaParetoDownward,
    ]

    @Test("Scaling all weights of a parent changes nothing", arguments: methods)
    func scaling(method: Aggregation.Method) throws {
        var random = WeightsRandom(7)
        let scores = random.matrix(units: 12, codes: SmallTree.codes, missing: 0.1)
        let methods = Aggregation.Methods(.arithmetic, byLevel: [2: method])
        let one = try Aggregation.aggregate(
            scores, metadata: SmallTree.metadata, methods: methods, weights: SmallTree.weights, missing: .onePart)
        let scaled = SmallTree.weights.mapValues { $0 * 8 }
        let other = try Aggregation.aggregate(
            scores, metadata: SmallTree.metadata, methods: methods, weights: scaled, missing: .onePart)
        for position in one.storage.indices {
            #expect(agrees(other.storage[position], one.storage[position]) || one.storage[position].isNaN)
        }
    }

    @Test("Reversing the units reverses the result, gaps or not", arguments: methods)
    func permutation(method: Aggregation.Method) throws {
        var random = WeightsRandom(8)
        let scores = random.matrix(units: 15, codes: SmallTree.codes, missing: 0.2)
        let reversed = IndicatorMatrix(
            units: scores.units.reversed(), codes: scores.codes,
            columns: scores.codes.indices.map { scores.column($0).reversed() })
        let methods = Aggregation.Methods(.arithmetic, byLevel: [2: method])
        let one = try Aggregation.aggregate(
            scores, metadata: SmallTree.metadata, methods: methods, weights: SmallTree.weights, missing: .onePart)
        let other = try Aggregation.aggregate(
            reversed, metadata: SmallTree.metadata, methods: methods, weights: SmallTree.weights, missing: .onePart)
        for column in one.codes.indices { #expect(one.column(column) == other.column(column).reversed()) }
    }

    @Test("A unit best everywhere is first", arguments: methods)
    func best(method: Aggregation.Method) throws {
        guard method != .mazziottaParetoDownward else { return }
        var random = WeightsRandom(9)
        var scores = random.matrix(units: 10, codes: SmallTree.codes)
        for column in scores.codes.indices { scores[4, column] = 101 }
        let result = try Aggregation.aggregate(
            scores, metadata: SmallTree.metadata, methods: .init(method), missing: .onePart)
        #expect(Ranking.descending(result.column(2))[4] == 1)
    }

    @Test("Columns in the order of the metadata, a plan gives the same at every run and after new weights")
    func plan() throws {
        var random = WeightsRandom(10)
        let scores = random.matrix(units: 6, codes: SmallTree.codes, missing: 0.1)
        let top = SmallTree.metadata.reversed().map { $0 }
        var plan = try AggregationPlan(
            units: scores.units, codes: scores.codes, metadata: top, methods: .init(.geometric), missing: .onePart)
        #expect(plan.aggregates == ["i", "q", "p"])
        var first: [Double] = []
        try plan.run(scores.storage, into: &first)
        var second = first
        try plan.run(scores.storage, into: &second)
        #expect(first.map(\.bitPattern) == second.map(\.bitPattern))
        try plan.setWeights(SmallTree.weights)
        let expected = try Aggregation.aggregate(
            scores, metadata: top, methods: .init(.geometric), weights: SmallTree.weights, missing: .onePart)
        #expect(try plan.run(scores) == expected)
    }
}
