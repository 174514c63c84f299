import CompositeIndicators
import Testing
import TestSupport

@Suite("Aggregation against COINr 1.1.14", .enabled(if: ReferenceFolder.isGiven))
struct AggregationReferenceTests {
    private static let cases: [(file: String, scores: String, method: Aggregation.Methods, weights: String?)] = [
        ("amean_minmax0_100", "chain/Normalised", .init(.arithmetic), nil),
        ("amean_random_weights", "chain/Normalised", .init(.arithmetic), "weights/random.csv"),
        ("amean_pca_level1", "chain/Normalised", .init(.arithmetic), "weights/pca_level1_bygroup.csv"),
        ("amean_then_copeland_top", "chain/Normalised", .init(.arithmetic, byLevel: [4: .copeland]), nil),
        ("gmean_minmax1_100", "normalise/n_minmax_1_100", .init(.geometric), nil),
        ("genmean_p2_minmax1_100", "normalise/n_minmax_1_100", .init(.generalised(power: 2)), nil),
        ("missing_hmean_nothresh", "aggregate/missing_normalised", .init(.harmonic), nil),
    ]

    @Test("Aggregates, 1e-12 relative", arguments: cases.indices)
    func aggregates(position: Int) throws {
        let test = Self.cases[position]
        let metadata = try WeightsReference.metadata()
        let result = try Aggregation.aggregate(
            WeightsReference.matrix(test.scores + ".csv"), metadata: metadata, methods: test.method,
            weights: try test.weights.map { try WeightsReference.weights($0) } ?? [:], missing: .onePart,
            allowsNegativeWeights: test.file == "amean_pca_level1")
        let expected = try WeightsReference.matrix("aggregate/\(test.file).csv")
        #expect(result.codes == expected.codes)
        try expect(result, expected, name: "aggregate/\(test.file)")
    }

    @Test("A least share of 0.8 at every level, 1e-12 relative")
    func missing() throws {
        let result = try Aggregation.aggregate(
            WeightsReference.matrix("aggregate/missing_normalised.csv"), metadata: WeightsReference.metadata(),
            methods: .init(.arithmetic), missing: .init(minimumShare: 0.8))
        let expected = try WeightsReference.matrix("aggregate/missing_amean_thresh0.8.csv")
        #expect(expected.storage.contains { $0.isNaN })
        try expect(result, expected, name: "aggregate/missing_amean_thresh0.8")
    }

    @Test("Outranking matrix and Copeland scores of the eight pillars, exact")
    func outranking() throws {
        let scores = try WeightsReference.matrix("aggregate/amean_minmax0_100.csv")
        let found = Outranking(
            criteria: (0..<8).map { scores.column($0) }, weights: Array(repeating: 1, count: 8), count: 51)
        let expected = try WeightsReference.matrix("aggregate/outrank_matrix_8pillars.csv")
        var difference = Difference()
        for first in 0..<51 {
            for second in 0..<51 { difference.add(found[first, second], expected[first, second]) }
        }
        difference.report("aggregate/outrank_matrix_8pillars")
        #expect(difference.largest == 0)
        #expect(found.dominantPairs == 71)
        #expect(agrees(found.dominanceShare, 0.055686274509803922))
        let copeland = try WeightsReference.matrix("aggregate/copeland_8pillars.csv")
        #expect(found.copelandScores == copeland.column(0).compactMap { $0 })
        print("largest difference aggregate/copeland_8pillars: 0.0 over 51 values")
    }

    @Test("Means of (12, 45, NA, 80, 33.5)")
    func means() throws {
        let codes = ["a", "b", "c", "d", "e"]
        let scores = IndicatorMatrix(units: ["u"], codes: codes, columns: [[12], [45], [nil], [80], [33.5]])
        var difference = Difference()
        for (row, method) in zip(
            try ReferenceFolder.rows("unit/means.csv"), [Aggregation.Method.arithmetic, .geometric, .harmonic])
        {
            let found = try Aggregation.aggregate(
                scores, metadata: flat(codes), methods: .init(method),
                weights: ["a": 1, "b": 2, "c": 1, "d": 0.5, "e": 3], missing: .onePart)
            difference.add(value(found, 0, "i"), Double(row["value"] ?? ""))
        }
        difference.report("unit/means")
        #expect(difference.compared == 3)
        #expect(difference.largest <= 1e-12)
    }

    @Test("Benefit of the doubt over the eight pillars, 1e-9")
    func benefitOfTheDoubt() throws {
        let scores = try WeightsReference.matrix("aggregate/amean_minmax0_100.csv")
        let pillars = Array(scores.codes.prefix(8))
        let found = try Aggregation.aggregate(
            scores, metadata: flat(pillars), methods: .init(.benefitOfTheDoubt(lower: 0, upper: 1)))
        let expected = try WeightsReference.matrix("own/bod_pillars_expected.csv")
        var difference = Difference()
        for unit in expected.units.indices { difference.add(found[unit, 0], expected[unit, 0]) }
        difference.report("own/bod_pillars_expected")
        #expect(difference.compared == 51)
        #expect(difference.largest <= 1e-9)
    }

    private func expect(_ found: IndicatorMatrix, _ expected: IndicatorMatrix, name: String) throws {
        var difference = Difference()
        difference.add(found, expected)
        difference.report(name)
        #expect(difference.compared == 51 * 11)
        #expect(difference.largest <= 1e-12)
    }
}
