import Foundation
import Testing

@testable import CompositeIndicators
import TestSupport

/// The steps from raw data to an index: tables worked by hand, a plain computation beside ours, and laws.
struct IndexRecipeTests {
    // MARK: A table worked by hand

    // x (more is better): 0, 5, 10, 2           scores 0, 50, 100, 20
    // y (less is better): 10, 20, 40, 50        scores (50 - y)/40: 100, 75, 25, 0
    // z (more is better): 1, 1, 3, 2            scores 0, 0, 100, 50
    // P = (x + 3 y)/4: 300/4, 275/4, 175/4, 20/4; Q = z; I = (2 P + Q)/3
    private static let units = ["a", "b", "c", "d"]
    private static let data = matrix(
        units, [("x", [0, 5, 10, 2]), ("y", [10, 20, 40, 50]), ("z", [1, 1, 3, 2])])
    private static let metadata = [
        indicator("x", "P"), indicator("y", "P", direction: -1, weight: 3), indicator("z", "Q"),
        aggregate("P", "I", level: 2, weight: 2), aggregate("Q", "I", level: 2), aggregate("I", nil, level: 3),
    ]

    @Test func workedByHand() throws {
        let outcome = try Self.run(IndexRecipe())
        #expect(outcome.aggregates.codes == ["P", "Q", "I"])
        #expect(outcome.index == "I")
        expectClose(Self.column(outcome, "P"), [75, 68.75, 43.75, 5])
        expectClose(Self.column(outcome, "Q"), [0, 0, 100, 50])
        expectClose(Self.column(outcome, "I"), [50, 137.5 / 3, 62.5, 20])
        #expect(outcome.ranks == [2, 3, 1, 4])
        #expect(outcome.weights == ["x": 1, "y": 3, "z": 1, "P": 2, "Q": 1, "I": 1])
        let scores = try #require(outcome.stages[.normalised])
        expectClose(scores.column(0), [0, 50, 100, 20])
        expectClose(scores.column(1), [100, 75, 25, 0])
        expectClose(scores.column(2), [0, 0, 100, 50])
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
        let outcome = try Self.run(recipe)
        expectClose(Self.column(outcome, "P"), part)
        expectClose(Self.column(outcome, "I"), index)
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
        var data = Self.data
        for (unit, value) in [50.0, 30, 10, 40].enumerated() { data[unit, 1] = value }  // scores 0, 50, 100, 25
        let outcome = try recipe.run(data, denominators: Self.none, metadata: Self.metadata)
        expectClose(Self.column(outcome, "P"), [0, 50, 100, 22.5])
        expectClose(Self.column(outcome, "I"), [0, 100.0 / 3, 100, 95.0 / 3])
        #expect(outcome.ranks == [4, 2, 1, 3])
        #expect(throws: AggregationError.weightsAllZero(aggregate: "P")) { try Self.run(recipe) }
    }

    /// Loadings of three parts, one against the others: x = y, z their opposite: 1, 1, -1 over the root of 3.
    @Test func negativeWeightsAreRecorded() throws {
        let data = Self.matrix(Self.units, [("x", [1, 2, 3, 5]), ("y", [1, 2, 3, 5]), ("z", [5, 4, 3, 1])])
        let metadata = [
            Self.indicator("x", "I"), Self.indicator("y", "I"), Self.indicator("z", "I"),
            Self.aggregate("I", nil, level: 2),
        ]
        var recipe = IndexRecipe()
        recipe.weights = .principalComponents
        let outcome = try recipe.run(data, denominators: Self.none, metadata: metadata)
        #expect(outcome.record.negativeWeights == ["z"])
        // Scores x = y: 0, 25, 50, 100; z: 100, 75, 50, 0; x + y - z: -100, -25, 50, 200.
        expectClose(Self.column(outcome, "I"), [-100, -25, 50, 200])
        recipe.methods = Aggregation.Methods(.geometric)
        #expect(throws: AggregationError.self) {
            try recipe.run(data, denominators: Self.none, metadata: metadata)
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
        var data = Self.data
        data[0, 1] = nil
        let metadata = [
            Self.indicator("x", "I"), Self.indicator("y", "I", weight: 2), Self.indicator("z", "I"),
            Self.aggregate("I", nil, level: 2),
        ]
        var recipe = IndexRecipe()
        recipe.missing = rule
        let outcome = try recipe.run(data, denominators: Self.none, metadata: metadata)
        let a: Double? = isPresent ? 0 : nil
        expectClose(Self.column(outcome, "I"), [a, 12.5, 1000.0 / 12, 67.5])
        #expect(outcome.ranks == [isPresent ? 4 : nil, 3, 1, 2])
    }

