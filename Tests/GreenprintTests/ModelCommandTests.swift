import TestSupport
import Testing

/// `greenprint model` in the built program.
struct ModelCommandTests {
    static let model = """
        {UTF-8}
        Level = INTEG(gain, 100) ~ t ~ |
        gain = growth * Level ~ t ~ |
        growth = 0.5 ~ 1/Year ~ |
        INITIAL TIME = 0 ~ Year ~ |
        FINAL TIME = 2 ~ Year ~ |
        TIME STEP = 1 ~ Year ~ |
        SAVEPER = 1 ~ Year ~ |

        \\\\\\---/// Sketch information - do not modify anything except names
        *View 1
        10,1,Level,300,200,40,20,3,3,0,0,0,0,0,0
        ///---\\\\\\

        """

    private func run(_ words: [String]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(Self.model, to: "m.mdl")
            return try Greenprint.run(words, in: folder.path)
        }
    }

    @Test func info() throws {
        let text = try run(["model", "info", "m.mdl", "--language", "zh"])
        #expect(text.code == 0 && text.text.contains("存量（1）") && text.text.contains("[+ gain]"))
        let table = try run(["model", "info", "m.mdl", "--format", "csv"])
        #expect(table.lines.first == "name,kind,units,dimensions,equation,inflows,outflows,group,line,documentation")
        #expect(table.lines.contains("gain,flow,t,,growth * Level,,,,3,"))
    }

    @Test func units() throws {
        let outcome = try run(["model", "units", "m.mdl"])
        #expect(outcome.code == 0)
        #expect(
            outcome.lines == [
                "variable,problem,found,expected,part,line", "Level,flow,t,t/year,gain,2",
                "gain,declared,t/year,t,growth * Level,3",
            ])
        #expect(try run(["model", "units", "m.mdl", "--strict"]).code == 1)
        let simulated = try run(["simulate", "m.mdl", "--language", "en"])
        #expect(simulated.code == 0 && simulated.errors.contains("units of Level"))
        #expect(try run(["simulate", "m.mdl", "--strict"]).code == 1)
    }

    @Test func loops() throws {
        let outcome = try run(["model", "loops", "m.mdl"])
        #expect(outcome.lines == ["loop,length,polarity,variables", "1,2,reinforcing,Level -> gain -> Level"])
        let links = try run(["model", "loops", "m.mdl", "--links"])
        #expect(links.lines.contains("growth,gain,positive"))
    }

    @Test func diagram() throws {
        let outcome = try run(["model", "diagram", "m.mdl"])
        #expect(outcome.code == 0 && outcome.text.hasPrefix("<svg") && outcome.text.contains(">Level<"))
        let none = try run(["model", "diagram", "m.mdl", "--view", "2"])
        #expect(none.code == 1 && none.errors.contains("m.mdl"))
    }

    @Test func sensitivity() throws {
        let spec =
            "seed: 2\ninputs: [{variable: growth, uniform: [0, 1]}, {variable: Level, uniform: [50, 60]}]\nsave: [Level]\n"
        func run(_ words: [String]) throws -> Greenprint.Outcome {
            try withTemporaryFolder { folder in
                try folder.write(Self.model, to: "m.mdl")
                try folder.write(spec, to: "e.yaml")
                return try Greenprint.run(
                    ["model", "sensitivity", "m.mdl", "--spec", "e.yaml"] + words, in: folder.path)
            }
        }
        let shares = try run(["--samples", "64", "--at", "1,last"])
        #expect(shares.code == 0 && shares.lines.count == 5)
        #expect(shares.lines.first == "variable,measure,input,first,first_low,first_high,total,total_low,total_high")
        #expect(try run(["--samples", "64", "--at", "1,last", "--threads", "1"]).output == shares.output)
        let effects = try run(["--method", "morris", "--at", "0"])
        #expect(effects.lines.count == 3 && effects.lines.last?.hasPrefix("Level,0,Level,") == true, "\(effects.lines)")
        #expect(try run(["--at", "0.5"]).code == 1)
    }
}
