import Foundation
import Testing
import TestSupport

/// `greenprint index --audit` on small tables whose answers can be worked out by hand.
struct IndexAuditTests {
    static let subjects = [
        "statistics", "treatment", "correlations", "collinearity", "contradictions", "reliability", "components",
        "influence", "removal", "strengths:a", "undone",
    ]
    static let gappy = IndexSample.data.replacingOccurrences(of: "a,0,10,", with: "a,0,NA,")

    /// Every table is written in every format, without NaN, in either language and the same each time.
    @Test(arguments: subjects) func everyTable(_ subject: String) throws {
        let options = ["--audit", subject, "--treat", "winmax:1"]
        for data in [IndexSample.data, Self.gappy] {
            let csv = try IndexSample.run(options, data: data)
            #expect(csv.code == 0, "\(csv.errors)")
            #expect(csv.text.firstMatch(of: /(?i)\bnan\b|\binf\b/) == nil)
            let widths = Set(csv.lines.filter { !$0.contains("\"") }.map { $0.count { $0 == "," } })
            #expect(widths.count == 1, "\(csv.text)")
            #expect(try IndexSample.run(options, data: data).output == csv.output)
            let json = try IndexSample.run(options + ["--format", "json"], data: data)
            let rows = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
            #expect(rows.count == csv.lines.count - 1)
        }
        let chinese = try IndexSample.run(options + ["--language", "zh"], data: Self.gappy)
        #expect(chinese.code == 0)
        if subject == "undone" {
            for row in IndexSample.rows(chinese) { IndexSample.expectReadable(row["detail"] ?? "", "zh") }
        } else {
            #expect(chinese.output == (try IndexSample.run(options, data: Self.gappy).output))
        }
    }

