import StatisticalData
import Studies
import Testing
import TestSupport

/// Laws of a composite index, on random scores.
struct CompositeIndexLawTests {
    private let period = Period.year(2020)
    private let codes = ["A", "B", "C", "D", "E", "F"]

    private func random(_ generator: inout SeededGenerator) -> CompositeIndexSample {
        let pairs = codes.map { code -> (String, [String: Double]) in
            let parts = ["air", "water"].map { ($0, Double(Int.random(in: 6000...10_000, using: &generator)) / 100) }
            return (code, Dictionary(uniqueKeysWithValues: parts))
        }
        return CompositeIndexSample(order: codes, scores: Dictionary(uniqueKeysWithValues: pairs))
    }

    private func numbers(_ index: ResultIndex, _ measure: String) -> [Area.ID: Double] {
        let values = index.result.values.filter { $0.key.item == "index" && $0.key.measure == measure }
        return Dictionary(values.compactMap { value in value.number.map { (value.key.area, $0) } }) { first, _ in first
        }
    }

    /// The mean by hand: weights 3 + 1 = 4 for air, 3 + 3 = 6 for water.
    @Test(arguments: [UInt64(11), 12, 13])
    func theIndexIsTheWeightedMean(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sample = random(&generator)
        let scores = numbers(try sample.run(), "score")
        #expect(scores.count == codes.count)
        for (area, parts) in sample.scores {
            let expected = (4 * (parts["air"] ?? .nan) + 6 * (parts["water"] ?? .nan)) / 10
            #expect(agree(scores[Area.ID(area)], expected))
        }
    }

    @Test(arguments: [UInt64(21), 22, 23, 24])
    func theOrderOfTheAreasChangesNothing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var sample = random(&generator)
        let first = try sample.run()
        sample.order = codes.shuffled(using: &generator)
        let second = try sample.run()
        for measure in ["score", "rank", "distance-to-leader"] {
            #expect(numbers(first, measure) == numbers(second, measure), "\(measure)")
        }
    }

    /// Weights count only relative to each other.
    @Test(arguments: [0.25, 2, 7])
    func scalingTheWeightsOfTheClassesChangesNothing(factor: Double) throws {
        var generator = SeededGenerator(seed: 31)
        var sample = random(&generator)
        let first = try sample.run()
        sample.classWeights = sample.classWeights.mapValues { $0 * factor }
        let second = try sample.run()
        #expect(numbers(first, "rank") == numbers(second, "rank"))
        for measure in ["score", "distance-to-leader"] {
            let others = numbers(second, measure)
            for (area, number) in numbers(first, measure) { #expect(agree(others[area], number), "\(measure)") }
        }
        let weights = [first, second].map { $0["air", "weight", "W", period]?.number ?? .nan }
        #expect(agree(weights[1], weights[0] * factor))
    }

    @Test(arguments: [UInt64(41), 42])
    func partsAddUpToTheDistance(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let index = try random(&generator).run()
        for (area, whole) in numbers(index, "distance-to-leader") {
            let parts = ["air", "water"].compactMap { index[$0, "distance-to-leader", area, period]?.number }
            #expect(parts.count == 2)
            #expect(abs(parts.reduce(0, +) - whole) < 1e-9)
        }
    }

    /// An area whose figure is missing gets no index, never a zero, and a remark says so.
    @Test(arguments: [UInt64(51), 52])
    func aMissingPartIsNoZero(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var sample = random(&generator)
        let area = codes[Int.random(in: 0..<codes.count, using: &generator)]
        sample.scores[area]?["water"] = nil
        let index = try sample.run()
        for measure in ["score", "rank", "distance-to-leader"] {
            #expect(index["index", measure, Area.ID(area), period] == nil, "\(measure)")
        }
        #expect(index["air", "score", Area.ID(area), period] != nil)
        #expect(index.result.notices.map(\.code) == ["notice-area-not-scored"])
        #expect(index.result.notices.first?.arguments["area"] == area)
        #expect(numbers(index, "rank").values.sorted() == [1, 2, 3, 4, 5])
    }
}
