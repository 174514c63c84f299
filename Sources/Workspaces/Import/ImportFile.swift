import Foundation
import SDMX
import Spreadsheets
import StatisticalData
import Workbooks

/// A table on disk: a text file, read as often as needed in little memory.
final class ImportFile {
    /// The name used in faults.
    let name: String
    /// The dialect of a text table.
    let dialect: Dialect?
    /// The sheet of a workbook.
    let sheet: String?
    /// The sheets of a workbook.
    let sheets: [String]
    /// What kind of file it is, where that is more than a table of cells.
    let form: String?
    /// Headers of columns that are worked into others.
    let workedIn: Set<String>
    /// The codes of the dimensions of SDMX.
    let dimensions: [(id: String, codes: [String])]
    /// What was odd in the file.
    let warnings: [Fault]
    private let content: Content

    private enum Content {
        case text(TextFile, ProviderTable?)
        case sdmx(SDMXTable)
        case workbook(BookFile)
        case oldWorkbook(OldWorkbook)
    }

    /// A mapped workbook.
    private final class BookFile {
        let workbook: Workbook
        private let file: MappedFile

        init(_ file: consuming MappedFile, named name: String) throws {
            workbook = try Workbook(file.bytes, file: name)
            self.file = file
        }
    }

    /// A mapped text file with its dialect.
    private final class TextFile {
        let file: MappedFile
        let dialect: Dialect

        init(_ file: consuming MappedFile, _ dialect: Dialect) {
            self.file = file
            self.dialect = dialect
        }
    }

    /// Opens the table at `path`.
    ///
    /// - Throws: a `Fault` for a file that cannot be read, is no text, or is neither a table nor a workbook.
    init(_ path: String, options: ImportOptions) throws {
        let file = try MappedFile(path, named: path)
        let bytes = file.bytes
        if let format = Self.sdmxFormat(bytes, options) {
            let table = try Self.sdmx(format, [UInt8](bytes), path, options)
            dialect = nil
            sheet = nil
            sheets = []
            name = path
            form = ([format.rawValue] + table.table.structures).joined(separator: ", ")
            workedIn = table.table.workedIn
            dimensions = table.table.dimensions
            warnings = table.warnings
            content = .sdmx(table.table)
            return
        }
        dimensions = []
        warnings = []
        if OldWorkbook.isCandidate(bytes) {
            let book = try OldWorkbook(bytes, file: path)
            let chosen = try book.sheet(options.sheet)
            dialect = nil
            sheet = chosen
            sheets = book.sheets
            name = path + ":" + chosen
            content = .oldWorkbook(book)
            form = nil
            workedIn = []
            return
        }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
            let book = try BookFile(file, named: path)
            let chosen = try book.workbook.sheet(options.sheet)
            dialect = nil
            sheet = chosen
            sheets = book.workbook.sheets
            name = path + ":" + chosen
            content = .workbook(book)
            form = nil
            workedIn = []
            return
        }
        do throws(Fault) {
            let dialect = try Dialect.detect(bytes, file: path, choice: options.dialect) {
                MappedFile.release(bytes, before: $0)
            }
            self.dialect = dialect
            sheet = nil
            sheets = []
            name = path
            var reader = DelimitedReader(bytes, file: path, dialect: dialect)
            let shape = ((try? reader.next()) ?? nil).flatMap { ProviderTable($0) }
            form = shape?.name
            workedIn = shape?.workedIn ?? []
            content = .text(TextFile(file, dialect), shape)
        } catch {
            throw Self.named(error, in: bytes)
        }
    }

    /// Gives every row, or the fault in its place, to `body` until that answers `false`.
    func forEachRow(_ body: (Result<TableRow, Fault>) throws -> Bool) throws {
        switch content {
        case .workbook(let book):
            try withoutActuallyEscaping(body) { body in
                _ = try book.workbook.forEachRow(of: sheet ?? "") { try body(.success($0)) }
            }
        case .oldWorkbook(let book):
            try book.forEachRow(of: sheet ?? "") { try body(.success($0)) }
        case .sdmx(let table):
            let header = TableRow(line: 0, cells: table.headers.map { TableCell($0) })
            guard try body(.success(header)) else { return }
            try table.forEachRow(body)
        case .text(let text, let shape):
            let bytes = text.file.bytes
            var isHeader = true
            var reader = DelimitedReader(bytes, file: name, dialect: text.dialect) {
                MappedFile.release(bytes, before: $0)
            }
            while true {
                let result: Result<TableRow, Fault>
                do throws(Fault) {
                    guard let row = try reader.next() else { return }
                    result = .success(row)
                } catch {
                    result = .failure(error)
                }
                if let shape, case .success(let row) = result {
                    for made in shape.rows(of: row, isHeader: isHeader) {
                        guard try body(.success(made)) else { return }
                    }
                    isHeader = false
                } else {
                    guard try body(result) else { return }
                }
                if case .failure(let fault) = result, fault.code == "text-undecodable" { return }
            }
        }
    }

    /// The first rows, without those at fault.
    func head(_ count: Int) throws -> [TableRow] {
        var rows: [TableRow] = []
        try forEachRow { result in
            if case .success(let row) = result { rows.append(row) }
            return rows.count < count
        }
        return rows
    }

    /// Names the column of a byte that is no text, by the headers that stand before it.
    private static func named(_ fault: Fault, in bytes: UnsafeRawBufferPointer) -> Fault {
        guard let line = fault.place.line, let column = fault.place.column.flatMap({ Int($0) }),
            let start = bytes.prefix(1 << 16).firstIndex(of: 10)
        else { return fault }
        let first = UnsafeRawBufferPointer(rebasing: bytes[..<(start + 1)])
        guard let text = String(validating: first, as: UTF8.self) else { return fault }
        let headers = text.split(whereSeparator: { $0 == "," || $0 == "\t" || $0.isNewline })
        guard headers.count >= column, ImportColumn(header: String(headers[0])) != nil else { return fault }
        let place = Place(file: fault.place.file, line: line, column: CellText.trimmed(String(headers[column - 1])))
        return Fault(fault.code, at: place, severity: fault.severity, fault.arguments)
    }
}
