import SensitivityAnalysis
import Testing

@testable import CompositeIndicators

/// Every choice against the recipe run again by hand with what the run drew.
struct IndexUncertaintyChoiceTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4]

    /// Replays runs and compares each with the recipe that `expected` makes of what it drew.
    private func compare(
        _ sample: UncertaintySample, _ analysis: IndexUncertainty, runs: Int = 24,
        _ expected: (UncertaintySample, [Int]) throws -> (UncertaintySample, IndexRecipe)
    ) throws {
        var different: Set<[Int]> = []
        for run in 0..<runs {
            let replayed = try sample.replay(analysis, run)
            let (changed, recipe) = try expected(sample, replayed.drawn)
            let outcome = try changed.outcome(recipe)
            #expect(replayed.ranks == outcome.ranks)
            let scores = changed.index(outcome)
            #expect(scores.count == replayed.scores.count)
            for (found, score) in zip(replayed.scores, scores) {
                #expect(abs((found ?? .nan) - (score ?? .nan)) < 1e-9)
            }
            different.insert(replayed.drawn)
        }
        #expect(different.count > 1)
    }

    @Test(arguments: seeds) func alternatives(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed, gaps: true)
        let imputations: [Imputation.Method?] = [.mean, .em(.byParent), .rowMean(.byParent)]
        let treatments: [Treatment.Options?] = [nil, Treatment.Options(skewness: 0.1, kurtosis: -9)]
        let scales: [Normalisation.Method] = [.minmax(lower: 1, upper: 100), .rank, .percentile]
        let means: [Aggregation.Method] = [.arithmetic, .geometric, .minimum]
        let tops: [Aggregation.Method] = [.arithmetic, .harmonic]
        let analysis = IndexUncertainty(
            sample.recipe,
            choices: [
                .imputation(imputations), .treatment(treatments), .normalisation(scales), .aggregation(means),
                .aggregationOnLevel(3, tops),
            ], seed: seed)
        try compare(sample, analysis) { sample, drawn in
            var recipe = sample.recipe
            recipe.imputation = imputations[drawn[0]]
            recipe.treatment = treatments[drawn[1]]
            recipe.normalisation = scales[drawn[2]]
            recipe.methods = Aggregation.Methods(means[drawn[3]], byLevel: [3: tops[drawn[4]]])
            return (sample, recipe)
        }
    }

    @Test(arguments: seeds) func experts(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed)
        let sets: [[String: Double]] = [["v": 5, "P": 3], ["w": 0.1, "Q": 9, "z": 4], [:]]
        let experts = sets.enumerated().map { IndexUncertainty.Expert("e\($0)", weights: $1) }
        try compare(sample, IndexUncertainty(sample.recipe, choices: [.experts(experts)], seed: seed)) {
            sample, drawn in
            var recipe = sample.recipe
            recipe.weights = .given(sets[drawn[0]])
            return (sample, recipe)
        }
    }

    @Test(arguments: seeds) func expertColumns(_ seed: UInt64) throws {
        var sample = UncertaintySample(seed: seed)
        for row in sample.metadata.indices where sample.metadata[row].code != "z" {
            sample.metadata[row].parameters["Ann"] = Double(row + 1)
        }
        let analysis = IndexUncertainty(sample.recipe, choices: [.expertColumns(["Ann", "Weight"])], seed: seed)
        try compare(sample, analysis) { sample, drawn in
            var recipe = sample.recipe
            if drawn[0] == 0 { recipe.weights = .given(["v": 1, "w": 2, "x": 3, "y": 4, "P": 6, "Q": 7]) }
            return (sample, recipe)
        }
    }

    /// Leaving out is the same as a framework without the element, also where values are missing.
    @Test(arguments: seeds, [false, true]) func exclusion(_ seed: UInt64, _ gaps: Bool) throws {
        let sample = UncertaintySample(seed: seed, gaps: gaps)
        let sets = [[], ["v"], ["P"], ["y", "z"], ["w", "y"]]
        let gone: [Set<String>] = [[], ["v"], ["P", "v", "w", "x"], ["y", "z", "Q"], ["w", "y"]]
        let analysis = IndexUncertainty(sample.recipe, choices: [.exclusion(.elements(sets))], seed: seed)
        for run in 0..<24 {
            let replayed = try sample.replay(analysis, run)
            let left = gone[replayed.drawn[0]]
            var changed = sample
            changed.metadata = sample.metadata.filter { !left.contains($0.code) }
            let codes = sample.data.codes.filter { !left.contains($0) }
            changed.data = IndicatorMatrix(
                units: sample.data.units, codes: codes,
                columns: codes.compactMap { code in sample.data.position(of: code).map { sample.data.column($0) } })
            let outcome = try changed.outcome(sample.recipe)
            #expect(replayed.ranks == outcome.ranks, "without \(left.sorted())")
        }
    }

    @Test func anyIndicatorOrNone() throws {
        let sample = UncertaintySample(seed: 1)
        let analysis = IndexUncertainty(sample.recipe, choices: [.exclusion(.anyIndicator)], seed: 1)
        let drawn = try (0..<600).map { try sample.replay(analysis, $0).drawn[0] }
        for alternative in 0..<6 { #expect(abs(drawn.count { $0 == alternative } - 100) < 10) }
    }

    @Test(arguments: seeds) func goalposts(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed)
        var base = sample.recipe
        base.normalisation = .fromMetadata(.goalposts)
        let analysis = IndexUncertainty(base, choices: [.goalposts(share: 0.3)], seed: seed)
        let generator = CounterGenerator(seed: seed)
        try compare(sample, analysis) { sample, drawn in
            var changed = sample
            for row in 0..<5 {
                let moves = (0..<2).map { post in
                    2 * generator.uniform(run: drawn[0], input: DrawAddress.goalposts, draw: 2 * row + post) - 1
                }
                #expect(moves[0] != moves[1])
                changed.metadata[row].parameters["goalpost_lower"] = 10 + 0.3 * 30 * moves[0]
                changed.metadata[row].parameters["goalpost_upper"] = 40 + 0.3 * 30 * moves[1]
            }
            return (changed, base)
        }
    }

    /// Error comes before all steps: data with the error, imputed, treated and ranked, give the run.
    @Test(arguments: seeds) func error(_ seed: UInt64) throws {
        let sample = UncertaintySample(seed: seed, gaps: true)
        let error = MeasurementError(.relative(0.2))
        var base = sample.recipe
        base.imputation = .em(.byParent)
        base.treatment = Treatment.Options(skewness: 0.1, kurtosis: -9)
        let generator = CounterGenerator(seed: seed)
        try compare(sample, IndexUncertainty(base, choices: [.error(error)], seed: seed)) { sample, drawn in
            var changed = sample
            for column in 0..<5 {
                for unit in sample.data.units.indices {
                    guard let value = sample.data[unit, column] else { continue }
                    let normal = generator.normal(
                        run: drawn[0], input: DrawAddress.error, draw: column * sample.data.units.count + unit)
                    changed.data[unit, column] = value + 0.2 * abs(value) * normal
                }
            }
            return (changed, base)
        }
    }

    @Test func weightsByLevel() throws {
        let sample = UncertaintySample(seed: 5)
        let analysis = IndexUncertainty(sample.recipe, choices: [.weightsByLevel([2: 0.5])], seed: 5)
        let nominal = Weighting.given(sample.metadata)
        let sets = try WeightSets(analysis, nominal, sample.metadata, index: "I").sets()
        #expect(sets.count == IndexUncertainty.weightSets)
        for set in sets {
            for code in ["v", "w", "x", "y", "z"] { #expect(set[code] == nominal[code]) }
            for code in ["P", "Q"] { #expect(abs((set[code] ?? 0) - 1) <= 0.5) }
            #expect(set["I"] == nil)
        }
        let drawn = sets.compactMap { $0["P"] }
        #expect((drawn.min() ?? 1) < 0.51 && (drawn.max() ?? 1) > 1.49)
    }

    /// Means w_i and standard deviations sqrt(w_i (1 - w_i)/(a + 1)) of a Dirichlet distribution; five standard errors
    /// of 1,000 sets.
    @Test(arguments: [2.0, 50]) func dirichlet(_ concentration: Double) throws {
        let sample = UncertaintySample(seed: 6)
        let analysis = IndexUncertainty(
            sample.recipe, choices: [.dirichlet(concentration: concentration)], seed: 6)
        let nominal = Weighting.given(sample.metadata)
        let sets = try WeightSets(analysis, nominal, sample.metadata, index: "I").sets()
        for family in [["v", "w", "x"], ["y", "z"], ["P", "Q"]] {
            let total = family.reduce(0) { $0 + (nominal[$1] ?? 0) }
            for set in sets { #expect(abs(family.reduce(0) { $0 + (set[$1] ?? 0) } - 1) < 1e-12) }
            for code in family {
                let share = (nominal[code] ?? 0) / total
                let deviation = (share * (1 - share) / (concentration + 1)).squareRoot()
                let drawn = sets.map { $0[code] ?? .nan }
                let mean = try #require(Descriptives.mean(drawn))
                let spread = try #require(Descriptives.standardDeviation(drawn))
                #expect(abs(mean - share) < 5 * deviation / 1000.0.squareRoot())
                #expect(abs(spread / deviation - 1) < 0.2)
            }
        }
        #expect(sets[0] != sets[1])
    }
}
