import Foundation
import StatisticalData
import Testing

@testable import Reports

/// The chapters on programme and dialogue of the example, in both languages.
struct PeoplePageTests {
    private func page(_ path: String) throws -> String {
        String(decoding: try #require(try ReportFolder.example().files[path]), as: UTF8.self)
    }

    @Test(arguments: [("en", "illustrative"), ("zh", "示范")])
    func programme(language: String, word: String) throws {
        let html = try page(language + "/programme.html")
        for number in 1...25 {
            let id = number < 10 ? "PAGE-JS-0\(number)" : "PAGE-JS-\(number)"
            #expect(html.contains("id=\"\(id)\""), "\(id)")
        }
        #expect(html.contains(word))
        #expect(html.contains("sources.html#page-china-joins-page"))
        #expect(html.contains("explain/energy-intensity/320000.html#energy-per-gdp.cumulative.2020"))
        #expect(html.contains("data/programme-matrix.csv"))
    }

    /// Nobody's mark is on the page, and the checksum of the answers is.
    @Test(arguments: ["en", "zh"])
    func dialogue(language: String) throws {
        let html = try page(language + "/dialogue-green-priorities.html")
        let report = try #require(try ReportFolder.example().assessment.dialogues.first)
        #expect(html.contains(report.checksum))
        #expect(html.firstMatch(of: /\br[0-3][0-9]\b/) == nil)
        #expect(html.contains("green-development-index-2016.html"))
    }

    @Test func tablesToDownload() throws {
        let files = try ReportFolder.example().files
        for name in ["indicators", "activities", "money", "goals", "risks", "matrix"] {
            #expect(files["data/programme-\(name).csv"] != nil, "\(name)")
        }
        #expect(files["data/dialogue-green-priorities.csv"] != nil)
    }
}
