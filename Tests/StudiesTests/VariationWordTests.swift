import CompositeIndicators
import SensitivityAnalysis
import StatisticalData
import Studies
import Testing
import TestSupport

/// The words of what varies: each means one thing, and no text breaks the reader.
struct VariationWordTests {
    private static let meanings: [(String, [IndexUncertainty.Choice])] = [
        ("weights:0.25", [.weights(noise: 0.25)]), ("weights:0.5@1+0.1@2", [.weightsByLevel([1: 0.5, 2: 0.1])]),
        ("weights:0.5@3", [.weightsByLevel([3: 0.5])]), ("dirichlet:100", [.dirichlet(concentration: 100)]),
        ("experts:Ann+Weight", [.expertColumns(["Ann", "Weight"])]),
        ("impute:em-draw", [.imputationDraws(.byParent)]), ("impute:em+mean", [.imputation([.em(.byParent), .mean])]),
        ("goalposts:0.1", [.goalposts(share: 0.1)]), ("leave-out:one", [.exclusion(.anyIndicator)]),
        ("leave-out:A+B+none", [.exclusion(.elements([["A"], ["B"], []]))]),
        ("leave-out:a:b", [.exclusion(.elements([["a:b"]]))]),
        ("error:0.02", [.error(MeasurementError(.relative(0.02)))]),
        ("error:printed", [.error(MeasurementError(.printed))]),
        (
            "aggregate@2:arithmetic+generalised:2,aggregate@3:median",
            [.aggregationOnLevel(2, [.arithmetic, .generalised(power: 2)]), .aggregationOnLevel(3, [.median])]
        ),
        (
            "treat:winmax:1+winmax:none,normalise:minmax:1:100+zscore",
            [
                .treatment([Treatment.Options(winsorised: 1), Treatment.Options(winsorised: nil)]),
                .normalisation([.minmax(lower: 1, upper: 100), .zscore(mean: 10, deviation: 2)]),
            ]
        ),
    ]

    @Test(arguments: meanings) func meaning(_ text: String, _ choices: [IndexUncertainty.Choice]) throws {
        #expect(try IndexWords.choices(text, groups: nil) == choices)
    }

    @Test(arguments: [
        "", ",", "weights", "weights:", "weights:1.1", "weights:nan", "weights:0.1@", "weights:@2", "weights:0.1@0",
        "weights:0.1@2+0.2@2", "weights:0.1@2+0.2", "weights:0.1+0.2", "weights:2@2", "weights:0.1@2@3",
        "weights:0.1,dirichlet:5", "dirichlet:0", "experts:", "experts:A+A", "experts:A,weights:0.1", "dirichlet:inf",
        "dirichlet:x", "impute:em-draw+mean",
        "impute:mean,impute:em-draw", "goalposts:0.5", "goalposts:-0.1", "goalposts:", "leave-out:", "leave-out:A+",
        "leave-out:A+A", "error:-1", "error:nan", "error:inf", "error:print", "error", "aggregate@1:median",
        "aggregate@x:median", "aggregate@:median", "aggregate@2:", "aggregate@2:median,aggregate@02:median", "fly:1",
        "errors:0.1", "weights:0.25,",
    ])
    func unknown(_ text: String) {
        #expect(throws: IndexWords.Unknown.self) { try IndexWords.choices(text, groups: nil) }
    }

    @Test func excludedPairs() throws {
        #expect(
            try IndexWords.excludedPairs("zscore+geometric,minmax:0:1+harmonic") == [
                .init(.zscore(mean: 10, deviation: 2), .geometric), .init(.minmax(lower: 0, upper: 1), .harmonic),
            ])
        for text in ["", "zscore", "zscore+", "geometric+zscore", "zscore+geometric+median", "zscore+geometric,"] {
            #expect(throws: IndexWords.Unknown.self) { try IndexWords.excludedPairs(text) }
        }
    }

    /// The words in messages are words that options take.
    @Test(arguments: [
        "minmax:0:100", "zscore:0:1", "rank", "percent-rank", "borda", "percentile", "distance-to-maximum",
        "fraction-of-maximum", "efficacy:60:40", "goalposts", "distance-to-target", "scaled",
    ])
    func wordsOfScales(_ word: String) throws {
        #expect(IndexWords.word(try IndexWords.normalisation(word)) == word)
    }

    @Test(arguments: [
        "arithmetic", "geometric", "harmonic", "median", "minimum", "copeland", "borda", "bod", "generalised:0.5",
    ])
    func wordsOfMeans(_ word: String) throws {
        #expect(IndexWords.word(try IndexWords.aggregation(word)) == word)
    }

    /// Random texts of the letters that matter: a meaning that can be computed, or `Unknown`.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func randomWords(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "weights:", "dirichlet:", "impute:", "em-draw", "treat:", "winmax:", "normalise:", "minmax", "zscore",
            "goalposts:", "aggregate:", "aggregate@2:", "aggregate@9:", "geometric", "arithmetic", "median",
            "leave-out:", "one", "x", "P", "none", "error:", "printed", "0.1", "0.1@1", "0.2@2", "1", "2", "1e-320",
            "1e308", "-", ",", "+", ":", "@", "nan", " ", "变", "mean", "em",
        ]
        let data = IndicatorMatrix(
            units: ["a", "b", "c", "d"], codes: ["x", "y"], columns: [[1, 5, nil, 2], [4, 2, 8, 9]])
        let metadata = [
            IndicatorMetadata(code: "x", level: 1, parent: "P", kind: .indicator),
            IndicatorMetadata(code: "y", level: 1, parent: "P", kind: .indicator),
            IndicatorMetadata(code: "P", level: 2, parent: "I", kind: .aggregate),
            IndicatorMetadata(code: "I", level: 3, parent: nil, kind: .aggregate),
        ]
        var (understood, ranked) = (0, 0)
        for _ in 0..<20_000 {
            let text = (0...Int.random(in: 0..<5, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            guard let choices = try? IndexWords.choices(text, groups: [:]) else { continue }
            understood += 1
            do {
                let analysis = IndexUncertainty(IndexRecipe(), choices: choices, seed: seed, threads: 1)
                let ranks = try analysis.ranks(
                    data, denominators: IndicatorMatrix(units: data.units, codes: []), metadata: metadata, runs: 3)
                #expect(ranks.distribution.failures.total == 3)
                ranked += 1
            } catch {
                #expect(!IndexFaults.faults(error, at: Place(file: "--vary")).isEmpty, "\(text): \(error)")
            }
        }
        #expect(understood > 100 && ranked > 50 && ranked < understood, "\(understood) understood, \(ranked) ranked")
    }
}
