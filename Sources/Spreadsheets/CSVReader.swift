public import StatisticalData

/// Reads comma-separated text after RFC 4180: strict, streaming, over bytes that someone else holds.
///
/// UTF-8 with or without byte order mark; LF or CRLF; quoted fields with doubled quotes and line breaks. Every row has
/// as many fields as the header. The last line must end with a line break: a file cut off in transit does not.
/// Faults are thrown row by row; reading can go on with the next row after any of them except a quote never closed.
public struct CSVReader: ~Copyable {
    /// The name used in faults.
    public let file: String
    /// The names of the columns.
    public private(set) var header: [String]

    let bytes: UnsafeRawBufferPointer
    private let limits: CSVLimits
    private let dialect: CSVDialect
    private let passed: (Int) -> Void
    private var nextReport = Self.reportStep
    private var offset: Int
    private var line: Int

    /// Bytes between two calls of `passed`.
    static let reportStep = 4 << 20

    /// Reads the header. `bytes` must outlive the reader.
    ///
    /// - Parameters:
    ///   - dialect: what differs from comma-separated text with a header of names.
    ///   - passed: told every few megabytes up to where the bytes have been read, so that pages of a mapped file can be
    ///     given back; they are read twice, first for their encoding.
    /// - Throws: `Faults` for an empty file, text that is not UTF-8, or a header with empty or repeated names.
    public init(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: CSVLimits = CSVLimits(),
        dialect: CSVDialect = CSVDialect(),
        passed: @escaping (Int) -> Void = { _ in }
    ) throws(Faults) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        self.dialect = dialect
        self.passed = passed
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line = 1
        header = []
        guard offset < bytes.count else { throw Faults([.csvEmpty(file)]) }
        if let invalid = UTF8Check.firstInvalidByte(in: bytes, passed: passed) {
            throw Faults([.csvNotUTF8(file, at: invalid)])
        }
        var row = CSVRow()
        do {
            guard try scan(into: &row) else { throw Faults([.csvEmpty(file)]) }
        } catch let fault as Fault {
            throw Faults([fault])
        } catch let faults as Faults {
            throw faults
        } catch {
            throw Faults([.csvEmpty(file)])
        }
        header = (0..<row.count).map { string(row, $0) }
        let faults = dialect.checksHeader ? Self.headerFaults(header, file: file) : []
        if !faults.isEmpty { throw Faults(faults) }
    }

    /// Reads the next row into `row`; `false` at the end.
    ///
    /// - Throws: a `Fault` for a row with too few or too many fields, a stray quote, an overlong field, a file cut off.
    public mutating func next(_ row: inout CSVRow) throws(Fault) -> Bool {
        guard try scan(into: &row) else { return false }
        guard row.count == header.count else {
            throw .csvFieldCount(row.count, expected: header.count, at: Place(file: file, line: row.line))
        }
        return true
    }

    /// The bytes read so far.
    public var bytesRead: Int { offset }

    /// The bytes in all.
    public var byteCount: Int { bytes.count }

    /// The text of a field.
    public func string(_ row: CSVRow, _ index: Int) -> String {
        let field = row.fields[index]
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end]), as: UTF8.self)
        return field.hasDoubledQuotes ? text.replacingDoubledQuotes() : text
    }

    /// The bytes of a field; doubled quotes stay doubled.
    public func bytes(_ row: CSVRow, _ index: Int) -> UnsafeRawBufferPointer {
        let field = row.fields[index]
        return UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
    }

    /// The place of a field, for faults.
    public func place(_ row: CSVRow, _ index: Int) -> Place {
        Place(file: file, line: row.line, column: header[index])
    }

    private static func headerFaults(_ header: [String], file: String) -> [Fault] {
        var seen: Set<String> = []
        var faults: [Fault] = []
        for (index, name) in header.enumerated() {
            let place = Place(file: file, line: 1, column: name.isEmpty ? String(index + 1) : name)
            if name.isEmpty {
                faults.append(.csvUnnamedColumn(at: place))
            } else if !seen.insert(name).inserted {
                faults.append(.csvRepeatedColumn(name, at: place))
            }
        }
        return faults
    }
}

