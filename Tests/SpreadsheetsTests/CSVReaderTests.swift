import StatisticalData
import Testing

@testable import Spreadsheets

/// Files that are right, in every form that is.
struct CSVReaderTests {
    static let mark = "\u{FEFF}"

    @Test(
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n", [["1", "2"]]), ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
            ("a,b\r\n1,2\n3,4\r\n", [["1", "2"], ["3", "4"]]), ("a,b\n,\n", [["", ""]]), ("a,b\r\n,\r\n", [["", ""]]),
            ("a,b\n\"1\",\"2\"\r\n", [["1", "2"]]), ("a,b\n\"\",\"\"\n", [["", ""]]),
            ("a,b\n\"x\"\"y\",\"\"\"\"\n", [["x\"y", "\""]]), ("a,b\n\"1,2\",\"3\n4\"\n", [["1,2", "3\n4"]]),
            ("a,b\n\"1\r\n2\",3\n", [["1\r\n2", "3"]]), ("a,b\n江苏,👩‍👩‍👧\n", [["江苏", "👩‍👩‍👧"]]),
            ("a,b\n 1 ,\t2\n", [[" 1 ", "\t2"]]), ("a,b\n1\r,2\n", [["1\r", "2"]]),
            ("a,b\n", []), ("\"a\",\"b\"\n1,2\n", [["1", "2"]]), ("\"a\",b\r\n\"1\"\"\",2\r\n", [["1\"", "2"]]),
        ] as [(String, [[String]])])
    func reads(text: String, rows: [[String]]) throws {
        let reading = try Reading(text)
        #expect(reading.header == ["a", "b"])
        #expect(reading.rows == rows)
        #expect(reading.faults.isEmpty)
        #expect(ReferenceReader.rows(text) == [["a", "b"]] + rows)
    }

    @Test func linesAreThoseOfTheFile() throws {
        let reading = try Reading("a,b\n1,2\n\"x\ny\nz\",2\n3,4\n\"p\r\nq\",\"\n\"\r\n5,6\n")
        #expect(reading.rows.map { $0[0] } == ["1", "x\ny\nz", "3", "p\r\nq", "5"])
        #expect(reading.lines == [2, 3, 6, 7, 10])
    }

    @Test func linesAreCountedInTheHeaderToo() throws {
        #expect(try Reading("\"a\nb\",c\n1,2\n").lines == [3])
    }

    @Test func placesAndBytes() throws {
        let bytes = Array("year,\"the value\"\n2016,\"a\"\"b\"\n".utf8)
        try bytes.withUnsafeBytes { raw in
            var reader = try CSVReader(raw, file: "data/x.csv")
            var row = CSVRow()
            let afterHeader = reader.bytesRead
            let isRow = try reader.next(&row)
            #expect(isRow)
            let counts = [afterHeader, reader.bytesRead, reader.byteCount]
            #expect(counts == ["year,\"the value\"\n".utf8.count, bytes.count, bytes.count])
            let places = [reader.place(row, 0), reader.place(row, 1)]
            #expect(
                places == [
                    Place(file: "data/x.csv", line: 2, column: "year"),
                    Place(file: "data/x.csv", line: 2, column: "the value"),
                ])
            let raws = [Array(reader.bytes(row, 0)), Array(reader.bytes(row, 1))]
            #expect(raws == [Array("2016".utf8), Array("a\"\"b".utf8)])
        }
    }

    @Test func asManyColumnsAndBytesAsTheLimitsAllow() throws {
        let limits = CSVLimits(columns: 3, fieldBytes: 4)
        let reading = try Reading("a,b,c\n1234,\"1234\",江\n", limits: limits)
        #expect(reading.rows == [["1234", "1234", "江"]])
        #expect(reading.faults.isEmpty)
    }
}
