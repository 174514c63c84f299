import SDMX
import StatisticalData
import TestSupport
import Testing

/// One planted fault a file: `reference/exchange/sdmx/faults`. No other program finds all of them.
@Suite(.enabled(if: Reference.folder.isGiven)) struct FaultReferenceTests {
    /// File, line, column and code, as faults.csv has them; the names of codes are our own.
    static let planted: [(String, Int, String?, String)] = [
        ("unknown-code-area.csv", 4, "REF_AREA", "sdmx-unknown-code"),
        ("text-in-value.csv", 6, "OBS_VALUE", "sdmx-not-a-number"),
        ("duplicate-key.csv", 13, nil, "sdmx-duplicate-key"),
        ("column-missing.csv", 1, "REF_AREA", "sdmx-missing-dimension"),
        ("unknown-structure.csv", 2, "STRUCTURE_ID", "sdmx-unknown-structure"),
        ("bad-period.csv", 8, "TIME_PERIOD", "sdmx-period"),
        ("series-attribute-varies.csv", 9, "UNIT_MEASURE", "sdmx-attribute-varies"),
    ]

    @Test(arguments: planted)
    func isFoundInItsPlace(file: String, line: Int, column: String?, code: String) throws {
        let structures = try Reference.structures("greenprint-example/structure-ml-3.0.xml")
        let faults = #expect(throws: Faults.self) { try Reference.csv("faults/" + file, structures: structures) }
        let first = try #require(faults?.list.first { $0.code == code }, "\(faults?.list.map(\.code) ?? [])")
        #expect(first.place == Place(file: "faults/" + file, line: line, column: column))
        #expect(first.severity == .error)
    }

    @Test func shortRow() throws {
        let faults = #expect(throws: Faults.self) { try Reference.csv("faults/ragged-row.csv") }
        let fault = try #require(faults?.list.first { $0.severity == .error })
        #expect(fault.code == "csv-field-count")
        #expect(fault.place.line == 10)
        #expect(fault.arguments == ["found": "9", "expected": "13"])
    }
}