extension CSVReader {
    /// Splits one row; on a fault the offset stands at the next line.
    private mutating func scan(into row: inout CSVRow) throws(Fault) -> Bool {
        row.fields.removeAll(keepingCapacity: true)
        guard offset < bytes.count else { return false }
        if offset >= nextReport {
            passed(offset)
            nextReport = offset + Self.reportStep
        }
        row.line = line
        var ended = false
        while !ended {
            if row.fields.count == limits.columns {
                skipLine()
                throw .csvTooManyColumns(limit: limits.columns, at: Place(file: file, line: row.line))
            }
            ended = try scanField(into: &row)
        }
        return true
    }

    /// Reads a field and its separator; `true` when it ended the row.
    private mutating func scanField(into row: inout CSVRow) throws(Fault) -> Bool {
        if offset < bytes.count, bytes[offset] == .quote { return try scanQuoted(into: &row) }
        let start = offset
        var position = offset
        let count = bytes.count
        while position < count {
            let byte = bytes[position]
            if byte == dialect.separator || byte == .lineFeed { break }
            if byte == .quote {
                offset = position
                skipLine()
                throw .csvStrayQuote(at: place(of: row))
            }
            position += 1
        }
        return try finish(row: &row, start: start, end: position, hasDoubledQuotes: false)
    }

    private mutating func scanQuoted(into row: inout CSVRow) throws(Fault) -> Bool {
        let start = offset + 1
        var position = start
        var hasDoubledQuotes = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .lineFeed { line += 1 }
            if byte == .quote {
                guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
                hasDoubledQuotes = true
                position += 1
            }
            position += 1
        }
        guard position < bytes.count else {
            offset = bytes.count
            throw .csvUnclosedQuote(at: place(of: row))
        }
        offset = position + 1
        guard offset == bytes.count || isSeparator(at: offset) else {
            skipLine()
            throw .csvStrayQuote(at: place(of: row))
        }
        let carriageReturn = offset < bytes.count && bytes[offset] == .carriageReturn
        if carriageReturn { offset += 1 }
        return try finish(row: &row, start: start, end: position, next: offset, hasDoubledQuotes: hasDoubledQuotes)
    }

    private func isSeparator(at position: Int) -> Bool {
        let byte = bytes[position]
        if byte == dialect.separator || byte == .lineFeed { return true }
        return byte == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed
    }

    /// Keeps the field and steps over its separator.
    private mutating func finish(
        row: inout CSVRow, start: Int, end: Int, next: Int? = nil, hasDoubledQuotes: Bool
    ) throws(Fault) -> Bool {
        let separator = next ?? end
        guard separator < bytes.count || !dialect.needsFinalLineBreak else {
            offset = bytes.count
            throw .csvCutOff(at: place(of: row))
        }
        let endsRow = separator >= bytes.count || bytes[separator] == .lineFeed
        let trims = endsRow && next == nil && end > start && bytes[end - 1] == .carriageReturn
        offset = min(separator + 1, bytes.count)
        guard end - start <= limits.fieldBytes else {
            if !endsRow { skipLine() } else { line += 1 }
            throw .csvFieldTooLong(limit: limits.fieldBytes, at: place(of: row))
        }
        if endsRow { line += 1 }
        row.fields.append(.init(start: start, end: trims ? end - 1 : end, hasDoubledQuotes: hasDoubledQuotes))
        return endsRow
    }

    private mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != .lineFeed { offset += 1 }
        offset = min(offset + 1, bytes.count)
        line += 1
    }

    private func place(of row: CSVRow) -> Place {
        let index = row.fields.count
        return Place(file: file, line: row.line, column: index < header.count ? header[index] : String(index + 1))
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    /// The comma.
    public static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}

extension String {
    /// Each pair of quotes turned into one.
    func replacingDoubledQuotes() -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        var previousWasQuote = false
        for character in unicodeScalars {
            if character == "\"", previousWasQuote {
                previousWasQuote = false
                continue
            }
            previousWasQuote = character == "\""
            result.unicodeScalars.append(character)
        }
        return result
    }
}
