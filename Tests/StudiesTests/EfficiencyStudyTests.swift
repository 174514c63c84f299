import Foundation
import StatisticalData
import Studies
import Testing

/// Who is efficient, over series of the ledger.
struct EfficiencyStudyTests {
    private let year = Period.year(2020)

    private func sample(
        _ figures: [String: [Double]], years: [String] = ["2020"], more: String = "", run: Bool = true,
        hasOutputs: Bool = true
    ) throws -> (index: ResultIndex?, faults: [String]) {
        var workspace = SampleWorkspace()
        let count = (figures["x1"]?.count ?? 0) / years.count
        workspace.areaIDs = (0..<count).map { String(UnicodeScalar(UInt8(65 + $0))) }
        for indicator in ["x1", "x2", "y", "b"] { workspace.indicators[indicator] = UnitOfMeasure("10^4 t") }
        workspace.observations = try figures.sorted { $0.key < $1.key }.flatMap { indicator, values in
            try values.enumerated().map { position, value in
                let number = try Observation.printed(
                    "1.0", indicator, years[position / count], in: workspace.areaIDs[position % count], unit: "10^4 t")
                return number.with(value: value)
            }
        }
        let yaml = """
            kind: efficiency
            title: {en: Sample, zh: 样例}
            inputs: [x1, x2]
            \(hasOutputs ? "outputs: [y]" : "")
            areas: {parent: W}
            years: {from: \(years[0]), to: \(years[years.count - 1])}
            \(more)
            """
        return run ? (try workspace.run(yaml), []) : (nil, try workspace.faults(yaml))
    }

    /// Tone (2001), European Journal of Operational Research 130, table 1.
    private let tone: [String: [Double]] = [
        "x1": [4, 6, 8, 8, 2], "x2": [3, 3, 1, 1, 4], "y": [2, 2, 6, 6, 1], "b": [3, 3, 2, 1, 4],
    ]

    /// 79/99, 25/44, 1, 2/3, 1, printed 0.798, 0.568, 1, 0.667, 1 (method sheet, section 10).
    @Test func scoresOfToneAsPublished() throws {
        let index = try #require(try sample(tone, more: "outputs: [y, b]", hasOutputs: false).index)
        for (area, score) in zip(["A", "B", "C", "D", "E"], [79.0 / 99, 25.0 / 44, 1, 2.0 / 3, 1]) {
            #expect(agree(index["efficiency", "score", Area.ID(area), year]?.number, score))
        }
    }

    /// One input, one output, constant returns: y/x = 1, 2, 0.5, so the benchmark is B and scores are 1/2, 1, 1/4.
    private let line: [String: [Double]] = ["x1": [2, 2, 4], "x2": [2, 2, 4], "y": [2, 4, 2]]

    @Test func scoresBenchmarksAndTargetsByHand() throws {
        let index = try #require(try sample(line).index)
        for (area, score) in [("A", 0.5), ("B", 1), ("C", 0.25)] {
            #expect(agree(index["efficiency", "score", Area.ID(area), year]?.number, score))
        }
        #expect(agree(index["benchmark@B", "weight", "A", year]?.number, 0.5))
        #expect(agree(index["x1", "target", "A", year]?.number, 1))
        #expect(agree(index["x1", "saving", "A", year]?.number, 1))
        #expect(agree(index["y", "could-be-added", "C", year]?.number, 0))
        #expect(index["x1", "target", "A", year]?.unit == UnitOfMeasure("10^4 t"))
    }

    @Test(arguments: [("radial-input", [0.5, 1, 0.25]), ("radial-output", [2, 1, 4])])
    func radialScores(model: String, expected: [Double]) throws {
        let index = try #require(try sample(line, more: "model: \(model)").index)
        for (area, score) in zip(["A", "B", "C"], expected) {
            #expect(agree(index["efficiency", "score", Area.ID(area), year]?.number, score))
        }
    }

    /// Under variable returns a unit that is the smallest of its kind is efficient though it is not under constant ones.
    @Test func returnsToScaleAreTaken() throws {
        let figures: [String: [Double]] = ["x1": [1, 2], "x2": [1, 2], "y": [1, 4]]
        let constant = try #require(try sample(figures).index)
        let variable = try #require(try sample(figures, more: "returns: vrs").index)
        #expect(agree(constant["efficiency", "score", "A", year]?.number, 0.5))
        #expect(agree(variable["efficiency", "score", "A", year]?.number, 1))
    }

