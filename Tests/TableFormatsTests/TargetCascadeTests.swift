import StatisticalData
import TableFormats
import TargetTracking
import Testing

/// Cascades out of a table of targets.
@Suite struct TargetCascadeTests {
    static let header =
        "indicator,area,baseline_period,baseline,target_period,target,form,direction,period,value,weight\n"
    static let rows = [
        "cod,p,2015,105.5,2020,91.2,cap,down,,,", "cod,a,2015,60,2020,50,cap,down,,,3",
        "cod,b,2015,45,2020,41.3,cap,down,,,1",
    ]

    private func cascades(
        _ rows: [String], of area: String = "p", by rule: Cascade.Rule = .sum
    ) throws(Faults) -> [TargetTable.IndicatorCascade] {
        let text = Self.header + rows.map { $0 + "\n" }.joined()
        return try TargetTable(Array(text.utf8), file: "t.csv").cascades(of: area, by: rule, file: "t.csv")
    }

    /// 50 (half a unit: 0.5) and 41.3 (0.05) against 91.2 (0.05): over by 0.1, within rounding.
    @Test func sum() throws {
        let found = try #require(try cascades(Self.rows).first)
        #expect(found.indicator == "cod")
        #expect(abs(found.cascade.difference - 0.1) < 1e-9)
        #expect(abs(found.cascade.total.high - 91.85) < 1e-9)
        #expect(found.cascade.verdict == .withinRounding)
        #expect(found.cascade.contributions.map(\.part.name) == ["a", "b"])
        let weighted = try #require(try cascades(Self.rows, by: .weightedMean).first)
        #expect(abs(weighted.cascade.total.value - (150 + 41.3) / 4) < 1e-9)
    }

    @Test(arguments: [
        (rows, "q", Cascade.Rule.sum, ["targets-cascade-no-whole t.csv"]),
        ([rows[0]], "p", .sum, ["targets-cascade-no-parts t.csv:2"]),
        ([rows[0], "cod,a,2015,60,2021,50,cap,down,,,3"], "p", .sum, ["targets-cascade-mixed t.csv:3"]),
        (
            [rows[0], "cod,a,2015,60,2020,50,cap,down,,,"], "p", .weightedMean, ["targets-weight-missing t.csv:3"]
        ),
        (
            ["e,p,2015,,2020,-17,cumulative-cut,down,,,", "e,a,2015,,2020,-18,cumulative-cut,down,,,"], "p", .mean,
            ["targets-cascade-form t.csv:2"]
        ),
    ])
    func faults(_ rows: [String], _ area: String, _ rule: Cascade.Rule, _ expected: [String]) {
        do throws(Faults) {
            _ = try cascades(rows, of: area, by: rule)
            Issue.record("no fault")
        } catch {
            #expect(error.list.map { "\($0.code) \($0.place)" } == expected)
        }
    }
}
