import CXLSXWriter
import Glibc
import StatisticalData

/// Writes workbooks in the format of ECMA-376 (`.xlsx`) through libxlsxwriter: the same document gives the same bytes.
public enum WorkbookWriter {
    /// Rows a sheet can have, with its header.
    static let maximumRows = 1_048_576
    /// Characters a cell can have, in units of UTF-16.
    static let maximumCharacters = 32_767
    /// Above so many rows the library keeps one row in memory, not all.
    private static let rowsInMemory = 100_000

    /// The bytes of a workbook.
    ///
    /// - Parameter file: the name used in faults.
    /// - Throws: `Faults` for sheets with too many rows, texts that are too long or that XML cannot hold; a `Fault` when
    ///   memory or the folder of temporary files is full.
    public static func write(_ document: WorkbookDocument, file: String) throws -> [UInt8] {
        let faults = document.sheets.flatMap { Self.faults(of: $0, file) }
        guard faults.isEmpty else { throw Faults(faults) }
        let descriptor = greenprint_workbook_file()
        guard descriptor >= 0 else { throw Fault.workbookWriting(file, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        let isLarge = document.sheets.contains { $0.rows.count > rowsInMemory && $0.chart == nil }
        var options = lxw_workbook_options(constant_memory: isLarge ? 1 : 0, tmpdir: nil, use_zip64: 0)
        guard let book = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
            throw Fault.workbookWriting(file, "-")
        }
        var writing = WorkbookWriting(book)
        let result = writing.add(document)
        let closed = workbook_close(book)
        for error in [result, closed] where error != LXW_NO_ERROR {
            throw Fault.workbookWriting(file, lxw_strerror(error).map { String(cString: $0) } ?? "-")
        }
        return try bytes(of: descriptor, file)
    }

    private static func bytes(of descriptor: Int32, _ file: String) throws(Fault) -> [UInt8] {
        let count = Int(lseek(descriptor, 0, SEEK_END))
        guard count > 0 else { throw .workbookWriting(file, "-") }
        var bytes = [UInt8](repeating: 0, count: count)
        var read = 0
        while read < count {
            let more = bytes.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { pread(descriptor, $0 + read, count - read, off_t(read)) } ?? 0
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw .workbookWriting(file, String(cString: strerror(errno))) }
            read += more
        }
        return bytes
    }

    private static func faults(of sheet: WorkbookDocument.Sheet, _ file: String) -> [Fault] {
        guard sheet.rows.count < maximumRows else {
            return [.workbookRows(sheet.rows.count, maximumRows - 1, at: Place(file: file + ":" + sheet.name))]
        }
        var faults: [Fault] = []
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                guard case .text(let text) = cell else { continue }
                let place = Place(
                    file: file + ":" + sheet.name, line: row + 2, column: CellReference.letters(column))
                if text.utf8.contains(0) {
                    faults.append(.workbookCharacter(at: place))
                } else if text.utf16.count > maximumCharacters {
                    faults.append(.workbookText(text.utf16.count, maximumCharacters, at: place))
                }
            }
        }
        return faults
    }
}
