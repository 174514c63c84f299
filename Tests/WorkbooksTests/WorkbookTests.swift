import Foundation
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workbooks

/// Cells of workbooks: types, dates, strings, references.
struct WorkbookTests {
    /// All cells of a sheet by address, and the merged ranges.
    static func cells(
        _ bytes: [UInt8], sheet: String? = nil, limits: WorkbookLimits = WorkbookLimits()
    ) throws -> (cells: [String: TableCell], merged: [String]) {
        try bytes.withUnsafeBytes { raw in
            let workbook = try Workbook(raw, file: "t.xlsx", limits: limits)
            var cells: [String: TableCell] = [:]
            let merged = try workbook.forEachRow(of: try workbook.sheet(sheet)) { row in
                for (index, cell) in row.cells.enumerated() {
                    cells[CellReference.letters(index) + String(row.line)] = cell
                }
                return true
            }
            return (cells, merged)
        }
    }

    @Test func kindsOfCells() throws {
        let rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>
            <c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>a_x000D_b</v></c></row>
            <row><c><v>0.10000000000000001</v></c><c s="1"><v>0.81</v></c><c s="2"><v>43831.5</v></c><c><f>1+1</f></c>
            <c s="2"><v>60</v></c><c/><c t="d"><v>2020-01-01</v></c></row>
            """
        let strings =
            "<si><r><t>PM</t></r><r><t xml:space=\"preserve\"> 2.5</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/></numFmts><cellStyleXfs><xf/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs>"
        let found = try Self.cells(
            Zip.workbook(
                rows, strings: strings, after: "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>", styles: styles))
        #expect(found.merged == ["A2:B2"])
        #expect(
            found.cells == [
                "A2": TableCell("PM 2.5"), "B2": TableCell(""), "C2": TableCell("inline"),
                "D2": TableCell("TRUE", kind: .boolean), "E2": TableCell("#N/A", kind: .error),
                "F2": TableCell("a\rb"), "A3": TableCell("0.1", kind: .number),
                "B3": TableCell("0.81", kind: .percentage), "C3": TableCell("2020-01-01T12:00:00", kind: .date),
                "D3": TableCell("=", kind: .formulaWithoutValue), "E3": TableCell("60", kind: .invalidDate),
                "F3": TableCell(""), "G3": TableCell("2020-01-01", kind: .date),
            ])
    }

    @Test func sheetsAreFoundByRelationship() throws {
        let bytes = try Zip.workbook("<row><c><v>1</v></c></row>", properties: "<x:workbookPr date1904=\"1\"/>")
        try bytes.withUnsafeBytes { raw in
            let workbook = try Workbook(raw, file: "t.xlsx")
            #expect(workbook.sheets == ["hidden", "数据"])
            #expect(workbook.visibleSheets == ["数据"])
            #expect(workbook.usesCalendar1904)
            #expect(try workbook.sheet(nil) == "数据")
            let fault = #expect(throws: Fault.self) { try workbook.sheet("数椐") }
            #expect(fault?.code == "workbook-sheet" && fault?.arguments["expected"] == "hidden, 数据")
        }
    }

    @Test(arguments: [
        (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (60, false, nil), (61, false, "1900-03-01"),
        (43831, false, "2020-01-01"), (0.5, false, "12:00:00"), (0, false, "00:00:00"), (-1, false, nil),
        (44196.999999, false, "2021-01-01"), (2_958_465, false, "9999-12-31"), (2_958_466, false, nil),
        (0, true, "1904-01-01"), (42369, true, "2020-01-01"), (60, true, "1904-03-01"),
    ])
    func dates(serial: Double, is1904: Bool, expected: String?) {
        #expect(SerialDate.text(serial, calendar1904: is1904) == expected)
    }

    @Test(arguments: [
        (14, nil, "date"), (31, nil, "date"), (9, nil, "percentage"), (0, nil, "number"), (164, "0.0%", "percentage"),
        (164, "#,##0.00_);[Red](#,##0.00)", "number"), (164, "0\"days\"", "number"), (164, "yyyy-mm", "date"),
        (164, "General", "number"), (164, "0.00\\d", "number"), (164, "[h]:mm", "date"), (57, nil, "date"),
    ])
    func numberFormats(id: Int, code: String?, kind: String) {
        #expect("\(NumberFormat(id: id, code: code))" == kind)
    }

    @Test func addresses() {
        #expect([0, 25, 26, 701, 702, 16_383].map(CellReference.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
        for column in [0, 25, 26, 701, 702, 16_383] {
            #expect(CellReference.column(CellReference.letters(column) + "7") == column)
        }
        #expect(CellReference.column("XFE1") == nil)
        #expect(CellReference.column("12") == nil)
    }

    @Test func aLastCellFarAwayIsLegal() throws {
        let found = try Self.cells(Zip.workbook("<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>"))
        #expect(found.cells["XFD1048576"] == TableCell("7", kind: .number))
    }
}
