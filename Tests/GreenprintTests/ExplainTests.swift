import Foundation
import Testing
import TestSupport

/// `explain`: down to file and line, and the line holds the figure.
struct ExplainTests {
    private struct Node: Decodable {
        let kind: String
        let value: Double?
        let word: String?
        let file: String?
        let line: Int?
        let source: Source?
        let inputs: [Node]

        struct Source: Decodable {
            let id: String
        }

        var leaves: [Node] { inputs.isEmpty ? [self] : inputs.flatMap(\.leaves) }
    }

    private static func explain(
        _ study: String, _ item: String, _ more: [String], period: String = "2016", in folder: TemporaryFolder
    ) throws -> Greenprint.Outcome {
        let key = ["--study", study, "--item", item, "--area", "320000", "--period", period]
        return try Greenprint.run(["explain", folder.path("jiangsu")] + key + more)
    }

    static let values = [
        ("green-development-index-2016", "index", "score", "2016"), ("plan-13fyp", "energy-per-gdp", "verdict", "2020"),
        ("energy-intensity", "energy-per-gdp", "implied-gdp-growth", "2020"),
    ]

    @Test(arguments: values)
    func linesHoldTheFigures(_ study: String, _ item: String, _ measure: String, _ period: String) throws {
        try withExample { folder in
            let json = try Self.explain(
                study, item, ["--measure", measure, "--format", "json"], period: period, in: folder)
            #expect(json.code == 0, "\(json.errors)")
            let leaves = try JSONDecoder().decode(Node.self, from: json.output).leaves
            #expect(leaves.count > 1)
            let text = try Self.explain(study, item, ["--measure", measure], period: period, in: folder)
            #expect(text.code == 0)
            #expect(text.text.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]/) == nil)
            for leaf in leaves {
                let file = try #require(leaf.file)
                let number = try #require(leaf.line)
                let lines = try folder.text("jiangsu/" + file).components(separatedBy: "\n")
                try #require(lines.indices.contains(number - 1))
                #expect(text.text.contains("\(file):\(number)"), "the text lacks \(file):\(number)")
                guard leaf.kind == "observation", let value = leaf.value else { continue }
                let fields = lines[number - 1].components(separatedBy: ",")
                #expect(fields.contains { Double($0) == value }, "\(file):\(number) does not hold \(value)")
                #expect(leaf.source != nil)
            }
        }
    }

    @Test func bothLanguages() throws {
        try withExample { folder in
            let english = try Self.explain("green-development-index-2016", "index", ["--measure", "score"], in: folder)
            let chinese = try Self.explain(
                "green-development-index-2016", "index", ["--measure", "score", "--language", "zh"], in: folder)
            #expect(english.lines.count == chinese.lines.count)
            #expect(english.text.contains("80.40") && chinese.text.contains("80.40"))
            #expect(chinese.text.contains("国家统计局"))
            #expect(!english.text.contains("国家统计局"))
        }
    }

    static let unknown: [(String, String, [String], String, [String])] = [
        ("plan-13fip", "energy-per-gdp", [], "2020", ["“plan-13fip”", "“plan-13fyp”", "energy-intensity"]),
        ("plan-13fyp", "energy-per-gpd", [], "2020", ["--item “energy-per-gpd”", "“energy-per-gdp”", "pm25"]),
        (
            "plan-13fyp", "energy-per-gdp", ["--measure", "verdit"], "2020",
            ["--measure “verdit”", "“verdict”", "required-rate"]
        ),
        ("plan-13fyp", "energy-per-gdp", ["--measure", "verdict"], "2019", ["--period “2019”", "2020"]),
    ]

    @Test(arguments: unknown)
    func choicesAreListed(_ study: String, _ item: String, _ more: [String], _ period: String, _ told: [String]) throws
    {
        try withExample { folder in
            let outcome = try Self.explain(study, item, more, period: period, in: folder)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            for text in told { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
        }
    }

    @Test func unknownAreaListsTheChoices() throws {
        try withExample { folder in
            let outcome = try Greenprint.run([
                "explain", folder.path("jiangsu"), "--study", "energy-intensity", "--item", "energy-per-gdp", "--area",
                "320100", "--period", "2020",
            ])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("--area “320100”"))
            #expect(outcome.errors.contains("110000, 120000"))
        }
    }
}
