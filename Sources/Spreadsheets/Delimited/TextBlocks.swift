import Foundation
import StatisticalData

/// The text of a file as UTF-8, block by block: memory stays flat whatever the size of the file.
///
/// UTF-8 itself has been checked before. A block ends between two characters, wherever that is in a line.
struct TextBlocks {
    /// Where the next block begins.
    private(set) var offset: Int
    private let bytes: UnsafeRawBufferPointer
    private let encoding: TextEncoding
    private let size: Int

    init(_ bytes: UnsafeRawBufferPointer, encoding: TextEncoding, size: Int = 1 << 18) {
        self.bytes = bytes
        self.encoding = encoding
        self.size = max(size, 8)
        offset = encoding.isMarked(in: bytes) ? encoding.mark.count : 0
    }

    /// Goes back to the block that began at `offset`.
    mutating func restart(at offset: Int) {
        self.offset = offset
    }

    /// The next block in UTF-8; `nil` at the end.
    ///
    /// - Parameter line: the line the block begins on, for faults.
    mutating func next(line: Int, file: String) throws(Fault) -> [UInt8]? {
        guard offset < bytes.count else { return nil }
        let start = offset
        switch encoding {
        case .utf8:
            offset = min(start + size, bytes.count)
            return [UInt8](bytes[start..<offset])
        case .gb18030:
            offset = endOfGB18030(from: start)
            return try decodeGB18030(start..<offset, line: line, file: file)
        case .utf16LittleEndian, .utf16BigEndian:
            return try decodeUTF16(from: start, line: line, file: file)
        }
    }

    private func endOfGB18030(from start: Int) -> Int {
        var position = start
        while position < bytes.count, position - start < size {
            position += GB18030Check.length(bytes, position) ?? 1
        }
        return position
    }

    private func decodeGB18030(_ range: Range<Int>, line: Int, file: String) throws(Fault) -> [UInt8] {
        let block = UnsafeRawBufferPointer(rebasing: bytes[range])
        if let text = Self.gb18030(block) { return text }
        var bad = line
        for part in block.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if Self.gb18030(UnsafeRawBufferPointer(rebasing: part)) == nil { break }
            bad += 1
        }
        throw .undecodable(encoding, at: Place(file: file, line: bad))
    }

    /// Foundation's number of GB 18030; not all of its characters have a name there.
    private static let foundationEncoding = String.Encoding(rawValue: 0x8000_0632)

    private static func gb18030(_ block: UnsafeRawBufferPointer) -> [UInt8]? {
        if block.isEmpty { return [] }
        guard GB18030Check.firstInvalidByte(in: block) == nil,
            let text = String(data: Data(block), encoding: foundationEncoding)
        else { return nil }
        return text.unicodeScalars.contains("\u{FFFD}") ? nil : Array(text.utf8)
    }

    private mutating func decodeUTF16(from start: Int, line: Int, file: String) throws(Fault) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(size / 2 + 1)
        var position = start
        while position + 1 < bytes.count, units.count < size / 2 || units.last.map(UTF16.isLeadSurrogate) == true {
            let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
            units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
            position += 2
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(units.count * 3)
        let isWrong = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { decoded.append($0) })
        guard !isWrong, position > start, position + 1 != bytes.count else {
            let lines = decoded.count { $0 == .lineFeed }
            throw .undecodable(encoding, at: Place(file: file, line: line + lines))
        }
        offset = position
        return decoded
    }
}
