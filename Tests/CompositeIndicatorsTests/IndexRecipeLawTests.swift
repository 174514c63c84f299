import Foundation
import TestSupport
import Testing

@testable import CompositeIndicators

/// The recipe of an index: a plain computation beside ours, and laws.
struct IndexRecipeLawTests {
    private static let cases = (1...12).map { UInt64($0) }
    private static let means: [Aggregation.Method] = [
        .arithmetic, .geometric, .harmonic, .generalised(power: 2), .generalised(power: -0.5), .minimum,
    ]

    @Test(arguments: cases, means) func plainComputation(_ seed: UInt64, _ method: Aggregation.Method) throws {
        let sample = Sample(seed: seed)
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(method)
        let outcome = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        let scores = sample.columns.enumerated().map { position, column in
            IndexRecipeSample.minmax(column, sample.directions[position]).map { 1 + 0.99 * ($0 ?? .nan) }
        }
        let index = sample.data.units.indices.map { unit in
            let first = mean([scores[0][unit], scores[1][unit], scores[2][unit]], sample.weights[0..<3], method)
            let second = mean([scores[3][unit], scores[4][unit]], sample.weights[3..<5], method)
            return mean([first, second], sample.weights[5..<7], method)
        }
        IndexRecipeSample.expectClose(IndexRecipeSample.column(outcome, "I"), index)
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
            let outcome = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
            return IndexRecipeSample.column(outcome, "I").compactMap { $0 }
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
        let before = try IndexRecipe().run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        let after = try IndexRecipe().run(changed, denominators: IndexRecipeSample.none, metadata: metadata)
        #expect(before.stages[.treated] != after.stages[.treated])
        IndexRecipeSample.expectClose(IndexRecipeSample.column(after, "I"), IndexRecipeSample.column(before, "I"))
        #expect(after.ranks == before.ranks)
    }

    static let everyMethod: [Aggregation.Method] =
        means + [.median, .copeland, .borda, .benefitOfTheDoubt(lower: 0, upper: 1)]

    @Test(arguments: cases, everyMethod) func permutation(_ seed: UInt64, _ method: Aggregation.Method) throws {
        let sample = Sample(seed: seed)
        var generator = SeededGenerator(seed: seed + 100)
        let order = sample.data.units.indices.shuffled(using: &generator)
        let permuted = IndexRecipeSample.matrix(
            order.map { sample.data.units[$0] },
            zip(sample.data.codes, sample.columns).map { code, column in (code, order.map { column[$0] }) })
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        recipe.methods = Aggregation.Methods(.arithmetic, byLevel: [3: method])
        let before = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        let after = try recipe.run(permuted, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        #expect(after.aggregates.units == order.map { before.aggregates.units[$0] })
        let column = IndexRecipeSample.column(before, "I")
        IndexRecipeSample.expectClose(IndexRecipeSample.column(after, "I"), order.map { column[$0] })
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
        let before = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        let after = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: metadata)
        IndexRecipeSample.expectClose(IndexRecipeSample.column(after, "P"), IndexRecipeSample.column(before, "P"))
        IndexRecipeSample.expectClose(IndexRecipeSample.column(after, "I"), IndexRecipeSample.column(before, "I"))
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
        let outcome = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        #expect(outcome.ranks[best] == 1)
        #expect(outcome.ranks.count { $0 == 1 } == 1)
    }

    @Test func repeatable() throws {
        let sample = Sample(seed: 5)
        var recipe = IndexRecipe()
        recipe.weights = .critic
        let first = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        let second = try recipe.run(sample.data, denominators: IndexRecipeSample.none, metadata: sample.metadata)
        #expect(
            first.aggregates == second.aggregates && first.weights == second.weights && first.stages == second.stages)
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
        data = IndexRecipeSample.matrix((1...6).map { "u\($0)" }, Array(zip(codes, columns)))
        var metadata: [IndicatorMetadata] = []
        for (position, code) in codes.enumerated() {
            metadata.append(
                IndexRecipeSample.indicator(
                    code, position < 3 ? "P" : "Q", direction: Int(directions[position]), weight: drawn[position]))
        }
        self.metadata =
            metadata + [
                IndexRecipeSample.aggregate("P", "I", level: 2, weight: drawn[5]),
                IndexRecipeSample.aggregate("Q", "I", level: 2, weight: drawn[6]),
                IndexRecipeSample.aggregate("I", nil, level: 3),
            ]
    }
}
