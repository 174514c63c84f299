import StatisticalData
import Testing

@testable import Spreadsheets
import TestSupport

/// What the writer writes, the reader reads; and what anybody else writes, it reads as a plain reader does.
struct CSVRoundTripTests {
    static let pieces = [
        "", "a", "1", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "江苏", "绿色发展", "👩‍👩‍👧", "e\u{301}", "\t", "\u{FEFF}",
    ]

    static func text(using generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }

    @Test(arguments: [1, 4180, 320_000] as [UInt64])
    func writerThenReader(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let width = Int.random(in: 1...5, using: &generator)
            let header = (0..<width).map { "column \($0)" }
            let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                header.map { _ in Self.text(using: &generator) }
            }
            var writer = CSVWriter()
            writer.row(header)
            for row in rows { writer.row(row) }
            for text in [writer.text, CSVWriter.byteOrderMark + writer.text] {
                let reading = try Reading(text)
                #expect(reading.header == header)
                #expect(reading.rows.elementsEqual(rows) { $0.elementsEqual($1) { $0.utf8.elementsEqual($1.utf8) } })
                #expect(reading.faults.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), (" x ", " x "), ("江苏", "江苏"), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""),
        ("a\nb", "\"a\nb\""),
        ("a\r\nb", "\"a\r\nb\""), ("\r", "\"\r\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ])
    func quoting(field: String, written: String) {
        var writer = CSVWriter()
        writer.row([field, "z"])
        #expect(writer.text == written + ",z\n")
    }

    /// What a spreadsheet program would run is kept from running; numbers and plain text stay as they are.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+A1", "'+A1"), ("-A1", "'-A1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("-3.10", "-3.10"),
        ("-", "'-"), ("1=1", "1=1"), ("江苏", "江苏"), ("", ""), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func formulas(field: String, written: String) {
        var guarded = CSVWriter(isForSpreadsheets: true)
        guarded.row(["z", field])
        #expect(guarded.text.unicodeScalars.elementsEqual("\u{FEFF}z,\(written)\n".unicodeScalars))
        var plain = CSVWriter()
        plain.row(["z", field])
        #expect(ReferenceReader.rows(plain.text) == [["z", field]])
    }

    /// Files as other programs write them: quotes where none are needed, both line ends, with or without mark.
    @Test(arguments: [2, 99, 2017] as [UInt64])
    func agreesWithThePlainReader(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let width = Int.random(in: 1...4, using: &generator)
            var text = Bool.random(using: &generator) ? CSVWriter.byteOrderMark : ""
            for line in 0..<Int.random(in: 1...5, using: &generator) {
                let fields = (0..<width).map { line == 0 ? "column \($0)" : Self.text(using: &generator) }
                let written = fields.map { field in
                    // A field may stand without quotes where nothing in it needs them.
                    let isPlain = !field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
                    if isPlain, Bool.random(using: &generator) { return field }
                    return "\""
                        + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                        + "\""
                }
                text += written.joined(separator: ",") + (Bool.random(using: &generator) ? "\r\n" : "\n")
            }
            let reading = try Reading(text)
            #expect([reading.header] + reading.rows == ReferenceReader.rows(text), "\(text.debugDescription)")
            #expect(reading.faults.isEmpty)
        }
    }
}
