import Foundation
import Spreadsheets
import StatisticalData
import TableFormats
import Workbooks
import Workspaces

/// Entry sheets of parks as files: CSV, or a workbook.
enum ParkSheetFile {
    /// Whether a path names a workbook.
    static func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

    /// The table of a file as CSV; of a workbook the first sheet that is shown, each row on its line.
    static func read(_ path: String) throws -> [UInt8] {
        let bytes = try InputFile.read(path)
        guard bytes.starts(with: [0x50, 0x4B]) else { return bytes }
        var rows: [TableRow] = []
        try bytes.withUnsafeBytes { raw in
            let workbook = try Workbook(raw, file: path)
            try workbook.forEachRow(of: try workbook.sheet(nil)) { row in
                rows.append(row)
                return true
            }
        }
        let width = rows.first?.cells.count ?? 0
        var writer = CSVWriter()
        for row in rows where !row.isBlank {
            let cells = row.cells.prefix(max(width, 1)).map { text($0) }
            writer.row(cells + Array(repeating: "", count: max(0, width - cells.count)))
        }
        return Array(writer.text.utf8)
    }

    /// A cell as the table writes it: a yes or no that the spreadsheet program made a truth value, a share shown in per cent.
    private static func text(_ cell: TableCell) -> String {
        let text = CellText.trimmed(cell.text)
        switch cell.kind {
        case .boolean: return text == "TRUE" ? "yes" : "no"
        case .percentage:
            guard let number = Double(text) else { return text }
            return Decimals.text((number * 1e12).rounded() / 1e10)
        case .text, .number, .date, .invalidDate, .error, .formulaWithoutValue:
            return text.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    /// Writes a sheet as a workbook or as CSV, by the ending of the path.
    static func write(_ sheet: ParkEntrySheet, to path: String) throws {
        guard isWorkbook(path) else { return try AtomicFile.write(Data(sheet.csv.utf8), to: path) }
        let columns = sheet.header.map { name in
            WorkbookDocument.Column(name, width: widths[name] ?? 12)
        }
        let rows = sheet.rows.map { row in
            row.map { cell -> WorkbookDocument.Cell in
                switch cell {
                case .empty: .empty
                case .text(let text): .text(text)
                case .number(let number): .number(number)
                }
            }
        }
        let document = WorkbookDocument(
            title: "Entry sheet of parks 园区填报表", day: 0,
            sheets: [WorkbookDocument.Sheet("parks", columns: columns, rows: rows)])
        try AtomicFile.write(Data(try WorkbookWriter.write(document, file: path)), to: path)
    }

    /// Widths of the columns that hold sentences.
    private static let widths = [
        "name_en": 40, "name_zh": 30, "reason": 24, "reason_zh": 24, "measure": 32, "measure_zh": 32, "owner": 20,
        "owner_zh": 20, "explanation": 24, "id": 20, "park": 18,
    ]
}