    /// A bad output counts: A and B differ in it alone, by a half; (1 - 0)/(1 + (0 + 1/2)/2) = 0.8.
    @Test func badOutputsCount() throws {
        let figures: [String: [Double]] = ["x1": [1, 1], "x2": [1, 1], "y": [1, 1], "b": [2, 1]]
        let index = try #require(try sample(figures, more: "bads: [b]").index)
        #expect(agree(index["efficiency", "score", "A", year]?.number, 0.8))
        #expect(agree(index["b", "saving", "A", year]?.number, 1))
    }

    /// Two years in which one unit doubles its output with the same input: its index is above 1, and the parts multiply.
    @Test func productivityIsCircular() throws {
        let figures: [String: [Double]] = [
            "x1": [1, 1, 1, 1, 1, 1], "x2": [1, 1, 1, 1, 1, 1], "y": [1, 2, 1.5, 2, 3, 2], "b": [1, 1, 1, 1, 1, 1],
        ]
        let index = try #require(try sample(figures, years: ["2018", "2019", "2020"], more: "bads: [b]").index)
        func value(_ measure: String, _ period: Period) -> Double {
            index["green-productivity", measure, "A", period]?.number ?? .nan
        }
        #expect(value("index", .year(2019)) > 1)
        for step in [Period.year(2019), .year(2020)] {
            #expect(agree(value("efficiency-change", step) * value("frontier-change", step), value("index", step)))
        }
        let product = value("index", .year(2019)) * value("index", .year(2020))
        #expect(agree(value("index", .years(2019, 2020)), product))
    }

    @Test func theCorrectedScoreIsBelowAndTheSameEveryTime() throws {
        let more = "bootstrap: {runs: 50, seed: 7}"
        let first = try #require(try sample(tone, more: more).index)
        let second = try #require(try sample(tone, more: more).index)
        for area: Area.ID in ["A", "B", "C", "D", "E"] {
            let score = try #require(first["radial-efficiency", "score", area, year]?.number)
            let corrected = try #require(first["radial-efficiency", "corrected", area, year])
            #expect((corrected.number ?? 2) < score)
            #expect(corrected == second["radial-efficiency", "corrected", area, year])
        }
    }

    @Test func fewUnitsAreTold() throws {
        let index = try #require(try sample(line).index)
        #expect(index.result.notices.map(\.code) == ["notice-efficiency-few-units"])
    }

    @Test func everyFaultIsTold() throws {
        func codes(_ figures: [String: [Double]], _ more: String = "", years: [String] = ["2020"]) throws -> [String] {
            try sample(figures, years: years, more: more, run: false).faults.map { String($0.prefix { $0 != " " }) }
        }
        #expect(try codes(["x1": [2, 2, 4], "x2": [], "y": [2, 4, 2]]).allSatisfy { $0 == "efficiency-missing" })
        #expect(try codes(["x1": [2, -2, 4], "x2": [2, 2, 4], "y": [2, 4, 2]]) == ["efficiency-negative"])
        #expect(try codes(["x1": [2, 0, 4], "x2": [2, 0, 4], "y": [2, 4, 0]]).count == 2)
        #expect(try codes(line, "model: radial-input\nbads: [b]").contains("efficiency-radial-bads"))
        #expect(try codes(line, "bootstrap: {runs: 1, seed: 0}") == ["efficiency-bootstrap-range"])
        #expect(try codes(line, "bads: [y]").contains("efficiency-two-roles"))
    }

    /// All figures of the illustration are invented: every value carries the weakest mark, and every unit says so.
    @Test func theIllustrationIsMarkedThroughout() throws {
        let result = try ExampleFolder.result("efficiency-illustration").result
        #expect(result.values.allSatisfy { $0.trust == .unverified && $0.sources == ["illustrative-cities"] })
        let areas = try ExampleFolder.load().areas
        for area in Set(result.values.map(\.key.area)) {
            let name = try #require(areas[area]?.shortName)
            #expect(name.en.lowercased().contains("invented") && name.zh.contains("虚构"))
        }
        guard case .efficiency(let detail) = result.detail else { throw ExampleFolder.Missing(name: "efficiency") }
        #expect(detail.isIllustrative)
    }
}
