import CompositeIndicators
import Testing

@Suite("Reliability and audit")
struct ReliabilityTests {
    @Test("Alpha does not change with shifts and a common factor; the standardised form with any factors")
    func invariances() throws {
        var random = WeightsRandom(5)
        let base = (0..<25).map { _ in random.next() }
        let columns: [[Double?]] = (0..<4).map { _ in base.map { $0 + random.next() } }
        let alpha = try #require(Reliability.alpha(columns))
        let common = try #require(Reliability.alpha(columns.map { $0.map { $0.map { 3 * $0 - 7 } } }))
        #expect(agrees(common.raw, alpha.raw) && agrees(common.standardised, alpha.standardised))
        let mixed = zip(columns, [1.0, 10, 100, 1000]).map { column, factor in column.map { $0.map { $0 * factor } } }
        let scaled = try #require(Reliability.alpha(mixed))
        #expect(agrees(scaled.standardised, alpha.standardised))
        #expect(abs(scaled.raw - alpha.raw) > 0.01)
    }

    @Test("Alpha of equal columns is 1; k r/(1 + (k - 1) r) for two; undefined cases")
    func values() throws {
        let one: [Double?] = [1, 2, 4, 3]
        let other: [Double?] = [2, 1, 3, 5]
        #expect(agrees(Reliability.alpha([one, one, one])?.raw, 1))
        let r = try #require(Correlation.coefficient(one, other).value)
        #expect(agrees(Reliability.alpha([one, other])?.standardised, 2 * r / (1 + r)))
        #expect(Reliability.alpha([one]) == nil)
        #expect(Reliability.alpha([one, [1, 1, 1, 1]]) == nil)
    }

    @Test("Leaving out an element without weight moves no rank; strengths leave out the worst value")
    func audit() throws {
        var random = WeightsRandom(6)
        let scores = random.matrix(units: 9, codes: SmallTree.codes)
        var weights = SmallTree.weights
        weights["a"] = 0
        let plan = try AggregationPlan(
            units: scores.units, codes: scores.codes, metadata: SmallTree.metadata, methods: .init(.arithmetic),
            weights: weights)
        let found = try Audit.removals(of: ["a", "q"], normalised: scores, plan: plan, index: "i")
        #expect(found[0].meanRankChange == 0)
        #expect(found[1].ranks == Ranking.descending(try plan.run(scores).column(0)))
        let raw = IndicatorMatrix(units: ["u", "v", "w"], codes: ["a", "b"], columns: [[0, 0, 1], [5, 3, nil]])
        var metadata = flat(["a", "b"])
        metadata[1].direction = -1
        #expect(Audit.strengths(of: 0, values: raw, metadata: metadata).isEmpty)
        #expect(Audit.strengths(of: 1, values: raw, metadata: metadata).map(\.indicator) == ["b"])
        #expect(Audit.weaknesses(of: 0, values: raw, metadata: metadata).map(\.rank) == [2, 2])
    }

    @Test("Influence: an element that is the index explains all of it")
    func influence() throws {
        let scores = IndicatorMatrix(
            units: ["u", "v", "w"], codes: ["a", "b", "i"], columns: [[1, 2, 4], [1, 1, 1], [1, 2, 4]])
        let found = try Audit.influence(scores, metadata: flat(["a", "b"]), weights: ["a": 3], index: "i")
        #expect(found.map(\.effectiveWeight) == [0.75, 0.25])
        #expect(agrees(found[0].squaredCorrelation, 1))
        #expect(found[1].squaredCorrelation == nil)
    }
}