    @Test func tiesShareTheBestRank() throws {
        let data = Self.matrix(["a", "b", "c", "d", "e"], [("x", [1, 3, 3, 2, 0]), ("y", [4, 1, 1, 5, 0])])
        let metadata = [Self.indicator("x", "I"), Self.indicator("y", "I"), Self.aggregate("I", nil, level: 2)]
        let outcome = try IndexRecipe().run(data, denominators: Self.none, metadata: metadata)
        // (x/3 + y/5)/2 in hundredths: 17/30, 18/30, 18/30, 25/30, 0.
        expectClose(Self.column(outcome, "I"), [1700.0 / 30, 60, 60, 2500.0 / 30, 0])
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
        let raw = Self.matrix(
            units,
            [("x", [100, 2, 1, 1, 1, 1]), ("y", [10, 20, 30, 40, 50, 60]), ("z", [2, 4, nil, 6, 8, nil])])
        let sizes = Self.matrix(units, [("p", [10, 10, 10, 10, 5, 5])])
        let metadata = [
            Self.indicator("x", "I"), Self.indicator("y", "I", denominator: "p"), Self.indicator("z", "I"),
            Self.aggregate("I", nil, level: 2),
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
        expect(outcome, .normalised, names, pick([treated, y, z]).map { minmax($0, 1) })
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
            expectClose(found?.column(position) ?? [], column, place)
        }
    }

    // MARK: Against a plain computation, and laws

    private static let cases = (1...12).map { UInt64($0) }
    private static let means: [Aggregation.Method] = [
        .arithmetic, .geometric, .harmonic, .generalised(power: 2), .generalised(power: -0.5), .minimum,
    ]

    @Test(arguments: cases, means) func plainComputation(_ seed: UInt64, _ method: Aggregation.Method) throws {
        let sample = Sample(seed: seed)
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(method)
        let outcome = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        let scores = sample.columns.enumerated().map { position, column in
            minmax(column, sample.directions[position]).map { 1 + 0.99 * ($0 ?? .nan) }
        }
        let index = sample.data.units.indices.map { unit in
            let first = mean([scores[0][unit], scores[1][unit], scores[2][unit]], sample.weights[0..<3], method)
            let second = mean([scores[3][unit], scores[4][unit]], sample.weights[3..<5], method)
            return mean([first, second], sample.weights[5..<7], method)
        }
        expectClose(Self.column(outcome, "I"), index)
        #expect(outcome.ranks == index.map { score in index.count { $0 > score + 1e-9 } + 1 })
    }

    private func mean(_ values: [Double], _ weights: ArraySlice<Double>, _ method: Aggregation.Method) -> Double {
        let total = weights.reduce(0, +)
        func sum(_ term: (Double) -> Double) -> Double {
            zip(values, weights).reduce(0) { $0 + $1.1 * term($1.0) } / total
        }
        switch method {
        case .arithmetic: return sum { $0 }
        case .geometric: return zip(values, weights).reduce(1) { $0 * pow($1.0, $1.1 / total) }
        case .harmonic: return 1 / sum { 1 / $0 }
        case .generalised(let power): return pow(sum { pow($0, power) }, 1 / power)
        default: return values.min() ?? .nan
        }
    }

    @Test(arguments: cases) func meansAreOrdered(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        let columns = try [Aggregation.Method.arithmetic, .geometric, .harmonic, .minimum].map { method in
            var recipe = IndexRecipe()
            recipe.normalisation = .minmax(lower: 1, upper: 100)
            recipe.methods = Aggregation.Methods(method)
            let outcome = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
            return Self.column(outcome, "I").compactMap { $0 }
        }
        for (larger, smaller) in zip(columns, columns.dropFirst()) {
            #expect(larger.count == sample.data.units.count)
            #expect(zip(larger, smaller).allSatisfy { $0 >= $1 - 1e-9 })
            #expect(zip(larger, smaller).contains { $0 > $1 + 1e-9 })
        }
    }

