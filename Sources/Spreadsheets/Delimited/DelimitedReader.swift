public import StatisticalData

/// Reads text tables in any dialect, row by row, over bytes that someone else holds.
///
/// Lines end with LF, CRLF or CR. Fields in double quotes may hold separators, line breaks and doubled quotes; a quote
/// inside a field without quotes is text. Rows may differ in length: what that means is for the caller. Faults are
/// thrown row by row, and reading goes on with the next line after each: also a quote that is never closed hides
/// nothing. `CSVReader` is the strict reader of the project's own files.
public struct DelimitedReader: ~Copyable {
    /// The name used in faults.
    public let file: String
    /// The dialect.
    public let dialect: Dialect

    private let bytes: UnsafeRawBufferPointer
    private let limits: CSVLimits
    private let passed: (Int) -> Void
    private let separator: UInt8
    private var blocks: TextBlocks
    private var block: [UInt8] = []
    private var blockStart = 0
    private var blockLine = 1
    private var position = 0
    private var line = 1
    private var field: [UInt8] = []
    private var nextReport = CSVReader.reportStep

    /// A place to go back to.
    private struct Mark {
        var blockStart: Int
        var blockLine: Int
        var position: Int
        var line: Int
    }

    /// Reads `bytes`, which must outlive the reader.
    ///
    /// - Parameter passed: told every few megabytes up to where the bytes have been read.
    public init(
        _ bytes: UnsafeRawBufferPointer, file: String, dialect: Dialect, limits: CSVLimits = CSVLimits(),
        passed: @escaping (Int) -> Void = { _ in }
    ) {
        self.bytes = bytes
        self.file = file
        self.dialect = dialect
        self.limits = limits
        self.passed = passed
        separator = dialect.separator.byte
        blocks = TextBlocks(bytes, encoding: dialect.encoding)
    }

    /// The bytes read so far.
    public var bytesRead: Int { blocks.offset }

    /// The next row; `nil` at the end.
    ///
    /// - Throws: a `Fault` for a quote never closed or followed by text, for too many or too long fields, for bytes
    ///   that are no text in the encoding.
    public mutating func next() throws(Fault) -> TableRow? {
        guard try peek() != nil else { return nil }
        var row = TableRow(line: line, cells: [])
        row.cells.reserveCapacity(8)
        while true {
            if row.cells.count == limits.columns {
                try skipLine()
                throw .csvTooManyColumns(limit: limits.columns, at: Place(file: file, line: row.line))
            }
            field.removeAll(keepingCapacity: true)
            let isLast = try peek() == .quote ? try quoted(in: row) : try plain(in: row)
            row.cells.append(TableCell(String(decoding: field, as: UTF8.self)))
            if isLast { return row }
        }
    }
}

extension DelimitedReader {
    private mutating func peek() throws(Fault) -> UInt8? {
        if position < block.count { return block[position] }
        while true {
            let start = blocks.offset
            guard let next = try blocks.next(line: line, file: file) else { return nil }
            if blocks.offset >= nextReport {
                passed(start)
                nextReport = start + CSVReader.reportStep
            }
            (block, blockStart, blockLine, position) = (next, start, line, 0)
            if let first = next.first { return first }
        }
    }

    /// Reads a field without quotes and what ends it; `true` when that ends the row.
    private mutating func plain(in row: TableRow) throws(Fault) -> Bool {
        while let byte = try peek() {
            if byte == separator {
                position += 1
                return false
            }
            if byte == .lineFeed || byte == .carriageReturn {
                try stepOverLineEnd(byte)
                return true
            }
            if field.count == limits.fieldBytes {
                try skipLine()
                throw .csvFieldTooLong(limit: limits.fieldBytes, at: place(in: row))
            }
            field.append(byte)
            position += 1
        }
        return true
    }

    private mutating func quoted(in row: TableRow) throws(Fault) -> Bool {
        position += 1
        var second: Mark?
        while let byte = try peek() {
            if byte == .quote {
                position += 1
                guard try peek() == .quote else { return try afterQuote(in: row, second) }
            }
            if field.count == limits.fieldBytes {
                try recover(second)
                throw .csvFieldTooLong(limit: limits.fieldBytes, at: place(in: row))
            }
            field.append(byte)
            position += 1
            if byte == .lineFeed || byte == .carriageReturn {
                let follower = try peek()
                if byte == .lineFeed || follower != .lineFeed {
                    line += 1
                    if second == nil {
                        second = Mark(
                            blockStart: blockStart, blockLine: blockLine, position: position, line: line)
                    }
                }
            }
        }
        try recover(second)
        throw .csvUnclosedQuote(at: place(in: row))
    }

    /// What may follow a closing quote: blanks, then a separator, a line end, or the end.
    private mutating func afterQuote(in row: TableRow, _ second: Mark?) throws(Fault) -> Bool {
        while let byte = try peek(), byte == UInt8(ascii: " ") { position += 1 }
        guard let byte = try peek() else { return true }
        if byte == separator {
            position += 1
            return false
        }
        if byte == .lineFeed || byte == .carriageReturn {
            try stepOverLineEnd(byte)
            return true
        }
        try recover(second)
        throw .csvStrayQuote(at: place(in: row))
    }

    private mutating func stepOverLineEnd(_ byte: UInt8) throws(Fault) {
        position += 1
        if byte == .carriageReturn, try peek() == .lineFeed { position += 1 }
        line += 1
    }

    private mutating func skipLine() throws(Fault) {
        while let byte = try peek() {
            if byte == .lineFeed || byte == .carriageReturn { return try stepOverLineEnd(byte) }
            position += 1
        }
    }

    /// Goes on with the line after the one on which the row at fault began.
    private mutating func recover(_ second: Mark?) throws(Fault) {
        guard let second else { return try skipLine() }
        if second.blockStart != blockStart {
            blocks.restart(at: second.blockStart)
            block = try blocks.next(line: second.blockLine, file: file) ?? []
            (blockStart, blockLine) = (second.blockStart, second.blockLine)
        }
        (position, line) = (second.position, second.line)
    }

    private func place(in row: TableRow) -> Place {
        Place(file: file, line: row.line, column: String(row.cells.count + 1))
    }
}
