import LedgerStore
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// One run tells everything: no fault hides another, and a long list is cut and counted.
struct SeveralFaultsTests {
    private static let broken = [
        ("data/energy.csv", "-4.00,%", "-4.00,points", "data/energy.csv:2:unit unit-mismatch"),
        (
            "data/energy.csv", "energy,320000,2017,annual-change,2.0", "energy,320001,2017,annual-change,2 0",
            "data/energy.csv:5:area area-unknown"
        ),
        ("data/energy.csv", "2018,not published", "2018,", "data/energy.csv:6:value csv-empty-field"),
        ("data/scores.csv", "60.0", "x", "data/scores.csv:3:value csv-not-a-number"),
        ("data/scores.source.yaml", "trust: press", "trust: pres", "data/scores.source.yaml:6:12 yaml-unknown-word"),
        ("indicators.csv", "7 13", "7 18", "indicators.csv:4:sdg_goals indicator-goal"),
        (
            "frameworks/index.csv", "b,index,B,乙,,1", "b,index,B,乙,,-1",
            "frameworks/index.csv:4 framework-invalid-weight"
        ),
        ("studies/index.yaml", "period:", "peroid:", "studies/index.yaml:9:1 yaml-unknown-key"),
        ("studies/plan.yaml", "plan: P", "plan: R", "studies/plan.yaml:3:42 plan-unknown"),
        ("greenprint.yaml", "[index, plan]", "[index, plans]", "greenprint.yaml:4:19 study-unknown"),
    ]

    /// What a fault in one place makes unreadable is not looked at: a record at fault hides the rows of its batch, a
    /// study at fault the framework it names. All else is told.
    private static let hidden = [
        "data/scores.csv:3:value csv-not-a-number", "frameworks/index.csv:4 framework-invalid-weight",
    ]

    @Test func faultsInEveryPartAreToldTogether() throws {
        try withSmallWorkspace { folder in
            for (file, old, new, _) in Self.broken { try folder.replace(old, by: new, in: file) }
            let before = try folder.contents()
            let found = Set(try Workspace.check(at: folder.path).map { "\($0.place) \($0.code)" })
            for (_, _, _, expected) in Self.broken where !Self.hidden.contains(expected) {
                #expect(found.contains(expected), "not told: \(expected), told: \(found.sorted())")
            }
            #expect(found.contains("data/energy.csv:5:value csv-not-a-number"), "the second fault of a row")
            #expect(try folder.contents() == before)
        }
    }

    /// A fault in areas.csv must not hide those of batches and studies.
    @Test func faultyAreasDoNotHideTheRest() throws {
        try withSmallWorkspace { folder in
            try folder.append("330000,XX,province,Zhejiang,浙江省\n", to: "areas.csv")
            try folder.replace("60.0", by: "x", in: "data/scores.csv")
            try folder.replace("plan: P", by: "plan: R", in: "studies/plan.yaml")
            let found = Set(try Workspace.check(at: folder.path).map { "\($0.place) \($0.code)" })
            #expect(found.contains("areas.csv:5:id area-unknown"))
            #expect(found.contains("data/scores.csv:3:value csv-not-a-number"))
            #expect(found.contains("studies/plan.yaml:3:42 plan-unknown"))
        }
    }

    @Test func aLongListIsCutAndCounted() throws {
        try withSmallWorkspace { folder in
            let rows = (0..<5000).map { "score-a,110000,\(1000 + $0),x,points\n" }.joined()
            try folder.append(rows, to: "data/scores.csv")
            let faults = try Workspace.check(at: folder.path)
            let told = faults.filter { $0.code == "csv-not-a-number" }
            #expect(told.count == 100)
            #expect(told.first?.place.description == "data/scores.csv:6:value")
            #expect(faults.contains { $0.code == "more-faults" && $0.arguments["count"] == "4900" })
        }
    }

    /// Good batches are entered beside faulty ones, and what the ledger held stays.
    @Test func earlierBatchesStay() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            let before = try ledger.batches()
            let results = try folder.contents(of: Workspace.resultsFolder)
            let rows =
                "indicator,area,period,value,unit\nscore-a,110000,2016,81.0,points\nscore-a,110000,2017,x,points\n"
            try folder.write(rows, to: "data/more.csv")
            try folder.write(SmallWorkspace.record(source: "more"), to: "data/more.source.yaml")
            #expect(try faultsOfRun(in: folder).map(\.code) == ["csv-not-a-number"])
            #expect(try ledger.batches() == before)
            #expect(try ledger.series(SeriesKey("score-a", in: "110000"), asKnownOn: nil).map(\.value) == [80])
            #expect(try folder.contents(of: Workspace.resultsFolder) == results)
        }
    }
}
