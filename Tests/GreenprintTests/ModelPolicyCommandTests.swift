import TestSupport
import Testing

/// `greenprint model search` and `discover` in the built program.
struct ModelPolicyCommandTests {
    private func run(_ words: [String], spec: String) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(SimulateCommandTests.model, to: "m.mdl")
            try folder.write(spec, to: "p.yaml")
            return try Greenprint.run(
                ["model", words[0], "m.mdl", "--spec", "p.yaml", "--language", "en"] + words.dropFirst(),
                in: folder.path)
        }
    }

    static let search = """
        levers: [{variable: growth, from: 0, to: 1, cost: 10}]
        targets: [{variable: Level, at: 2, at-most: 144}]
        population: 8
        generations: 20

        """

    /// From 0.5 down to 0.2, where 100 grows to 144: a cost of 3.
    @Test func search() throws {
        let outcome = try run(["search"], spec: Self.search)
        #expect(outcome.code == 0 && outcome.lines.first == "setting,cost,miss,growth,Level (2)")
        let best = outcome.lines[1].split(separator: ",").map { Double($0) ?? .nan }
        #expect(abs(best[1] - 3) < 1e-6 && best[2] == 0 && abs(best[3] - 0.2) < 1e-7)
        #expect(outcome.lines[2].hasPrefix("present,0,0.5625,0.5,225") && outcome.errors.contains("reached"))
        let front = try run(["search", "--trade-off", "--threads", "1"], spec: Self.search)
        #expect(front.lines.count > 3 && front.lines[1].hasPrefix("1,0,"))
    }

    @Test func discover() throws {
        let spec = "runs: 200\ninputs: [{variable: growth, uniform: [0, 1]}, {variable: Level, uniform: [99, 101]}]\n"
        let outcome = try run(["discover", "--output", "Level", "--at-most", "225"], spec: spec)
        #expect(outcome.code == 0 && outcome.lines.first == "box,coverage,density,mass,input,low,high,chance")
        let fields = outcome.lines[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(fields[4] == "growth" && abs((Double(fields[5]) ?? 0) - 0.5) < 0.05 && fields[6].isEmpty)
        #expect(outcome.errors.contains("of 200 futures miss the target"))
        let none = try run(["discover", "--output", "Level", "--at-most", "1000"], spec: spec)
        #expect(none.code == 0 && none.lines.count == 1 && none.errors.contains("nothing to tell apart"))
        #expect(try run(["discover", "--output", "Level"], spec: spec).code == 2)
    }

    @Test func faults() throws {
        let outcome = try run(["search"], spec: "levers: []\ntargets: [{variable: Level, at-most: 1, at: soon}]\n")
        #expect(outcome.code == 1 && outcome.errors.contains("p.yaml:2"))
    }
}
