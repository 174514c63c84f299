import Foundation
import StatisticalData
import Testing

@testable import Reports

/// The table of what each published method says, in the chapter on a plan.
struct PlanMethodsTests {
    private func page(_ study: String, _ language: Language) throws -> String {
        let file = try #require(try ReportFolder.example().files["\(language.rawValue)/\(study).html"])
        return String(decoding: file, as: UTF8.self)
    }

    /// GDP, gross growth, energy per GDP and PM2.5 have three yearly figures or more; the others have fewer.
    @Test(arguments: [(Language.english, "What each method says"), (.chinese, "各方法的评判")])
    func tablesOfTargetsWithThreeYearsOrMore(_ language: Language, _ title: String) throws {
        let text = try page("plan-13fyp", language)
        #expect(text.components(separatedBy: "<caption>" + title).count - 1 == 4)
        #expect(try !page("plan-12fyp", language).contains(title))
    }

    /// A class carries the mark of what could not be checked, a number that of its figures; an interval stands beside.
    @Test func marksAndIntervals() throws {
        let text = try page("plan-13fyp", .english)
        let table = try #require(text.components(separatedBy: "<caption>What each method says").dropFirst().first)
        let rows = table.components(separatedBy: "</table>")[0].components(separatedBy: "<tr")
        let arrow = try #require(rows.first { $0.contains("SDSN: arrow") })
        #expect(arrow.contains("on track") && arrow.contains("unverified"))
        let steps = try #require(rows.first { $0.contains("SDSN: ratio of steps") })
        #expect(steps.contains("1.24") && !steps.contains("unverified"))
        let ahead = try #require(rows.first { $0.contains("Anticipated in the target year") })
        #expect(ahead.contains("107,880") && ahead.contains("(101,188 to 114,572)"))
    }
}
