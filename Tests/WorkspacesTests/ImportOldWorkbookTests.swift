import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Old workbooks through the same import as others.
struct ImportOldWorkbookTests {
    private static func fixture() throws -> Data {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appendingPathComponent("WorkbooksTests/Fixtures/types.xls"))
    }

    @Test func figuresDatesAndPerCents() throws {
        try withImport { trial in
            try trial.folder.write(try Self.fixture(), to: "old.xls")
            let (outcome, told) = try trial.runFile("old.xls")
            #expect(outcome.batch == "data/old.csv" && outcome.observations == 4 && outcome.sheet == "数据")
            #expect(
                told == ["4:B info import-read-as", "4:D warning import-percent-format", "5:B info import-read-as"])
            let found = try trial.observations("old")
            #expect(found.map(\.value) == [35.5, 31, 81, 102718.98])
            #expect(found.map(\.knownOn.description) == ["2020-03-01", "2021-03-01", "2021-03-01", "2021-03-01"])
        }
    }

    @Test func faultsNameTheirCells() throws {
        try withImport { trial in
            try trial.folder.write(try Self.fixture(), to: "old.xls")
            trial.options.layout = TableLayout(columns: ["value": "指标"], fixed: ["indicator": "pm25", "unit": "ug/m3"])
            let (outcome, told) = try trial.runFile("old.xls")
            #expect(outcome.batch == nil && outcome.errors >= 4)
            for row in 2...5 { #expect(told.contains("\(row):A error csv-not-a-number"), "\(told)") }
        }
    }

    @Test func unknownSheetsAndBrokenFiles() throws {
        try withImport { trial in
            try trial.folder.write(try Self.fixture(), to: "old.xls")
            trial.options.sheet = "nothing"
            #expect(throws: Fault.self) { try trial.runFile("old.xls") }
            trial.options.sheet = nil
            try trial.folder.write(try Self.fixture().prefix(3000), to: "cut.xls")
            #expect(throws: Fault.self) { try trial.runFile("cut.xls") }
            #expect(!trial.folder.exists("ws/data"))
        }
    }
}
