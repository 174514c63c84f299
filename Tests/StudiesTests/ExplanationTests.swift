import Spreadsheets
import StatisticalData
import Testing

@testable import Studies

/// Explanations lead from every value down to rows of files that really hold the figures.
struct ExplanationTests {
    private let files = RowFinder()

    @Test(arguments: AuditLawTests.studies)
    func everyTreeEndsInRowsOfFiles(study: String) throws {
        let index = try ExampleFolder.result(study)
        var leaves = 0
        var seen: Set<ResultKey> = []
        for value in index.result.values where value.number != 0 || !value.derivation.inputs.isEmpty {
            let tree = try #require(Explanation(value.key, in: index))
            leaves += try check(tree, of: value.key, &seen)
        }
        #expect(leaves > 0)
    }

    /// Checks what has not been seen below another value; returns the number of leaves.
    private func check(_ node: Explanation, of key: ResultKey, _ seen: inout Set<ResultKey>) throws -> Int {
        switch node.content {
        case .result(let value):
            #expect(!node.inputs.isEmpty || value.number == 0, "\(value.key) below \(key) ends in nothing")
            #expect(node.inputs.count == value.derivation.inputs.count)
            guard seen.insert(value.key).inserted else { return 0 }
            return try node.inputs.reduce(0) { try $0 + check($1, of: key, &seen) }
        case .observation(let observation):
            #expect(node.inputs.isEmpty)
            return 1 + (try files.observation(observation))
        case .declared(let declared):
            #expect(node.inputs.isEmpty)
            return 1 + (try files.declared(declared))
        }
    }

    /// Every figure of a batch stands in the row its place names.
    @Test func everyRowHoldsItsFigure() throws {
        for observation in try ExampleFolder.load().observations {
            _ = try files.observation(observation)
        }
    }

    /// A stored result that refers to itself, or to nothing, ends instead of going on for ever.
    @Test func aTreeEndsWhateverTheResultSays() throws {
        let key = ResultKey(study: "s", item: "x", measure: "m", area: "A", period: .year(2020))
        let value = ResultValue(
            key: key, finding: .number(1), unit: nil, trust: .official, sources: [],
            derivation: Derivation(
                formula: "formula-count", expression: "#", inputs: [DerivationInput("x", .result(key))]))
        let result = StudyResult(
            study: "s", kind: .growthIdentity, title: LocalisedText(en: "", zh: ""), summary: nil, homeArea: "A",
            asKnownOn: nil, dataKnownOn: nil, items: [], values: [value], notices: [],
            detail: .growthIdentity(
                GrowthIdentityDetail(item: "x", numerator: "x", areas: [], peers: [], whole: "A", years: [])))
        let tree = try #require(Explanation(key, in: ResultIndex(result)))
        #expect(depth(tree) <= 40)
        let other = ResultKey(study: "s", item: "y", measure: "m", area: "A", period: .year(2020))
        #expect(Explanation(other, in: ResultIndex(result)) == nil)
    }

    private func depth(_ node: Explanation) -> Int {
        1 + (node.inputs.map(depth).max() ?? 0)
    }
}

/// Looks figures up in the rows of the example's files, as a reader would.
final class RowFinder {
    private var tables: [String: [Int: [String: String]]] = [:]

    private func row(_ place: Place) throws -> [String: String] {
        if tables[place.file] == nil { tables[place.file] = try Self.read(place.file) }
        return try #require(tables[place.file]?[place.line ?? 0], "no row at \(place)")
    }

    private static func read(_ file: String) throws -> [Int: [String: String]] {
        var rows: [Int: [String: String]] = [:]
        try ExampleFolder.bytes(file).withUnsafeBytes { bytes in
            var reader = try CSVReader(bytes, file: file)
            var row = CSVRow()
            while try reader.next(&row) {
                let fields = (0..<row.count).map { reader.string(row, $0) }
                rows[row.line] = Dictionary(zip(reader.header, fields)) { first, _ in first }
            }
        }
        return rows
    }

    func observation(_ observation: Observation) throws -> Int {
        let row = try row(observation.place)
        #expect(row["indicator"] == observation.series.indicator.rawValue, "\(observation.place)")
        #expect(row["area"] == observation.series.area.rawValue, "\(observation.place)")
        #expect(row["period"] == observation.period.description, "\(observation.place)")
        #expect(row["unit"] == observation.unit.symbol, "\(observation.place)")
        #expect(row["value"].flatMap { Double($0) } == observation.value, "\(observation.place)")
        return 0
    }

    /// A declared figure stands in its row: as a target, a base, points, a rule, or the class that weighs 3, 2 or 1.
    func declared(_ declared: DerivationInput.Declared) throws -> Int {
        if declared.place.file.hasSuffix(".yaml") { return try line(declared) }
        let row = try row(declared.place)
        guard case .number(let number, _, _) = declared.finding else { return 0 }
        let columns = ["target", "base", "weight", "points", "value"] + [declared.place.column].compactMap { $0 }
        let written = columns.compactMap { row[$0].flatMap { Double($0) } }
        let weight = ["binding": 3.0, "monitoring": 2, "other": 1][row["class"] ?? ""]
        #expect((written + [weight].compactMap { $0 }).contains(number), "\(declared.place): \(number)")
        let defaults = try ExampleFolder.load().defaultSources
        let source = row["source"] ?? defaults[declared.place.file]?.rawValue
        #expect(declared.source?.rawValue == source, "\(declared.place)")
        return 0
    }

    /// A figure or word of a study stands in its line.
    private func line(_ declared: DerivationInput.Declared) throws -> Int {
        let place = declared.place
        let text = try String(decoding: ExampleFolder.bytes(place.file), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let number = try #require(place.line)
        let written = String(try #require(lines.indices.contains(number - 1) ? lines[number - 1] : nil))
        switch declared.finding {
        case .number(let value, _, _): #expect(written.contains(Decimals.text(value)), "\(place): \(value)")
        case .word(let word): #expect(written.contains(word), "\(place): \(word)")
        }
        #expect(declared.source == nil)
        return 0
    }
}
