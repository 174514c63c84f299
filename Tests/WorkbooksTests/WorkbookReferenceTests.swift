import Foundation
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workbooks

/// The sample workbooks of the reference folder, written by openpyxl and XlsxWriter.
struct WorkbookReferenceTests {
    private struct Expected: Decodable {
        enum Value: Decodable {
            case text(String), number(Double), flag(Bool), none

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let flag = try? container.decode(Bool.self) {
                    self = .flag(flag)
                } else if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = (try? container.decode(String.self)).map { .text($0) } ?? .none
                }
            }

            var word: String {
                switch self {
                case .text(let text): text
                case .number(let number): Decimals.text(number)
                case .flag(let flag): flag ? "TRUE" : "FALSE"
                case .none: ""
                }
            }
        }

        let sheets: [String]?
        let cells: [String: [String: [Value]]]
        let merged: [String]?
    }

    @Test(.enabled(if: ImportSamples.areGiven), arguments: ["types", "dates-1900", "rich-text-merged"])
    func cells(name: String) throws {
        let json = try ImportSamples.data("import-xlsx", name + ".expected.json")
        let expected = try JSONDecoder().decode(Expected.self, from: json)
        let bytes = [UInt8](try ImportSamples.data("import-xlsx", name + ".xlsx"))
        for (sheet, cells) in expected.cells {
            let found = try WorkbookTests.cells(bytes, sheet: sheet)
            if let merged = expected.merged { #expect(found.merged == merged) }
            for (address, values) in cells {
                let cell = found.cells[address] ?? TableCell("")
                let kind = values[0].word
                #expect(Self.kinds[cell.kind, default: ""].contains(kind), "\(address) \(cell)")
                if kind != "invalid-date" { #expect(cell.text == values[1].word, "\(address)") }
            }
        }
    }

    private static let kinds: [TableCell.Kind: String] = [
        .text: "string empty", .number: "number", .percentage: "number", .date: "date datetime time",
        .invalidDate: "invalid-date", .boolean: "boolean", .error: "error",
    ]

    @Test(.enabled(if: ImportSamples.areGiven))
    func documentTypeIsRefused() throws {
        let bytes = [UInt8](try ImportSamples.data("import-xlsx", "doctype.xlsx"))
        let fault = #expect(throws: Fault.self) { try WorkbookTests.cells(bytes) }
        #expect(fault?.code == "workbook-doctype")
    }
}
