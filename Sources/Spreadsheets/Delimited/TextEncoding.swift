public import StatisticalData

/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, CaseIterable, Codable, Sendable {
    /// UTF-8.
    case utf8 = "utf-8"
    /// UTF-16, the low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16BigEndian = "utf-16be"
    /// GB 18030, which holds GBK and GB 2312.
    case gb18030

    /// The byte order mark.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030: []
        }
    }

    /// Whether `bytes` begin with the byte order mark.
    func isMarked(in bytes: UnsafeRawBufferPointer) -> Bool {
        !mark.isEmpty && bytes.starts(with: mark)
    }

    /// The encoding of a file: by its byte order mark, else UTF-8 if all of it is, else GB 18030 if all of it is.
    ///
    /// Both checks are strict and look at the whole file; plain ASCII is UTF-8.
    ///
    /// - Throws: a `Fault` with the first line that is not UTF-8 when the file is neither.
    public static func detect(
        _ bytes: UnsafeRawBufferPointer, file: String, passed: (Int) -> Void = { _ in }
    ) throws(Fault) -> TextEncoding {
        if let marked = allCases.first(where: { $0.isMarked(in: bytes) }) {
            if marked == .utf8 { try checkUTF8(bytes, file: file, passed: passed) }
            return marked
        }
        guard let invalid = UTF8Check.firstInvalidByte(in: bytes, allowsZero: true, passed: passed) else {
            return .utf8
        }
        guard GB18030Check.firstInvalidByte(in: bytes, passed: passed) == nil else {
            throw .mixedEncoding(at: place(of: invalid, in: bytes, file: file))
        }
        return .gb18030
    }

    /// Refuses what is not UTF-8.
    static func checkUTF8(
        _ bytes: UnsafeRawBufferPointer, file: String, passed: (Int) -> Void
    ) throws(Fault) {
        guard let invalid = UTF8Check.firstInvalidByte(in: bytes, allowsZero: true, passed: passed) else { return }
        throw .undecodable(.utf8, at: place(of: invalid, in: bytes, file: file))
    }

    /// The line of a byte, and the number of its column where the separator is a comma or a tab.
    static func place(of offset: Int, in bytes: UnsafeRawBufferPointer, file: String) -> Place {
        var line = 1
        var column = 1
        for position in 0..<offset {
            switch bytes[position] {
            case .lineFeed:
                line += 1
                column = 1
            case .carriageReturn where bytes[position + 1] != .lineFeed:
                line += 1
                column = 1
            case .comma, .tab: column += 1
            default: break
            }
        }
        return Place(file: file, line: line, column: String(column))
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
}
