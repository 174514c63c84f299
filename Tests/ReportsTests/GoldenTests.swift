import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// Pages and explanations of the tiny workspace, as recorded and looked at.
struct GoldenTests {
    private static let pages = [
        ("en/index.html", "glance-en.html"), ("zh/index.html", "glance-zh.html"),
        ("en/explain/plan/A.html", "explain-en.html"), ("zh/explain/plan/A.html", "explain-zh.html"),
        ("en/revisions.html", "revisions-en.html"), ("zh/revisions.html", "revisions-zh.html"),
    ]

    @Test(arguments: pages)
    func page(path: String, name: String) throws {
        try Golden.check(try TinyWorkspace.report().text(path), name)
    }

    /// The change of energy per GDP: -3.05 and -3.10 % make -6.05545 %, both vintages in the tree.
    private func explanation() throws -> (Explanation, ReportFolder) {
        let report = try TinyWorkspace.report()
        let index = try #require(report.assessment.results.first { $0.result.study == "plan" })
        let key = ResultKey(study: "plan", item: "energy-per-gdp", measure: "verdict", area: "A", period: .year(2020))
        return (try #require(Explanation(key, in: index)), report)
    }

    @Test(arguments: Language.allCases)
    func explanationAsText(language: Language) throws {
        let (explanation, report) = try explanation()
        let text = ExplanationText.tree(explanation, sources: report.sources, report.wording(language))
        try Golden.check(text, "explanation-\(language.rawValue).txt")
    }

    @Test func explanationAsJSON() throws {
        let (explanation, report) = try explanation()
        let text = String(decoding: try ExplanationText.json(explanation, sources: report.sources), as: UTF8.self)
        try Golden.check(text, "explanation.json")
    }
}

/// Texts as recorded.
enum Golden {
    /// Compares a text with the recorded one, or records it when the environment asks for that.
    static func check(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["GREENPRINT_RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name); look at it, then run again without GREENPRINT_RECORD_GOLDEN")
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
        #expect(
            text == golden,
            "Golden/\(name) differs, first in \(difference.map { "\($0.0)" } ?? "its length"). If the change is meant, run once with GREENPRINT_RECORD_GOLDEN=1 and look at the file."
        )
    }
}
