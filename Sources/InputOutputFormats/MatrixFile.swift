internal import LinearAlgebra
internal import Spreadsheets
internal import StatisticalData

/// A file of the folder taken apart: labels and numbers, with the line of each row.
struct MatrixFile {
    let file: String
    let rows: LabelAxis
    let columns: LabelAxis
    let values: Matrix
    let lines: [Int]

    /// How many columns are labels and how many lines are headers; what is `nil` is seen from the first line.
    struct Layout {
        /// The columns of row labels.
        var index: Int?
        /// The lines of column labels.
        var header: Int?
        /// The columns of numbers, which with one header line tell the columns of labels.
        var values: Int?

        /// Both counts, given the fields of the first line and how many blanks follow the first of them.
        func counts(width: Int, blanks: Int) -> (index: Int, header: Int) {
            let header = header ?? (blanks > 0 ? 2 : 1)
            let inferred = header == 1 ? values.map { width - $0 } ?? 1 : 1 + blanks
            return (index ?? inferred, header)
        }
    }

    /// Reads a file; `nil` if faults were found that leave no matrix.
    static func read(
        _ bytes: [UInt8], file: String, layout: Layout, faults: inout FaultCollector
    ) -> MatrixFile? {
        bytes.withUnsafeBytes { raw in
            do throws(Fault) {
                var reader = MatrixReader(try DelimitedText(raw, file: file), layout: layout)
                return try reader.read(faults: &faults)
            } catch {
                faults.add(error)
                return nil
            }
        }
    }
}

/// Reads one file of labels and numbers.
private struct MatrixReader {
    private var text: DelimitedText
    private let layout: MatrixFile.Layout
    private var fields: [DelimitedText.Field] = []
    private var index = 1
    private var rowLevels: [String] = []
    private var columns = LabelAxis(levels: [], labels: [])
    private var labels: [[String]] = []
    private var lines: [Int] = []
    private var values: [Double] = []
    private var isFaulty = false

    init(_ text: DelimitedText, layout: MatrixFile.Layout) {
        self.text = text
        self.layout = layout
    }

    mutating func read(faults: inout FaultCollector) throws(Fault) -> MatrixFile? {
        let pending = try readHeader()
        if let pending { try readRow(line: pending, faults: &faults) }
        while let line = try text.next(&fields) { try readRow(line: line, faults: &faults) }
        guard !isFaulty else { return nil }
        guard !labels.isEmpty else { throw .ioNoRows(text.file) }
        guard
            let matrix = try? Matrix(rows: labels.count, columns: columns.labels.count, elements: values)
        else { return nil }
        return MatrixFile(
            file: text.file, rows: LabelAxis(levels: rowLevels, labels: labels), columns: columns, values: matrix,
            lines: lines)
    }

    /// Reads the header lines; the line of a first row of data that had to be looked at to see where they end.
    private mutating func readHeader() throws(Fault) -> Int? {
        guard try text.next(&fields) != nil else { throw .ioEmpty(text.file) }
        let blanks = fields.dropFirst().prefix { $0.range.isEmpty }.count
        let (index, header) = layout.counts(width: fields.count, blanks: blanks)
        guard index >= 1, index < fields.count, header >= 1 else {
            throw .ioShape(index: index, width: fields.count, at: Place(file: text.file, line: 1))
        }
        self.index = index
        let width = fields.count
        var lines = [try texts(line: 1)]
        while lines.count < header {
            guard let line = try text.next(&fields) else { throw .ioNoRows(text.file) }
            try check(width: width, line: line)
            lines.append(try texts(line: line))
        }
        let labels = (index..<width).map { column in lines.map { $0[column] } }
        columns = LabelAxis(levels: header == 1 ? [""] : lines.map { $0[0] }, labels: labels)
        guard header > 1 else {
            rowLevels = Array(lines[0].prefix(index))
            return nil
        }
        guard let line = try text.next(&fields) else { throw .ioNoRows(text.file) }
        guard fields.count == width, fields.dropFirst(index).allSatisfy({ $0.range.isEmpty }) else {
            rowLevels = Array(repeating: "", count: index)
            return line
        }
        rowLevels = Array(try texts(line: line).prefix(index))
        return nil
    }

    /// Reads a row; a fault of a cell is kept and the next cell read.
    private mutating func readRow(line: Int, faults: inout FaultCollector) throws(Fault) {
        do throws(Fault) {
            try check(width: index + columns.labels.count, line: line)
        } catch {
            faults.add(error)
            isFaulty = true
            return
        }
        var label: [String] = []
        for field in fields.prefix(index) { label.append(try text.text(field, at: Place(file: text.file, line: line))) }
        labels.append(label)
        lines.append(line)
        for (column, field) in fields.dropFirst(index).enumerated() {
            if let number = DecimalNumber(UnsafeRawBufferPointer(rebasing: text.bytes[field.range])) {
                values.append(number.value)
                continue
            }
            values.append(0)
            isFaulty = true
            let place = Place(file: text.file, line: line, column: columns.labels[column].joined(separator: " "))
            faults.add(
                field.range.isEmpty
                    ? .ioMissing(at: place) : .csvNotANumber(try text.text(field, at: place), at: place))
        }
    }

    private func check(width: Int, line: Int) throws(Fault) {
        guard fields.count == width else {
            throw .ioFieldCount(fields.count, expected: width, at: Place(file: text.file, line: line))
        }
    }

    private func texts(line: Int) throws(Fault) -> [String] {
        var result: [String] = []
        for (column, field) in fields.enumerated() {
            result.append(try text.text(field, at: Place(file: text.file, line: line, column: String(column + 1))))
        }
        return result
    }
}
