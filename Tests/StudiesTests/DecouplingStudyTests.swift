import Foundation
import StatisticalData
import Studies
import Testing

/// Whether a pressure parts from its driver, over series of the ledger.
struct DecouplingStudyTests {
    private func example(_ measure: String, _ area: Area.ID, _ period: Period) throws -> ResultValue? {
        try ExampleFolder.result("energy-decoupling")["energy-consumption-total", measure, area, period]
    }

    /// Jiangsu by hand: 2016 0.9532 · 1.078 = 1.02755, 2.755/7.8 = 0.353; 2017 1.261/7.2 = 0.175; 2018 0.106/6.7 = 0.016;
    /// 2020 as printed 0.5/3.7 = 0.135; the window 1.04162 against 1.23305.
    @Test(arguments: [("2016", 0.3532), ("2017", 0.1751), ("2018", 0.0158), ("2020", 0.1351), ("2016/2018", 0.1786)])
    func jiangsuIsWeaklyDecoupled(period: String, expected: Double) throws {
        let period = try #require(Period(period))
        let found = try #require(try example("elasticity", "320000", period))
        #expect(abs((found.number ?? 0) - expected) < 0.00006)
        #expect(try example("state", "320000", period)?.word == "weak decoupling")
    }

    /// The growth of 2019 is not in the workspace: no state is made up, and no window spans the year.
    @Test func aYearWithoutFiguresHasNoState() throws {
        #expect(try example("state", "320000", .year(2019)) == nil)
        #expect(try example("elasticity", "320000", .year(2019)) == nil)
    }

    /// Hubei in 2020 from energy use and intensity of the official table: its GDP fell, so it is recessive or negative.
    @Test func aFallingDriverGivesTheLowerRow() throws {
        let growth = try ExampleFolder.result("energy-decoupling")["gdp-growth", "annual-change", "420000", .year(2020)]
        #expect((growth?.number ?? 0) < 0)
        let state = try #require(try example("state", "420000", .year(2020))?.word)
        #expect(DecouplingDetail.states.suffix(4).contains(state))
    }

    private func sample(_ figures: [(String, String, String)], more: String = "") throws -> ResultIndex {
        var workspace = SampleWorkspace()
        workspace.indicators = ["c": .percent, "g": .percent, "i": .percent]
        workspace.observations = try figures.map { indicator, period, value in
            try .printed(value, indicator, period, .annualChange, unit: "%")
        }
        return try workspace.run(yaml(more))
    }

    private func yaml(_ more: String) -> String {
        """
        kind: decoupling
        title: {en: Sample, zh: 样例}
        pressure: c
        driver: g
        areas: {parent: W}
        years: {from: 2016, to: 2018}
        \(more)
        """
    }

    /// The boundary rule: 0 belongs to weak decoupling, 0.8 and 1.2 to coupling (method sheet, section 12).
    @Test(arguments: [
        ("-0.1", "10.0", "strong decoupling"), ("0.0", "10.0", "weak decoupling"), ("7.9", "10.0", "weak decoupling"),
        ("8.0", "10.0", "expansive coupling"), ("12.0", "10.0", "expansive coupling"),
        ("12.1", "10.0", "expansive negative decoupling"), ("0.1", "-10.0", "strong negative decoupling"),
        ("0.0", "-10.0", "weak negative decoupling"), ("-7.9", "-10.0", "weak negative decoupling"),
        ("-8.0", "-10.0", "recessive coupling"), ("-12.1", "-10.0", "recessive decoupling"),
        ("3.0", "0.0", "no growth"),
    ])
    func states(pressure: String, driver: String, expected: String) throws {
        let index = try sample([("c", "2016", pressure), ("g", "2016", driver)])
        #expect(index["c", "state", "A", .year(2016)]?.word == expected)
        #expect((index["c", "elasticity", "A", .year(2016)] == nil) == (expected == "no growth"))
    }

    @Test func otherBoundsAreTaken() throws {
        let index = try sample([("c", "2016", "7.9"), ("g", "2016", "10.0")], more: "bounds: {lower: 0.5, upper: 2}")
        #expect(index["c", "state", "A", .year(2016)]?.word == "expansive coupling")
    }

    /// 8.0 and 10.0 may be 7.95/10.05 = 0.791: weak decoupling is possible too, which is told.
    @Test func roundingThatLeavesAnotherStateIsTold() throws {
        let index = try sample([
            ("c", "2016", "8.0"), ("g", "2016", "10.0"), ("c", "2017", "9.9"), ("g", "2017", "9.9"),
        ])
        let open = index.result.notices.filter { $0.code == "notice-decoupling-open" }
        #expect(open.map { $0.arguments["period"] } == ["2016"])
        let low = try #require(index["c", "elasticity", "A", .year(2016)]?.low)
        #expect(agree(low, 7.95 / 10.05))
    }

    @Test func hardlyAnyGrowthIsTold() throws {
        let index = try sample([("c", "2016", "1.00"), ("g", "2016", "0.40")])
        #expect(index.result.notices.map(\.code) == ["notice-decoupling-unstable"])
    }

    /// A window takes the product of its years; with a gap and no levels it has no state.
    @Test func windowsMultiplyAndDoNotSpanGaps() throws {
        let all = ["2016", "2017", "2018"].flatMap { [("c", $0, "10.0"), ("g", $0, "20.0")] }
        let more = "windows: [{from: 2016, to: 2018}]"
        let whole = try sample(all, more: more)
        #expect(agree(whole["c", "cumulative", "A", .years(2016, 2018)]?.number, 33.1))
        #expect(agree(whole["c", "elasticity", "A", .years(2016, 2018)]?.number, 33.1 / 72.8))
        let gap = try sample(all.filter { $0.1 != "2017" }, more: more)
        #expect(gap["c", "elasticity", "A", .years(2016, 2018)] == nil)
        #expect(gap["c", "elasticity", "A", .year(2018)] != nil)
    }

    /// (1.10)(0.90) - 1 = -1 %: what the intensity fills in is told by its own formula.
    @Test func theIntensityFillsInWhatIsMissing() throws {
        let pressure = try sample([("g", "2016", "10.0"), ("i", "2016", "-10.0")], more: "intensity: i")
        #expect(agree(pressure["c", "annual-change", "A", .year(2016)]?.number, -1))
        let driver = try sample([("c", "2016", "-1.0"), ("i", "2016", "-10.0")], more: "intensity: i")
        let found = try #require(driver["g", "annual-change", "A", .year(2016)])
        #expect(agree(found.number, 10) && found.derivation.formula == "formula-implied-driver")
    }

    @Test func everyFaultIsTold() throws {
        var workspace = SampleWorkspace()
        workspace.indicators = ["c": .percent, "g": .percent]
        let faults = try workspace.faults(
            yaml("windows: [{from: 2015, to: 2017}, {from: 2018, to: 2016}]\nbounds: {lower: 1.3}"))
        #expect(
            faults.map { $0.prefix { $0 != " " } } == [
                "decoupling-window-outside", "study-years-reversed", "decoupling-bounds-order",
            ])
        let empty = try workspace.faults(yaml(""))
        #expect(empty.map { $0.prefix { $0 != " " } } == ["study-no-yearly-figures", "study-no-yearly-figures"])
    }
}
