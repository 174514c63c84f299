import TestSupport
import Testing

/// `greenprint calibrate` in the built program.
struct CalibrateCommandTests {
    private func run(_ words: [String], spec: String? = nil) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(SimulateCommandTests.model, to: "m.mdl")
            try folder.write("time,level\n0,100\n1,120\n2,144\n", to: "d.csv")
            let standard = """
                parameters: [{variable: growth, from: 0, to: 2}]
                series: [{variable: Level, column: level}]
                starts: 3
                """
            try folder.write(spec ?? standard, to: "c.yaml")
            return try Greenprint.run(
                ["calibrate", "m.mdl", "--data", "d.csv", "--spec", "c.yaml", "--language", "en"] + words,
                in: folder.path)
        }
    }

    @Test func growth() throws {
        let outcome = try run([])
        #expect(outcome.code == 0 && outcome.lines.first == "parameter,value,standard_error,low,high,status")
        let fields = outcome.lines[1].split(separator: ",")
        #expect(fields[0] == "growth" && abs((Double(fields[1]) ?? 0) - 0.2) < 1e-9 && fields[5] == "estimated")
        #expect(outcome.errors.contains("3 of 3 starts"))
        #expect(try run(["--threads", "1"]).output == outcome.output)
        #expect(try run(["--print", "fit"]).lines[1].hasPrefix("Level,3,"))
        #expect(try run(["--print", "residuals"]).lines.count == 4)
        #expect(try run(["--print", "starts"]).lines.count == 4)
        #expect(try run(["--print", "correlations"]).lines == ["parameter,growth", "growth,1"])
    }

    @Test func faults() throws {
        let outcome = try run(
            [], spec: "parameters: [{variable: growth, from: 0, to: 2}]\nseries: [{variable: Level, column: none}]\n")
        #expect(outcome.code == 1 && outcome.output.isEmpty && outcome.errors.contains("c.yaml:2"))
    }
}
