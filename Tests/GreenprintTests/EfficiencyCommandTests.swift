import TestSupport
import Testing

/// `greenprint efficiency` in the built program.
struct EfficiencyCommandTests {
    static let panel = """
        unit,year,capital,energy,value,co2
        A,2019,20,10,30,12
        B,2019,25,14,30,20
        C,2019,12,9,15,11
        A,2020,21,10,33,11
        B,2020,26,13,33,17
        C,2020,12,8,16,9

        """

    private func run(_ text: String, _ options: [String]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(text, to: "data.csv")
            return try Greenprint.run(["efficiency", "data.csv"] + options, in: folder.path)
        }
    }

    @Test func scoresSlacksPeersTargets() throws {
        let result = try run(
            "x,y\n1,1\n2,4\n4,5\n4,2\n",
            ["--inputs", "x", "--outputs", "y", "--model", "bcc", "--orientation", "input"])
        #expect(result.code == 0)
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(lines.first == "unit,score,status,slack:x,slack:y,peers,target:x,target:y")
        #expect(lines.count == 5)
        #expect(lines.dropFirst().map { $0.split(separator: ",")[0] } == ["1", "2", "3", "4"])
        #expect(lines[4].hasPrefix("4,0.333333333333333"))
    }

    @Test func periodsHaveFrontiersOfTheirOwn() throws {
        let result = try run(
            Self.panel, ["--inputs", "capital,energy", "--outputs", "value", "--bad", "co2", "--model", "sbm"])
        #expect(result.code == 0)
        let lines = result.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(lines[0].prefix(4) == ["unit", "score", "status", "period"])
        #expect(lines.dropFirst().map { $0[0] + $0[3] } == ["A2019", "B2019", "C2019", "A2020", "B2020", "C2020"])
        #expect(lines[1][1] == "1" && lines[4][1] == "1")
    }

    @Test func productivityOverTime() throws {
        let result = try run(
            Self.panel, ["--inputs", "capital,energy", "--outputs", "value", "--bad", "co2", "--model", "ml"])
        #expect(result.code == 0)
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(
            lines[0]
                == "unit,score,status,from,to,efficiency_change,technical_change,pure_efficiency_change,scale_change,global"
        )
        #expect(lines.count == 4 && lines[1].contains(",2019,2020,"))
    }

    @Test(arguments: [
        ("unit,x,y\nA,1,\nB,-2,3\n", "unit,x,y", ["A has no figure", "data.csv:2"]),
        ("unit,x,y\nA,0,1\nB,1,0\n", "", ["A uses nothing", "B produces nothing"]),
        ("unit,x,y\nA,1,1\nA,1,2\n", "", ["“A” occurs twice"]),
        ("unit,x\nA,1\n", "", ["y"]),
        ("unit,x,y\n", "", ["no unit"]),
    ])
    func badTables(text: String, _: String, words: [String]) throws {
        let result = try run(text, ["--inputs", "x", "--outputs", "y"])
        #expect(result.code == 1)
        #expect(result.output.isEmpty)
        for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
    }

    @Test(arguments: [
        ["--bad", "x"], ["--model", "ml"], ["--model", "malmquist", "--pooled"], ["--model", "ddf", "--super"],
        ["--bootstrap", "1"], ["--seed", "1"], ["--frontier", "global"], ["--direction", "x"],
        ["--model", "ddf", "--returns", "nirs"], ["--threads", "0"],
    ])
    func usage(options: [String]) throws {
        let result = try run("unit,x,y\nA,1,1\n", ["--inputs", "x", "--outputs", "y"] + options)
        #expect(result.code == 2)
    }
}
