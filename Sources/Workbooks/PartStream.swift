import Foundation
import Spreadsheets
import ZipFiles

/// The bytes of a part as a stream, watched on the way: a document type declaration, another encoding than UTF-8 and
/// more bytes than allowed end it. Foundation's parser stops the program at a name that is not UTF-8, so none reaches it.
final class PartStream: InputStream {
    /// Why a stream ended before its end.
    enum Refusal {
        case doctype
        case encoding
        case limit
        case damaged
    }

    private(set) var refusal: Refusal?
    private let entry: ZipEntry
    private var left: Int
    private var isAtStart = true
    private var isAtEnd = false
    private var tail: [UInt8] = []
    /// The beginning of a character whose end has not been read.
    private var unfinished: [UInt8] = []

    private static let doctype = Array("<!DOCTYPE".utf8)

    init(_ entry: ZipEntry) {
        self.entry = entry
        left = entry.limit
        super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { !isAtEnd && refusal == nil }
    override var streamError: (any Error)? { nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
        guard refusal == nil, !isAtEnd else { return 0 }
        let count = entry.read(UnsafeMutableRawBufferPointer(start: buffer, count: length))
        guard count > 0 else {
            isAtEnd = true
            if count < 0 { refusal = .damaged }
            return 0
        }
        left -= count
        refusal = left < 0 ? .limit : examine(UnsafeBufferPointer(start: buffer, count: count))
        return refusal == nil ? count : 0
    }

    private func examine(_ bytes: UnsafeBufferPointer<UInt8>) -> Refusal? {
        if isAtStart {
            isAtStart = false
            guard Self.beginsPlainly(bytes) else { return .encoding }
        }
        let window = tail + bytes
        if window.contains(0) || !isText(bytes) { return .encoding }
        if Self.holdsDoctype(window) { return .doctype }
        tail = Array(window.suffix(Self.doctype.count - 1))
        return nil
    }

    /// Whether the bytes go on as UTF-8; a character may go on in the next ones.
    private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = unfinished + bytes
        guard let end = text.withUnsafeBytes({ UTF8Check.firstInvalidByte(in: $0) }) else {
            unfinished = []
            return true
        }
        unfinished = Array(text[end...].prefix(4))
        let length =
            switch text[end] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        return text.count - end < length && unfinished.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// UTF-8 with or without byte order mark, and no other encoding declared: another one could hide a declaration.
    private static func beginsPlainly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let head = String(decoding: body.prefix(300), as: UTF8.self).lowercased()
        guard head.drop(while: \.isWhitespace).hasPrefix("<") else { return false }
        guard head.hasPrefix("<?xml") else { return true }
        let declaration = head.prefix { $0 != ">" }
        guard let found = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else {
            return !declaration.contains("encoding")
        }
        return ["utf-8", "us-ascii", "ascii"].contains(found.1)
    }

    private static func holdsDoctype(_ window: [UInt8]) -> Bool {
        var start = 0
        while let sign = window[start...].firstIndex(of: UInt8(ascii: "<")) {
            let candidate = window[sign...].prefix(doctype.count)
            if candidate.count == doctype.count, zip(candidate, doctype).allSatisfy({ $0 & 0xDF == $1 & 0xDF }) {
                return true
            }
            start = sign + 1
        }
        return false
    }
}
