import StatisticalData
import Studies
import TestSupport
import Testing

/// What would lift the home area, checked by running the study again with the figures changed.
struct CompositeIndexLiftTests {
    private func sample(_ further: String = "lift: {places: 1, within: 0.25}") -> CompositeIndexStepsSample {
        var sample = CompositeIndexStepsSample()
        // Fixed posts would be simpler; the range of forest, coal and waste moves with the area itself.
        sample.figures[0].values = ["11.0", "170.0", "6.5", "28.0"]
        sample.further = further
        return sample
    }

    private func rank(_ sample: CompositeIndexStepsSample) throws -> Double? {
        try sample.run().number("index", "rank", "A")
    }

    @Test func eachFigureAloneReachesTheRankAndALittleLessDoesNot() throws {
        let sample = sample()
        let index = try sample.run()
        let target = try #require(index.number("index", "target-rank", "A"))
        #expect(index.number("index", "rank", "A") == target + 1)
        var reached = 0
        for (column, indicator) in CompositeIndexStepsSample.indicators.enumerated() {
            guard let needed = index.number(indicator, "needed-alone", "A"),
                let now = Double(sample.figures[0].values[column])
            else { continue }
            for (share, expected) in [(1.0001, true), (0.999, false)] {
                var changed = sample
                changed.figures[0].values[column] = Decimals.text(now + share * (needed - now))
                let isReached = try (rank(changed) ?? 9) <= target
                #expect(isReached == expected, "\(indicator) \(share)")
            }
            #expect(agree(index.number(indicator, "lift-alone", "A"), needed - now))
            reached += 1
        }
        #expect(reached >= 2)
    }

    @Test func allTogetherReachTheRank() throws {
        let sample = sample()
        let index = try sample.run()
        var changed = sample
        for (column, indicator) in CompositeIndexStepsSample.indicators.enumerated() {
            guard let needed = index.number(indicator, "needed-together", "A"),
                let now = Double(sample.figures[0].values[column])
            else { continue }
            changed.figures[0].values[column] = Decimals.text(now + 1.0001 * (needed - now))
        }
        #expect(try rank(changed) == index.number("index", "target-rank", "A"))
    }

    /// Ranks of runs in which only weights move, and by no more than allowed, lie within the exact range.
    @Test func drawnWeightsStayWithinTheExactRange() throws {
        var sample = sample()
        sample.further += "\nuncertainty: {runs: 300, seed: 3, vary: [\"weights:0.1\"], top: 2}"
        let index = try sample.run()
        for area in ["A", "B", "C", "D"] {
            let exact = try #require(index["index", "rank-by-weights", Area.ID(area), .year(2020)])
            let drawn = try #require(index["index", "rank-interval", Area.ID(area), .year(2020)])
            #expect((exact.low ?? 9) <= (drawn.low ?? 0) && (drawn.high ?? 9) <= (exact.high ?? 0), "\(area)")
            #expect(exact.number == index.number("index", "rank", area))
        }
    }

    /// At the weights of the tie both areas have the same index.
    @Test func theTieIsATie() throws {
        let index = try sample().run()
        let shifts = index.result.values.filter { $0.key.measure == "weight-at-tie" }
        let rival = try #require(shifts.first?.key.area)
        for area in [Area.ID("A"), rival] {
            #expect(index["index", "score", area, .year(2020)]?.number != nil)
        }
        func total(_ area: String) -> Double {
            ["nature", "people"].reduce(0) {
                let weight = index[$1, "weight-at-tie", rival, .year(2020)]?.number ?? .nan
                return $0 + weight * (index.number($1, "score", area) ?? .nan)
            }
        }
        #expect(agree(total("A"), total(rival.rawValue)))
        #expect(agree(shifts.compactMap(\.number).reduce(0, +), 100))
    }

    @Test func theLeaderHasNothingToGain() throws {
        var sample = sample()
        sample.figures[0].values = ["99.0", "1.0", "99.0", "1.0"]
        let index = try sample.run()
        #expect(index.number("index", "rank", "A") == 1)
        #expect(!index.result.values.contains { $0.key.measure.hasPrefix("lift-") || $0.key.measure == "target-rank" })
    }

    @Test(arguments: [
        ("lift: {places: 0}", "study-out-of-range"), ("lift: {places: 1, within: 2}", "study-out-of-range"),
        ("lift: {places: 1, lower: 5, upper: 1}", "study-out-of-range"), ("lift: {within: 0.1}", "yaml-missing-key"),
    ])
    func faults(lift: String, code: String) throws {
        let found = try sample(lift).faults()
        #expect(found.contains { $0.hasPrefix(code) }, "\(found)")
    }
}
