import StatisticalData
import TestSupport
import Testing

@testable import Spreadsheets

/// Text tables of other programs, taken apart row by row.
struct DelimitedReaderTests {
    private static func read(
        _ text: String, limits: CSVLimits = CSVLimits(), _ separator: Dialect.Separator = .comma
    ) -> (rows: [TableRow], faults: [Fault]) {
        var text = text
        return text.withUTF8 { bytes in
            var reader = DelimitedReader(
                UnsafeRawBufferPointer(bytes), file: "t", dialect: Dialect(separator: separator), limits: limits)
            var rows: [TableRow] = []
            var faults: [Fault] = []
            while true {
                do throws(Fault) {
                    guard let row = try reader.next() else { return (rows, faults) }
                    rows.append(row)
                } catch {
                    faults.append(error)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("a\rb\r\nc\n", [["a"], ["b"], ["c"]]),
            ("5\" pipe,x\n", [["5\" pipe", "x"]]), ("\"a\"\"b\",\"\"\n", [["a\"b", ""]]),
            ("\"a\nb\" ,c\n", [["a\nb", "c"]]), (",\n", [["", ""]]), ("\n\na\n", [[""], [""], ["a"]]), ("", []),
            ("\"x\"", [["x"]]), ("a,", [["a", ""]]),
        ] as [(String, [[String]])])
    func rows(text: String, expected: [[String]]) {
        let (rows, faults) = Self.read(text)
        #expect(rows.map { $0.cells.map(\.text) } == expected)
        #expect(faults == [])
    }

    @Test func linesAreThoseOfTheFile() {
        let (rows, _) = Self.read("a\n\"x\r\ny\rz\"\nb\r\nc\n")
        #expect(rows.map(\.line) == [1, 2, 5, 6])
    }

    @Test func aFaultyRowHidesNoOther() {
        let (rows, faults) = Self.read("a,b\n\"open,1\nc,2\n\"x\"y,3\nd,4\n")
        #expect(rows.map { $0.cells[0].text } == ["a", "c", "d"])
        #expect(faults.map(\.code) == ["csv-stray-quote", "csv-stray-quote"])
        #expect(faults.map(\.place.line) == [2, 4])
        let open = Self.read("a\n\"b\nc\nd\n")
        #expect(open.faults == [Fault("csv-unclosed-quote", at: Place(file: "t", line: 2, column: "1"))])
        #expect(open.rows.map(\.line) == [1, 3, 4])
    }

    /// Going back over several blocks: a quote never closed before half a megabyte of good rows.
    @Test(arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian])
    func aQuoteNeverClosedHidesNoRowOfALargeFile(encoding: TextEncoding) throws {
        let count = 20_000
        let text = "表,b\n\"open,1\n" + (0..<count).map { "江苏,\($0)\n" }.joined()
        let bytes = try DialectTests.bytes(text, encoding, marked: true)
        let (_, rows, faults) = try DialectTests.rows(bytes)
        #expect(rows.count == count + 1)
        #expect(rows.last == ["江苏", String(count - 1)])
        #expect(faults.map(\.code) == ["csv-unclosed-quote"])
        #expect(faults.map(\.place.line) == [2])
    }

    @Test func limitsHold() {
        let limits = CSVLimits(columns: 2, fieldBytes: 3)
        let (rows, faults) = Self.read("a,b,c\nabcd,1\n\"ab\ncd\",1\nok,1\n", limits: limits)
        #expect(rows.map { $0.cells[0].text } == ["cd\"", "ok"])
        #expect(faults.map(\.code) == ["csv-too-many-columns", "csv-field-too-long", "csv-field-too-long"])
    }

    /// Blocks of any size give the same rows: characters and line ends may fall apart anywhere.
    @Test func blocksDoNotShow() throws {
        let text = "指标,\"a\"\"b\r\nc\"\r\n😀,x\r\ny,𠮷\r\n"
        for encoding in TextEncoding.allCases {
            let bytes = try DialectTests.bytes(text, encoding, marked: true)
            let whole: [UInt8] = Array(text.utf8)
            for size in 8...20 {
                try bytes.withUnsafeBytes { raw in
                    var blocks = TextBlocks(raw, encoding: encoding, size: size)
                    var decoded: [UInt8] = []
                    while let block = try blocks.next(line: 1, file: "t") { decoded += block }
                    #expect(decoded == whole, "\(encoding) \(size)")
                }
            }
        }
    }

    /// Seed 20261125: what a writer wrote in any dialect comes back, and broken bytes end in rows or faults.
    @Test func randomTables() throws {
        var random = SeededGenerator(seed: 20_261_125)
        let pieces = ["a", "\"", ",", ";", "\t", "|", "\n", "\r\n", " ", "江", "😀", "1,5", "-", "0.25"]
        for _ in 0..<150 {
            let separator = Dialect.Separator.allCases.randomElement(using: &random) ?? .comma
            let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                }
            }
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(
                    separator: String(separator.character))
                    + "\n"
            }.joined()
            let (read, faults) = Self.read(text, separator)
            #expect(read.map { $0.cells.map(\.text) } == rows)
            #expect(faults == [])
            var broken = Array(text.utf8)
            for _ in 0..<3 {
                broken[Int.random(in: broken.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
                guard let result = try? DialectTests.rows(broken, Dialect.Choice(encoding: encoding)) else { continue }
                #expect(result.1.count + result.2.count <= broken.count)
            }
        }
    }
}
