import TestSupport
import Testing

/// `greenprint distribution` in the built program.
struct DistributionCommandTests {
    private func run(_ text: String, _ options: [String]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(text, to: "data.csv")
            return try Greenprint.run(["distribution", "data.csv", "--value", "income"] + options, in: folder.path)
        }
    }

    static let data = "income,w,place\n4000,2,rural\n9000,3,rural\n12000,1,urban\n30000,2,urban\n"

    @Test func measuresWithIntervals() throws {
        let options = [
            "--weight", "w", "--group", "place", "--measure", "fgt:0:9500,gini,theil-between", "--draws", "50",
        ]
        let result = try run(Self.data, options)
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.text.split(separator: "\n")
        #expect(lines.count == 4 && lines[0] == "measure,value,low,high" && lines[1].hasPrefix("fgt:0:9500,0.625,"))
        #expect(lines[3].hasPrefix("theil-between,") && lines[3].hasSuffix(",NA,NA"))
        #expect(try run(Self.data, options).text == result.text)
        let groups = try run(Self.data, options + ["--by-group"])
        #expect(groups.text.split(separator: "\n").count == 10)
    }

    @Test(arguments: [
        ("income,w\n1,-1\n", "data.csv:2"), ("income,w\n1,0\n", "zero"), ("income,w\n,1\n2,1\n", "50"),
        ("income,w\nx,1\n", "number"), ("w\n1\n", "income"), ("income,w\n-2,1\n1,1\n", "mean"),
    ])
    func badTables(text: String, words: String) throws {
        let result = try run(text, ["--weight", "w", "--measure", "gini"])
        #expect(result.code == 1 && result.output.isEmpty && result.errors.contains(words), "\(result.errors)")
    }

    @Test(arguments: [
        ["--measure", "none"], ["--measure", "fgt:0"], ["--measure", "fgt:0:-1"], ["--measure", "theil-within"],
        ["--measure", "gini", "--draws", "-1"], ["--measure", "gini", "--by-group"], [],
    ])
    func usage(options: [String]) throws {
        #expect(try run(Self.data, options).code == 2)
    }
}
