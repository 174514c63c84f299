import StatisticalData
import Testing

@testable import Spreadsheets

/// Files that are wrong: each fault named at its place, and reading goes on.
struct CSVFaultTests {
    /// Each row: a text after the header `a,b`, the faults, the first fields of the rows that can be read, their lines.
    @Test(
        arguments: [
            ("1\n2,2\n", ["csv-field-count:2:-"], ["2"], [3]),
            ("1,2,3\n2,2\n", ["csv-field-count:2:-"], ["2"], [3]),
            (
                "1\n2,2\n3,3,3\n\n4,4\n", ["csv-field-count:2:-", "csv-field-count:4:-", "csv-field-count:5:-"],
                ["2", "4"], [3, 6]
            ),
            ("\n", ["csv-field-count:2:-"], [], []),
            ("1,2", ["csv-cut-off:2:b"], [], []), ("1,", ["csv-cut-off:2:b"], [], []),
            ("1", ["csv-cut-off:2:a"], [], []),
            ("1,\"2\"", ["csv-cut-off:2:b"], [], []), ("0,0\n1,2\r", ["csv-cut-off:3:b"], ["0"], [2]),
            ("x\"y,2\n2,2\n", ["csv-stray-quote:2:a"], ["2"], [3]),
            ("1,x\"\n2,2\n", ["csv-stray-quote:2:b"], ["2"], [3]),
            ("\"x\"y,2\n2,2\n", ["csv-stray-quote:2:a"], ["2"], [3]),
            ("1, \"x\"\n2,2\n", ["csv-stray-quote:2:b"], ["2"], [3]),
            ("\"x\"\r,2\n2,2\n", ["csv-stray-quote:2:a"], ["2"], [3]),
            ("\"x\ny\"z,2\n2,2\n", ["csv-stray-quote:2:a"], ["2"], [4]),
            ("0,0\n1,\"2\n2,2\n3,3\n", ["csv-unclosed-quote:3:b"], ["0"], [2]),
            ("\"", ["csv-unclosed-quote:2:a"], [], []), ("\"\"\"\n", ["csv-unclosed-quote:2:a"], [], []),
            ("1,2,3,\"\n2,2\n", ["csv-unclosed-quote:2:4"], [], []),
        ] as [(String, [String], [String], [Int])])
    func rows(text: String, faults: [String], first: [String], lines: [Int]) throws {
        let reading = try Reading("a,b\n" + text)
        #expect(reading.faultTexts == faults)
        #expect(reading.rows.map { $0[0] } == first)
        #expect(reading.lines == lines)
    }

    @Test(
        arguments: [
            ("", ["csv-empty:0:-"]), ("\u{FEFF}", ["csv-empty:0:-"]), ("a,b", ["csv-cut-off:1:2"]),
            ("a", ["csv-cut-off:1:1"]),
            ("\n", ["csv-unnamed-column:1:1"]), ("a,,b\n", ["csv-unnamed-column:1:2"]),
            (",\r\n", ["csv-unnamed-column:1:1", "csv-unnamed-column:1:2"]),
            ("a,b,a,b,a\n", ["csv-repeated-column:1:a", "csv-repeated-column:1:b", "csv-repeated-column:1:a"]),
            ("a,\"b\n1,2\n", ["csv-unclosed-quote:1:2"]), ("a\"b,c\n", ["csv-stray-quote:1:1"]),
            ("a,b\r1,2\r", ["csv-cut-off:1:3"]),
        ] as [(String, [String])])
    func headers(text: String, faults: [String]) {
        #expect(Reading.refusal(of: Array(text.utf8)) == faults)
    }

    @Test func twoHundredFieldsTooMany() throws {
        let reading = try Reading("a,b\n" + String(repeating: "x,", count: 201) + "x\n1,2\n")
        #expect(reading.faults.first?.arguments == ["found": "202", "expected": "2"])
        #expect(reading.rows == [["1", "2"]])
    }

    @Test func fiveThousandColumns() throws {
        let wide = String(repeating: "x,", count: 4999) + "x\n"
        #expect(Reading.refusal(of: Array(wide.utf8)) == ["csv-too-many-columns:1:-"])
        let reading = try Reading("a,b\n" + wide + "1,2\n")
        #expect(reading.faultTexts == ["csv-too-many-columns:2:-"])
        #expect(reading.faults.first?.arguments == ["limit": "1000"])
        #expect(reading.rows == [["1", "2"]])
        #expect(reading.lines == [3])
    }

    @Test(
        arguments: [
            ("12345,2\n", "a", 3), ("1,12345\n", "b", 3), ("1,12345\r\n", "b", 3), ("\"12345\",2\n", "a", 3),
            ("1,\"12\n45\"\n", "b", 4), ("\"1\n2\n3\",2\n", "a", 5),
        ])
    func fieldTooLong(text: String, column: String, nextLine: Int) throws {
        let reading = try Reading("a,b\n" + text + "3,4\n", limits: CSVLimits(fieldBytes: 4))
        #expect(reading.faultTexts == ["csv-field-too-long:2:\(column)"])
        #expect(reading.rows == [["3", "4"]])
        #expect(reading.lines == [nextLine])
    }

    @Test func tenMegabytesInOneField() throws {
        let reading = try Reading("a,b\n" + String(repeating: "x", count: 10_000_000) + ",2\n3,4\n")
        #expect(reading.faultTexts == ["csv-field-too-long:2:a"])
        #expect(reading.rows == [["3", "4"]])
    }

    @Test func thousandFaultyRowsAreAllReported() throws {
        let reading = try Reading("a,b\n" + String(repeating: "1\n1,2\n", count: 1000))
        #expect(reading.faults.count == 1000)
        #expect(reading.rows.count == 1000)
    }
}
