import CompositeIndicators
import TestSupport
import Testing

/// Cuts through the tree: their weighted scores are the index, at every level.
struct IndexCutTests {
    private static func outcome(
        _ seed: UInt64, _ methods: Aggregation.Methods = .init(.arithmetic), gap: Bool = false
    ) throws -> (outcome: IndexRecipe.Outcome, recipe: IndexRecipe) {
        var random = WeightsRandom(seed)
        var data = random.matrix(units: 6, codes: SmallTree.codes)
        if gap { data[2, 4] = nil }
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = methods
        recipe.weights = .given(SmallTree.weights)
        recipe.missing = .onePart
        let none = IndicatorMatrix(units: data.units, codes: [])
        return (try recipe.run(data, denominators: none, metadata: SmallTree.metadata), recipe)
    }

    @Test(arguments: 1...3, [nil, 1, 2]) func sumsToTheIndex(_ seed: UInt64, _ level: Int?) throws {
        let (outcome, recipe) = try Self.outcome(seed)
        let cut = try IndexCut(outcome, recipe: recipe, metadata: SmallTree.metadata, level: level)
        #expect(cut.codes == (level == 1 ? SmallTree.codes : ["p", "q"]) && cut.incomplete.isEmpty)
        #expect(agrees(cut.weights.reduce(0, +), 1))
        for (row, unit) in cut.units.enumerated() {
            let scores = try #require(cut.scores(of: unit))
            #expect(
                agrees(zip(cut.weights, scores).reduce(0) { $0 + $1.0 * $1.1 }, value(outcome.aggregates, row, "i")))
        }
        let region = try WeightRegion(nominal: cut.weights, share: 0)
        #expect(try region.ranks(cut.columns).map(\.nominal) == outcome.ranks.compactMap { $0 })
    }

    /// A curved mean below the cut does no harm, one above it does.
    @Test func curvedMeans() throws {
        let (below, first) = try Self.outcome(1, .init(.arithmetic, byLevel: [2: .geometric]))
        #expect(try IndexCut(below, recipe: first, metadata: SmallTree.metadata).codes == ["p", "q"])
        #expect(throws: IndexCutError.notArithmetic(aggregate: "p")) {
            try IndexCut(below, recipe: first, metadata: SmallTree.metadata, level: 1)
        }
        let (above, second) = try Self.outcome(1, .init(.arithmetic, byLevel: [3: .geometric]))
        #expect(throws: IndexCutError.notArithmetic(aggregate: "i")) {
            try IndexCut(above, recipe: second, metadata: SmallTree.metadata)
        }
    }

    @Test func gapsAndLevels() throws {
        let (outcome, recipe) = try Self.outcome(2, gap: true)
        #expect(try IndexCut(outcome, recipe: recipe, metadata: SmallTree.metadata).incomplete.isEmpty)
        let cut = try IndexCut(outcome, recipe: recipe, metadata: SmallTree.metadata, level: 1)
        #expect(cut.incomplete == ["u2"] && cut.units == ["u0", "u1", "u3", "u4", "u5"] && cut.scores(of: "u2") == nil)
        for level in [0, 3] {
            #expect(throws: IndexCutError.noLevel(level, highest: 2)) {
                try IndexCut(outcome, recipe: recipe, metadata: SmallTree.metadata, level: level)
            }
        }
    }
}
