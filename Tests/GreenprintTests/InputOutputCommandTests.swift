import Testing
import TestSupport

/// `greenprint io` as a user runs it.
struct InputOutputCommandTests {
    private static func run(_ options: [String], flows: String = "a,150,500\nb,200,100\n") throws -> Greenprint.Outcome
    {
        try withTemporaryFolder { folder in
            try folder.write("sector,a,b\n" + flows, to: "t/Z.csv")
            try folder.write("sector,home,export\na,300,50\nb,1000,700\n", to: "t/Y.csv")
            try folder.write("row,a,b\npersons,80,0\npay,300,500\n", to: "t/jobs/F.csv")
            let before = try folder.contents()
            let outcome = try Greenprint.run(["io", "t"] + options, in: folder.path)
            #expect(try folder.contents() == before, "files were written")
            return outcome
        }
    }

    /// Miller & Blair (2009), chapter 2: A = .15 .25 / .20 .05, x = 1000, 2000.
    @Test func coefficients() throws {
        let outcome = try Self.run(["--account", "A", "--format", "csv"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.text == "sector,a,b\na,0.15,0.25\nb,0.2,0.05\n")
        #expect(try Self.run(["--account", "x"]).text == "sector,indout\na,1000\nb,2000\n")
        let produced = try Self.run(["--account", "D_pba", "--extension", "jobs"])
        #expect(produced.text == "row,a,b\npersons,80,0\npay,300,500\n")
    }

    @Test func multipliers() throws {
        let lines = try Self.run([
            "--account", "multipliers", "--extension", "jobs", "--income", "jobs:pay", "--households", "home",
            "--spending-share", "0.5",
        ]).lines
        #expect(
            lines.first == "sector,output,output_type2,persons:direct,persons:type1,persons:type1_ratio,persons:type2,"
                + "persons:induced,pay:direct,pay:type1,pay:type1_ratio,pay:type2,pay:induced")
        let rows = lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(rows.map { $0[5] == "NA" } == [false, true])
        // Printed output multipliers 1.518, 1.452.
        for (row, printed) in zip(rows, [1.518, 1.452]) {
            #expect(abs((try #require(Double(row[1]))) - printed) < 0.0005)
            #expect(try #require(Double(row[2])) > printed)
        }
    }

    @Test(arguments: [
        (["--account", "M"], "--extension"), (["--account", "L", "--extension", "jobs"], "--extension"),
        (["--account", "Q"], "--account"), (["--account", "L", "--income", "jobs:pay"], "--income"),
        (["--account", "multipliers", "--income", "jobs:pay"], "--households"),
    ])
    func usage(options: [String], named: String) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(named))
    }

    @Test(arguments: [
        (["--account", "M", "--extension", "job"], "a,1,1\nb,1,1\n", "jobs"),
        (["--account", "L"], "a,1,-1\nb,1,1\n", "--negative-flows"),
        (["--account", "L"], "a,1,\nb,x,1\n", "t/Z.csv:3:a: error: "),
        (["--account", "multipliers", "--income", "jobs", "--households", "home"], "a,1,1\nb,1,1\n", "EXTENSION:ROW"),
        (["--account", "D_cba_cap", "--extension", "jobs"], "a,1,1\nb,1,1\n", "population"),
    ])
    func faults(options: [String], flows: String, told: String) throws {
        for (language, grade) in [("en", "error"), ("zh", "错误")] {
            let outcome = try Self.run(options + ["--language", language], flows: flows)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(": \(grade): "))
            #expect(language == "zh" || outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.errors.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]|\{[a-z]+\}/) == nil, "\(outcome.errors)")
        }
    }
}
