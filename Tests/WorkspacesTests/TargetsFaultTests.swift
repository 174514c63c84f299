import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Tables of targets: what makes a row unusable, and what is only worth a warning.
struct TargetsFaultTests {
    private static let file = "plans/targets.csv"
    private static let cut = "cumulative-cut,down,2015,,,2020,<=,-17,%,plan-text"

    private static func changed(
        _ what: String, _ new: String, _ code: String, column: String, _ arguments: [String: String] = [:]
    ) -> FaultCase {
        FaultCase(what, in: file, .replace(cut, by: new), code, at: file + ":2:" + column, arguments)
    }

    static let targets = [
        changed(
            "no number", "cumulative-cut,down,2015,,,2020,<=,-17 %,%,plan-text", "csv-not-a-number", column: "target"),
        changed(
            "form", "cumulativ-cut,down,2015,,,2020,<=,-17,%,plan-text", "csv-unknown-word", column: "form",
            ["nearest": "cumulative-cut"]),
        changed(
            "operator", "cumulative-cut,down,2015,,,2020,=<,-17,%,plan-text", "csv-unknown-word", column: "operator"),
        changed(
            "year", "cumulative-cut,down,2015,,,twenty,<=,-17,%,plan-text", "csv-malformed-integer",
            column: "target_year"),
        changed(
            "years", "cumulative-cut,down,2020,,,2020,<=,-17,%,plan-text", "target-base-year-not-before",
            column: "target"),
        changed(
            "no base year", "cumulative-cut,down,,,,2020,<=,-17,%,plan-text", "target-base-year-missing",
            column: "target"),
        changed(
            "sign", "cumulative-cut,down,2015,,,2020,<=,17,%,plan-text", "target-sign-against-form", column: "target"),
        changed(
            "all gone", "cumulative-cut,down,2015,,,2020,<=,-100,%,plan-text", "target-change-below-minus-hundred",
            column: "target"),
        changed(
            "comparison", "cumulative-cut,down,2015,,,2020,>=,-17,%,plan-text", "target-comparison-against-direction",
            column: "target"),
        changed(
            "unit", "cumulative-cut,down,2015,,,2020,<=,-17,tce,plan-text", "unit-mismatch", column: "unit",
            ["expected": "%"]),
        changed(
            "unit unknown", "cumulative-cut,down,2015,,,2020,<=,-17,pct,plan-text", "csv-malformed-unit", column: "unit"
        ),
        changed(
            "source", "cumulative-cut,down,2015,,,2020,<=,-17,%,plan-txt", "source-unknown", column: "source",
            ["nearest": "plan-text"]),
        changed("no target", "cumulative-cut,down,2015,,,2020,<=,,%,plan-text", "csv-empty-field", column: "target"),
        FaultCase(
            "indicator", in: file, .replace("P,energy-per-gdp", by: "P,energy-per-gpd"), "indicator-unknown",
            at: file + ":2:indicator", ["nearest": "energy-per-gdp"]),
        FaultCase(
            "area", in: file, .replace("energy-per-gdp,320000", by: "energy-per-gdp,32000"), "area-unknown",
            at: file + ":2:area", ["nearest": "320000"]),
        FaultCase(
            "duplicate target", in: file,
            .append("P,energy,320000,Energy use,能源消费量,expected,cap,down,2015,,,2020,<=,95,10^4 tce,plan-text\n"),
            "plan-duplicate-target", at: file + ":5", ["found": "energy-2020"]),
        FaultCase("column", in: file, .replace("direction", by: "directon"), "csv-missing-column", at: file + ":1"),
        FaultCase("cut off", in: file, .append("P,energy"), "csv-cut-off", at: file + ":5:indicator"),
    ]

    @Test(arguments: targets) func targetIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    /// A level of 110 where 100 is to fall: the plan is judged as a level to be held, and a warning says so.
    @Test func targetAgainstDirectionIsAWarning() throws {
        let fault = FaultCase(
            "against direction", in: Self.file,
            .replace("<=,90,10^4 tce,plan-text\nQ", by: "<=,110,10^4 tce,plan-text\nQ"),
            "target-against-direction", at: Self.file + ":3:target")
        try withSmallWorkspace { folder in
            try fault.apply(to: folder)
            let faults = try Workspace.check(at: folder.path)
            fault.expectFault(among: faults, severity: .warning)
            #expect(faults.count == 1)
            #expect(try faultsOfRun(in: folder).isEmpty)
        }
    }

    /// Warnings stop nobody, however many there are.
    @Test func manyWarningsAreNoError() throws {
        try withSmallWorkspace { folder in
            let row = "P,energy,320000,Energy use,能源消费量,expected,level,down,2015,100,10^4 tce,"
            let rows = (2021...2130).map { row + "\($0),<=,110,10^4 tce,plan-text\n" }.joined()
            try folder.append(rows, to: Self.file)
            let faults = try Workspace.check(at: folder.path)
            #expect(faults.contains { $0.code == "target-against-direction" })
            #expect(faults.filter { $0.severity == .error }.isEmpty)
            #expect(try faultsOfRun(in: folder).isEmpty)
        }
    }

    /// An error after a hundred warnings is told as well.
    @Test func warningsHideNoError() throws {
        try withSmallWorkspace { folder in
            let row = "P,energy,320000,Energy use,能源消费量,expected,level,down,2015,100,10^4 tce,"
            let rows = (2021...2130).map { row + "\($0),<=,110,10^4 tce,plan-text\n" }.joined()
            try folder.append(rows + row + "2131,<=,x,10^4 tce,plan-text\n", to: Self.file)
            let last = Self.file + ":115:target"
            #expect(try Workspace.check(at: folder.path).contains { $0.place.description == last })
        }
    }

    /// A target of another plan in the same file is not read: its faults stop nobody.
    @Test func otherPlansAreLeftAlone() throws {
        try withSmallWorkspace { folder in
            try folder.append("R,nothing,320000,X,无,expected,cap,down,,,,2020,<=,x,%,nobody\n", to: Self.file)
            #expect(try faultsOfRun(in: folder).isEmpty)
        }
    }
}
