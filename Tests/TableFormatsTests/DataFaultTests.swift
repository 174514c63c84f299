import StatisticalData
import TableFormats
import Testing

/// Every rule for iData, broken once.
@Suite struct DataFaultTests {
    static let changes = [
        Change("AAA", "NA", "data:2:uCode index-empty-field"),
        Change("AAA", "A A", "data:2:uCode index-blank-in-unit"),
        Change("AAA", "\"AAA \"", "data:2:uCode index-blank-in-unit"),
        Change("AAA", "Income", "data:2:uCode index-unit-is-column"),
        Change("AAA", "BBB", "data:3:uCode index-duplicate-unit"),
        Change("1.5", "high", "data:2:Income csv-not-a-number"),
        Change("1.5", "\"1,5\"", "data:2:Income csv-comma-in-number"),
        Change("1.5", " 1.5", "data:2:Income csv-not-a-number"),
        Change("1.5", "NaN", "data:2:Income csv-not-finite"),
        Change("1.5", "TRUE", "data:2:Income index-logical"),
        Change("1.5", "1,5", "data:2 csv-field-count"),
        Change("North,10", "North,ten", "data:2:Area csv-not-a-number"),
        Change("Income", "Incme", "meta:2:iCode index-missing-column", "data:1:Incme index-unknown-column"),
        Change("uCode", "ucode", "data:1 csv-missing-column"),
        Change("uName", "Index", "data:1:Index index-aggregate-in-data"),
        Change("uName", "Air", "data:1:Air csv-repeated-column"),
    ]

    @Test(arguments: changes) func data(_ change: Change) throws {
        let data = try #require(change.applied(to: Sample.data))
        #expect(Sample.faults(data: data) == change.faults)
    }

    /// A column without any number is told once, with its first cell.
    @Test func columnsWithoutNumbers() {
        let text = Sample.data.replacing("1.5", with: "low").replacing("2.5", with: "mid").replacing("1e5", with: "top")
        let list = Sample.list(data: text)
        #expect(list.map(\.code) == ["index-text-column"])
        #expect(list.first?.arguments == ["found": "low", "count": "3"])
        let commas = Sample.data.replacing("1.5", with: "\"1,5\"").replacing("2.5", with: "\"2,5\"")
            .replacing("1e5", with: "\"3,5\"")
        #expect(Sample.faults(data: commas) == ["data:2:Income index-comma-column"])
    }

    @Test func spread() {
        let missing = Sample.data.replacing("20,x", with: ",x").replacing("30,z", with: ",z")
        #expect(Sample.faults(data: missing) == ["data:1:Air index-all-missing"])
        let constant = Sample.list(data: Sample.data.replacing("30,z", with: "20,z"))
        #expect(constant.map(\.code) == ["index-constant"])
        #expect(constant.map(\.severity) == [.warning])
        #expect(constant.first?.arguments == ["element": "Air", "found": "20"])
    }

    @Test func fewUnits() {
        let lines = Sample.data.split(separator: "\n").map(String.init)
        #expect(Sample.faults(data: lines[0] + "\n") == ["data index-no-units"])
        let one = Sample.list(data: lines[0] + "\n" + lines[1] + "\n")
        #expect(one.map(\.code) == ["index-one-unit"])
        #expect(one.map(\.severity) == [.warning])
    }

    @Test func times() {
        let header = "uCode,Time,Region,Area,Income,Air,Note\n"
        let named = ["A,2018.5", "B,NA", "C,2018", "C,2018.0", "C,2019", "D,may"]
        let rows = named.enumerated().map { "\($0.element),N,1,\($0.offset),\($0.offset),\n" }.joined()
        let expected = [
            "data:2:Time index-time", "data:3:Time index-empty-field", "data:5:uCode index-duplicate-unit-time",
            "data:7:Time index-time",
        ]
        #expect(Sample.faults(data: header + rows) == expected)
    }

    @Test func groupOfNumbers() {
        let data = Sample.data.replacing("North", with: "1").replacing("South", with: "2")
        #expect(Sample.faults(data: data) == ["data:1:Region index-group-of-numbers"])
    }

    /// R writes row names without a name for their column.
    @Test(arguments: [",", "\"\","]) func rowNames(_ start: String) {
        let data = Sample.data.split(separator: "\n").enumerated()
            .map { ($0.offset == 0 ? start : "\"\($0.offset)\",") + $0.element + "\n" }.joined()
        #expect(Sample.faults(data: data) == ["data:1:1 index-row-names"])
    }

    @Test func otherSeparators() {
        let semicolons = Sample.faults(data: Sample.data.replacing(",", with: ";"))
        #expect(semicolons == ["data:1 index-separator"])
        #expect(Sample.faults(metadata: Sample.metadata.replacing(",", with: "\t")) == ["meta:1 index-separator"])
    }

    @Test func unreadableFiles() {
        #expect(Sample.faults(data: "", metadata: "") == ["meta csv-empty", "data csv-empty"])
        #expect(Sample.faults(data: String(Sample.data.dropLast())) == ["data:4:Note csv-cut-off"])
    }

    /// Faults of both files come in one run, in the order of lines.
    @Test func allAtOnce() {
        let data = Sample.data.replacing("2.5", with: "x").replacing("AAA", with: "A A").replacing("40", with: "y")
        let metadata = Sample.metadata.replacing("dust,-1", with: "dust,2").replacing("2,yuan", with: "-2,yuan")
        let expected = [
            "meta:2:Weight index-negative-weight", "meta:3:Direction index-direction",
            "data:2:uCode index-blank-in-unit", "data:3:Income csv-not-a-number", "data:4:Area csv-not-a-number",
        ]
        #expect(Sample.faults(data: data, metadata: metadata) == expected)
    }

    /// No more than a hundred faults a file are listed; a faulty file does not hide the other.
    @Test func limit() {
        var data = "uCode,Region,Area,Income,Air,Note\n"
        for row in 0..<300 { data += "U \(row),N,1,\(row),1,\n" }
        let metadata = Sample.metadata.replacing("dust,-1", with: "dust,2")
        let list = Sample.list(data: data, metadata: metadata)
        let errors = list.filter { $0.severity == .error && $0.code != "more-faults" }
        #expect(errors.count { $0.place.file.hasPrefix("data") } == 100)
        #expect(list.first?.code == "index-direction")
        #expect(list.last?.code == "more-faults")
    }
}
