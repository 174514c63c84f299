internal import Spreadsheets
internal import StatisticalData

/// The fields of a text whose columns a tab or comma separates, row by row, as ranges of its bytes.
///
/// Fields in quotes may hold the separator, line breaks and doubled quotes. The separator is the tab if the first line has
/// one, else the comma.
struct DelimitedText {
    /// A field: its bytes without the quotes.
    struct Field {
        var range: Range<Int>
        var isQuoted = false
    }

    let file: String
    let bytes: UnsafeRawBufferPointer
    let separator: UInt8
    private(set) var line: Int
    /// Where the next row starts.
    private(set) var offset: Int
    /// Whether a row could not be taken apart because the bytes ended: more of the file may complete it.
    private(set) var isIncomplete = false

    /// Columns of a table, and bytes of a label, at most.
    static let columnLimit = 20_000
    static let fieldLimit = 10_000

    init(_ bytes: UnsafeRawBufferPointer, file: String) throws(Fault) {
        self.file = file
        self.bytes = bytes
        line = 1
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard offset < bytes.count else { throw .ioEmpty(file) }
        var position = offset
        while position < bytes.count, bytes[position] != Self.lineFeed, bytes[position] != Self.tab { position += 1 }
        separator = position < bytes.count && bytes[position] == Self.tab ? Self.tab : Self.comma
    }

    /// Goes on in further bytes of a text, with the separator and the line of `before`.
    init(_ bytes: UnsafeRawBufferPointer, after before: DelimitedText) {
        file = before.file
        separator = before.separator
        line = before.line
        offset = 0
        self.bytes = bytes
    }

    /// The fields of the next row; `nil` at the end. Where the bytes end in a row, `offset` and `line` stay at its start.
    mutating func next(_ fields: inout [Field]) throws(Fault) -> Int? {
        fields.removeAll(keepingCapacity: true)
        guard offset < bytes.count else { return nil }
        let (start, startOffset) = (line, offset)
        do throws(Fault) {
            while true {
                let (field, isLast) = try field(in: start)
                fields.append(field)
                guard fields.count <= Self.columnLimit else {
                    throw .ioTooWide(Self.columnLimit, at: Place(file: file, line: start))
                }
                if isLast { return start }
            }
        } catch {
            if isIncomplete { (line, offset) = (start, startOffset) }
            throw error
        }
    }

    /// The labels and numbers of the next row, where it has just these and no fault; else nothing is taken, and `next` takes
    /// the row apart.
    ///
    /// - Parameters:
    ///   - labels: how many fields are labels, which are put into `fields`.
    ///   - count: how many numbers follow, which are added to `values`.
    /// - Returns: the line of the row, or `nil`.
    mutating func numbers(
        after labels: Int, count: Int, _ fields: inout [Field], into values: inout [Double]
    ) -> Int? {
        fields.removeAll(keepingCapacity: true)
        let (start, startOffset, known) = (line, offset, values.count)
        for _ in 0..<labels {
            guard offset < bytes.count, let (field, isLast) = try? field(in: start), !isLast else {
                return takeBack(start, startOffset, known, &values)
            }
            fields.append(field)
        }
        for column in 0..<count {
            guard let value = number() else { return takeBack(start, startOffset, known, &values) }
            let end = offset < bytes.count ? bytes[offset] : 0
            guard end == (column + 1 < count ? separator : Self.lineFeed) else {
                return takeBack(start, startOffset, known, &values)
            }
            offset += 1
            values.append(value)
        }
        line += 1
        return start
    }

    private mutating func takeBack(_ start: Int, _ startOffset: Int, _ known: Int, _ values: inout [Double]) -> Int? {
        (line, offset, isIncomplete) = (start, startOffset, false)
        values.removeLast(values.count - known)
        return nil
    }

    /// The number at `offset`, which then is at the byte after it.
    private mutating func number() -> Double? {
        if let plain = DecimalNumber.plain(in: bytes, at: &offset, before: separator) { return plain }
        var end = offset
        while end < bytes.count, bytes[end] != separator, bytes[end] != Self.lineFeed { end += 1 }
        guard let number = DecimalNumber(UnsafeRawBufferPointer(rebasing: bytes[offset..<end])) else { return nil }
        let value = number.value
        offset = end
        return value
    }

    /// The text of a field.
    func text(_ field: Field, at place: @autoclosure () -> Place) throws(Fault) -> String {
        let raw = UnsafeRawBufferPointer(rebasing: bytes[field.range])
        guard raw.count <= Self.fieldLimit else { throw .ioTooLong(Self.fieldLimit, at: place()) }
        guard let text = String(validating: raw, as: UTF8.self), !text.utf8.contains(0) else {
            throw .ioNotUTF8(at: place())
        }
        return field.isQuoted
            ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
    }

    private mutating func field(in start: Int) throws(Fault) -> (Field, isLast: Bool) {
        var field = Field(range: offset..<offset)
        if offset < bytes.count, bytes[offset] == Self.quote {
            field = Field(range: try quoted(in: start), isQuoted: true)
        } else {
            var end = offset
            while end < bytes.count, bytes[end] != separator, bytes[end] != Self.lineFeed { end += 1 }
            field.range = offset..<end
            offset = end
        }
        guard offset < bytes.count else {
            isIncomplete = true
            throw .ioCutOff(at: Place(file: file, line: start))
        }
        if bytes[offset] == separator {
            offset += 1
            return (field, false)
        }
        if bytes[offset] == Self.carriageReturn { offset += 1 }
        guard offset < bytes.count, bytes[offset] == Self.lineFeed else {
            isIncomplete = offset >= bytes.count
            throw .ioStrayQuote(at: Place(file: file, line: start))
        }
        offset += 1
        line += 1
        if !field.isQuoted, let last = field.range.last, bytes[last] == Self.carriageReturn {
            field.range = field.range.lowerBound..<last
        }
        return (field, true)
    }

    private mutating func quoted(in start: Int) throws(Fault) -> Range<Int> {
        let begin = offset + 1
        var position = begin
        while position < bytes.count {
            if bytes[position] == Self.lineFeed { line += 1 }
            if bytes[position] == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
                position += 1
            }
            position += 1
        }
        guard position < bytes.count else {
            isIncomplete = true
            throw .ioStrayQuote(at: Place(file: file, line: start))
        }
        offset = position + 1
        return begin..<position
    }

    private static let tab = UInt8(ascii: "\t")
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
