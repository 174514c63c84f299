import StatisticalData
import Testing

@testable import Spreadsheets

/// Small tables with named columns.
struct CSVTableTests {
    static func table(_ text: String) throws(Faults) -> CSVTable {
        try CSVTable(Array(text.utf8), file: "areas.csv", required: ["id", "parent"], optional: ["note"])
    }

    /// The faults of a table that cannot be read, as `code:found or expected:nearest`.
    static func refusal(of text: String) -> [String] {
        do throws(Faults) {
            _ = try table(text)
            return []
        } catch {
            return error.list.map { fault in
                let what = fault.arguments["found"] ?? fault.arguments["expected"] ?? "-"
                return "\(fault.code):\(what):\(fault.arguments["nearest"] ?? "-")"
            }
        }
    }

    @Test func columnsAreFoundByName() throws {
        let table = try Self.table("note,parent,id\nx,CN,320000\n,,CN\n")
        #expect(table.rows.map { $0["id"] } == ["320000", "CN"])
        #expect(table.rows.map { $0["parent"] } == ["CN", nil])
        #expect(table.rows.map { $0["note"] } == ["x", nil])
        #expect(table.rows.map { $0["nothing"] } == [nil, nil])
        #expect(table.rows.map { $0.place("id").description } == ["areas.csv:2:id", "areas.csv:3:id"])
        #expect(table.faults.isEmpty)
    }

    @Test(
        arguments: [
            ("id\n1\n", ["csv-missing-column:parent:-"]),
            ("id,parnet\n", ["csv-missing-column:parent:parnet", "csv-unknown-column:parnet:parent"]),
            ("x-y-z\n", ["csv-missing-column:id:-", "csv-missing-column:parent:-", "csv-unknown-column:x-y-z:-"]),
            ("id,parent,id\n", ["csv-repeated-column:id:-"]),
            ("ID,parent\n", ["csv-missing-column:id:ID", "csv-unknown-column:ID:id"]),
            ("id,parent,\n", ["csv-unnamed-column:-:-"]), ("", ["csv-empty:-:-"]),
            (
                "id;parent\n1;2\n",
                [
                    "csv-missing-column:id:-", "csv-missing-column:parent:-", "csv-unknown-column:id;parent:parent",
                ]
            ),
        ] as [(String, [String])])
    func headers(text: String, faults: [String]) {
        #expect(Self.refusal(of: text) == faults)
    }

    @Test func faultsOfRowsAreKeptAndTheOthersRead() throws {
        let table = try Self.table("id,parent\n1\n2,CN\n3,CN,x\n4,\"CN\n")
        #expect(table.rows.map { $0["id"] } == ["2"])
        #expect(table.faults.map(\.code) == ["csv-field-count", "csv-field-count", "csv-unclosed-quote"])
        #expect(table.faults.map(\.place.line) == [2, 4, 5])
    }

    @Test func faultsAreCounted() throws {
        let table = try Self.table("id,parent\n" + String(repeating: "1\n", count: 250))
        #expect(table.faults.count == 101)
        #expect(table.faults.last?.arguments == ["count": "150"])
    }

    /// Decomposed and composed letters are one name to a reader of the file.
    @Test func equalNames() {
        #expect(Self.refusal(of: "id,parent,e\u{301},\u{E9}\n").first == "csv-repeated-column:\u{E9}:-")
    }
}
