import TestSupport

/// Damages files as they are damaged in practice, and beyond: bits, pieces lost, doubled, moved, mixed with other files,
/// and pieces that readers are known to stumble over. The same seed makes the same damage.
struct Mutator {
    private var random: SeededGenerator
    private let others: [[UInt8]]

    /// - Parameter others: files to take pieces from.
    init(seed: UInt64, others: [[UInt8]]) {
        random = SeededGenerator(seed: seed)
        self.others = others
    }

    /// Bytes and words that readers stumble over.
    private static let pieces: [[UInt8]] =
        [[0], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xBD, 0xAD], [0xED, 0xA0, 0x80], [0x1B], [0xC0, 0x80]]
        + [
            "\"", "\"\"", ",", ";", "\t", "|", "\r\n", "\r", "\n", "-", "--", "~", "NaN", "inf", "1e308", "1e-400",
            "-0",
            "9223372036854775808", "99999999999999999999999999", "0x7f", "0001", "9999-Q4", "2016/9999", "2016-13",
            "2020-02-30",
            "2020-W99", "{", "}", "[", "]", ":", ": ", "- ", "&a ", "*a", "!!binary ", "|\n", ">", "<", "</", "<!--",
            "]]>",
            "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&lt;", "&#0;", "&#x110000;", "&b;", "<?xml",
            "xmlns:a=\"b\"",
            "../", "/etc/passwd", "%", "\\u0000", "\\ud800", "null", "true", "1e9999", "江", "\u{202E}", "\u{FEFF}",
            "e\u{301}",
            "XFD1048577", "A0", "ZZZZZZZ1", " ", "　",
        ].map { Array($0.utf8) }

    /// A damaged copy; one file of several is damaged, sometimes one is left out.
    mutating func damaged(_ value: FuzzCase) -> FuzzCase {
        var value = value
        guard let name = value.names.randomElement(using: &random), let bytes = value.files[name] else { return value }
        if value.files.count > 1, Int.random(in: 0..<40, using: &random) == 0 {
            value.files[name] = nil
        } else {
            value.files[name] = damaged(bytes)
        }
        return value
    }

    private mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...64, using: &random))
            switch Int.random(in: 0..<10, using: &random) {
            case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
            case 1: if start < bytes.count { bytes[start] = UInt8.random(in: .min ... .max, using: &random) }
            case 2: bytes.insert(contentsOf: piece(), at: start)
            case 3: bytes.replaceSubrange(start..<end, with: piece())
            case 4: bytes.removeSubrange(start..<end)
            case 5: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 6: repeatPiece(of: &bytes, start..<end)
            case 7: splice(into: &bytes, at: start)
            case 8: swapLines(of: &bytes)
            default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(start...) }
            }
        }
        return bytes
    }

    private mutating func piece() -> [UInt8] { Self.pieces.randomElement(using: &random) ?? [] }

    /// The same piece up to some thousand times: depth, width, length.
    private mutating func repeatPiece(of bytes: inout [UInt8], _ range: Range<Int>) {
        let piece = Bool.random(using: &random) ? Array(bytes[range]) : piece()
        let count = 1 << Int.random(in: 1...12, using: &random)
        guard piece.count * count < 1 << 17 else { return }
        bytes.insert(contentsOf: (0..<count).flatMap { _ in piece }, at: range.lowerBound)
    }

    private mutating func splice(into bytes: inout [UInt8], at position: Int) {
        guard let other = others.randomElement(using: &random), !other.isEmpty else { return }
        let start = Int.random(in: 0..<other.count, using: &random)
        let end = min(other.count, start + Int.random(in: 1...256, using: &random))
        bytes.insert(contentsOf: other[start..<end], at: position)
    }

    private mutating func swapLines(of bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        guard lines.count > 1, lines.count < 5000 else { return }
        lines.swapAt(
            Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
        bytes = Array(lines.joined(separator: [10]))
    }
}
