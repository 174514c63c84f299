import Testing

@testable import Spreadsheets
import TestSupport

/// Numbers as statistics print them.
struct DecimalNumberTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", -0.0, 0), ("-0.00", -0.0, 2), ("7", 7, 0), ("-3.10", -3.1, 2), ("-3.1", -3.1, 1),
            ("100000", 100_000, 0), ("0.001", 0.001, 3), ("00.5", 0.5, 1), ("1e5", 100_000, -5), ("1E5", 100_000, -5),
            ("1.5e3", 1500, -2), ("1e-3", 0.001, 3), ("1.25e+1", 12.5, 1), ("1e300", 1e300, -300),
            ("9007199254740993", 9_007_199_254_740_992, 0), ("123456789012345", 123_456_789_012_345, 0),
            ("0.1234567890123456789", 0.1234567890123456789, 19), ("1e0005", 100_000, -5),
        ] as [(String, Double, Int)])
    func reads(text: String, value: Double, decimals: Int) throws {
        let number = try #require(DecimalNumber(text))
        #expect(number.value.bitPattern == value.bitPattern)
        #expect(number.decimals == decimals)
    }

    @Test(arguments: [
        "", " ", "-", "+", ".", "-.", "e", "e5", "nan", "NaN", "-nan", "inf", "-inf", "Infinity", "1,234", "1.234,5",
        "1 234",
        "1_000", "1'000", "1e400", "-1e400", "1e99999", "1e999999999999999999999", ".5", "-.5", "5.", "+5", "0x10",
        "0b1",
        "１２", "٣", "½", "1.2.3", "1..2", "--1", "-+1", "1-", "1e", "1e+", "1e-", "1e1.5", "1e5e5", " 1", "1 ", "1\n",
        "1\0", "\01",
        "1%", "1e５", "一", "…", "—", "−1", "1\u{301}", "(1)", "$1", "1d5", "1f", "NULL", "n/a",
    ])
    func refuses(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test func longNumbers() {
        #expect(DecimalNumber(String(repeating: "1", count: 60))?.value == Double(String(repeating: "1", count: 60)))
        #expect(DecimalNumber(String(repeating: "1", count: 61)) == nil)
        #expect(DecimalNumber("0." + String(repeating: "1", count: 58))?.decimals == 58)
        #expect(DecimalNumber("0." + String(repeating: "1", count: 59)) == nil)
        #expect(DecimalNumber(String(repeating: "9", count: 1_000_000)) == nil)
    }

    /// Bit for bit the double Swift's own correctly rounding parser gives, and the decimals counted another way.
    @Test(arguments: [1, 15, 22, 1990] as [UInt64])
    func valueIsTheNearestDouble(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50_000 {
            let (text, decimals) = Self.number(using: &generator)
            let number = DecimalNumber(text)
            if number?.value.bitPattern != Double(text)?.bitPattern || number?.decimals != decimals {
                Issue.record("\(text) is read as \(String(describing: number))")
            }
        }
    }

    /// In place up to a separator the same number as alone, or none; every number of up to 19 digits is nearest.
    @Test(arguments: [3, 8] as [UInt64]) func plainNumbersAreTheSame(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<50_000 {
            var text = Self.number(using: &generator).text
            if generator.uniform() < 0.7 {
                let whole = String(Int.random(in: 0...99_999, using: &generator))
                let decimals = (0..<Int.random(in: 1...14, using: &generator))
                    .map { _ in String(Int.random(in: 0...9, using: &generator)) }
                text = whole + "." + decimals.joined()
            }
            let bytes = Array((text + "\t").utf8)
            var position = 0
            let value = bytes.withUnsafeBytes { DecimalNumber.plain(in: $0, at: &position, before: 9) }
            guard let value else {
                #expect(position == 0)
                continue
            }
            read += 1
            if value.bitPattern != Double(text)?.bitPattern || position != bytes.count - 1 {
                Issue.record("\(text) is read as \(value)")
            }
        }
        #expect(read > 30_000)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1e5", "1,5", "--1", "+1", "1 ", "12345678901234567890", "1"])
    func notPlain(text: String) {
        let bytes = Array((text == "1" ? text : text + "\t").utf8)
        var position = 0
        let value = bytes.withUnsafeBytes { DecimalNumber.plain(in: $0, at: &position, before: 9) }
        #expect(value == nil)
        #expect(position == 0)
    }

    /// A random number, its length and exponent around the places where the fast way ends (15 digits, 10^22).
    static func number(using generator: inout SeededGenerator) -> (text: String, decimals: Int) {
        func digits(_ count: Int) -> String {
            String(decoding: (0..<count).map { _ in UInt8.random(in: 48...57, using: &generator) }, as: UTF8.self)
        }
        var text = Bool.random(using: &generator) ? "-" : ""
        text += digits(.random(in: 1...19, using: &generator))
        var decimals = 0
        if Bool.random(using: &generator) {
            decimals = .random(in: 1...25, using: &generator)
            text += "." + digits(decimals)
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
            let exponent = Int.random(in: -45...45, using: &generator)
            text +=
                (Bool.random(using: &generator) ? "e" : "E") + (exponent < 0 ? "" : ["", "+"][exponent % 2])
                + "\(exponent)"
            decimals -= exponent
        }
        return (text, decimals)
    }
}
