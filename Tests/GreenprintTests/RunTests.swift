import Foundation
import Testing
import TestSupport

/// `run`: the table to the letter, and published facts in it.
///
/// Facts: method sheets targets.md section 9 (Jiangsu, 13th plan) and the one on composite indicators, section 13 (Green
/// Development Index): both computed independently of this program.
struct RunTests {
    private static func rows(_ study: String, _ more: [String] = [], in folder: TemporaryFolder) throws -> [[String]] {
        let outcome = try Greenprint.run(["run", folder.path("jiangsu"), "--study", study, "--format", "csv"] + more)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.lines.first == "study,item,measure,area,period,value,low,high,unit,status,source")
        let rows = outcome.lines.dropFirst().map { $0.components(separatedBy: ",") }
        #expect(rows.allSatisfy { $0.count == 11 && $0[0] == study })
        return rows
    }

    private static func value(_ rows: [[String]], _ key: String...) throws -> String {
        let found = rows.filter { Array($0[1...4]) == key }
        try #require(found.count == 1, "\(key) occurs \(found.count) times")
        return found[0][5]
    }

    private static func number(_ rows: [[String]], _ item: String, _ measure: String, _ area: String, _ period: String)
        throws -> Double
    {
        try #require(Double(try value(rows, item, measure, area, period)))
    }

    @Test func greenDevelopmentIndex() throws {
        try withExample { folder in
            let rows = try Self.rows("green-development-index-2016", in: folder)
            #expect(abs(try Self.number(rows, "index", "score", "320000", "2016") - 80.40422) < 5e-6)
            #expect(try Self.value(rows, "index", "rank", "320000", "2016") == "9")
            #expect(try Self.value(rows, "index", "rank", "110000", "2016") == "1")
            #expect(try Self.value(rows, "resource-use", "rank", "320000", "2016") == "2")
            #expect(try Self.value(rows, "ecological-protection", "rank", "320000", "2016") == "31")
            let scores = rows.filter { $0[1] == "index" && $0[2] == "score" }
            let published = rows.filter { $0[1] == "index" && $0[2] == "published" }
            #expect(scores.count == 31)
            #expect(published.count == 31)
            for score in scores {
                let other = try #require(published.first { $0[3] == score[3] })
                let difference = try #require(Double(score[5])) - (try #require(Double(other[5])))
                #expect(abs(difference) <= 0.011, "\(score[3])")
            }
        }
    }

    @Test func energyPerGDPInThePlan() throws {
        try withExample { folder in
            let rows = try Self.rows("plan-13fyp", in: folder)
            #expect(abs(try Self.number(rows, "energy-per-gdp", "achieved", "320000", "2020") - -20.640487) < 5e-7)
            let earlier = try Self.number(rows, "energy-per-gdp", "achieved@2020-07-01", "320000", "2019")
            #expect(abs(earlier - -18.228350) < 5e-7)
            #expect(try Self.value(rows, "energy-per-gdp", "verdict", "320000", "2020") == "met")
            let required = [-3.658, -7.182, -10.577, -13.849, -17.000]
            for (year, path) in zip(2016..., required) {
                let value = try Self.number(rows, "energy-per-gdp", "required", "320000", String(year))
                #expect(abs(value - path) < 5e-4, "\(year)")
            }
            let view = try Self.rows("plan-13fyp", ["--as-known-on", "2020-07-01"], in: folder)
            #expect(abs(try Self.number(view, "energy-per-gdp", "achieved", "320000", "2019") - -18.228350) < 5e-7)
            #expect(!view.contains { $0[1] == "energy-per-gdp" && $0[2] == "achieved" && $0[4] == "2020" })
        }
    }

    @Test func growthIdentity() throws {
        try withExample { folder in
            let rows = try Self.rows("energy-intensity", in: folder)
            #expect(abs(try Self.number(rows, "energy-per-gdp", "cumulative", "320000", "2020") - -20.640487) < 5e-7)
            let growth = try Self.number(rows, "energy-per-gdp", "implied-gdp-growth", "320000", "2020")
            // (1 + 0.5 %) / (1 − 3.10 %) − 1 = 3.71517 %.
            #expect(abs(growth - 3.71517) < 5e-6)
            // Hubei: energy −6.1 %, intensity −1.17 %.
            #expect(abs(try Self.number(rows, "energy-per-gdp", "implied-gdp-growth", "420000", "2020") - -4.99) < 5e-3)
        }
    }

    /// The odd target of a national plan is told by every run of its study, also when nothing is computed, and by no
    /// other study.
    @Test func oddTargetIsToldByItsStudy() throws {
        try withExample { folder in
            let arguments = ["run", folder.path("jiangsu"), "--format", "csv"]
            for study in ["plan-china-13fyp", "plan-china-13fyp", "plan-13fyp"] {
                let outcome = try Greenprint.run(arguments + ["--study", study])
                #expect(outcome.code == 0)
                let warnings = outcome.errorLines.filter { $0.contains(": warning: ") }
                #expect(warnings.count == (study == "plan-china-13fyp" ? 1 : 0), "\(outcome.errors)")
                #expect(warnings.allSatisfy { $0.hasPrefix(Greenprint.exampleWarning) })
                #expect(!outcome.text.contains("warning: "))
            }
        }
    }

    private struct Document: Decodable {
        let study: String
        let values: [Value]

        struct Value: Decodable {
            let item: String
            let value: Double?
            let word: String?
        }
    }

    @Test func jsonHoldsTheSameValues() throws {
        try withExample { folder in
            let rows = try Self.rows("energy-intensity", in: folder)
            let outcome = try Greenprint.run(
                ["run", folder.path("jiangsu"), "--study", "energy-intensity", "--format", "json"])
            let document = try JSONDecoder().decode(Document.self, from: outcome.output)
            #expect(document.study == "energy-intensity")
            #expect(document.values.map(\.item) == rows.map { $0[1] })
            #expect(document.values.map(\.value) == rows.map { Double($0[5]) })
            #expect(document.values.map(\.word) == rows.map { Double($0[5]) == nil ? $0[5] : nil })
        }
    }

    /// Machine formats do not depend on the language, and a second run adds nothing and says nothing.
    @Test func csvIsTheSameInBothLanguages() throws {
        try withExample { folder in
            let arguments = ["run", folder.path("jiangsu"), "--format", "csv"]
            let first = try Greenprint.run(arguments + ["--language", "en"])
            let second = try Greenprint.run(arguments + ["--language", "zh"])
            #expect(first.code == 0)
            #expect(first.output == second.output)
            #expect(first.lines.count > 1000)
            #expect(first.errors.contains("data/energy-intensity-2020.csv"))
            #expect(!second.errors.contains("data/energy-intensity-2020.csv"))
        }
    }
}
