import EfficiencyAnalysis
import Testing

/// Published scores: eleven units with two inputs and one output (the set of the tests of the Julia package
/// DataEnvelopmentAnalysis.jl), five of Tone (2001), and hand-made cases.
struct PublishedScoreTests {
    static let eleven = [
        ("A", 5.0, 13.0, 12.0), ("B", 16, 12, 14), ("C", 16, 26, 25), ("D", 17, 15, 26), ("E", 18, 14, 8),
        ("F", 23, 6, 9), ("G", 25, 10, 27), ("H", 27, 22, 30), ("I", 37, 14, 31), ("J", 42, 25, 26), ("K", 5, 17, 12),
    ]

    static func data() throws -> ProductionData {
        try ProductionData(
            units: eleven.map(\.0),
            inputs: [.init(name: "x1", values: eleven.map(\.1)), .init(name: "x2", values: eleven.map(\.2))],
            outputs: [.init(name: "y", values: eleven.map(\.3))])
    }

    @Test func constantReturns() throws {
        let scores = EfficiencyAnalysis(try Self.data()).radial(.input, slacks: .raw)
        let expected = [
            1, 0.622289679098, 0.819856244385, 1, 0.310370931113, 0.555555555556, 1, 0.757669089565, 0.820105820106,
            0.490566037736, 1,
        ]
        for (score, value) in zip(scores, expected) { #expect(abs((score.score ?? 0) - value) < 1e-12) }
        #expect(abs(scores[5].slacks[0] - 4 - 4.0 / 9) < 1e-12)
        #expect(abs(scores[8].slacks[0] - 1.640211640211642) < 1e-12)
        #expect(scores[10].slacks == [0, 4, 0])
    }

    @Test func slacksBasedMeasureOfTone() throws {
        let data = try ProductionData(
            units: ["A", "B", "C", "D", "E"],
            inputs: [.init(name: "x1", values: [4, 6, 8, 8, 2]), .init(name: "x2", values: [3, 3, 1, 1, 4])],
            outputs: [.init(name: "y1", values: [2, 2, 6, 6, 1]), .init(name: "y2", values: [3, 3, 2, 1, 4])])
        let expected = [79.0 / 99, 25.0 / 44, 1, 2.0 / 3, 1]
        for (score, value) in zip(EfficiencyAnalysis(data).slacksBased(), expected) {
            #expect(abs((score.score ?? 0) - value) < 1e-12)
        }
        let outside = EfficiencyAnalysis(data).superSlacksBased()
        #expect(outside.map(\.status) == [.notEfficient, .notEfficient, .optimal, .notEfficient, .optimal])
        #expect(outside.allSatisfy { ($0.score ?? 1) >= 1 })
    }

    /// One unit spans its own frontier and has none without it.
    @Test func oneUnit() throws {
        let data = try ProductionData(
            units: ["A"], inputs: [.init(name: "x", values: [2])], outputs: [.init(name: "y", values: [3])])
        for returns in ReturnsToScale.allCases {
            let analysis = EfficiencyAnalysis(data, returns: returns)
            #expect(analysis.radial(.input).map(\.score) == [1])
            #expect(analysis.superEfficiency(.input).map(\.status) == [.infeasible])
            #expect(analysis.superEfficiency(.input).map(\.score) == [nil])
        }
    }

    /// A unit that stands twice is its own equal: super-efficiency exactly 1.
    @Test func twins() throws {
        let data = try ProductionData(
            units: ["A", "B", "C"], inputs: [.init(name: "x", values: [2, 2, 5])],
            outputs: [.init(name: "y", values: [3, 3, 3])])
        for (score, value) in zip(EfficiencyAnalysis(data).superEfficiency(.input), [1, 1, 0.4]) {
            #expect(abs((score.score ?? 0) - value) < 1e-12)
        }
    }

    /// Units that lie on one line: by hand, theta under variable returns and the class of scale.
    @Test func handMade() throws {
        let data = try ProductionData(
            units: ["A", "B", "C", "D"], inputs: [.init(name: "x", values: [1, 2, 4, 4])],
            outputs: [.init(name: "y", values: [1, 4, 5, 2])])
        let variable = EfficiencyAnalysis(data, returns: .variable).radial(.input)
        // D: output 2 lies at x = 1 + 1/3 on the line from A to B.
        #expect(abs((variable[3].score ?? 0) - (1 + 1.0 / 3) / 4) < 1e-12)
        #expect(variable[3].peers.map(\.unit) == [0, 1])
        let constant = EfficiencyAnalysis(data).radial(.output)
        #expect(abs((constant[3].score ?? 0) - 4) < 1e-12)
        #expect(abs(constant[3].targets[1] - 8) < 1e-12)
    }
}
