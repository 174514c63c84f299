import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// The search over names in both languages, and the tree of a value.
struct SearchTests {
    private func found(_ text: String) throws -> [String] {
        let assessment = try TinyWorkspace.report().assessment
        return Search(assessment, indicators: ["air", "water", "energy-per-gdp"]).find(text).map {
            $0.kind.rawValue + " " + $0.name.en
        }
    }

    @Test(arguments: [
        ("clean air", "indicator Clean air"), ("AIR", "indicator Clean air"), ("清洁空气", "indicator Clean air"),
        ("清洁 水", "indicator Clean water"), ("Bulletin", "source Bulletin of 2020"), ("统计局", "source Bulletin of 2020"),
        ("ＧＤＰ", "indicator Energy per GDP"), ("figures.csv", "file data/figures.csv"),
        ("per-gdp", "indicator Energy per GDP"),
    ])
    func wordsOfBothLanguages(_ text: String, _ expected: String) throws {
        let hits = try found(text)
        #expect(hits.contains(expected), "\(hits)")
    }

    @Test(arguments: ["", "  ", "clean gold", "<script>", "'; DROP TABLE"]) func nothing(_ text: String) throws {
        #expect(try found(text) == [])
    }

    @Test func indicatorsWithoutFiguresAreNotFound() throws {
        #expect(try found("output").filter { $0.hasPrefix("indicator") } == [])
    }

    /// What is searched for stands on the page as text, never as markup.
    @Test(arguments: Language.allCases) func pageEscapesTheText(language: Language) throws {
        let site = try TinyWorkspace.report().site
        let data = site.explorePage(
            series: [SeriesKey("air", in: "A")], searching: "\"><script>alert(1)</script>", in: language)
        let page = String(decoding: data, as: UTF8.self)
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(Array(Set(PageReading(page, isLive: true).problems).prefix(5)) == [])
    }

    /// Every value of the tiny workspace has a tree that ends in rows and declarations.
    @Test(arguments: Language.allCases) func everyValueHasATree(language: Language) throws {
        let report = try TinyWorkspace.report()
        for index in report.assessment.results {
            for value in index.result.values {
                let items = value.key.query.split(separator: "&").map { pair in
                    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                    return (name: parts[0], value: parts[1].removingPercentEncoding ?? "")
                }
                #expect(try ResultKey(items) == value.key)
                let page = String(decoding: try report.site.derivationPage(value.key, in: language), as: UTF8.self)
                #expect(page.contains("<ul class=\"tree\">") && page.contains("files/"), "\(value.key)")
                #expect(Array(Set(PageReading(page, isLive: true).problems).prefix(3)) == [], "\(value.key)")
            }
        }
        let none = ResultKey(study: "plan", item: "none", measure: "x", area: "A", period: .year(2020))
        #expect(throws: RequestProblem.notFound) { try report.site.derivationPage(none, in: language) }
        #expect(throws: RequestProblem.malformed) { try ResultKey([(name: "study", value: "plan")]) }
    }
}
