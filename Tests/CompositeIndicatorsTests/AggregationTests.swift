import CompositeIndicators
import Testing
import TestSupport

/// Weighted means and the contributions to a distance.
struct AggregationTests {
    static let seeds: [UInt64] = [1, 2, 2016]

    static func forEachCase(_ seed: UInt64, _ body: ([Double], [Double], inout SeededGenerator) throws -> Void) rethrows
    {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let count = Int.random(in: 1...12, using: &generator)
            let scores = (0..<count).map { _ in Double.random(in: -100...100, using: &generator) }
            let weights = (0..<count).map { _ in Double.random(in: 0.01...5, using: &generator) }
            try body(scores, weights, &generator)
        }
    }

    /// Unit means of (12, 45, NA, 80, 33.5): the sheet of facts, section 18; the rest by hand.
    @Test(
        arguments: [
            ([12, 45, 80, 33.5], [1, 2, 0.5, 3], (12 + 90 + 40 + 100.5) / 6.5), ([3], [7], 3),
            ([1, 2, 3], [1, 1, 1], 2),
            ([0, 10], [3, 1], 2.5), ([5, nil], [1, 0], 5), ([5, nil], [1, 0.1], nil), ([nil], [1], nil),
            ([nil], [0], nil),
            ([5, 6], [0, 0], nil), ([], [], nil), ([60, 100], [0, 2], 100),
        ] as [([Double?], [Double], Double?)])
    func means(scores: [Double?], weights: [Double], expected: Double?) {
        let mean = Aggregation.arithmeticMean(scores, weights: weights)
        #expect((mean == nil) == (expected == nil))
        if let mean, let expected { #expect(abs(mean - expected) < 1e-12) }
    }

    @Test(arguments: seeds)
    func meanLaws(seed: UInt64) throws {
        try Self.forEachCase(seed) { scores, weights, generator in
            let mean = try #require(Aggregation.arithmeticMean(scores, weights: weights))
            let (low, high) = (try #require(scores.min()), try #require(scores.max()))
            #expect(mean >= low - 1e-10 && mean <= high + 1e-10)
            let factor = Double.random(in: 0.001...1000, using: &generator)
            let scaled = try #require(Aggregation.arithmeticMean(scores, weights: weights.map { $0 * factor }))
            #expect(abs(scaled - mean) < 1e-10)
            let order = scores.indices.shuffled(using: &generator)
            let permuted = try #require(
                Aggregation.arithmeticMean(order.map { scores[$0] }, weights: order.map { weights[$0] }))
            #expect(abs(permuted - mean) < 1e-10)
            let shifted = try #require(Aggregation.arithmeticMean(scores.map { 2 * $0 + 7 }, weights: weights))
            #expect(abs(shifted - (2 * mean + 7)) < 1e-10)
        }
    }

    /// A missing part is never zero and never left out, unless it weighs nothing.
    @Test(arguments: seeds)
    func missingParts(seed: UInt64) {
        Self.forEachCase(seed) { scores, weights, generator in
            let position = Int.random(in: scores.indices, using: &generator)
            var gappy: [Double?] = scores
            gappy[position] = nil
            #expect(Aggregation.arithmeticMean(gappy, weights: weights) == nil)
            var light = weights
            light[position] = 0
            let mean = Aggregation.arithmeticMean(gappy, weights: light)
            #expect(mean == Aggregation.arithmeticMean(scores, weights: light))
        }
    }

    @Test(arguments: seeds)
    func contributionsSumToTheDistance(seed: UInt64) throws {
        try Self.forEachCase(seed) { scores, weights, generator in
            let reference = scores.map { $0 + Double.random(in: -50...50, using: &generator) }
            let total = weights.reduce(0, +)
            let shares = weights.map { $0 / total }
            let contributions = Aggregation.distanceContributions(scores, reference: reference, shares: shares)
            let sum = contributions.reduce(0) { $0 + ($1 ?? .nan) }
            let distance =
                try #require(Aggregation.arithmeticMean(reference, weights: weights))
                - #require(Aggregation.arithmeticMean(scores, weights: weights))
            #expect(abs(sum - distance) < 1e-10)
            let back = Aggregation.distanceContributions(reference, reference: scores, shares: shares)
            #expect(zip(contributions, back).allSatisfy { $0 == $1.map { -$0 } })
        }
    }

    @Test func missingContributions() {
        let found = Aggregation.distanceContributions([1, nil, 3], reference: [2, 2, nil], shares: [0.5, 0.25, 0.25])
        #expect(found == [0.5, nil, nil])
    }
}
