import Foundation
import StatisticalData
import Testing

@testable import Spreadsheets

/// Encoding, separator, decimal mark and line ends are found from the bytes.
struct DialectTests {
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    static func bytes(_ text: String, _ encoding: TextEncoding, marked: Bool) throws -> [UInt8] {
        let body: [UInt8] =
            switch encoding {
            case .utf8: Array(text.utf8)
            case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            case .gb18030: Array(try #require(text.data(using: gb18030)))
            }
        return (marked ? encoding.mark : []) + body
    }

    static func rows(_ bytes: [UInt8], _ choice: Dialect.Choice = .init()) throws -> (Dialect, [[String]], [Fault]) {
        try bytes.withUnsafeBytes { raw in
            let dialect = try Dialect.detect(raw, file: "t", choice: choice)
            var reader = DelimitedReader(raw, file: "t", dialect: dialect)
            var rows: [[String]] = []
            var faults: [Fault] = []
            while true {
                do throws(Fault) {
                    guard let row = try reader.next() else { break }
                    rows.append(row.cells.map(\.text))
                } catch {
                    faults.append(error)
                    if error.code == "text-undecodable" { break }
                }
            }
            return (dialect, rows, faults)
        }
    }

    @Test(arguments: TextEncoding.allCases, [true, false])
    func encodings(encoding: TextEncoding, marked: Bool) throws {
        let text = "指标,地区,数值\n细颗粒物,江苏省😀𠮷,38\n"
        let choice = Dialect.Choice(encoding: marked || encoding == .utf8 || encoding == .gb18030 ? nil : encoding)
        let (dialect, rows, faults) = try Self.rows(Self.bytes(text, encoding, marked: marked), choice)
        #expect(dialect.encoding == encoding)
        #expect(dialect.hasByteOrderMark == (marked && encoding != .gb18030))
        #expect(rows == [["指标", "地区", "数值"], ["细颗粒物", "江苏省😀𠮷", "38"]])
        #expect(faults == [])
    }

    @Test(arguments: [
        ("a,b\n1,2\n", Dialect.Separator.comma, Dialect.DecimalMark.point, Dialect.LineEnds.lf),
        ("a;b\r\n1,5;2\r\n", .semicolon, .comma, .crlf), ("a\tb\r1\t2\r", .tab, .point, .cr),
        ("a|b\n1|2\r\n", .bar, .point, .mixed), ("a;b", .semicolon, .point, .none),
        // A comma before three digits may group them: only a number that can be nothing else decides.
        ("a;b\n1,234;x\n", .semicolon, .point, .lf), ("a;b\n1,234;0,381\n", .semicolon, .comma, .lf),
        ("a;b\n1,5;2.5\n", .semicolon, .point, .lf), ("a;b\n\"x;y\";\"1,25\"\n", .semicolon, .comma, .lf),
        ("Title, with a comma\na;b;c\n1;2;3\n4;5;6\n", .semicolon, .point, .lf),
    ])
    func forms(
        text: String, separator: Dialect.Separator, decimal: Dialect.DecimalMark, lines: Dialect.LineEnds
    ) throws {
        let dialect = try Self.rows(Array(text.utf8)).0
        #expect(dialect == Dialect(separator: separator, decimal: decimal, lineEnds: lines))
    }

    @Test func choicesAreTakenAsSaid() throws {
        let choice = Dialect.Choice(encoding: .gb18030, separator: .bar, decimal: .comma)
        let (dialect, rows, _) = try Self.rows(Array("a,b\n1,2\n".utf8), choice)
        #expect(dialect == Dialect(encoding: .gb18030, separator: .bar, decimal: .comma, lineEnds: .lf))
        #expect(rows == [["a,b"], ["1,2"]])
    }

    @Test func emptyAndMixedFilesAreRefused() throws {
        #expect(throws: Fault("csv-empty", at: Place(file: "t", line: 1))) { try Self.rows([]) }
        #expect(throws: Fault("csv-empty", at: Place(file: "t", line: 1))) { try Self.rows([0xEF, 0xBB, 0xBF]) }
        let mixed = Array("a,b\n1,".utf8) + [0xBD, 0xAD] + Array("\n2,中\n3,x\n".utf8)
        #expect(throws: Fault("text-mixed-encoding", at: Place(file: "t", line: 2, column: "2"))) {
            try Self.rows(mixed)
        }
    }

    @Test func brokenTextIsNamedByItsLine() throws {
        for (bytes, encoding, line) in [
            (
                Array("a\nb\nc\n".utf16.flatMap { [UInt8($0 & 255), 0] }) + [0x00, 0xD8, 0x41, 0], .utf16LittleEndian, 4
            ),
            ([0xFE, 0xFF, 0, 0x61, 0], .utf16BigEndian, 1),
            (Array("a\nb".utf8) + [0xFF] + Array("\n".utf8), .utf8, 2),
            (Array("a\n".utf8) + [0x81, 0x20] + Array("\n".utf8), .gb18030, 2),
        ] as [([UInt8], TextEncoding, Int)] {
            var found: [Fault] = []
            do {
                found = try Self.rows(bytes, Dialect.Choice(encoding: encoding)).2
            } catch let fault as Fault {
                found = [fault]
            }
            #expect(found.map(\.code) == ["text-undecodable"], "\(encoding)")
            #expect(found.first?.place.line == line, "\(encoding)")
        }
    }
}
