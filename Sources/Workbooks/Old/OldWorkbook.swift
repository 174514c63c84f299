import CFreeXL
import Foundation
public import Spreadsheets
public import StatisticalData

/// An old workbook (`.xls`, Excel 5 to 2003), read through libfreexl: sheets as rows of typed cells, like `Workbook`.
///
/// The library gets no file as it came: the stream of records is taken out of its container and examined first, so that what
/// is allocated is bounded by the limits and not by what a file says of itself.
public final class OldWorkbook {
    /// The names of the sheets, in their order.
    public let sheets: [String]
    /// The sheets that are shown.
    public let visibleSheets: [String]
    /// Whether days are counted from 1904.
    public let usesCalendar1904: Bool

    private let file: String
    private let handle: UnsafeRawPointer
    private let records: OldRecords

    /// Whether a file begins as compound files do.
    public static func isCandidate(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Bytes a file may have.
    static let largest = 256 << 20

    /// Reads all of a workbook.
    ///
    /// - Throws: a `Fault` for a workbook that is protected, damaged, or beyond the limits.
    public init(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: WorkbookLimits = WorkbookLimits()
    ) throws(Fault) {
        guard bytes.count <= min(Self.largest, limits.partBytes) else {
            throw .workbookLimit(file, "xls", min(Self.largest, limits.partBytes))
        }
        let (stream, name) = try Self.stream(bytes, file)
        do throws(OldRecords.Failure) {
            records = try OldRecords(stream, limits: limits)
        } catch {
            switch error {
            case .damaged: throw .workbookDamaged(file, name)
            case .protected: throw .workbookOld(file)
            case .cells: throw .workbookLimit(file, name, limits.cells)
            case .strings: throw .workbookLimit(file, name, limits.strings)
            }
        }
        guard !records.sheets.isEmpty else { throw .workbookDamaged(file, name) }
        let handle = try Self.open(CompoundFile.file(name, records.stream), file)
        var names: [String] = []
        var count: UInt32 = 0
        freexl_get_info(handle, UInt16(FREEXL_BIFF_SHEET_COUNT), &count)
        for number in 0..<UInt16(clamping: count) {
            var name: UnsafePointer<CChar>?
            guard freexl_get_worksheet_name(handle, number, &name) == FREEXL_OK, let name else { continue }
            names.append(String(cString: name))
        }
        guard names.count == records.sheets.count, Set(names).count == names.count else {
            freexl_close(handle)
            throw .workbookDamaged(file, name)
        }
        var mode: UInt32 = 0
        freexl_get_info(handle, UInt16(FREEXL_BIFF_DATEMODE), &mode)
        usesCalendar1904 = mode == FREEXL_BIFF_DATEMODE_1904
        self.file = file
        self.handle = handle
        sheets = names
        visibleSheets = zip(names, records.sheets).filter { !$0.1.isHidden }.map(\.0)
    }

    deinit {
        freexl_close(handle)
    }

    private static func stream(_ bytes: UnsafeRawBufferPointer, _ file: String) throws(Fault) -> ([UInt8], String) {
        guard let container = CompoundFile([UInt8](bytes)) else { throw .workbookDamaged(file, "xls") }
        for name in ["Workbook", "Book"] where container.has(name) {
            guard let stream = container.stream(named: name) else { throw .workbookDamaged(file, name) }
            return (stream, name)
        }
        throw .workbookOld(file)
    }

    private static func open(_ bytes: [UInt8], _ file: String) throws(Fault) -> UnsafeRawPointer {
        let descriptor = greenprint_old_workbook_file()
        guard descriptor >= 0 else { throw .workbookDamaged(file, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { write(descriptor, $0 + written, buffer.count - written) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .workbookDamaged(file, String(cString: strerror(errno))) }
            written += count
        }
        var handle: UnsafeRawPointer?
        let result = freexl_open("/proc/self/fd/\(descriptor)", &handle)
        guard result == FREEXL_OK, let handle else {
            if let handle { freexl_close(handle) }
            throw .workbookDamaged(file, "xls")
        }
        return handle
    }

    /// The sheet with this name; without one the first that is shown.
    ///
    /// - Throws: a `Fault` with the names there are.
    public func sheet(_ name: String?) throws(Fault) -> String {
        try SheetChoice(file: file, sheets: sheets, visible: visibleSheets).sheet(name)
    }

    /// Gives the rows of a sheet to `body` until that answers `false`. Empty rows are missing.
    ///
    /// - Throws: a `Fault` for a damaged sheet; what `body` throws.
    public func forEachRow(of sheet: String, _ body: (TableRow) throws -> Bool) throws {
        guard let index = sheets.firstIndex(of: sheet) else {
            throw Fault.workbookSheet(sheet, among: sheets, file)
        }
        let described = records.sheets[index]
        guard freexl_select_active_worksheet(handle, UInt16(index)) == FREEXL_OK else {
            throw Fault.workbookDamaged(file, sheet)
        }
        var (rows, columns): (UInt32, UInt16) = (0, 0)
        guard freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK, Int(rows) >= described.rows,
            Int(columns) >= described.columns
        else { throw Fault.workbookDamaged(file, sheet) }
        for row in 0..<UInt32(described.rows) {
            var cells = try (0..<described.columns).map { column in
                let mark = described.marks[OldRecords.number(row: Int(row), column: column)]
                return try cell(row, UInt16(column), mark, sheet)
            }
            while let last = cells.last, last.text.isEmpty, last.kind == .text { cells.removeLast() }
            guard !cells.isEmpty else { continue }
            if try !body(TableRow(line: Int(row) + 1, cells: cells)) { return }
        }
    }

    private func cell(_ row: UInt32, _ column: UInt16, _ mark: OldRecords.Mark?, _ sheet: String) throws -> TableCell {
        var value = FreeXL_CellValue()
        guard freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK else {
            throw Fault.workbookDamaged(file, sheet)
        }
        let number: Double
        switch Int32(value.type) {
        case FREEXL_CELL_INT: number = Double(value.value.int_value)
        case FREEXL_CELL_DOUBLE: number = value.value.double_value
        case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT:
            return TableCell(value.value.text_value.map { String(cString: $0) } ?? "")
        default: return Self.empty(mark)
        }
        return Self.cell(number, mark, calendar1904: usesCalendar1904)
    }

    private static func empty(_ mark: OldRecords.Mark?) -> TableCell {
        switch mark {
        case .error(let code): TableCell(errors[code] ?? "#ERROR", kind: .error)
        case .formula: TableCell("=", kind: .formulaWithoutValue)
        case .boolean, .format, nil: TableCell("")
        }
    }

    private static func cell(_ number: Double, _ mark: OldRecords.Mark?, calendar1904: Bool) -> TableCell {
        let text = number.isFinite ? Decimals.text(number) : "#NUM!"
        guard number.isFinite else { return TableCell(text, kind: .error) }
        switch mark {
        case .boolean: return TableCell(number == 0 ? "FALSE" : "TRUE", kind: .boolean)
        case .error(let code): return TableCell(errors[code] ?? "#ERROR", kind: .error)
        case .format(.percentage): return TableCell(text, kind: .percentage)
        case .format(.date):
            guard let date = SerialDate.text(number, calendar1904: calendar1904) else {
                return TableCell(text, kind: .invalidDate)
            }
            return TableCell(date, kind: .date)
        case .format(.number), .formula, nil: return TableCell(text, kind: .number)
        }
    }

    private static let errors: [UInt8: String] = [
        0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    ]
}
