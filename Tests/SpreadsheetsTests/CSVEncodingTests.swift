import StatisticalData
import Testing

@testable import Spreadsheets
import TestSupport

/// Bytes that were promised as UTF-8 and are something else.
struct CSVEncodingTests {
    /// The number of the byte named in the refusal of a file, counted from 1.
    static func byteNamed(_ bytes: [UInt8]) -> String? {
        do throws(Faults) {
            _ = try Reading(bytes)
            return nil
        } catch {
            return error.list.first?.code == "csv-not-utf8"
                ? error.list.first?.arguments["byte"] : error.list.first?.code
        }
    }

    /// `江苏` is BD AD CB D5 in GB 18030; BD is no first byte of UTF-8.
    @Test func chineseInGB18030() {
        let before = Array("area,name\n320000,".utf8)
        #expect(Self.byteNamed(before + [0xBD, 0xAD, 0xCB, 0xD5] + Array("\n".utf8)) == String(before.count + 1))
    }

    @Test func markThenGB18030() {
        #expect(Self.byteNamed([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xBD, 0xAD, 0x0A]) == "6")
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], [0xFE, 0xFF, 0x00, 0x61, 0x00, 0x0A],
            [0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0],
        ] as [[UInt8]])
    func wideTextWithMark(bytes: [UInt8]) {
        #expect(Self.byteNamed(bytes) == "1")
    }

    /// No table holds zero bytes: they are the sign of UTF-16 or of a binary file, and end texts in databases.
    @Test(arguments: ["a,b\nx\0y,2\n", "a\0b,c\n", "\0", "a,b\n1,\"\0\"\n", "a,b\n1,2\n\0"])
    func zeroBytes(text: String) {
        let faults = Reading.refusal(of: Array(text.utf8))
        #expect(faults.count == 1 && faults.first != "csv-cut-off:1:1")
    }

    /// UTF-16 without a mark is UTF-8 with zero bytes: legible to nobody, but no crash and no silent success.
    @Test func wideTextWithoutMark() throws {
        let wide = "area,name\n1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let faults = try #require(throws: Faults.self) {
            try CSVTable(wide, file: "f.csv", required: ["area", "name"])
        }
        #expect(!faults.list.isEmpty)
    }

    /// Well-formed sequences after Unicode 15, table 3-7, and their neighbours that are not.
    @Test(
        arguments: [
            ([0xC0, 0x80], 1), ([0xC1, 0xBF], 1), ([0xC2, 0x80], nil), ([0xDF, 0xBF], nil), ([0xC2, 0x7F], 1),
            ([0xE0, 0x80, 0xAF], 1), ([0xE0, 0x9F, 0xBF], 1), ([0xE0, 0xA0, 0x80], nil), ([0xED, 0x9F, 0xBF], nil),
            ([0xED, 0xA0, 0x80], 1), ([0xED, 0xBF, 0xBF], 1), ([0xEE, 0x80, 0x80], nil), ([0xF0, 0x8F, 0xBF, 0xBF], 1),
            ([0xF0, 0x90, 0x80, 0x80], nil), ([0xF4, 0x8F, 0xBF, 0xBF], nil), ([0xF4, 0x90, 0x80, 0x80], 1),
            ([0xF5, 0x80, 0x80, 0x80], 1), ([0xFE], 1), ([0xFF], 1), ([0x80], 1), ([0xBF], 1), ([0x61, 0x80], 2),
            ([0xE6, 0xB1], 1), ([0x61, 0xE6, 0xB1, 0x9F, 0xE8, 0x8B], 5), ([0xF0, 0x9F, 0x91], 1), ([0xC2], 1),
            ([0xE6, 0xB1, 0x41], 1), ([0xF0, 0x9F, 0x91, 0x41], 1), ([0, 0, 0], 1),
            ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x80], 11),
        ] as [([UInt8], Int?)])
    func sequences(bytes: [UInt8], invalid: Int?) {
        #expect(bytes.withUnsafeBytes { UTF8Check.firstInvalidByte(in: $0) } == invalid.map { $0 - 1 })
    }

    /// Cut off in the middle of a character at the end of the file.
    @Test(arguments: [1, 2])
    func truncatedAtTheEnd(bytesLeft: Int) {
        let whole = Array("a\nx江".utf8)
        #expect(Self.byteNamed(Array(whole.prefix(3 + bytesLeft))) == "4")
    }

    /// Against Swift's own check on random bytes; what stands before the byte named is in order.
    @Test(arguments: [4, 180] as [UInt64])
    func agreesWithSwift(seed: UInt64) {
        let interesting: [UInt8] = [
            0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
        ]
        var generator = SeededGenerator(seed: seed)
        var counts = (valid: 0, invalid: 0)
        for _ in 0..<20_000 {
            var bytes = Array("x江é👩".utf8.prefix(Int.random(in: 0...10, using: &generator)))
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                bytes.append(interesting.randomElement(using: &generator) ?? 0)
            }
            let invalid = bytes.withUnsafeBytes { UTF8Check.firstInvalidByte(in: $0) }
            #expect((invalid == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
            if let invalid {
                counts.invalid += 1
                #expect(String(validating: bytes.prefix(invalid), as: UTF8.self) != nil, "\(bytes)")
            } else {
                counts.valid += 1
            }
        }
        #expect(counts.valid > 1000 && counts.invalid > 1000)
    }
}
