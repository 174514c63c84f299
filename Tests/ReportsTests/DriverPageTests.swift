import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// The chapters on decoupling, drivers and efficiency of the example.
struct DriverPageTests {
    private func page(_ study: String, _ language: Language = .english) throws -> String {
        try ReportFolder.example().text("\(language.rawValue)/\(study).html")
    }

    /// Invented figures are told as such in every section that shows some, in both languages.
    @Test func inventedFiguresAreToldInEverySection() throws {
        for (language, words) in [(Language.english, "Invented figures."), (.chinese, "虚构数据。")] {
            let sections = try page("efficiency-illustration", language).components(separatedBy: "<section").dropFirst()
            #expect(sections.count == 4)
            #expect(sections.allSatisfy { $0.contains(words) })
        }
    }

    /// Explanations of invented figures, and the pages of their rows, carry the mark and the word too.
    @Test func theirExplanationsSayItToo() throws {
        let files = try ReportFolder.example().files.keys.filter {
            $0.contains("/explain/efficiency-illustration/") || $0.contains("illustrative-cities.csv.html")
        }
        #expect(files.count == 2 * 18)
        for file in files {
            let text = try ReportFolder.example().text(file)
            let word = file.hasPrefix("en/") ? "invented" : "虚构"
            #expect(text.contains(word), "\(file)")
        }
    }

    /// 2019 has no state and says so; the boundary rule is on the page.
    @Test func decouplingTellsWhatIsMissingAndWhereStatesBegin() throws {
        let text = try page("energy-decoupling")
        #expect(text.contains("0 belongs to weak decoupling; 0.80 and 1.20 belong to coupling"))
        #expect(text.contains("weak decoupling: 5 of 5. 1 missing."))
        #expect(try page("energy-decoupling", .chinese).contains("弱脱钩：5个中有5个。"))
    }

    @Test func driversTellTheIdentityAndTheResidual() throws {
        let text = try page("energy-drivers")
        #expect(text.contains("energy = growth * intensity"))
        #expect(text.contains("2015: 100.00; 2018: 104.16."))
        #expect(text.contains("Adds the most: Growth of GDP (+21.55)."))
        #expect(text.contains("what they miss is at most 10⁻"))
        #expect(text.contains("Jiangsu, 2019: a figure is missing"))
    }

    /// How many are efficient is a count, not a place in a ranking.
    @Test func efficientUnitsAreCounted() throws {
        #expect(try page("efficiency-illustration").contains("4 of 16"))
        #expect(try page("efficiency-illustration", .chinese).contains("16个中4个"))
    }

    /// Units of equal score share the better place: four efficient ones are first, the next is fifth.
    @Test func equalScoresShareTheBetterPlace() throws {
        let report = try ReportFolder.example()
        let index = try #require(report.assessment.results.first { $0.result.study == "efficiency-illustration" })
        let scores = index.result.values.filter {
            $0.key.item == EfficiencyDetail.score && $0.key.measure == "score" && $0.key.period == .year(2020)
        }.compactMap(\.number)
        #expect(scores.count { $0 > 1 - 1e-9 } == 4)
        let cells = try page("efficiency-illustration").matches(of: /invented\)<\/th><td>(\d+)<\/td>/)
        #expect(cells.prefix(6).map { String($0.1) } == ["1", "1", "1", "1", "5", "6"])
    }
}
