public import StatisticalData

extension Dialect {
    /// Finds the dialect of a file; what `choice` says is taken as said.
    ///
    /// The encoding is that of the whole file. The separator is the one that gives the most records of the first 20 the
    /// same number of fields, more than one; on a tie the one that gives more fields. The decimal mark is a comma only
    /// where the separator is none, some number of the first 256 kB can only be read so (`38,5` and `0,381`, not
    /// `1,234`), and none has a point.
    ///
    /// - Throws: a `Fault` for an empty file and for bytes that are no text.
    public static func detect(
        _ bytes: UnsafeRawBufferPointer, file: String, choice: Choice = Choice(), passed: (Int) -> Void = { _ in }
    ) throws(Fault) -> Dialect {
        guard !bytes.isEmpty else { throw .tableEmpty(file) }
        let encoding: TextEncoding
        if let chosen = choice.encoding {
            if chosen == .utf8 { try TextEncoding.checkUTF8(bytes, file: file, passed: passed) }
            encoding = chosen
        } else {
            encoding = try TextEncoding.detect(bytes, file: file, passed: passed)
        }
        var blocks = TextBlocks(bytes, encoding: encoding)
        guard let sample = try blocks.next(line: 1, file: file) else { throw .tableEmpty(file) }
        var dialect = Dialect(encoding: encoding, hasByteOrderMark: encoding.isMarked(in: bytes))
        dialect.lineEnds = lineEnds(of: sample)
        let isWhole = blocks.offset == bytes.count
        dialect.separator = choice.separator ?? separator(of: sample, isWhole: isWhole)
        dialect.decimal = choice.decimal ?? decimal(of: sample, dialect.separator, isWhole: isWhole)
        return dialect
    }

    private static func lineEnds(of sample: [UInt8]) -> LineEnds {
        var feeds = 0
        var pairs = 0
        var returns = 0
        for (position, byte) in sample.enumerated() {
            if byte == .lineFeed {
                if position > 0, sample[position - 1] == .carriageReturn { pairs += 1 } else { feeds += 1 }
            } else if byte == .carriageReturn {
                let isPair = position + 1 < sample.count && sample[position + 1] == .lineFeed
                if !isPair, position + 1 < sample.count { returns += 1 }
            }
        }
        switch (feeds > 0, pairs > 0, returns > 0) {
        case (false, false, false): return .none
        case (true, false, false): return .lf
        case (false, true, false): return .crlf
        case (false, false, true): return .cr
        default: return .mixed
        }
    }

    private static func separator(of sample: [UInt8], isWhole: Bool) -> Separator {
        var best = (separator: Separator.comma, records: 0, fields: 0)
        for separator in Separator.allCases {
            let counts = records(of: sample, separator, limit: 20, isWhole: isWhole).map(\.cells.count)
            var groups: [Int: Int] = [:]
            for count in counts where count > 1 { groups[count, default: 0] += 1 }
            guard let mode = groups.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            if (mode.value, mode.key) > (best.records, best.fields) { best = (separator, mode.value, mode.key) }
        }
        return best.separator
    }

    private static func decimal(of sample: [UInt8], _ separator: Separator, isWhole: Bool) -> DecimalMark {
        guard separator != .comma else { return .point }
        var hasComma = false
        for row in records(of: sample, separator, limit: 5000, isWhole: isWhole) {
            for cell in row.cells {
                let text = CellText.trimmed(cell.text)
                if text.wholeMatch(of: /[-+\u{2212}]?[0-9]+\.[0-9]+/) != nil { return .point }
                if text.wholeMatch(of: /[-+\u{2212}]?(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+)/) != nil {
                    hasComma = true
                }
            }
        }
        return hasComma ? .comma : .point
    }

    /// The first records of a sample; the last one is left out where it may be cut off.
    private static func records(
        of sample: [UInt8], _ separator: Separator, limit: Int, isWhole: Bool
    ) -> [TableRow] {
        sample.withUnsafeBytes { bytes in
            var reader = DelimitedReader(bytes, file: "", dialect: Dialect(separator: separator))
            var rows: [TableRow] = []
            while rows.count <= limit {
                do {
                    guard let row = try reader.next() else { break }
                    rows.append(row)
                } catch {
                    continue
                }
            }
            if !isWhole || rows.count > limit { rows = rows.dropLast() }
            return rows.filter { !$0.isBlank }
        }
    }
}
