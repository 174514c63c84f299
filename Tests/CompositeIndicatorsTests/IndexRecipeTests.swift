import Foundation
import Testing

@testable import CompositeIndicators
import TestSupport

/// The steps from raw data to an index on tables worked by hand.
struct IndexRecipeTests {
    @Test func workedByHand() throws {
        let outcome = try IndexRecipeSample.run(IndexRecipe())
        #expect(outcome.aggregates.codes == ["P", "Q", "I"])
        #expect(outcome.index == "I")
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "P"), [75, 68.75, 43.75, 5])
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "Q"), [0, 0, 100, 50])
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), [50, 137.5 / 3, 62.5, 20])
        #expect(outcome.ranks == [2, 3, 1, 4])
        #expect(outcome.weights == ["x": 1, "y": 3, "z": 1, "P": 2, "Q": 1, "I": 1])
        let scores = try #require(outcome.stages[.normalised])
        IndexRecipeSample.expectClose(scores.column(0), [0, 50, 100, 20])
        IndexRecipeSample.expectClose(scores.column(1), [100, 75, 25, 0])
        IndexRecipeSample.expectClose(scores.column(2), [0, 0, 100, 50])
    }

    /// Weights by hand: the parts of P and the parts of I, then the index.
    static let weightings: [(IndexRecipe.Weights, [Double], [Double], [Int])] = {
        // CRITIC of two parts: sd times (1 - r), and r is the same for both, so that the weights are as the sds:
        // x about 42.5: -42.5, 7.5, 57.5, -22.5, squares 5675; y about 50: 50, 25, -25, -50, squares 6250.
        let critic = mix(5675.0.squareRoot(), 6250.0.squareRoot())
        // Entropy: shares x 5/17, 10/17, 2/17; y 4/8, 3/8, 1/8.
        let x = 1 - entropy([5.0 / 17, 10.0 / 17, 2.0 / 17], count: 4)
        let y = 1 - entropy([0.5, 0.375, 0.125], count: 4)
        return [
            (.original, [75, 68.75, 43.75, 5], [50, 137.5 / 3, 62.5, 20], [2, 3, 1, 4]),
            (.equal, [50, 62.5, 62.5, 10], [25, 31.25, 81.25, 30], [4, 2, 1, 3]),
            (.given(["x": 3, "Q": 2]), [50, 62.5, 62.5, 10], [25, 31.25, 81.25, 30], [4, 2, 1, 3]),
            (.given(["y": 0]), [0, 50, 100, 20], [0, 100.0 / 3, 100, 30], [4, 2, 1, 3]),
            (.critic, critic, top(critic), [3, 2, 1, 4]),
            (.entropy, mix(x, y), top(mix(x, y)), [3, 2, 1, 4]),
        ]
    }()

    @Test(arguments: weightings)
    func weights(_ weights: IndexRecipe.Weights, _ part: [Double], _ index: [Double], _ ranks: [Int]) throws {
        var recipe = IndexRecipe()
        recipe.weights = weights
        let outcome = try IndexRecipeSample.run(recipe)
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "P"), part)
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), index)
        #expect(outcome.ranks == index.map { score in index.count { $0 > score } + 1 })
        #expect(outcome.ranks == ranks)
        #expect(outcome.record.negativeWeights.isEmpty)
    }

    private static func mix(_ x: Double, _ y: Double) -> [Double] {
        zip([0.0, 50, 100, 20], [100.0, 75, 25, 0]).map { (x * $0 + y * $1) / (x + y) }
    }

    private static func top(_ part: [Double]) -> [Double] { zip(part, [0.0, 0, 100, 50]).map { (2 * $0 + $1) / 3 } }

    private static func entropy(_ shares: [Double], count: Int) -> Double {
        -shares.reduce(0) { $0 + $1 * log($1) } / log(Double(count))
    }

    /// Two parts with a positive correlation load the same on the first component: equal weights within P, the weights
    /// of the metadata above. With a negative one they load 1 and -1, which sum to 0: nothing can be weighed.
    @Test func principalComponentsOfTwo() throws {
        var recipe = IndexRecipe()
        recipe.weights = .principalComponents
        var data = IndexRecipeSample.data
        for (unit, value) in [50.0, 30, 10, 40].enumerated() { data[unit, 1] = value }  // scores 0, 50, 100, 25
        let outcome = try recipe.run(data, denominators: IndexRecipeSample.none, metadata: IndexRecipeSample.metadata)
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "P"), [0, 50, 100, 22.5])
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), [0, 100.0 / 3, 100, 95.0 / 3])
        #expect(outcome.ranks == [4, 2, 1, 3])
        #expect(throws: AggregationError.weightsAllZero(aggregate: "P")) { try IndexRecipeSample.run(recipe) }
    }

    /// Loadings of three parts, one against the others: x = y, z their opposite: 1, 1, -1 over the root of 3.
    @Test func negativeWeightsAreRecorded() throws {
        let data = IndexRecipeSample.matrix(
            IndexRecipeSample.units, [("x", [1, 2, 3, 5]), ("y", [1, 2, 3, 5]), ("z", [5, 4, 3, 1])])
        let metadata = [
            IndexRecipeSample.indicator("x", "I"), IndexRecipeSample.indicator("y", "I"),
            IndexRecipeSample.indicator("z", "I"),
            IndexRecipeSample.aggregate("I", nil, level: 2),
        ]
        var recipe = IndexRecipe()
        recipe.weights = .principalComponents
        let outcome = try recipe.run(data, denominators: IndexRecipeSample.none, metadata: metadata)
        #expect(outcome.record.negativeWeights == ["z"])
        // Scores x = y: 0, 25, 50, 100; z: 100, 75, 50, 0; x + y - z: -100, -25, 50, 200.
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), [-100, -25, 50, 200])
        recipe.methods = Aggregation.Methods(.geometric)
        #expect(throws: AggregationError.self) {
            try recipe.run(data, denominators: IndexRecipeSample.none, metadata: metadata)
        }
    }

    // MARK: Missing values and ties

    /// P of three parts with weights 1, 2, 1; unit a lacks y: two of three parts.
    static let shares: [(Aggregation.MissingRule, Bool)] = [
        (.fourFifths, false), (.onePart, true), (.init(minimumShare: 0.6), true), (.init(minimumShare: 2.0 / 3), true),
        (.init(minimumShare: 0.7), false), (.init(minimumShare: 1), false),
    ]

    @Test(arguments: shares) func missing(_ rule: Aggregation.MissingRule, _ isPresent: Bool) throws {
        // Scores x: 0, 50, 100, 20; y up, without a: -, 0, 200/3, 100; z: 0, 0, 100, 50.
        var data = IndexRecipeSample.data
        data[0, 1] = nil
        let metadata = [
            IndexRecipeSample.indicator("x", "I"), IndexRecipeSample.indicator("y", "I", weight: 2),
            IndexRecipeSample.indicator("z", "I"),
            IndexRecipeSample.aggregate("I", nil, level: 2),
        ]
        var recipe = IndexRecipe()
        recipe.missing = rule
        let outcome = try recipe.run(data, denominators: IndexRecipeSample.none, metadata: metadata)
        let a: Double? = isPresent ? 0 : nil
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), [a, 12.5, 1000.0 / 12, 67.5])
        #expect(outcome.ranks == [isPresent ? 4 : nil, 3, 1, 2])
    }

    @Test func tiesShareTheBestRank() throws {
        let data = IndexRecipeSample.matrix(
            ["a", "b", "c", "d", "e"], [("x", [1, 3, 3, 2, 0]), ("y", [4, 1, 1, 5, 0])])
        let metadata = [
            IndexRecipeSample.indicator("x", "I"), IndexRecipeSample.indicator("y", "I"),
            IndexRecipeSample.aggregate("I", nil, level: 2),
        ]
        let outcome = try IndexRecipe().run(data, denominators: IndexRecipeSample.none, metadata: metadata)
        // (x/3 + y/5)/2 in hundredths: 17/30, 18/30, 18/30, 25/30, 0.
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), [1700.0 / 30, 60, 60, 2500.0 / 30, 0])
        #expect(outcome.ranks == [4, 2, 2, 1, 5])
    }

    // MARK: Steps

    /// Every choice of the four steps before normalisation, against what each does to one table:
    /// y is divided by p (10, 10, 10, 10, 5, 5); the mean of group A, 3, fills z of u3, but u6 has no group; a unit must
    /// have all values; with five units the 100 of x is an outlier (skewness near the root of 5, excess kurtosis near 5)
    /// and moves to 2, with four it cannot be one (skewness of four values is 2 at most).
    @Test(arguments: 0..<16) func stages(_ choice: Int) throws {
        let (divides, fills, screens, treats) = (choice & 1 > 0, choice & 2 > 0, choice & 4 > 0, choice & 8 > 0)
        let units = ["u1", "u2", "u3", "u4", "u5", "u6"]
        let raw = IndexRecipeSample.matrix(
            units,
            [("x", [100, 2, 1, 1, 1, 1]), ("y", [10, 20, 30, 40, 50, 60]), ("z", [2, 4, nil, 6, 8, nil])])
        let sizes = IndexRecipeSample.matrix(units, [("p", [10, 10, 10, 10, 5, 5])])
        let metadata = [
            IndexRecipeSample.indicator("x", "I"), IndexRecipeSample.indicator("y", "I", denominator: "p"),
            IndexRecipeSample.indicator("z", "I"),
            IndexRecipeSample.aggregate("I", nil, level: 2),
        ]
        var recipe = IndexRecipe()
        recipe.denominates = divides
        if fills { recipe.imputation = .groupMean(groups: ["A", "A", "A", "B", "B", nil]) }
        if screens { recipe.availability = 1 }
        if treats { recipe.treatment = Treatment.Options() }
        let outcome = try recipe.run(raw, denominators: sizes, metadata: metadata)

        let x: [Double?] = [100, 2, 1, 1, 1, 1]
        let y: [Double?] = divides ? [1, 2, 3, 4, 10, 12] : [10, 20, 30, 40, 50, 60]
        let z: [Double?] = [2, 4, fills ? 3 : nil, 6, 8, nil]
        let kept = screens ? (fills ? [0, 1, 2, 3, 4] : [0, 1, 3, 4]) : [0, 1, 2, 3, 4, 5]
        let treated: [Double?] = treats && kept.count > 4 ? [2, 2, 1, 1, 1, 1] : x
        let names = kept.map { units[$0] }
        func pick(_ columns: [[Double?]]) -> [[Double?]] { columns.map { column in kept.map { column[$0] } } }
        expect(outcome, .denominated, units, [x, y, [2, 4, nil, 6, 8, nil]])
        expect(outcome, .imputed, units, [x, y, z])
        expect(outcome, .screened, names, pick([x, y, z]))
        expect(outcome, .treated, names, pick([treated, y, z]))
        expect(outcome, .normalised, names, pick([treated, y, z]).map { IndexRecipeSample.minmax($0, 1) })
        #expect(Set(outcome.stages.keys) == Set(IndexRecipe.Stage.allCases))
        #expect(outcome.record.imputed.count == (fills ? 1 : 0))
        #expect(outcome.record.screening.count == (screens ? 6 : 0))
        #expect(outcome.record.treatment.count == (treats ? 3 : 0))
        #expect(outcome.aggregates.units == names && outcome.ranks.count == names.count)
    }

    private func expect(
        _ outcome: IndexRecipe.Outcome, _ stage: IndexRecipe.Stage, _ units: [String], _ columns: [[Double?]],
        _ place: SourceLocation = #_sourceLocation
    ) {
        let found = outcome.stages[stage]
        #expect(found?.units == units && found?.codes == ["x", "y", "z"], sourceLocation: place)
        for (position, column) in columns.enumerated() {
            IndexRecipeSample.expectClose(found?.column(position) ?? [], column, place)
        }
    }

    // MARK: What is refused

    @Test func constantIndicator() throws {
        var data = IndexRecipeSample.data
        for unit in 0..<4 { data[unit, 2] = 7 }
        #expect(throws: NormalisationFaults(list: [.zeroRange(indicator: "z", group: nil)])) {
            try IndexRecipe().run(data, denominators: IndexRecipeSample.none, metadata: IndexRecipeSample.metadata)
        }
    }

    @Test(arguments: [Aggregation.Method.geometric, .harmonic]) func zeroScore(_ method: Aggregation.Method) throws {
        var recipe = IndexRecipe()
        recipe.methods = Aggregation.Methods(method)
        #expect(throws: AggregationError.notPositive(unit: "a", element: "x", aggregate: "P", score: 0)) {
            try IndexRecipeSample.run(recipe)
        }
    }

    @Test func unknownDenominator() throws {
        var recipe = IndexRecipe()
        recipe.denominates = true
        var metadata = IndexRecipeSample.metadata
        metadata[0].denominator = "q"
        #expect(throws: DenominationFaults.self) {
            try recipe.run(IndexRecipeSample.data, denominators: IndexRecipeSample.none, metadata: metadata)
        }
        recipe.denominates = false
        #expect(throws: Never.self) {
            try recipe.run(IndexRecipeSample.data, denominators: IndexRecipeSample.none, metadata: metadata)
        }
    }
}