    /// Another scale of the raw data changes nothing; one that points the other way only turns the direction.
    @Test(arguments: cases) func affineChange(_ seed: UInt64) throws {
        let sample = Sample(seed: seed)
        var changed = sample.data
        var metadata = sample.metadata
        let lines = [(3.0, 2.0), (-40, 0.01), (5, -1), (0, 1000), (7, -0.3)]
        for (column, (constant, factor)) in lines.enumerated() {
            for unit in changed.units.indices {
                changed[unit, column] = sample.data[unit, column].map { constant + factor * $0 }
            }
            if factor < 0 { metadata[column].direction *= -1 }
        }
        let before = try IndexRecipe().run(sample.data, denominators: Self.none, metadata: sample.metadata)
        let after = try IndexRecipe().run(changed, denominators: Self.none, metadata: metadata)
        #expect(before.stages[.treated] != after.stages[.treated])
        expectClose(Self.column(after, "I"), Self.column(before, "I"))
        #expect(after.ranks == before.ranks)
    }

    static let everyMethod: [Aggregation.Method] =
        means + [.median, .copeland, .borda, .benefitOfTheDoubt(lower: 0, upper: 1)]

    @Test(arguments: cases, everyMethod) func permutation(_ seed: UInt64, _ method: Aggregation.Method) throws {
        let sample = Sample(seed: seed)
        var generator = SeededGenerator(seed: seed + 100)
        let order = sample.data.units.indices.shuffled(using: &generator)
        let permuted = Self.matrix(
            order.map { sample.data.units[$0] },
            zip(sample.data.codes, sample.columns).map { code, column in (code, order.map { column[$0] }) })
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(.arithmetic, byLevel: [3: method])
        let before = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        let after = try recipe.run(permuted, denominators: Self.none, metadata: sample.metadata)
        #expect(after.aggregates.units == order.map { before.aggregates.units[$0] })
        let column = Self.column(before, "I")
        expectClose(Self.column(after, "I"), order.map { column[$0] })
        #expect(after.ranks == order.map { before.ranks[$0] })
    }

    /// Weights are relative within a parent: each parent has a factor of its own here.
    @Test(arguments: cases, everyMethod) func scaledWeights(_ seed: UInt64, _ method: Aggregation.Method) throws {
        let sample = Sample(seed: seed)
        var metadata = sample.metadata
        let factors = ["P": 7.0, "Q": 0.01, "I": 1000]
        for row in metadata.indices { metadata[row].weight *= metadata[row].parent.flatMap { factors[$0] } ?? 3 }
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(.arithmetic, byLevel: [3: method])
        let before = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        let after = try recipe.run(sample.data, denominators: Self.none, metadata: metadata)
        expectClose(Self.column(after, "P"), Self.column(before, "P"))
        expectClose(Self.column(after, "I"), Self.column(before, "I"))
        #expect(after.ranks == before.ranks)
    }

    @Test(arguments: cases, everyMethod) func bestEverywhereIsFirst(_ seed: UInt64, _ method: Aggregation.Method) throws
    {
        var sample = Sample(seed: seed)
        let best = Int(seed) % sample.data.units.count
        for column in sample.columns.indices {
            let top = sample.columns[column].compactMap { $0.map { $0 * sample.directions[column] } }.max() ?? 0
            sample.data[best, column] = (top + 1) * sample.directions[column]
        }
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(method)
        // Scores of Copeland and Borda may be zero or negative, which no mean above them minds: all levels use one.
        if method == .copeland || method == .benefitOfTheDoubt(lower: 0, upper: 1) {
            recipe.methods = Aggregation.Methods(.arithmetic, byLevel: [3: method])
        }
        let outcome = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        #expect(outcome.ranks[best] == 1)
        #expect(outcome.ranks.count { $0 == 1 } == 1)
    }

