import Testing
import TestSupport

/// `greenprint io --shock` and `--extract` as a user runs them.
struct ShockCommandTests {
    private static let scenario = """
        programme:
          - name: works
            timing: once
            demand:
              purchases: [{product: b, amount: 100}]
              labour: [{industry: a, wages: 50, amounts: {persons: 5}}]
          - name: saving
            timing: yearly
            coefficient: {seller: a, buyer: b, change: factor, by: 0.9, absorbed-by: value-added}
        financing:
          - {rule: price-financed, category: home}

        """

    private static func run(_ scenario: String, _ options: [String] = []) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write("sector,a,b\na,150,500\nb,200,100\n", to: "t/Z.csv")
            try folder.write("sector,home,export\na,300,50\nb,1000,700\n", to: "t/Y.csv")
            try folder.write("row,a,b\npersons,80,120\npay,300,500\n", to: "t/jobs/F.csv")
            try folder.write(scenario, to: "s.yaml")
            try folder.write("account: {variation: 0.1}\n", to: "u.yaml")
            return try Greenprint.run(
                ["io", "t", "--extension", "jobs", "--shock", "s.yaml"] + options, in: folder.path)
        }
    }

    /// Direct persons of 100 bought from b: 100 * 120 / 2000 = 6, and 5 paid directly; households pay 150 with 300 : 1000.
    @Test func totals() throws {
        let closure = ["--income", "jobs:pay", "--households", "home", "--spending-share", "0.5"]
        let outcome = try Self.run(Self.scenario, ["--by", "total"] + closure)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.lines.first == "timing,part,row,unit,direct,indirect,induced,total")
        let rows = outcome.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(
            rows.filter { $0[2] == "persons" }.map { $0[0] + " " + $0[1] } == [
                "once gross", "once financed", "once net", "yearly gross", "yearly net",
            ])
        let numbers = rows.map { $0.dropFirst(4).compactMap { Double($0) } }
        #expect(numbers[0][0] == 11)
        // 150 (0.3 / 1.3 * 0.08 + 1 / 1.3 * 0.06) = 9.6923...
        #expect(abs(numbers[2][0] + 9.692307692307692) < 1e-12)
        #expect(abs(numbers[4][3] - numbers[0][3] - numbers[2][3]) < 1e-12)
        // The yearly saving: a sells 50 less, 4 persons.
        let saved = try #require(rows.firstIndex { $0[0] == "yearly" })
        #expect(abs(numbers[saved - rows.startIndex][0] + 4) < 1e-12)
        #expect(outcome.errors.contains("job-years"))
    }

    @Test func intervals() throws {
        let options = ["--uncertainty", "u.yaml", "--runs", "200", "--seed", "3"]
        let outcome = try Self.run(Self.scenario, options + ["--threads", "1"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.lines.first == "timing,part,row,unit,effect,point,median,p5,p95,correlation:account")
        #expect(try Self.run(Self.scenario, options + ["--threads", "3"]).text == outcome.text)
        let first = try #require(outcome.lines.dropFirst().first).split(
            separator: ",", omittingEmptySubsequences: false)
        let numbers = first.dropFirst(5).compactMap { Double($0) }
        #expect(numbers[2] < numbers[0] && numbers[0] < numbers[3])
    }

    @Test func allFaultsWithTheirLines() throws {
        let bad = Self.scenario.replacing("product: b", with: "product: bb")
            .replacing("persons: 5", with: "people: 5").replacing("seller: a", with: "seller: x")
        for (language, grade) in [("en", "error"), ("zh", "错误")] {
            let outcome = try Self.run(bad, ["--language", language])
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            for line in [5, 6, 9] { #expect(outcome.errors.contains("s.yaml:\(line):"), "\(outcome.errors)") }
            #expect(outcome.errors.contains(": \(grade): "))
            #expect(outcome.errors.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]|\{[a-z]+\}/) == nil, "\(outcome.errors)")
        }
        // What only the whole shows is told at the line of its shock.
        let huge = Self.scenario.replacing("change: factor, by: 0.9", with: "change: value, by: 0.99")
        let outcome = try Self.run(huge)
        #expect(outcome.code == 1 && outcome.errors.contains("s.yaml:7"), "\(outcome.errors)")
        let unpaid = try Self.run(Self.scenario.replacing("financing:", with: "finance:"))
        #expect(unpaid.code == 1 && unpaid.errors.contains("financing"))
    }

    /// Without b's row and column a makes its own use and demand: x* = 350 / 0.85 in the external variant.
    @Test func extraction() throws {
        try withTemporaryFolder { folder in
            try folder.write("sector,a,b\na,150,500\nb,200,100\n", to: "t/Z.csv")
            try folder.write("sector,home\na,350\nb,1700\n", to: "t/Y.csv")
            let outcome = try Greenprint.run(["io", "t", "--extract", "b", "--variant", "external"], in: folder.path)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let cells = try #require(outcome.lines.dropFirst().first).split(separator: ",")
            #expect(abs((try #require(Double(cells[1]))) - (1000 - 350 / 0.85)) < 1e-9)
            #expect(try Greenprint.run(["io", "t", "--extract", "b"], in: folder.path).code == 2)
            let unknown = try Greenprint.run(["io", "t", "--extract", "q", "--variant", "row"], in: folder.path)
            #expect(unknown.code == 1 && unknown.errors.contains("q"))
        }
    }
}
