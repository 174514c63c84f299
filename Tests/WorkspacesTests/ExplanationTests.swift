import StatisticalData
import Studies
import Testing

@testable import Workspaces
import TestSupport

/// Explanations lead to the rows they were got from, and say what there is when nothing fits.
struct ExplanationTests {
    private static func observations(in explanation: Explanation) -> [Observation] {
        if case .observation(let observation) = explanation.content { return [observation] }
        return explanation.inputs.flatMap { observations(in: $0) }
    }

    private static func declared(in explanation: Explanation) -> [DerivationInput.Declared] {
        if case .declared(let declared) = explanation.content { return [declared] }
        return explanation.inputs.flatMap { self.declared(in: $0) }
    }

    /// By hand: (3 · 70 + 1 · 94) / 4 = 76.
    @Test func linesHoldTheFigures() throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            let explanation = try open.explain(
                study: "index", item: "index", measure: "score", area: "320000", period: .year(2016))
            guard case .result(let value) = explanation.content else {
                Issue.record("no value at the top")
                return
            }
            #expect(value.number == 76)
            let rows = Self.observations(in: explanation)
            #expect(Set(rows.map(\.value)) == [70, 94])
            for row in rows {
                let line = try Self.line(of: row.place, in: folder)
                #expect(line.hasPrefix("\(row.series.indicator),\(row.series.area),\(row.period),"))
                #expect(line.contains(",\(Decimals.text(row.value ?? .nan)).0,"))
            }
            let weights = Self.declared(in: explanation)
            #expect(
                weights.map(\.place).sorted().map(\.description) == [
                    "frameworks/index.csv:3", "frameworks/index.csv:4",
                ])
        }
    }

    private static func line(of place: Place, in folder: TemporaryFolder) throws -> String {
        let lines = try folder.text(place.file).split(separator: "\n", omittingEmptySubsequences: false)
        return String(lines[try #require(place.line) - 1])
    }

    /// A row of several lines counts: the place is the line on which the row starts.
    @Test func linesAreThoseOfTheFile() throws {
        try withSmallWorkspace { folder in
            try folder.replace("-4.00,%,2017,", by: "-4.00,%,2017,\"two\nlines\"", in: "data/energy.csv")
            let open = try OpenWorkspace(at: folder.path)
            let explanation = try open.explain(
                study: "growth", item: "energy-per-gdp", measure: "annual-change", area: "320000", period: .year(2017))
            let row = try #require(Self.observations(in: explanation).first)
            #expect(row.place.description == "data/energy.csv:4")
            #expect(try Self.line(of: row.place, in: folder).contains("-5.00"))
        }
    }

    static let missing: [([String], [String: String])] = [
        (["indexx", "score", "320000", "2016"], ["part": "item", "found": "indexx", "nearest": "index"]),
        (["index", "scoer", "320000", "2016"], ["part": "measure", "found": "scoer", "nearest": "score"]),
        (["index", "score", "32000", "2016"], ["part": "area", "found": "32000", "nearest": "320000"]),
        (["index", "score", "320000", "2017"], ["part": "period", "found": "2017", "expected": "2016"]),
    ]

    @Test(arguments: missing) func whatDoesNotFitIsNamed(_ key: [String], _ arguments: [String: String]) throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            let fault = try #require(throws: Fault.self) {
                try open.explain(
                    study: "index", item: key[0], measure: key[1], area: Area.ID(key[2]),
                    period: try #require(Period(key[3])))
            }
            #expect(fault.code == "explain-no-value")
            for (name, value) in arguments { #expect(fault.arguments[name] == value) }
            #expect(folder.exists(fault.place.file), "the place must be a file: \(fault.place)")
        }
    }

    @Test func unknownStudyIsNamed() throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            let fault = try #require(throws: Fault.self) { try open.workspace.study("plann") }
            #expect(fault.code == "study-unknown")
            #expect(fault.arguments["nearest"] == "plan")
            #expect(fault.arguments["expected"] == "index, plan, growth")
        }
    }
}