    @Test func repeatable() throws {
        let sample = Sample(seed: 5)
        var recipe = IndexRecipe()
        recipe.weights = .critic
        let first = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        let second = try recipe.run(sample.data, denominators: Self.none, metadata: sample.metadata)
        #expect(
            first.aggregates == second.aggregates && first.weights == second.weights && first.stages == second.stages)
    }

    // MARK: What is refused

    @Test func constantIndicator() throws {
        var data = Self.data
        for unit in 0..<4 { data[unit, 2] = 7 }
        #expect(throws: NormalisationFaults(list: [.zeroRange(indicator: "z", group: nil)])) {
            try IndexRecipe().run(data, denominators: Self.none, metadata: Self.metadata)
        }
    }

    @Test(arguments: [Aggregation.Method.geometric, .harmonic]) func zeroScore(_ method: Aggregation.Method) throws {
        var recipe = IndexRecipe()
        recipe.methods = Aggregation.Methods(method)
        #expect(throws: AggregationError.notPositive(unit: "a", element: "x", aggregate: "P", score: 0)) {
            try Self.run(recipe)
        }
    }

    @Test func unknownDenominator() throws {
        var recipe = IndexRecipe()
        recipe.denominates = true
        var metadata = Self.metadata
        metadata[0].denominator = "q"
        #expect(throws: DenominationFaults.self) {
            try recipe.run(Self.data, denominators: Self.none, metadata: metadata)
        }
        recipe.denominates = false
        #expect(throws: Never.self) { try recipe.run(Self.data, denominators: Self.none, metadata: metadata) }
    }

    // MARK: Helpers

    private static let none = IndicatorMatrix(units: units, codes: [])

    private static func run(_ recipe: IndexRecipe) throws -> IndexRecipe.Outcome {
        try recipe.run(data, denominators: none, metadata: metadata)
    }

    fileprivate static func matrix(_ units: [String], _ columns: [(String, [Double?])]) -> IndicatorMatrix {
        IndicatorMatrix(units: units, codes: columns.map(\.0), columns: columns.map(\.1))
    }

    fileprivate static func indicator(
        _ code: String, _ parent: String, direction: Int = 1, weight: Double = 1, denominator: String? = nil
    ) -> IndicatorMetadata {
        IndicatorMetadata(
            code: code, level: 1, parent: parent, direction: direction, weight: weight, kind: .indicator,
            denominator: denominator)
    }

    fileprivate static func aggregate(
        _ code: String, _ parent: String?, level: Int, weight: Double = 1
    ) -> IndicatorMetadata {
        IndicatorMetadata(code: code, level: level, parent: parent, weight: weight, kind: .aggregate)
    }

    private static func column(_ outcome: IndexRecipe.Outcome, _ code: String) -> [Double?] {
        outcome.aggregates.position(of: code).map { outcome.aggregates.column($0) } ?? []
    }
}

/// Six units, five indicators in two aggregates, all at random: nothing constant, no ties to speak of.
private struct Sample {
    var data: IndicatorMatrix
    let columns: [[Double?]]
    let directions: [Double]
    let weights: [Double]
    let metadata: [IndicatorMetadata]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let codes = ["v", "w", "x", "y", "z"]
        columns = codes.map { _ in (0..<6).map { _ in Double.random(in: -50...50, using: &generator) } }
        directions = codes.map { _ in Bool.random(using: &generator) ? 1 : -1 }
        let drawn = (0..<7).map { _ in Double.random(in: 0.5...4, using: &generator) }
        weights = drawn
        data = IndexRecipeTests.matrix((1...6).map { "u\($0)" }, Array(zip(codes, columns)))
        var metadata: [IndicatorMetadata] = []
        for (position, code) in codes.enumerated() {
            metadata.append(
                IndexRecipeTests.indicator(
                    code, position < 3 ? "P" : "Q", direction: Int(directions[position]), weight: drawn[position]))
        }
        self.metadata =
            metadata + [
                IndexRecipeTests.aggregate("P", "I", level: 2, weight: drawn[5]),
                IndexRecipeTests.aggregate("Q", "I", level: 2, weight: drawn[6]),
                IndexRecipeTests.aggregate("I", nil, level: 3),
            ]
    }
}

/// Scores from 0 to 100, plainly.
private func minmax(_ values: [Double?], _ direction: Double) -> [Double?] {
    let turned = values.map { $0.map { $0 * direction } }
    let present = turned.compactMap { $0 }
    guard let low = present.min(), let high = present.max() else { return values }
    return turned.map { $0.map { 100 * ($0 - low) / (high - low) } }
}

private func expectClose(_ found: [Double?], _ expected: [Double?], _ place: SourceLocation = #_sourceLocation) {
    let isClose =
        found.count == expected.count
        && zip(found, expected).allSatisfy { pair in
            guard let left = pair.0, let right = pair.1 else { return pair.0 == nil && pair.1 == nil }
            return abs(left - right) <= 1e-9 * max(1, abs(right))
        }
    #expect(isClose, "found \(found), expected \(expected)", sourceLocation: place)
}
