import StatisticalData
import Studies
import Testing

/// How sure the ranks of a study are.
struct CompositeIndexUncertaintyTests {
    private func sample(_ vary: String, runs: Int = 200, further: String = "") -> CompositeIndexStepsSample {
        var sample = CompositeIndexStepsSample()
        sample.steps = "normalise: \"minmax:1:100\""
        sample.further = "uncertainty: {runs: \(runs), seed: 7, vary: [\(vary)], top: 2\(further)}"
        return sample
    }

    /// With one alternative of each choice nothing moves.
    @Test func nothingVariedMovesNothing() throws {
        let index = try sample("\"normalise:minmax:1:100\"").run()
        for area in ["A", "B", "C", "D"] {
            let interval = try #require(index["index", "rank-interval", Area.ID(area), .year(2020)])
            let rank = index.number("index", "rank", area)
            #expect(interval.number == rank && interval.low == rank && interval.high == rank)
            #expect(index.number("index", "mean-rank", area) == rank)
            #expect(index.number("index", "probability-first", area) == ((rank ?? 9) <= 2 ? 100 : 0))
        }
        #expect(index.number("index", "probability-above-home", "B") == 100)
        #expect(index.number("index", "probability-above-home", "A") == nil)
    }

    @Test func theSameSeedGivesTheSameResult() throws {
        let vary = "\"weights:0.9\", \"aggregate:arithmetic+minimum\""
        let first = try sample(vary, further: ", sensitivity: 16").run()
        let second = try sample(vary, further: ", sensitivity: 16").run()
        #expect(first.result == second.result)
        let interval = try #require(first["index", "rank-interval", "C", .year(2020)])
        #expect(interval.low.map { low in interval.high.map { low <= $0 } ?? false } == true)
        #expect(first.result.items.map(\.id).contains("choice-weights"))
    }

    /// Words and numbers that make no sense are told with their line, all in one run.
    @Test(arguments: [
        ("vary: [\"weights:0.25\"]", "vary: [\"weigths:0.25\"]", "study-unknown-step"),
        ("vary: [\"weights:0.25\"]", "vary: [\"weights:0.25\", \"weights:0.5\"]", "study-unknown-step"),
        ("runs: 200", "runs: 0", "study-out-of-range"), ("runs: 200", "runs: 1000000000", "study-out-of-range"),
        ("seed: 7", "seed: seven", "yaml-not-a-integer"), ("top: 2", "top: 0", "study-out-of-range"),
        ("minmax:1:100", "minmax:100:1:3", "study-unknown-step"), ("minmax:1:100", "minimax", "study-unknown-step"),
    ])
    func faults(old: String, new: String, code: String) throws {
        let sample = sample("\"weights:0.25\"")
        #expect(sample.yaml.contains(old))
        let found = try sample.workspace().faults(sample.yaml.replacing(old, with: new))
        #expect(found.contains { $0.hasPrefix(code + " studies/study.yaml:") }, "\(found)")
    }

    @Test(arguments: [
        ("impute: median-ish", "study-unknown-step"), ("treat: \"winmax:-1\"", "study-unknown-step"),
        ("screen: 1.5", "study-out-of-range"), ("threshold: -0.1", "study-out-of-range"),
        ("impute: \"group-mean:region\"", "index-unknown-group"), ("weights: ahp", "study-unknown-step"),
        ("denominators: {lakes: raw-coal}", "framework-unknown-element"), ("aggregate: \"mean\"", "study-unknown-step"),
    ])
    func faultsOfTheSteps(steps: String, code: String) throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = steps
        let found = try sample.faults()
        #expect(found.contains { $0.hasPrefix(code + " studies/study.yaml:") }, "\(found)")
    }

    /// What only the figures show is a fault of the study's steps, not a crash and not a number.
    @Test(arguments: [
        ("normalise: \"minmax:0:100\", aggregate: geometric", nil),
        ("normalise: \"minmax:0:100\"", ["1.0", "1.0", "1.0", "1.0"]),
    ])
    func faultsOfTheFigures(steps: String, forests: [String]?) throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = steps
        for (row, forest) in (forests ?? []).enumerated() { sample.figures[row].values[0] = forest }
        let faults = #expect(throws: Faults.self) { _ = try sample.run() }
        #expect(faults?.list.first?.place.file == "studies/study.yaml")
        #expect(faults?.list.first?.place.line == 7)
    }
}
