import Foundation
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workbooks

/// Old workbooks. The fixtures were made with xlwt 1.3.0; what their cells hold is what was given to it.
struct OldWorkbookTests {
    private static func cells(
        _ bytes: [UInt8], sheet: String? = nil, limits: WorkbookLimits = WorkbookLimits()
    ) throws -> [String: TableCell] {
        try bytes.withUnsafeBytes { raw in
            let workbook = try OldWorkbook(raw, file: "o.xls", limits: limits)
            var cells: [String: TableCell] = [:]
            try workbook.forEachRow(of: try workbook.sheet(sheet)) { row in
                for (index, cell) in row.cells.enumerated() {
                    cells[CellReference.letters(index) + String(row.line)] = cell
                }
                return true
            }
            return cells
        }
    }

    @Test func sheetsAndTexts() throws {
        let bytes = try CompoundFileTests.fixture("types.xls")
        try bytes.withUnsafeBytes { raw in
            let workbook = try OldWorkbook(raw, file: "o.xls")
            #expect(workbook.sheets == ["数据", "类型", "隐藏", "空"])
            #expect(workbook.visibleSheets == ["数据", "类型", "空"])
            #expect(try workbook.sheet(nil) == "数据")
            #expect(throws: Fault.self) { try workbook.sheet("x") }
            var rows = 0
            try workbook.forEachRow(of: "空") { _ in
                rows += 1
                return true
            }
            #expect(rows == 0)
            try workbook.forEachRow(of: "数据") { _ in
                rows += 1
                return rows < 2
            }
            #expect(rows == 2, "the reading ends when the user says so")
        }
        let cells = try Self.cells(bytes)
        #expect(
            ["A1", "B1", "C1", "D1", "E1", "F1"].map { cells[$0]?.text } == ["指标", "地区", "时期", "数值", "单位", "已知日期"])
        #expect(cells["C2"] == TableCell("2019", kind: .number))
        #expect(cells["D2"] == TableCell("35.5", kind: .number))
        #expect(cells["D4"] == TableCell("0.81", kind: .percentage))
        #expect(cells["D5"] == TableCell("102718.98", kind: .number))
        #expect(cells["F2"] == TableCell("2020-03-01", kind: .date))
        #expect(cells["F3"] == TableCell("2021-03-01", kind: .date), "a Chinese format of dates")
    }

    @Test func kindsOfCells() throws {
        let cells = try Self.cells(try CompoundFileTests.fixture("types.xls"), sheet: "类型")
        #expect(cells["A1"] == TableCell("TRUE", kind: .boolean))
        #expect(cells["B1"] == TableCell("=", kind: .formulaWithoutValue))
        #expect(cells["C1"] == TableCell("#N/A", kind: .error))
        #expect(cells["D1"] == TableCell("#DIV/0!", kind: .error))
        #expect(cells["A3"] == TableCell("2020-03-01T12:30:00", kind: .date))
        #expect(cells["B3"] == TableCell("-0.1", kind: .number))
        #expect(cells["C3"] == TableCell("60", kind: .invalidDate))
        #expect(cells["D3"] == TableCell("1e+300", kind: .number))
        #expect(cells["F3"] == TableCell(" 空格 "))
        #expect(cells["C301"] == TableCell("12345678901", kind: .number))
        #expect(cells["A2"] == nil)
    }

    @Test func calendarOf1904() throws {
        let cells = try Self.cells(try CompoundFileTests.fixture("dates-1904.xls"))
        #expect(cells["A1"] == TableCell("1904-01-01", kind: .date))
        #expect(cells["B1"] == TableCell("1908-01-02T12:00:00", kind: .date))
    }

    /// More strings than one record holds.
    @Test func manyStrings() throws {
        let cells = try Self.cells(try CompoundFileTests.fixture("strings.xls"))
        for row in 0..<900 {
            #expect(cells["A\(row + 1)"] == TableCell(row % 2 == 1 ? "第\(row)行" : "row \(row)"))
            #expect(cells["B\(row + 1)"] == TableCell("\(row).25", kind: .number))
            #expect(cells["C\(row + 1)"] == TableCell("\(row)", kind: .number))
        }
    }

    private static func code(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String? {
        do {
            try bytes.withUnsafeBytes { raw in
                let workbook = try OldWorkbook(raw, file: "o.xls", limits: limits)
                for sheet in workbook.sheets { try workbook.forEachRow(of: sheet) { _ in true } }
            }
            return nil
        } catch {
            return (error as? Fault)?.code ?? "\(error)"
        }
    }

    @Test func limitsHold() throws {
        let bytes = try CompoundFileTests.fixture("types.xls")
        #expect(Self.code(bytes, limits: WorkbookLimits(cells: 1838)) == nil, "5 x 6 + 301 x 6 + 1 + 1")
        #expect(Self.code(bytes, limits: WorkbookLimits(cells: 1837)) == "workbook-limit")
        #expect(Self.code(bytes, limits: WorkbookLimits(strings: 5)) == "workbook-limit")
        #expect(Self.code(bytes, limits: WorkbookLimits(partBytes: 5000)) == "workbook-limit")
    }

    /// The stream of a fixture, changed, in a container of our own.
    private static func changed(_ change: (inout [UInt8]) throws -> Void) throws -> [UInt8] {
        var stream = try #require(CompoundFile(try CompoundFileTests.fixture("types.xls"))?.stream(named: "Workbook"))
        try change(&stream)
        return CompoundFile.file("Workbook", stream)
    }

    /// Where the records of a kind begin.
    private static func offsets(of id: Int, in stream: [UInt8]) -> [Int] {
        var found: [Int] = []
        var offset = 0
        while offset + 4 <= stream.count {
            if LittleEndian.u16(stream, offset) == id { found.append(offset) }
            offset += 4 + LittleEndian.u16(stream, offset + 2)
        }
        return found
    }

    /// A file that says of itself to be as large as can be takes no more memory: the extent is what holds values.
    @Test func extentsAreNotBelieved() throws {
        let bytes = try Self.changed { stream in
            for offset in Self.offsets(of: 0x0200, in: stream) {
                let extent = LittleEndian.bytes(u32: 0) + LittleEndian.bytes(u32: 65_536) + [0, 0, 0, 1]
                stream.replaceSubrange(offset + 4..<offset + 4 + extent.count, with: extent)
            }
        }
        #expect(Self.code(bytes) == nil)
        #expect(try Self.cells(bytes)["D5"] == TableCell("102718.98", kind: .number))
        let small = try Self.changed { stream in
            for offset in Self.offsets(of: 0x0200, in: stream) {
                stream.replaceSubrange(offset + 4..<offset + 16, with: [UInt8](repeating: 0, count: 12))
            }
        }
        #expect(try Self.cells(small)["D5"] == TableCell("102718.98", kind: .number), "no cell is lost")
    }

    @Test func protectedAndForeignFiles() throws {
        let locked = try Self.changed { stream in
            let offset = try #require(Self.offsets(of: 0x0042, in: stream).first, "the code page")
            stream[offset] = 0x2F
        }
        #expect(Self.code(locked) == "workbook-old-or-protected")
        #expect(
            Self.code(CompoundFile.file("WordDocument", [UInt8](repeating: 0, count: 4096)))
                == "workbook-old-or-protected")
        #expect(Self.code(CompoundFile.file("Workbook", [UInt8](repeating: 0, count: 4096))) == "workbook-damaged")
        #expect(Self.code([]) == "workbook-damaged")
        let cut = try Self.changed { $0.removeSubrange(3000...) }
        #expect(Self.code(cut) == "workbook-damaged")
    }

    /// Seeds 63 and 64: changed bytes anywhere, and within the records, end in cells or a fault of ours.
    @Test(arguments: [UInt64(63), 64]) func brokenWorkbooks(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let good = try CompoundFileTests.fixture("types.xls")
        for _ in 0..<400 {
            func breakIn(_ bytes: inout [UInt8]) {
                for _ in 0...Int.random(in: 0...5, using: &random) {
                    let new = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: .min ... .max, using: &random)]
                    bytes[Int.random(in: bytes.indices, using: &random)] = new[Int.random(in: 0...5, using: &random)]
                }
            }
            var bytes = good
            if seed == 63 { breakIn(&bytes) } else { bytes = try Self.changed { breakIn(&$0) } }
            let code = Self.code(bytes)
            #expect(code == nil || code?.hasPrefix("workbook-") == true, "\(code ?? "")")
        }
    }
}
