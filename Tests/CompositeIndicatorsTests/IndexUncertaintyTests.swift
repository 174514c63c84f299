import SensitivityAnalysis
import Testing

@testable import CompositeIndicators

/// Laws of the uncertainty of an index, on random tables with recorded seeds.
struct IndexUncertaintyTests {
    private static let everything: [IndexUncertainty.Choice] = [
        .dirichlet(concentration: 30), .imputationDraws(.byParent), .treatment([nil, Treatment.Options()]),
        .normalisation([.fromMetadata(.goalposts), .minmax(lower: 1, upper: 100)]), .goalposts(share: 0.2),
        .aggregation([.arithmetic, .median]), .aggregationOnLevel(3, [.arithmetic, .minimum]),
        .exclusion(.anyIndicator), .error(MeasurementError(.relative(0.1))),
    ]

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func nothingVaries(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed, gaps: true)
        var recipe = sample.recipe
        recipe.imputation = .mean
        recipe.normalisation = .fromMetadata(.goalposts)
        let fixed: [IndexUncertainty.Choice] = [
            .weights(noise: 0), .imputation([.mean]), .treatment([nil]),
            .normalisation([.fromMetadata(.goalposts)]), .goalposts(share: 0), .aggregation([.arithmetic]),
            .aggregationOnLevel(2, [.arithmetic]), .exclusion(.elements([[]])),
            .error(MeasurementError(.relative(0))),
        ]
        for choices in [[], fixed] {
            let ranks = try sample.ranks(IndexUncertainty(recipe, choices: choices, seed: seed), runs: 20)
            #expect(ranks.nominal == (try sample.outcome(recipe)).ranks)
            for (unit, nominal) in ranks.nominal.enumerated() {
                #expect(ranks.distribution.count(of: unit, at: nominal ?? 0) == 20)
            }
        }
    }

    @Test func threadsDoNotMatter() throws {
        let sample = UncertaintySample(seed: 3, gaps: true)
        var results: [RankDistribution] = []
        for threads in [1, 2, 7] {
            let analysis = IndexUncertainty(sample.recipe, choices: Self.everything, seed: 5, threads: threads)
            results.append(try sample.ranks(analysis, runs: 150).distribution)
        }
        #expect(results[0] == results[1] && results[0] == results[2])
        let other = IndexUncertainty(sample.recipe, choices: Self.everything, seed: 6)
        #expect(try sample.ranks(other, runs: 150).distribution != results[0])
    }

    /// Runs replayed one by one, in any order, are the runs of the whole; more runs keep those before.
    @Test func runsAreReplayedAlone() throws {
        let sample = UncertaintySample(seed: 4, gaps: true)
        let analysis = IndexUncertainty(sample.recipe, choices: Self.everything, seed: 9)
        let whole = try sample.ranks(analysis, runs: 40)
        var alone = RankDistribution(units: sample.data.units.count)
        for run in (0..<40).reversed() { try alone.record(try sample.replay(analysis, run).ranks, run: run) }
        #expect(alone == whole.distribution)
    }

    /// The mean width of the 5 to 95 % interval over many tables.
    private func width(_ choice: IndexUncertainty.Choice) throws -> Double {
        var width = 0.0
        for seed in 1...10 as ClosedRange<UInt64> {
            let sample = UncertaintySample(seed: seed)
            var recipe = sample.recipe
            recipe.normalisation = .fromMetadata(.goalposts)
            let ranks = try sample.ranks(IndexUncertainty(recipe, choices: [choice], seed: seed), runs: 200)
            for unit in ranks.units.indices {
                let high = try #require(ranks.distribution.quantile(0.95, of: unit))
                width += high - (try #require(ranks.distribution.quantile(0.05, of: unit)))
            }
        }
        return width / 90
    }

    private static let widening: [[IndexUncertainty.Choice]] = [
        [0.05, 0.3, 1].map { .weights(noise: $0) }, [1000, 50, 3].map { .dirichlet(concentration: $0) },
        [0.05, 0.3, 1].map { .weightsByLevel([1: $0]) }, [0.02, 0.15, 0.45].map { .goalposts(share: $0) },
        [0.01, 0.1, 0.5].map { .error(MeasurementError(.relative($0))) },
    ]

    @Test(arguments: widening) func widerNoiseWidens(_ choices: [IndexUncertainty.Choice]) throws {
        let widths = try choices.map(width)
        #expect(widths[0] < widths[1] && widths[1] < widths[2], "\(widths)")
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func pairsAddUpToOne(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed, gaps: true)
        let analysis = IndexUncertainty(
            sample.recipe, choices: [.weights(noise: 1), .normalisation([.rank, .borda]), .aggregation([.median])],
            seed: seed)
        let spread = try sample.ranks(analysis, runs: 100).distribution
        for first in sample.data.units.indices {
            for second in sample.data.units.indices where first != second {
                let above = try #require(spread.probability(that: first, isAbove: second)?.value)
                let below = try #require(spread.probability(that: second, isAbove: first)?.value)
                #expect(abs(above + below - 1) < 1e-15)
            }
        }
    }

    @Test func pairsAreCountedWhenAskedFor() throws {
        let sample = UncertaintySample(seed: 1)
        let analysis = IndexUncertainty(sample.recipe, choices: [.weights(noise: 1)], seed: 1)
        for pairs in [true, false] {
            let ranks = try analysis.ranks(
                sample.data, denominators: sample.none, metadata: sample.metadata, runs: 8, pairs: pairs)
            #expect((ranks.distribution.probability(that: 0, isAbove: 1) != nil) == pairs)
        }
    }

    // MARK: Sensitivity

    /// What does not matter has a total share of exactly zero; with one choice that matters its share is all.
    @Test(arguments: [
        IndexUncertainty.Output.meanRankShift, .rank(unit: "u1"), .rank(unit: "u4"), .score(unit: "u2"),
    ])
    func oneChoiceMatters(_ output: IndexUncertainty.Output) throws {
        let sample = UncertaintySample(seed: 2)
        let analysis = IndexUncertainty(
            sample.recipe, choices: [.treatment([nil]), .weights(noise: 1), .error(MeasurementError(.relative(0)))],
            seed: 2)
        let indices = try analysis.sensitivity(
            sample.data, denominators: sample.none, metadata: sample.metadata, rows: 512, of: output)
        #expect(indices.inputs[0].total.value == 0 && indices.inputs[2].total.value == 0)
        #expect(abs(indices.inputs[1].total.value - 1) < 0.15)
        let interval = try #require(indices.inputs[1].total.interval)
        #expect(interval.contains(indices.inputs[1].total.value))
        #expect(try #require(indices.inputs[1].first.interval).contains(indices.inputs[1].first.value))
    }

    /// Two groups of experts that weigh different levels move the score of a unit: shares by hand. With P and Q the
    /// halves of I and two alternatives each way, y = a + b (+-1) + c (+-1): variance shares b^2 and c^2.
    @Test func sharesByHand() throws {
        var sample = UncertaintySample(seed: 7)
        sample.data = IndicatorMatrix(
            units: ["u1", "u2"], codes: ["v", "w", "x", "y", "z"],
            columns: [[0, 9], [0, 9], [0, 9], [2, 9], [5, 0]])
        for row in sample.metadata.indices {
            sample.metadata[row].weight = 1
            sample.metadata[row].parameters = [
                "goalpost_lower": 0, "goalpost_upper": 10, "goalpost_scale": 10, "goalpost_trunc2posts": 0,
            ]
        }
        var recipe = IndexRecipe()
        recipe.normalisation = .fromMetadata(.goalposts)
        // Q of u1 is y alone, 2, or z alone, 5; I is (P + Q)/2 or, P being 10/3, P alone.
        // All four: (10/3 + 2)/2, (10/3 + 5)/2, 10/3, 10/3.
        let choices: [IndexUncertainty.Choice] = [
            .experts([
                .init("first", weights: ["y": 1, "z": 0]), .init("second", weights: ["y": 0, "z": 1]),
            ]),
            .exclusion(.elements([[], ["Q"]])),
        ]
        let values = [8.0 / 3, 25.0 / 6, 10.0 / 3, 10.0 / 3]
        let mean = values.reduce(0, +) / 4
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
        // Means over the other choice.
        let byExpert = [(values[0] + values[2]) / 2, (values[1] + values[3]) / 2]
        let byExclusion = [(values[0] + values[1]) / 2, (values[2] + values[3]) / 2]
        func share(_ means: [Double]) -> Double {
            means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2 / variance
        }
        let analysis = IndexUncertainty(recipe, choices: choices, seed: 3)
        let indices = try analysis.sensitivity(
            sample.data, denominators: sample.none, metadata: sample.metadata, rows: 4096, of: .score(unit: "u1"))
        #expect(abs(indices.mean - mean) < 0.01 && abs(indices.variance - variance) < 0.01)
        #expect(abs(indices.inputs[0].first.value - share(byExpert)) < 0.03)
        #expect(abs(indices.inputs[1].first.value - share(byExclusion)) < 0.03)
        #expect(abs(indices.inputs[0].total.value - (1 - share(byExclusion))) < 0.03)
        #expect(abs(indices.inputs[1].total.value - (1 - share(byExpert))) < 0.03)
    }

    @Test func noVariance() throws {
        let sample = UncertaintySample(seed: 1)
        let analysis = IndexUncertainty(sample.recipe, choices: [.weights(noise: 0)], seed: 1)
        #expect(throws: SensitivityFault.noVariance) {
            try analysis.sensitivity(
                sample.data, denominators: sample.none, metadata: sample.metadata, rows: 8, of: .score(unit: "u1"))
        }
    }
}
