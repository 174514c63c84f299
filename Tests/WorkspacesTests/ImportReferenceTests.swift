import Foundation
import LedgerStore
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// The sample tables of the reference folder: dialect, figures and the places of all faults.
struct ImportReferenceTests {
    private struct Expected: Decodable {
        struct Form: Decodable {
            let encoding: String
            let bom: Bool
            let delimiter: String
            let decimal: String
            let lines: String
        }
        struct Row: Decodable {
            let indicator, area, period, unit, note: String
            let value: Double?
        }
        struct Complaint: Decodable {
            let line: Int
            let column, severity: String
        }
        let dialect: Form
        let rows: [Row]
        let faults: [Complaint]
    }

    @Test(.enabled(if: ImportSamples.areGiven), arguments: ImportSamples.names("import-csv", ending: ".csv"))
    func sample(name: String) throws {
        let json = try ImportSamples.data("import-csv", name + ".expected.json")
        let expected = try JSONDecoder().decode(Expected.self, from: json)
        try withImport { trial in
            try trial.folder.write(try ImportSamples.data("import-csv", name + ".csv"), to: "t/\(name).csv")
            trial.options.takesGoodRows = true
            var told: [Fault] = []
            var outcome = ImportOutcome()
            let open = try OpenWorkspace(at: trial.folder.path("ws"))
            do {
                outcome = try open.importTable(trial.folder.path("t/\(name).csv"), options: trial.options) {
                    told.append($0)
                }
            } catch let fault as Fault {
                told.append(fault)
            }
            #expect(
                told.map { "\($0.place.line ?? 0) \($0.place.column ?? "") \($0.severity.rawValue)" }
                    == expected.faults.map { "\($0.line) \($0.column) \($0.severity)" })
            if let dialect = outcome.dialect {
                #expect(dialect.encoding.rawValue == expected.dialect.encoding)
                #expect(dialect.hasByteOrderMark == expected.dialect.bom)
                #expect(String(dialect.separator.character) == expected.dialect.delimiter)
                #expect(dialect.decimal == (expected.dialect.decimal == "," ? .comma : .point))
                #expect(dialect.lineEnds.rawValue == expected.dialect.lines)
            }
            let figures = try open.ledger.observations(ofBatch: "data/\(name).csv")
            #expect(outcome.observations == figures.count)
            #expect(figures.count == expected.rows.count)
            for (figure, row) in zip(figures, expected.rows) {
                #expect(figure.series.indicator.rawValue == row.indicator)
                #expect(figure.series.area.rawValue == row.area)
                #expect(figure.period.description == row.period)
                #expect(figure.value == row.value)
                #expect(figure.unit.symbol == row.unit)
                if row.value != nil { #expect((figure.note?.en ?? "") == row.note) }
            }
        }
    }

    /// A workbook of openpyxl: the places of its faults are cells.
    @Test(.enabled(if: ImportSamples.areGiven))
    func workbook() throws {
        struct Book: Decodable {
            struct Complaint: Decodable {
                let cell, severity: String
            }
            let faults: [Complaint]
        }
        let expected = try JSONDecoder().decode(
            Book.self, from: try ImportSamples.data("import-xlsx", "types.expected.json"))
        try withImport { trial in
            try trial.folder.write(try ImportSamples.data("import-xlsx", "types.xlsx"), to: "types.xlsx")
            var told: [Fault] = []
            let outcome = try OpenWorkspace(at: trial.folder.path("ws"))
                .importTable(trial.folder.path("types.xlsx"), options: trial.options) { told.append($0) }
            let found = told.map { "\($0.place.column ?? "")\($0.place.line ?? 0) \($0.severity.rawValue)" }
            for fault in expected.faults { #expect(found.contains(fault.cell + " " + fault.severity), "\(fault.cell)") }
            #expect(told.filter { $0.severity == .error }.map(\.code) == ["csv-not-a-number"])
            #expect(outcome.sheet == "指标" && outcome.batch == nil)
        }
    }
}
