import Foundation
import Testing
import TestSupport

/// `greenprint targets` as a user runs it.
struct TargetsCommandTests {
    private static let table = """
        indicator,area,baseline_period,baseline,target_period,target,form,direction,period,value,weight
        share,p,2020,11,2025,18,level,up,2021,11.9,
        share,p,2020,11,2025,18,level,up,2022,12.9,
        share,p,2020,11,2025,18,level,up,2023,13.6,
        share,a,2020,10,2025,16,level,up,2021,12,3
        share,b,2020,12,2025,22,level,up,,,1
        "water, good",p,2020,87,2025,90,level,up,2021,91,

        """

    private static func run(_ options: [String] = [], _ table: String = table) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(table, to: "t.csv")
            let before = try folder.contents()
            let outcome = try Greenprint.run(["targets", "t.csv"] + options, in: folder.path)
            #expect(try folder.contents() == before, "files were written")
            return outcome
        }
    }

    private static func rows(_ options: [String] = []) throws -> [[String: Any]] {
        let outcome = try run(options + ["--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try #require(JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    }

    static let columns = [
        "indicator", "area", "period", "value", "target", "elapsed_share", "progress", "path_linear_now",
        "path_compound_now", "path", "status", "target_met", "met_but_slipping", "cagr_actual", "cagr_required",
        "eurostat_ratio", "eurostat_class", "eurostat_class_without_target", "open_sdg_score",
        "open_sdg_score_without_target", "csi", "csi_due", "parity", "linear_rate_ratio", "sdsn_arrow", "anticipated",
        "anticipated_low", "anticipated_high", "prediction_se", "df", "probability_met", "gap_percent", "gap_class",
        "anticipated_last_change", "anticipated_cagr", "anticipated_random_walk", "time_distance_years",
        "rate_needed_linear", "rate_needed_compound", "unverified", "notes",
    ]

    @Test func columnsAndRows() throws {
        let outcome = try Self.run()
        #expect(outcome.code == 0)
        #expect(outcome.lines.map { $0.prefix { $0 != "," } } == ["indicator", "share", "share", "share", "\"water"])
        #expect(outcome.lines[0].split(separator: ",").map(String.init) == Self.columns)
        #expect(outcome.errors.contains("share a, water, good p: Two values make a trend without an interval."))
        #expect(outcome.errors.contains("water, good p: The target is met: none needed."))
        #expect(try Self.run(["--format", "csv", "--level", "0.9"]).text == outcome.text)
        let plain = Self.table.split(separator: "\n").first { $0.hasPrefix("share,p") }.map(String.init) ?? ""
        let alone = try Self.run(
            [],
            "indicator,baseline_period,baseline,target_period,target,form,direction,period,"
                + "value,weight\n" + plain.replacingOccurrences(of: "share,p", with: "share") + "\n")
        #expect(alone.lines[0].split(separator: ",").map(String.init) == Self.columns.filter { $0 != "area" })
    }

    /// Sheet of targets, section 12: non-fossil share.
    @Test func values() throws {
        let row = try #require(try Self.rows().first)
        let expected = [
            "progress": 0.3714285714285714, "eurostat_ratio": 0.7080129064803331, "csi": 3.714285714285714,
            "linear_rate_ratio": 0.6190476190476191, "anticipated": 15.37, "anticipated_low": 14.838554602497764,
            "probability_met": 0.0023774328302683667, "time_distance_years": -1.142857142857143,
        ]
        for (column, value) in expected {
            let found = try #require(row[column] as? Double)
            #expect(abs(found - value) <= 1e-10 * abs(value), "\(column): \(found)")
        }
        #expect(row["status"] as? String == "below expectation")
        #expect(row["eurostat_class"] as? String == "moderate progress")
        #expect(row["unverified"] as? String == "eurostat_class;eurostat_class_without_target;sdsn_arrow;gap_class")
        #expect(row["notes"] is NSNull)
    }

    @Test func targetsWithoutFiguresHaveNoData() throws {
        let row = try Self.rows()[2]
        #expect(row["status"] as? String == "no data" && row["notes"] as? String == "no-value-after-base")
        #expect(row["period"] is NSNull && row["eurostat_class"] is NSNull && row["target_met"] is NSNull)
    }

    @Test func levelAndYear() throws {
        let wide = try #require(try Self.rows(["--level", "0.99"]).first?["anticipated_high"] as? Double)
        let usual = try #require(try Self.rows().first?["anticipated_high"] as? Double)
        #expect(wide > usual)
        let earlier = try #require(try Self.rows(["--as-of", "2022"]).first)
        #expect(earlier["period"] as? Double == 2022 && earlier["df"] as? Double == 1)
    }

    /// 3/4 of 16 and 1/4 of 22 make 17.5, short of 18 by half: 17.5 and 18 are each rounded by up to a half.
    @Test func cascade() throws {
        let table = Self.table.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
        let outcome = try Self.run(["--cascade", "p", "--by", "weighted-mean"], table)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                "indicator,area,target,share,amount,whole,whole_target,total,total_low,total_high,difference,verdict",
                "share,a,16,0.75,12,p,18,17.5,17,18,-0.5,within rounding",
                "share,b,22,0.25,5.5,p,18,17.5,17,18,-0.5,within rounding",
            ])
        let whole = try Self.run(["--cascade", "p", "--by", "sum"])
        #expect(
            whole.code == 1 && whole.errors.contains("t.csv:7: error: “water, good” has no target of another area."))
    }

    @Test(arguments: [
        (["--level", "1"], "--level"), (["--level", "0"], "--level"), (["--as-of", "2022-Q1"], "--as-of"),
        (["--cascade", "p"], "--by"), (["--by", "sum"], "--by"), (["--by", "most", "--cascade", "p"], "--by"),
    ])
    func usage(_ options: [String], _ word: String) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(word))
    }

    @Test func faultsInBothLanguages() throws {
        let table = Self.table.replacingOccurrences(of: "18,level,up,2022,12.9", with: "19,level,up,2021,12.9")
        let english = try Self.run(["--language", "en"], table)
        #expect(english.code == 1 && english.output.isEmpty)
        #expect(english.errors.contains("t.csv:3:target: error: “share p” says “19” here and “18” in line 2."))
        #expect(english.errors.contains("t.csv:3:period: error: “share p” has a second value for 2021"))
        let chinese = try Self.run(["--language", "zh"], table)
        #expect(chinese.errors.contains("在此处为“19”，在第2行为“18”"))
        let missing = try Greenprint.run(["targets", "/nonexistent/t.csv"])
        #expect(missing.code == 1 && missing.errors.contains("There is no file"))
    }
}
