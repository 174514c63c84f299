import StatisticalData
import Studies
import Testing

/// Scores between posts, and areas kept or left out by declaration.
struct CompositeIndexGoalpostTests {
    private static let posts =
        "forest: {lower: 0, upper: 40}, coal: {lower: 100, upper: 300}, wages: {lower: 6, upper: 8}, "
        + "waste: {lower: 0, upper: 40, scale: 10, truncated: false}"

    private func sample(_ steps: String) -> CompositeIndexStepsSample {
        var sample = CompositeIndexStepsSample()
        sample.steps = steps
        return sample
    }

    /// Forest 10 of 40; coal 200, less is better, half way; wages 5 below the post; waste 30 of 40 turned, out of ten.
    @Test func scoresBetweenPosts() throws {
        let index = try sample("normalise: goalposts, goalposts: {\(Self.posts)}").run()
        #expect(agree(index.number("forest", "score", "A"), 25))
        #expect(agree(index.number("coal", "score", "A"), 50))
        #expect(index.number("wages", "score", "A") == 0)
        #expect(index.number("wages", "score", "C") == 100)
        #expect(agree(index.number("waste", "score", "A"), 2.5))
        let evaluator = PlainEvaluator(index: index)
        for value in index.result.values {
            guard let number = value.number else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
        }
    }

    /// Posts do not move: another area changes no score.
    @Test func anotherAreaChangesNothing() throws {
        var wide = sample("normalise: goalposts, goalposts: {\(Self.posts)}")
        let before = try wide.run()
        wide.figures.append(("E", ["99.0", "1.0", "99.0", "0.0"]))
        let after = try wide.run()
        for area in ["A", "B", "C", "D"] {
            #expect(before.number("index", "score", area) == after.number("index", "score", area))
        }
    }

    @Test(arguments: [
        ("normalise: goalposts", "study-goalposts-missing"),
        ("normalise: \"minmax\", goalposts: {\(posts)}", "study-goalposts-unused"),
        ("normalise: goalposts, goalposts: {\(posts), forests: {lower: 0, upper: 1}}", "framework-unknown-element"),
        (
            "normalise: goalposts, goalposts: {\(posts)}".replacing("lower: 6", with: "lower: 8"),
            "study-goalposts-order"
        ),
        ("keep: [X]", "area-unknown"), ("drop: [X]", "area-unknown"), ("keep: [A], drop: [A]", "study-keep-and-drop"),
        ("screen-zeros: 2", "study-out-of-range"),
    ])
    func faults(steps: String, code: String) throws {
        let found = try sample(steps).faults()
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix(code + " studies/study.yaml:7") }, "\(found)")
    }

    /// D has three zeros of four figures, C one figure; B is left out by declaration, C kept.
    @Test func screening() throws {
        var sample = sample(
            "normalise: \"minmax:0:100\", screen: 0.5, screen-zeros: 0.5, keep: [C], drop: [B], threshold: 0.1")
        sample.figures = [
            ("A", ["10.0", "200.0", "5.0", "30.0"]), ("B", ["20.0", "100.0", "7.0", "10.0"]),
            ("C", ["15.0", "", "", ""]), ("D", ["0", "180.0", "0", "0"]), ("E", ["30.0", "300.0", "6.0", "31.0"]),
            ("F", ["", "", "", "9"]),
        ]
        let index = try sample.run()
        #expect(
            ["A", "B", "C", "D", "E", "F"].map { index.number("index", "score", $0) != nil } == [
                true, false, true, false, true, false,
            ])
        let told = Dictionary(
            index.result.notices.compactMap { notice in notice.arguments["area"].map { ($0, notice.code) } },
            uniquingKeysWith: { first, _ in first })
        #expect(
            told == [
                "B": "notice-area-dropped", "C": "notice-area-kept", "D": "notice-area-zeros",
                "F": "notice-area-screened",
            ])
    }

    /// Whoever is left out stays out when choices vary: the first rank in all runs is one of the areas left.
    @Test func rankIntervalsOfAreasLeft() throws {
        var sample = sample("normalise: \"minmax:0:100\", drop: [B]")
        sample.further = "uncertainty: {runs: 50, seed: 1, vary: [\"weights:0.25\"]}"
        let index = try sample.run()
        #expect(index["index", "rank-interval", "B", .year(2020)] == nil)
        let ranks = ["A", "C", "D"].compactMap { index["index", "rank-interval", Area.ID($0), .year(2020)] }
        #expect(ranks.count == 3)
        #expect(ranks.allSatisfy { ($0.low ?? 0) >= 1 && ($0.high ?? 9) <= 3 })
        #expect(index["index", "rank-interval", "C", .year(2020)]?.number == 1)
    }
}
