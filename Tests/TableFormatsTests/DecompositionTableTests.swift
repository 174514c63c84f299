import DecompositionAnalysis
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// Tables of moments, long and wide, and what is wrong with them.
struct DecompositionTableTests {
    private static func read(
        _ text: String, _ request: DecompositionTable.Request = .init(required: ["e", "q"])
    ) throws -> DecompositionTable {
        try DecompositionTable(Array(text.utf8), file: "t.csv", request)
    }

    private static func faults(
        _ text: String, _ request: DecompositionTable.Request = .init(required: ["e", "q"])
    ) -> [String] {
        do { _ = try read(text, request) } catch let faults as Faults {
            return faults.list.map { "\($0.place) \($0.code)" }
        } catch { return ["\(error)"] }
        return []
    }

    @Test func long() throws {
        let table = try Self.read(
            "Year,sector,code,e,q,note,x\n2017,a,1,2,3,n,0.5\n2016,a,1,4,5,n,1.5\n2017,b,2,6,NA,n,1\n")
        #expect(table.data.dimensions == ["sector", "code", "note"] && table.ignored == ["x"])
        #expect(table.data.moments == ["2016", "2017"])
        #expect(table.data.cells == [["a", "1", "n"], ["b", "2", "n"]])
        #expect(table.data.columns == ["e": [[4, nil], [2, 6]], "q": [[5, nil], [3, nil]]])
        #expect(table.data.lines == [[3, nil], [2, 4]])
    }

    @Test func wide() throws {
        let table = try Self.read("sector,e_0,q_0,e_T,q_T,z\na,1,2,3,4,0.1\nb,5,6,7,8,0.2\n")
        #expect(table.data.dimensions == ["sector"] && table.ignored == ["z"] && table.data.moments == ["0", "T"])
        #expect(table.data.columns == ["e": [[1, 5], [3, 7]], "q": [[2, 6], [4, 8]]])
    }

    @Test func columnsThatAreNamed() throws {
        let request = DecompositionTable.Request(required: ["e"], optional: ["v", "w"], over: "area", cells: ["s"])
        let table = try Self.read("year,area,s,e,v\n2016,B,x,1,2\n2016,A,x,3,4\n", request)
        #expect(table.data.moments == ["B", "A"] && table.data.dimensions == ["s"] && table.ignored == ["year"])
        #expect(table.data.columns.keys.sorted() == ["e", "v"])
    }

    @Test(arguments: [
        ("", ["t.csv csv-empty"]), ("year,e,q\n", ["t.csv moments-empty"]),
        ("e,q\n1,2\n", ["t.csv:1 moments-no-column"]),
        ("year;e;q\n1;2;3\n", ["t.csv:1 index-separator"]),
        ("year,e\n2016,1\n", ["t.csv:1 csv-missing-column"]),
        ("e_1,q_2\n1,1\n", ["t.csv:1 moments-no-column", "t.csv:1 csv-missing-column", "t.csv:1 csv-missing-column"]),
        (
            "year,s,e,q\n2016,a,x,1\n,a,1,1\n2017,a,1,\"1,5\"\n2017,a,2,2\n",
            [
                "t.csv:3:year csv-empty-field", "t.csv:2:e csv-not-a-number", "t.csv:4:q csv-comma-in-number",
                "t.csv:5:year moments-duplicate",
            ]
        ),
        ("year,e,q\n2016,1\n2017,inf,1\n", ["t.csv:2 csv-field-count", "t.csv:3:e csv-not-finite"]),
    ])
    func faultsHaveTheirPlace(text: String, expected: [String]) {
        #expect(Self.faults(text) == expected)
    }

    @Test func faultsOfTheRequest() {
        let text = "year,s,e,q\n2016,a,1,1\n"
        #expect(Self.faults(text, .init(required: ["e"], over: "tme")) == ["t.csv:1 csv-missing-column"])
        #expect(Self.faults(text, .init(required: ["e"], dimensions: ["region"])) == ["t.csv:1 csv-missing-column"])
        #expect(Self.faults(text, .init(required: ["e"], cells: ["e"])) == ["t.csv:1:e moments-label-is-figure"])
    }

    /// A row of its own for every moment and cell would take memory without end.
    @Test func sizeIsBounded() {
        let rows = (0..<3200).map { "\($0),c\($0),1,1\n" }.joined()
        #expect(Self.faults("year,s,e,q\n" + rows) == ["t.csv moments-too-large"])
    }

    /// Any bytes are read or have faults. Seed 31.
    @Test func anyBytes() {
        var random = SeededGenerator(seed: 31)
        let words = ["year", "t", ",", "\n", "e", "q", "_1", "2016", "\"", "NA", "-1.5", "s", "\u{FEFF}", "é", " "]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined()
            do {
                let table = try Self.read(text, .init(required: ["e"]))
                #expect(!table.data.moments.isEmpty && !table.data.cells.isEmpty)
            } catch {
                #expect((error as? Faults)?.list.isEmpty == false, "\(text)")
            }
        }
    }
}
