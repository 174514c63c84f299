import TestSupport
import Testing

/// `greenprint simulate` and `ensemble` in the built program.
struct SimulateCommandTests {
    static let model = """
        Level = INTEG(growth * Level, 100) ~~|
        growth = 0.5 ~~|
        INITIAL TIME = 0 ~~|
        FINAL TIME = 2 ~~|
        TIME STEP = 1 ~~|
        SAVEPER = 1 ~~|

        """

    private func run(_ words: [String], files: [String: String] = [:]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(Self.model, to: "m.mdl")
            for (name, text) in files { try folder.write(text, to: name) }
            return try Greenprint.run(words, in: folder.path)
        }
    }

    @Test func simulate() throws {
        let outcome = try run(["simulate", "m.mdl", "--save", "Level", "--set", "growth=1", "--format", "csv"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        #expect(outcome.text == "time,Level\n0,100\n1,200\n2,400\n")
    }

    @Test func scenario() throws {
        let outcome = try run(
            ["simulate", "m.mdl", "--save", "Level", "--scenario", "s.yaml", "--to", "3"],
            files: ["s.yaml": "step: [{variable: growth, to: 0, from: 1}]\n"])
        #expect(outcome.text == "time,Level\n0,100\n1,150\n2,150\n3,150\n")
        let both = try run(
            ["simulate", "m.mdl", "--save", "Level", "--scenario", "s.yaml", "--set", "growth=1"],
            files: ["s.yaml": "step: [{variable: growth, to: 0, from: 1}]\n"])
        #expect(both.text == "time,Level\n0,100\n1,200\n2,400\n")
        let refused = try run(
            ["simulate", "m.mdl", "--scenario", "s.yaml"], files: ["s.yaml": "set: {Level: 1}\nstep: [{to: 1}]\n"])
        #expect(refused.code == 1 && refused.errors.contains("s.yaml:2"))
    }

    @Test(arguments: [
        (["simulate", "m.mdl", "--save", "Leval"], "Leval"), (["simulate", "m.mdl", "--set", "Level=3"], "Level"),
        (["simulate", "none.mdl"], "none.mdl"),
        (["simulate", "m.mdl", "--dt", "5", "--strict"], "whole number of steps"),
    ])
    func faults(words: [String], told: String) throws {
        let outcome = try run(words)
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(told), "\(outcome.errors)")
    }

    /// In shards the same bytes as in one.
    @Test func ensembleInShards() throws {
        let spec = "runs: 20\nseed: 4\ninputs: [{variable: growth, uniform: [0, 1]}]\nsave: [Level]\n"
        try withTemporaryFolder { folder in
            try folder.write(Self.model, to: "m.mdl")
            try folder.write(spec, to: "e.yaml")
            let whole = try Greenprint.run(["ensemble", "m.mdl", "--spec", "e.yaml"], in: folder.path)
            #expect(whole.code == 0 && whole.lines.count == 4)
            _ = try Greenprint.run(
                ["ensemble-plan", "m.mdl", "--spec", "e.yaml", "--shards", "3", "--output", "plan"], in: folder.path)
            let early = try Greenprint.run(["ensemble-merge", "plan"], in: folder.path)
            #expect(early.code == 1 && early.errors.contains("shard-0"))
            for shard in ["0", "1", "2"] {
                #expect(try Greenprint.run(["ensemble-run", "plan", "--shard", shard], in: folder.path).code == 0)
            }
            #expect(try Greenprint.run(["ensemble-merge", "plan"], in: folder.path).output == whole.output)
            try folder.write(Self.model + " ", to: "m.mdl")
            let changed = try Greenprint.run(["ensemble-merge", "plan"], in: folder.path)
            #expect(changed.code == 1 && changed.errors.contains("m.mdl"))
        }
    }
}