    /// One unit between goalposts, and a column of one value: words instead of numbers, never NaN.
    @Test(arguments: subjects) func noSpread(_ subject: String) throws {
        let metadata = """
            iCode,Level,Parent,Direction,Weight,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
            x,1,I,1,1,Indicator,0,10,100,1
            y,1,I,-1,1,Indicator,0,10,100,1
            I,2,NA,1,1,Aggregate,NA,NA,NA,NA

            """
        for data in ["uCode,x,y\na,2,1\n", "uCode,x,y\na,2,1\nb,2,3\nc,2,5\nd,2,4\ne,2,4\n"] {
            let outcome = try IndexSample.run(
                ["--normalise", "goalposts", "--audit", subject], data: data, metadata: metadata)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.text.firstMatch(of: /(?i)\bnan\b|\binf\b/) == nil, "\(outcome.text)")
            let rows = IndexSample.rows(outcome)
            switch subject {
            case "correlations": #expect(rows.first?["flags"] == "undefined")
            case "collinearity":
                #expect(rows.allSatisfy { ["tooFewUnits", "constant", "alone"].contains($0["status"]) })
            case "reliability": #expect(rows.map { $0["status"] } == ["undefined"])
            case "components": #expect(["tooFewUnits", "constant"].contains(rows.first?["status"]))
            case "treatment": #expect(rows.isEmpty)
            default: break
            }
        }
    }

    @Test func statistics() throws {
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "statistics"], data: Self.gappy))
        #expect(rows.map { $0["indicator"] } == ["x", "y", "z"])
        // y of b to f: 20, 40, 50, 30, 25.
        #expect(rows[1]["n"] == "5" && rows[1]["missing"] == "1" && rows[1]["direction"] == "-1")
        #expect(rows[1]["median"] == "30" && rows[1]["mean"] == "33" && rows[1]["distinct"] == "5")
        #expect(IndexSample.isNear(rows[1]["sd"], (580.0 / 4).squareRoot()))
        #expect(IndexSample.isNear(rows[0]["zeros"], 1.0 / 6) && rows[2]["distinct"] == "5")
        let divided = ["--audit", "statistics", "--denominate", "--impute", "median", "--stage", "imputed"]
        let after = IndexSample.rows(try IndexSample.run(divided, data: Self.gappy))
        #expect(after[0]["max"] == "5" && after[1]["missing"] == "0")
    }

    /// A constant indicator stops the scores, but not a look at the data.
    @Test func dataThatCannotBeScored() throws {
        let data = IndexSample.data.replacing(/(?m)^([a-f]),\d+/) { "\($0.1),7" }
        #expect(try IndexSample.run([], data: data).code == 1)
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "statistics"], data: data))
        #expect(rows[0]["flags"] == "constant;repeats" && rows[0]["skew"] == "NA")
        let treated = IndexSample.rows(
            try IndexSample.run(["--audit", "treatment", "--treat", "winmax:2"], data: data))
        #expect(treated[0]["status"] == "notAssessable")
    }

    @Test func correlationsAndFlags() throws {
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "correlations", "--strong", "0.9"]))
        let relations = rows.map { "\($0["first"] ?? "") \($0["second"] ?? "") \($0["relation"] ?? "")" }
        #expect(
            relations == [
                "x y siblings", "x z across", "x P parent", "x I index", "y z across", "y P parent", "y I index",
                "z Q parent", "z I index", "P Q siblings", "P I parent", "Q I parent",
            ])
        // Q is z alone, so they agree; x and y (turned) of six units without ties: 5 of 15 pairs concordant.
        #expect(IndexSample.isNear(rows[7]["pearson"], 1) && rows[7]["flags"] == "strong")
        #expect(rows[0]["kendall_test"] == "exact" && rows[1]["kendall_test"] == "normal")
        #expect(IndexSample.isNear(rows[0]["kendall"], -1.0 / 3))
        #expect(rows[0]["flags"] == "contradicts" && rows[0]["n"] == "6")
        let contradictions = IndexSample.rows(try IndexSample.run(["--audit", "contradictions"]))
        #expect(contradictions.count == rows.count { $0["flags"]?.contains("contradicts") ?? false })
    }

    /// Leaving out Q ranks by P alone, leaving out P by Q; the only part of Q cannot be left out.
    @Test func removal() throws {
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "removal"]))
        #expect(rows.map { $0["element"] } == ["x", "y", "z", "P", "Q"])
        #expect(rows.map { $0["status"] } == ["fine", "fine", "onlyPart", "fine", "fine"])
        #expect(rows[2]["mean"] == "NA" && rows[2]["max"] == "NA")
        let full = IndexSample.rows(try IndexSample.run([])).compactMap { Double($0["rank"] ?? "") }
        let pillar = IndexSample.rows(try IndexSample.run([])).compactMap { Double($0["Q"] ?? "") }
        let alone = pillar.map { own in 1 + Double(pillar.count { $0 > own + 1e-9 }) }
        let changes = zip(full, alone).map { abs($0 - $1) }
        #expect(IndexSample.isNear(rows[3]["mean"], changes.reduce(0, +) / 6))
        #expect(IndexSample.isNear(rows[3]["max"], changes.max() ?? -1))
    }

    @Test func influence() throws {
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "influence", "--weights", "equal"]))
        #expect(rows.map { $0["element"] } == ["x", "y", "z", "P", "Q"])
        #expect(rows.map { $0["effective"] } == ["0.25", "0.25", "0.5", "0.5", "0.5"])
        #expect(rows.allSatisfy { $0["weight"] == "1" })
    }

    @Test func strengths() throws {
        let outcome = try IndexSample.run(["--audit", "strengths:c"])
        let rows = IndexSample.rows(outcome)
        // c: x 10 is best of 6; y 40, less is better, is fifth; z 3 is third.
        #expect(rows.map { $0["side"] } == ["strength", "strength", "strength", "weakness", "weakness", "weakness"])
        #expect(rows.prefix(3).map { $0["indicator"] } == ["x", "z", "y"])
        #expect(rows.prefix(3).map { $0["rank"] } == ["1", "3", "5"])
        let unknown = try IndexSample.run(["--audit", "strengths:g"])
        #expect(unknown.code == 1 && unknown.errors.hasPrefix("--audit: error: ") && unknown.errors.contains("“g”"))
    }

    /// What is left undone is named with its count.
    @Test func undone() throws {
        let rows = IndexSample.rows(try IndexSample.run(["--audit", "undone"], data: Self.gappy))
        let told = Dictionary(rows.map { ("\($0["step"] ?? "")-\($0["what"] ?? "")", $0) }) { first, _ in first }
        #expect(told["denominate-not-asked"]?["count"] == "1")
        #expect(told["impute-not-asked"]?["count"] == "1")
        #expect(told["impute-not-asked"]?["detail"]?.contains("y") == true)
        #expect(told["aggregate-missing"]?["count"] == "1" && told["uncertainty-not-asked"] != nil)
        #expect(told["weights-all-equal"] == nil && told["screen-not-asked"]?["count"] == nil)
        let all = try IndexSample.run(
            ["--audit", "undone", "--impute", "mean", "--screen", "0.5", "--denominate", "--weights", "equal"])
        let done = IndexSample.rows(all).map { "\($0["step"] ?? "")-\($0["what"] ?? "")" }
        #expect(done.contains("impute-no-effect") && done.contains("screen-no-effect"))
        #expect(!done.contains("denominate-not-asked") && !done.contains("impute-not-asked"))
    }

    @Test(arguments: [
        ["--audit", "everything"], ["--audit", "strengths"], ["--audit", "strengths:"], ["--strong", "2"],
        ["--audit", "removal", "--stage", "treated"], ["--audit", "statistics", "--stage", "normalised"],
        ["--audit", "removal", "--uncertainty", "9"],
    ])
    func optionsAtFault(_ options: [String]) throws {
        let outcome = try IndexSample.run(options)
        #expect(outcome.code == 2 && outcome.output.isEmpty && outcome.errors.hasPrefix("Error: "))
    }
}
