import Foundation
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workbooks

/// Workbooks written, and read again by our own reader.
struct WorkbookWriterTests {
    private typealias Cell = WorkbookDocument.Cell

    private static func document(_ rows: [[WorkbookDocument.Cell]], name: String = "数据") -> WorkbookDocument {
        WorkbookDocument(
            title: "标题", day: 18_000,
            sheets: [
                WorkbookDocument.Sheet(
                    name,
                    columns: [
                        WorkbookDocument.Column("甲", width: 12), WorkbookDocument.Column("b", width: 8),
                        WorkbookDocument.Column("c", width: 8),
                    ], rows: rows)
            ])
    }

    private static func read(_ document: WorkbookDocument) throws -> [String: TableCell] {
        try WorkbookTests.cells(try WorkbookWriter.write(document, file: "o.xlsx")).cells
    }

    @Test func kindsOfCells() throws {
        let cells = try Self.read(
            Self.document([
                [.text("=1+1"), .number(0.1, decimals: 2), .day(18_322)],
                [.empty, .number(-2e-7), .day(-25_567)],
                [.text("第1行\n第2行 _x0041_ <&>"), .number(760, decimals: -2), .day(0)],
            ]))
        #expect(cells["A1"] == TableCell("甲"))
        #expect(cells["A2"] == TableCell("=1+1"), "text is never a formula")
        #expect(cells["B2"] == TableCell("0.1", kind: .number))
        #expect(cells["C2"] == TableCell("2020-03-01", kind: .date))
        #expect(cells["A3"] == TableCell(""))
        #expect(cells["B3"] == TableCell("-2e-07", kind: .number) || cells["B3"]?.text == Decimals.text(-2e-7))
        #expect(cells["C3"] == TableCell("1900-01-01", kind: .date))
        #expect(cells["A4"] == TableCell("第1行\n第2行 _x0041_ <&>"))
        #expect(cells["B4"] == TableCell("760", kind: .number))
        #expect(cells["C4"] == TableCell("1970-01-01", kind: .date))
    }

    /// Seed 51: figures with up to 15 digits come back as the same number, dates as the same day, texts as they are.
    @Test func randomCells() throws {
        var random = SeededGenerator(seed: 51)
        let letters = Array("ab江苏省%,;\"'<&_x\u{1F600}é 0")
        let rows = (0..<300).map { _ -> [WorkbookDocument.Cell] in
            let digits = Int.random(in: -999_999_999_999_999...999_999_999_999_999, using: &random)
            let number = Double("\(digits)e\(Int.random(in: -20...5, using: &random))") ?? 0
            let text = String(
                (0..<Int.random(in: 1...30, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            return [
                .text(text), .number(number, decimals: Int.random(in: 0...4, using: &random)),
                .day(Int.random(in: -25_508...60_000, using: &random)),
            ]
        }
        let cells = try Self.read(Self.document(rows))
        for (index, row) in rows.enumerated() {
            guard case .text(let text) = row[0], case .number(let number, _) = row[1], case .day(let day) = row[2]
            else {
                continue
            }
            #expect(cells["A\(index + 2)"]?.text == text)
            #expect(cells["B\(index + 2)"].flatMap { Double($0.text) } == number)
            #expect(cells["C\(index + 2)"]?.text == KnownDate(latestDay: day, precision: .day).description)
        }
    }

    @Test func sameDocumentsAreTheSameBytes() throws {
        var document = Self.document((0..<50).map { [.text("\($0)"), .number(Double($0)), .day($0)] })
        document.sheets[0].chart = WorkbookDocument.Chart(title: "图", categories: 0, values: 1, unit: "吨")
        let first = try WorkbookWriter.write(document, file: "a.xlsx")
        #expect(try WorkbookWriter.write(document, file: "b.xlsx") == first)
        document.day = 0
        #expect(try WorkbookWriter.write(document, file: "a.xlsx") == WorkbookWriter.write(document, file: "a.xlsx"))
        #expect(try WorkbookWriter.write(document, file: "a.xlsx") != first)
    }

    private static func codes(_ document: WorkbookDocument) -> [String] {
        do {
            _ = try WorkbookWriter.write(document, file: "o.xlsx")
            return []
        } catch let faults as Faults {
            return faults.list.map { "\($0.code) \($0.place)" }
        } catch {
            return [(error as? Fault)?.code ?? "\(error)"]
        }
    }

    @Test func whatNoWorkbookHolds() {
        let long = String(repeating: "长", count: 32_768)
        #expect(
            Self.codes(
                Self.document([[.text(long), .text("a\u{0}b" + long)], [.empty, .text(String(long.dropLast()))]]))
                == ["workbook-text o.xlsx:数据:2:A", "workbook-character o.xlsx:数据:2:B"])
        #expect(Self.codes(Self.document([[.text("a\u{0}b")]])) == ["workbook-character o.xlsx:数据:2:A"])
        #expect(Self.codes(Self.document([], name: "a/b")) == ["workbook-writing"])
        var twice = Self.document([])
        twice.sheets += twice.sheets
        #expect(Self.codes(twice) == ["workbook-writing"])
        #expect(
            Self.codes(Self.document(Array(repeating: [], count: 1_048_576))) == ["workbook-rows o.xlsx:数据"])
    }

    /// Above 100,000 rows the library works with one row in memory: the cells are the same.
    @Test func manyRows() throws {
        let rows = (0..<100_001).map { [Cell.number(Double($0)), .text($0 % 2 == 0 ? "偶" : "奇")] }
        let bytes = try WorkbookWriter.write(Self.document(rows), file: "o.xlsx")
        var count = 0
        try bytes.withUnsafeBytes { raw in
            _ = try Workbook(raw, file: "o.xlsx").forEachRow(of: "数据") { row in
                if row.line > 1, row.cells[0].text == String(row.line - 2) { count += 1 }
                return true
            }
        }
        #expect(count == 100_001)
    }
}
