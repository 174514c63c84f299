internal import Spreadsheets
internal import StatisticalData
internal import Workbooks

/// The cells of a text table or of a sheet of a workbook, as trimmed text, with the line of each row.
struct TableGrid {
    let file: String
    private(set) var rows: [[String]] = []
    private(set) var lines: [Int] = []

    /// Reads a file: a workbook if it begins as one, else text in the dialect that is found.
    init(_ bytes: [UInt8], file: String, sheet: String? = nil) throws {
        self.file = file
        var found: [TableRow] = []
        try bytes.withUnsafeBytes { raw in
            if raw.starts(with: [0x50, 0x4B]) {
                let workbook = try Workbook(raw, file: file)
                try workbook.forEachRow(of: try workbook.sheet(sheet)) { row in
                    found.append(row)
                    return true
                }
            } else {
                let dialect = try Dialect.detect(raw, file: file)
                var reader = DelimitedReader(raw, file: file, dialect: dialect)
                while let row = try reader.next() { found.append(row) }
            }
        }
        for row in found where !row.isBlank {
            rows.append(row.cells.map { CellText.trimmed(CellText.unmarked($0.text)) })
            lines.append(row.line)
        }
        guard !rows.isEmpty else { throw Fault.ioEmpty(file) }
    }

    /// A cell; empty beyond the end of a row.
    func cell(_ row: Int, _ column: Int) -> String {
        rows[row].indices.contains(column) ? rows[row][column] : ""
    }

    /// The number of a cell; an empty one is no flow, 0.
    func number(_ row: Int, _ column: Int, named name: String, into faults: inout FaultCollector) -> Double {
        let text = cell(row, column)
        guard !text.isEmpty else { return 0 }
        if let number = DecimalNumber(text) { return number.value }
        faults.add(.csvNotANumber(text, at: Place(file: file, line: lines[row], column: name)))
        return 0
    }
}
