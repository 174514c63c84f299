import CompositeIndicators
import Testing
import TestSupport

@Suite("Tables of an audit")
struct AuditTablesTests {
    /// R^2 of a regression on one sibling is the squared correlation; on two by the formula of three correlations.
    @Test(arguments: 1...10) func collinearity(seed: UInt64) throws {
        var random = WeightsRandom(seed)
        let scores = random.matrix(units: 20, codes: ["a", "b", "c"])
        let found = Audit.collinearity(scores, metadata: flat(["a", "b", "c"]))
        func r(_ one: Int, _ other: Int) -> Double {
            Correlation.coefficient(scores.column(one), scores.column(other)).value ?? .nan
        }
        let (x, y, z) = (r(0, 1), r(0, 2), r(1, 2))
        let expected = (x * x + y * y - 2 * x * y * z) / (1 - z * z)
        #expect(agrees(found[0].explained, expected, 1e-10))
        #expect(agrees(found[0].inflation, 1 / (1 - expected), 1e-9))
        #expect(found.allSatisfy { $0.status == .fine && $0.siblings == 2 && $0.units == 20 })
        let pair = Audit.collinearity(scores, metadata: flat(["a", "b"]))
        #expect(agrees(pair[0].explained, x * x, 1e-10) && agrees(pair[1].explained, x * x, 1e-10))
    }

    @Test("What cannot be computed is told, not guessed")
    func collinearityAtItsLimits() {
        var random = WeightsRandom(3)
        let free = random.matrix(units: 9, codes: ["a", "b"])
        let sum = (0..<9).map { (free[$0, 0] ?? 0) + 2 * (free[$0, 1] ?? 0) }
        let scores = IndicatorMatrix(
            units: free.units, codes: ["a", "b", "c", "d", "e"],
            columns: [free.column(0), free.column(1), sum, Array(repeating: 5, count: 9), free.column(0)])
        let exact = Audit.collinearity(scores, metadata: flat(["a", "b", "c", "d"]))
        #expect(exact.map(\.status) == [.determined, .determined, .determined, .constant])
        #expect(exact[0].explained == 1 && exact[0].inflation == nil && exact[3].explained == nil)
        #expect(Audit.collinearity(scores, metadata: flat(["a", "d"])).map(\.status) == [.alone, .constant])
        let twin = Audit.collinearity(scores, metadata: flat(["a", "b", "e"])).map(\.status)
        #expect(twin == [.determined, .fine, .determined])
        let few = IndicatorMatrix(units: ["u", "v"], codes: ["a", "b"], columns: [[1, 2], [2, 1]])
        #expect(Audit.collinearity(few, metadata: flat(["a", "b"])).map(\.status) == [.tooFewUnits, .tooFewUnits])
    }

    @Test func flags() {
        let scores = IndicatorMatrix(
            units: ["u", "v", "w", "x"], codes: ["a", "b", "c", "i"],
            columns: [[1, 2, 3, 4], [1, 2, 3, 4.1], [4, 3, 2, 1.5], [2, 2, 2, 2]])
        let pairs = Audit.correlations(scores, metadata: flat(["a", "b", "c"]), index: "i")
        let flags = Dictionary(pairs.map { ($0.first + $0.second, $0.flags) }) { first, _ in first }
        #expect(flags["ab"] == [.strong, .double] && flags["ac"] == [.strong, .contradicts])
        #expect(flags["ai"] == [.undefined] && pairs.count == 6)
        #expect(Audit.contradictions(scores, metadata: flat(["a", "b", "c"]), index: "i").count == 2)
    }

    @Test func reliabilityAndComponents() throws {
        var random = WeightsRandom(11)
        let indicators = random.matrix(units: 12, codes: SmallTree.codes)
        let aggregates = try Aggregation.aggregate(
            indicators, metadata: SmallTree.metadata, methods: .init(.arithmetic))
        let scores = indicators.joined(aggregates)
        let reliability = try Audit.reliability(scores, metadata: SmallTree.metadata)
        #expect(reliability.map { $0.aggregate + $0.items.rawValue } == ["pparts", "qparts", "iparts", "iindicators"])
        #expect(reliability.map(\.count) == [3, 3, 2, 6])
        #expect(reliability[3].alpha == Reliability.alpha(indicators, codes: SmallTree.codes))
        let components = try Audit.components(scores, metadata: SmallTree.metadata)
        for group in components {
            let found = try group.result.get()
            // Squared loadings of a component sum to its eigenvalue, those of a part to 1.
            for component in found.components {
                #expect(agrees(component.loadings.reduce(0) { $0 + $1 * $1 }, component.eigenvalue, 1e-10))
            }
            for part in group.parts.indices {
                let sum = found.components.reduce(0) { $0 + $1.loadings[part] * $1.loadings[part] }
                #expect(agrees(sum, 1, 1e-10))
            }
            #expect(agrees(found.components.last?.cumulative, 1, 1e-10))
        }
    }

    @Test("A removal that is not possible is told beside those that are")
    func removals() throws {
        var random = WeightsRandom(5)
        let scores = random.matrix(units: 10, codes: SmallTree.codes)
        let plan = try AggregationPlan(
            units: scores.units, codes: scores.codes, metadata: SmallTree.metadata, methods: .init(.arithmetic),
            weights: ["e": 0, "f": 0])
        let found = try Audit.removalOfEach(SmallTree.metadata, normalised: scores, plan: plan, index: "i")
        #expect(found.map(\.element) == ["a", "b", "c", "d", "e", "f", "p", "q"])
        #expect(found.map { Audit.removalStatus($0.removal) }.firstIndex(of: .onlyPart) == 3)
        #expect(try found[4].removal.get().largestRankChange == 0)
        let plain = try Audit.removals(of: ["a"], normalised: scores, plan: plan, index: "i")
        #expect(try found[0].removal.get() == plain.first)
    }

    @Test("Two parts reach equal influence, three opposed ones are told not to")
    func optimisedRecipe() throws {
        var random = WeightsRandom(8)
        let data = random.matrix(units: 15, codes: SmallTree.codes)
        let none = IndicatorMatrix(units: data.units, codes: [])
        var recipe = IndexRecipe()
        recipe.weights = .optimised(.balance([:]), level: nil)
        let outcome = try recipe.run(data, denominators: none, metadata: SmallTree.metadata)
        let optimum = try #require(outcome.record.optimum)
        let found = ["p", "q"].compactMap { optimum.correlations[$0] }
        #expect(found.count == 2 && optimum.residual < 1e-6 && abs(found[0] - found[1]) < 1e-6)
        // The correlations told are those of the index that was made.
        let index = outcome.aggregates.column(try #require(outcome.aggregates.position(of: "i")))
        let own = outcome.aggregates.column(try #require(outcome.aggregates.position(of: "p")))
        #expect(agrees(Correlation.coefficient(own, index).value, found[0], 1e-12))
        recipe.weights = .optimised(.balance([:]), level: 3)
        #expect(throws: WeightingError.invalidLevel(found: 3, highest: 2)) {
            try recipe.run(data, denominators: none, metadata: SmallTree.metadata)
        }
    }
}
