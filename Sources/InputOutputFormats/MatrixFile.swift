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
        /// Whether there are as many rows as columns, whose room is then taken at once.
        var isSquare = false
        /// The bytes of memory there are.
        var memory: Int?

        /// Both counts, given the fields of the first line and how many blanks follow the first of them.
        func counts(width: Int, blanks: Int) -> (index: Int, header: Int) {
            let header = header ?? (blanks > 0 ? 2 : 1)
            let inferred = header == 1 ? values.map { width - $0 } ?? 1 : 1 + blanks
            return (index ?? inferred, header)
        }
    }

    /// Reads a file piece by piece, so that its text never stands in memory as a whole; `nil` if faults were found that leave
    /// no matrix.
    ///
    /// - Parameter next: the next bytes of the file; none at its end.
    static func read(
        file: String, layout: Layout, faults: inout FaultCollector, next: () throws -> [UInt8]
    ) throws -> MatrixFile? {
        var reader = MatrixReader(file: file, layout: layout)
        var window: [UInt8] = []
        var isLast = false
        while !isLast {
            let piece = try next()
            isLast = piece.isEmpty
            if window.isEmpty { window = piece } else { window += piece }
            let result: Result<Int, Fault> = window.withUnsafeBytes { raw in
                do throws(Fault) {
                    return .success(try reader.take(raw, isLast: isLast, faults: &faults))
                } catch {
                    return .failure(error)
                }
            }
            switch result {
            case .success(let taken): window.removeFirst(taken)
            case .failure(let fault):
                faults.add(fault)
                return nil
            }
        }
        do throws(Fault) {
            return try reader.finished()
        } catch {
            faults.add(error)
            return nil
        }
    }
}

/// Reads one file of labels and numbers.
private struct MatrixReader {
    private let file: String
    private let layout: MatrixFile.Layout
    private var text: DelimitedText?
    private var fields: [DelimitedText.Field] = []
    private var index = 1
    private var rowLevels: [String] = []
    private var columns = LabelAxis(levels: [], labels: [])
    private var labels: [[String]] = []
    private var lines: [Int] = []
    private var values: [Double] = []
    private var isFaulty = false

    init(file: String, layout: MatrixFile.Layout) {
        self.file = file
        self.layout = layout
    }

    /// Takes all whole rows from bytes that go on where those taken before ended; how many bytes they are.
    mutating func take(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, faults: inout FaultCollector
    ) throws(Fault) -> Int {
        var text: DelimitedText
        if let before = self.text {
            text = DelimitedText(bytes, after: before)
        } else {
            text = try DelimitedText(bytes, file: file)
            let pending: Int?
            do throws(Fault) {
                pending = try readHeader(&text)
            } catch {
                // Header lines longer than the bytes so far are read anew with more of them.
                guard !isLast, text.isIncomplete || text.offset >= bytes.count else { throw error }
                return 0
            }
            if layout.isSquare { try makeRoom() }
            if let pending { try readRow(text, line: pending, faults: &faults) }
        }
        do throws(Fault) {
            while true {
                if let line = text.numbers(
                    after: index, count: columns.labels.count, &fields, into: &values)
                {
                    try readLabel(text, line: line)
                } else if let line = try text.next(&fields) {
                    try readRow(text, line: line, faults: &faults)
                } else {
                    break
                }
            }
        } catch {
            guard !isLast, text.isIncomplete else { throw error }
        }
        self.text = DelimitedText(UnsafeRawBufferPointer(start: nil, count: 0), after: text)
        return text.offset
    }

    /// Takes the room for a table with as many rows as columns, unless it and its factors need more than there is.
    private mutating func makeRoom() throws(Fault) {
        let count = columns.labels.count
        let needed = count * count * (MemoryLayout<Double>.size + MemoryLayout<Float>.size)
        if let memory = layout.memory, needed > memory {
            throw .ioTooLarge(needed, memory: memory, at: Place(file: file))
        }
        values.reserveCapacity(count * count)
    }

    /// The whole file.
    func finished() throws(Fault) -> MatrixFile? {
        guard !isFaulty else { return nil }
        guard !labels.isEmpty else { throw .ioNoRows(file) }
        guard
            let matrix = try? Matrix(rows: labels.count, columns: columns.labels.count, elements: values)
        else { return nil }
        return MatrixFile(
            file: file, rows: LabelAxis(levels: rowLevels, labels: labels), columns: columns, values: matrix,
            lines: lines)
    }

    /// Reads the header lines; the line of a first row of data that had to be looked at to see where they end.
    private mutating func readHeader(_ text: inout DelimitedText) throws(Fault) -> Int? {
        guard try text.next(&fields) != nil else { throw .ioEmpty(file) }
        let blanks = fields.dropFirst().prefix { $0.range.isEmpty }.count
        let (index, header) = layout.counts(width: fields.count, blanks: blanks)
        guard index >= 1, index < fields.count, header >= 1 else {
            throw .ioShape(index: index, width: fields.count, at: Place(file: file, line: 1))
        }
        self.index = index
        let width = fields.count
        var lines = [try texts(text, line: 1)]
        while lines.count < header {
            guard let line = try text.next(&fields) else { throw .ioNoRows(file) }
            try check(width: width, line: line)
            lines.append(try texts(text, line: line))
        }
        let labels = (index..<width).map { column in lines.map { $0[column] } }
        columns = LabelAxis(levels: header == 1 ? [""] : lines.map { $0[0] }, labels: labels)
        guard header > 1 else {
            rowLevels = Array(lines[0].prefix(index))
            return nil
        }
        guard let line = try text.next(&fields) else { throw .ioNoRows(file) }
        guard fields.count == width, fields.dropFirst(index).allSatisfy({ $0.range.isEmpty }) else {
            rowLevels = Array(repeating: "", count: index)
            return line
        }
        rowLevels = Array(try texts(text, line: line).prefix(index))
        return nil
    }

    /// Reads a row; a fault of a cell is kept and the next cell read.
    private mutating func readRow(_ text: DelimitedText, line: Int, faults: inout FaultCollector) throws(Fault) {
        do throws(Fault) {
            try check(width: index + columns.labels.count, line: line)
        } catch {
            faults.add(error)
            isFaulty = true
            return
        }
        try readLabel(text, line: line)
        for (column, field) in fields.dropFirst(index).enumerated() {
            if let number = DecimalNumber(UnsafeRawBufferPointer(rebasing: text.bytes[field.range])) {
                values.append(number.value)
                continue
            }
            values.append(0)
            isFaulty = true
            let place = Place(file: file, line: line, column: columns.labels[column].joined(separator: " "))
            faults.add(
                field.range.isEmpty
                    ? .ioMissing(at: place) : .csvNotANumber(try text.text(field, at: place), at: place))
        }
    }

    private mutating func readLabel(_ text: DelimitedText, line: Int) throws(Fault) {
        var label: [String] = []
        for field in fields.prefix(index) { label.append(try text.text(field, at: Place(file: file, line: line))) }
        labels.append(label)
        lines.append(line)
    }

    private func check(width: Int, line: Int) throws(Fault) {
        guard fields.count == width else {
            throw .ioFieldCount(fields.count, expected: width, at: Place(file: file, line: line))
        }
    }

    private func texts(_ text: DelimitedText, line: Int) throws(Fault) -> [String] {
        var result: [String] = []
        for (column, field) in fields.enumerated() {
            result.append(try text.text(field, at: Place(file: file, line: line, column: String(column + 1))))
        }
        return result
    }
}
