import CompositeIndicators
import Testing
import TestSupport

/// Places from scores.
struct RankingTests {
    @Test(
        arguments: [
            ([], []), ([5], [1]), ([nil], [nil]), ([nil, nil], [nil, nil]), ([1, 2, 3], [3, 2, 1]),
            ([3, 2, 2, 1], [1, 2, 2, 4]),
            ([7, 7, 7], [1, 1, 1]), ([0, -0.0], [1, 1]), ([1, nil, 3], [2, nil, 1]),
            ([nil, 2, 2, nil, 5], [nil, 2, 2, nil, 1]),
            ([-1, -2, -2, 0], [2, 3, 3, 1]),
            // Noise of the last digit makes no difference; a printed digit does.
            ([80.41, 80.41.nextUp, 75.2, 83.71], [2, 2, 4, 1]), ([80.41, 80.42, 75.2, 83.71], [3, 2, 4, 1]),
            ([0.1 + 0.2, 0.3, 0, 1], [2, 2, 4, 1]),
            // The tolerance is a part of the range, whatever the unit.
            ([1e-20, 2e-20, 3e-20], [3, 2, 1]), ([1e20, 2e20, 3e20], [3, 2, 1]), ([1e6, 1e6 + 1e-4, 2e6], [2, 2, 1]),
        ] as [([Double?], [Int?])])
    func places(scores: [Double?], expected: [Int?]) {
        #expect(Ranking.descending(scores) == expected)
    }

    /// The definition, score by score: one more than the number of scores that are better by more than the tolerance.
    static func plain(_ scores: [Double?]) -> [Int?] {
        let present = scores.compactMap { $0 }
        let tolerance = 1e-9 * ((present.max() ?? 0) - (present.min() ?? 0))
        return scores.map { score in
            guard let score else { return nil }
            var place = 1
            for other in present where other > score + tolerance { place += 1 }
            return place
        }
    }

    /// Random scores from few values, so that ties are common, with gaps.
    static func scores(using generator: inout SeededGenerator) -> [Double?] {
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            guard Int.random(in: 0..<8, using: &generator) > 0 else { return nil }
            let value = Double(Int.random(in: -10...10, using: &generator)) / 10
            return Bool.random(using: &generator) ? value : value + .random(in: -1...1, using: &generator)
        }
    }

    @Test(arguments: [1, 9, 31] as [UInt64])
    func agreesWithTheDefinition(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let scores = Self.scores(using: &generator)
            #expect(Ranking.descending(scores) == Self.plain(scores))
        }
    }

    @Test(arguments: [1, 9, 31] as [UInt64])
    func laws(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let scores = Self.scores(using: &generator)
            let places = Ranking.descending(scores)
            let order = scores.indices.shuffled(using: &generator)
            #expect(Ranking.descending(order.map { scores[$0] }) == order.map { places[$0] })
            #expect(Ranking.descending(scores.map { $0.map { 4 * $0 } }) == places)
            #expect(Ranking.descending(scores + [nil]) == places + [nil])
            #expect(zip(scores, places).allSatisfy { ($0 == nil) == ($1 == nil) })
            #expect(places.allSatisfy { $0 == nil } || places.contains(1))
        }
    }
}
