import Foundation
import Testing

@testable import Reports
import TestSupport

/// Tables commands print: all digits for machines, rounded and aligned for readers, missing never a number.
struct OutputTableTests {
    private static let table = OutputTable(
        header: ["unit", "score", "rank"],
        rows: [
            [.word("a"), .number(1.0 / 3), .number(2)], [.word("b, \"east\""), .number(nil), .number(nil)],
            [.word("江苏"), .number(-2.5), .number(1)],
        ])

    @Test func csv() throws {
        let expected = "unit,score,rank\na,\(1.0 / 3),2\n\"b, \"\"east\"\"\",NA,NA\n江苏,-2.5,1\n"
        #expect(try Self.table.text(.csv) == expected)
    }

    @Test func json() throws {
        let text = try Self.table.text(.json)
        #expect(text.hasSuffix("]\n"))
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let rows = try #require(read as? [[String: Any]])
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { Set($0.keys) == ["unit", "score", "rank"] })
        #expect(rows[0]["score"] as? Double == 1.0 / 3)
        #expect(rows[0]["rank"] as? Int == 2)
        #expect(rows[1]["unit"] as? String == "b, \"east\"")
        #expect(rows[1]["score"] is NSNull)
        #expect(rows[1]["rank"] is NSNull)
        #expect(rows[2]["unit"] as? String == "江苏")
    }

    /// Columns begin below each other; a Chinese character takes two places.
    @Test func aligned() throws {
        // The widest cell of the first column is b, "east" with 9 places, of the second -2.5/0.3333 or score with 6.
        let expected = """
            unit       score   rank
            a          0.3333  2
            b, "east"  NA      NA
            江苏       -2.5    1

            """
        #expect(try Self.table.text(.table) == expected)
    }

    static let numbers: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (12, "12"), (1.5, "1.5"), (1.23456, "1.2346"), (-1.23456, "-1.2346"),
        (0.00001, "0"), (-0.00001, "0"), (99.99999, "100"), (0.1 + 0.2, "0.3"), (1e12 + 0.5, "1000000000000.5"),
        (123_456.78912, "123456.7891"), (2e14, "200000000000000"),
    ]

    @Test(arguments: numbers) func rounding(_ number: Double, _ text: String) throws {
        let table = OutputTable(header: ["x"], rows: [[.number(number)]])
        #expect(try table.text(.table) == "x\n\(text)\n")
    }

    /// What is written for machines reads back as the same double.
    @Test(arguments: 1...20) func allDigits(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let numbers = (0..<20).map { _ in
            Double.random(in: -1...1, using: &generator) * pow(10, Double(Int.random(in: -12...12, using: &generator)))
        }
        let table = OutputTable(header: ["x"], rows: numbers.map { [.number($0)] })
        let csv = try table.text(.csv).split(separator: "\n").dropFirst().map { Double($0) }
        #expect(csv == numbers)
        // Foundation's JSONSerialization loses the last digit on Linux, JSONDecoder does not.
        let read = try JSONDecoder().decode([[String: Double]].self, from: Data(try table.text(.json).utf8))
        #expect(read.map { $0["x"] } == numbers)
    }

    @Test(arguments: OutputTable.Format.allCases) func withoutRows(_ format: OutputTable.Format) throws {
        let text = try OutputTable(header: ["unit", "rank"], rows: []).text(format)
        switch format {
        case .csv: #expect(text == "unit,rank\n")
        case .table: #expect(text == "unit  rank\n")
        case .json: #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Int]] == [])
        }
    }

    /// Keys stand in the order of the columns; text is escaped, a number that is none is an error.
    @Test func jsonText() throws {
        let table = OutputTable(
            header: ["z", "a/b"], rows: [[.word("\"\n"), .number(1e-7)], [.number(nil), .number(-2)]])
        let expected = """
            [
              {
                "z" : "\\"\\n",
                "a/b" : 1e-07
              },
              {
                "z" : null,
                "a/b" : -2
              }
            ]

            """
        #expect(try table.text(.json) == expected)
        #expect(throws: EncodingError.self) {
            try OutputTable(header: ["x"], rows: [[.number(.nan)]]).text(.json)
        }
    }

    @Test(arguments: OutputTable.Format.allCases) func sameBytes(_ format: OutputTable.Format) throws {
        #expect(try Self.table.text(format) == Self.table.text(format))
    }

    /// A word that reads like a number or like NA stays a word where the format can tell.
    @Test func wordsStayWords() throws {
        let table = OutputTable(header: ["x"], rows: [[.word("12")], [.word("NA")]])
        let read = try JSONSerialization.jsonObject(with: Data(try table.text(.json).utf8)) as? [[String: String]]
        #expect(read == [["x": "12"], ["x": "NA"]])
    }
}
