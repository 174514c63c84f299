import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Tables of other programs enter a workspace whole, or not at all.
struct ImportTests {
    private static let header = "indicator,area,period,value,unit,note\n"

    @Test func aGoodTableBecomesABatchWithARecord() throws {
        try withImport { trial in
            let text = "指标,地区,时期,数值,单位,备注\n细颗粒物年均浓度,苏州,2020年,38.0,微克/立方米,\npm25,CN-JS,2021,0.031,mg/m3,x\n"
            let (outcome, told) = try trial.run(text, named: "空气 2020 PM.csv")
            #expect(outcome.batch == "data/2020-PM.csv")
            #expect((outcome.new, outcome.errors, outcome.observations) == (2, 0, 2))
            #expect(
                told.filter { !$0.contains("单位") } == [
                    "2:指标 info import-read-as", "2:地区 info import-read-as", "2:时期 info import-read-as",
                    "3:地区 info import-read-as", "3:数值 info import-unit-converts",
                ])
            let figures = try trial.observations("2020-PM")
            #expect(figures.map(\.value) == [38, 0.031])
            #expect(figures.map(\.decimals) == [1, 3])
            #expect(figures.map(\.unit.symbol) == ["ug/m3", "mg/m3"])
            #expect(figures.map(\.series.area) == ["320500", "320000"])
            #expect(figures.allSatisfy { $0.trust == .unverified && $0.knownOn == ImportWorkspace.date })
            #expect(figures.allSatisfy { $0.source == "import-2020-PM" && $0.revision == .preliminary })
            #expect(try Workspace.check(at: trial.folder.path("ws")) == [])
            #expect(try Workspace.verify(at: trial.folder.path("ws")).faults == [])
        }
    }

    @Test func nothingIsWrittenWhereARowIsAnError() throws {
        try withImport { trial in
            _ = try OpenWorkspace(at: trial.folder.path("ws"))
            let before = try trial.folder.contents(of: "ws").filter { !$0.key.hasPrefix(".greenprint") }
            let (outcome, told) = try trial.run(
                Self.header + "pm25,320000,2020,38,ug/m3,\npm25,320000,2021,x,mg per,\npm25,1,2022,1,t,\n")
            #expect((outcome.new, outcome.refused, outcome.errors) == (1, 2, 4))
            #expect(
                told == [
                    "3:unit error csv-malformed-unit", "3:value error csv-not-a-number", "4:area error area-unknown",
                    "4:unit error unit-mismatch",
                ])
            #expect(outcome.batch == nil)
            #expect(try trial.folder.contents(of: "ws").filter { !$0.key.hasPrefix(".greenprint") } == before)
        }
    }

    @Test func dryRunTellsAndWritesNothing() throws {
        try withImport { trial in
            trial.options.isDryRun = true
            let (outcome, _) = try trial.run(Self.header + "pm25,320000,2020,38,ug/m3,\n")
            #expect(outcome.new == 1 && outcome.batch == nil)
            #expect(!trial.folder.exists("ws/data"))
        }
    }

    @Test func goodRowsCanBeTakenAndTheOthersMended() throws {
        try withImport { trial in
            trial.options.takesGoodRows = true
            let (outcome, _) = try trial.run(
                Self.header + "pm25,320000,2020,38,ug/m3,\"a\"\"b\"\npm25,320000,2021,x,ug/m3,\nshort,row\n")
            #expect((outcome.observations, outcome.refused) == (1, 2))
            #expect(outcome.refusedFile == "refused/table.csv")
            #expect(
                try trial.folder.text("ws/refused/table.csv") == """
                    indicator,area,period,value,unit,note,fault
                    pm25,320000,2021,x,ug/m3,,csv-not-a-number
                    short,row,,,,,csv-field-count

                    """)
            try trial.folder.replace(",x,", by: ",37,", in: "ws/refused/table.csv")
            try trial.folder.replace("short,row,,,,,csv-field-count\n", by: "", in: "ws/refused/table.csv")
            trial.options.name = "mended"
            let again = try trial.runFile("ws/refused/table.csv")
            #expect((again.outcome.new, again.outcome.errors, again.told) == (1, 0, []))
        }
    }

    @Test func theLedgerTellsNewRevisedAndUnchanged() throws {
        try withImport { trial in
            let first = Self.header + "pm25,320000,2020,38,ug/m3,\npm25,320000,2021,37.0,ug/m3,\n"
            #expect(try trial.run(first).outcome.new == 2)
            let same = try trial.run(first).outcome
            #expect((same.unchanged, same.repeated, same.batch) == (0, 2, nil))
            trial.options.name = "second"
            let units = try trial.run(first.replacing("38,ug/m3", with: "0.038,mg/m3"), named: "b.csv").outcome
            #expect((units.unchanged, units.batch) == (2, nil))
            let (outcome, _) = try trial.run(
                Self.header + "pm25,320000,2020,38,ug/m3,\npm25,320000,2021,36,ug/m3,\npm25,320000,2022,35,ug/m3,\n",
                named: "b.csv")
            #expect((outcome.new, outcome.revised, outcome.unchanged, outcome.observations) == (1, 1, 1, 3))
        }
    }

    @Test func equalRowsAreTakenOnceAndDifferentOnesNotAtAll() throws {
        try withImport { trial in
            trial.options.takesGoodRows = true
            let (outcome, told) = try trial.run(
                Self.header
                    + "pm25,320000,2020,38,ug/m3,\npm25,320000,2020,38.0,ug/m3,\npm25,320100,2020,1,ug/m3,\n"
                    + "pm25,320100,2020,2,ug/m3,\npm25,320100,2020,1,ug/m3,\n")
            #expect(
                told == [
                    "3: warning import-duplicate-row", "5: error import-duplicate-conflict",
                    "6: warning import-duplicate-row",
                ])
            #expect(outcome.new == 1 && outcome.refused == 2)
            #expect(try trial.observations("table").map(\.value) == [38])
        }
    }

    @Test func namesOfSeveralAreasAreRefusedWithCandidates() throws {
        try withImport { trial in
            let (_, told) = try trial.run(Self.header + "pm25,鼓楼,2020,38,ug/m3,\npm25,329901,2020,38,ug/m3,\n")
            #expect(told == ["2:area error import-ambiguous-area"])
        }
    }

    @Test func takenNamesAndKnownSourcesAreRefused() throws {
        try withImport { trial in
            let row = Self.header + "pm25,320000,2020,38,ug/m3,\n"
            _ = try trial.run(row)
            let changed = row.replacing("38", with: "39")
            #expect(try trial.run(changed).told == ["2: error import-ledger-conflict"])
            trial.options.knownOn = try #require(KnownDate("2024-02-01"))
            let error = #expect(throws: Fault.self) { try trial.run(changed) }
            #expect(error?.code == "import-name-taken")
            trial.options.name = "../x"
            #expect(throws: Fault.self) { try trial.run(changed) }
            trial.options.name = nil
            let record = SmallWorkspace.record(source: "import-table")
            trial.options.record = (record, "r.yaml")
            let faults = #expect(throws: Faults.self) { try trial.run(row) }
            #expect(faults?.list.map(\.code) == ["import-source-known"])
        }
    }

    @Test func aRecordGivesSourceAndDate() throws {
        try withImport { trial in
            trial.options.record = (SmallWorkspace.record(source: "bulletin"), "r.yaml")
            let (outcome, told) = try trial.run(Self.header + "pm25,320000,2020,38,ug/m3,\n")
            #expect(told == [] && outcome.observations == 1)
            let figure = try #require(try trial.observations("table").first)
            #expect((figure.source, figure.trust, figure.revision) == ("bulletin", .press, .final))
            #expect(figure.knownOn == KnownDate("2017-12-26"))
        }
    }

    @Test func columnsNobodyKnowsAreTold() throws {
        try withImport { trial in
            let (_, told) = try trial.run("indicator,area,period,value,unit,,colour\npm25,320000,2020,38,ug/m3,,red\n")
            #expect(told == ["1:6 warning import-unnamed-column", "1:colour warning import-column-not-taken"])
        }
    }

    /// Seed 4: a table with some bytes changed ends in an outcome or a fault, and the workspace stays in order.
    @Test func brokenTables() throws {
        var random = SeededGenerator(seed: 4)
        let good = Array((Self.header + "pm25,320000,2020,38,ug/m3,\"a\nb\"\ngdp,江苏,2021年,1.5,亿元,注\n").utf8)
        try withImport { trial in
            trial.options.takesGoodRows = true
            for round in 0..<60 {
                var bytes = good
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                trial.options.name = "t\(round)"
                try trial.folder.write(bytes, to: "t.csv")
                do {
                    _ = try trial.runFile("t.csv")
                } catch is Fault {
                } catch is Faults {}
            }
            #expect(try Workspace.check(at: trial.folder.path("ws")).filter { $0.severity == .error } == [])
        }
    }
}
