import Foundation
import StatisticalData
import Studies
import Testing

/// Why a total changed, by an identity over series of the ledger.
struct DecompositionStudyTests {
    private func example(_ item: String, _ measure: String, _ period: Period) throws -> Double? {
        try ExampleFolder.result("energy-drivers")[item, measure, "320000", period]?.number
    }

    /// By hand for 2016: V = 1.078 · 0.9532 = 1.0275496, L = (V - 1)/ln V = 1.013712, growth 100 L ln 1.078 = 7.6137,
    /// intensity 100 L ln 0.9532 = -4.8587; together 2.75496.
    @Test func effectsOfJiangsu() throws {
        let whole = 1.078 * 0.9532
        let mean = (whole - 1) / log(whole)
        #expect(agree(try example("growth", "effect", .year(2016)), 100 * mean * log(1.078)))
        #expect(agree(try example("intensity", "effect", .year(2016)), 100 * mean * log(0.9532)))
        #expect(agree(try example("energy", "total-change", .year(2016)), 2.75496))
    }

    /// The chain of 2016 to 2018 is in per cent of 2015, ends before the gap, and adds up to the product of the changes.
    @Test func theChainEndsBeforeTheGap() throws {
        let chain = Period.years(2016, 2018)
        let parts = try ["growth", "intensity"].compactMap { try example($0, "effect", chain) }
        let product = 1.078 * 0.9532 * (1.072 * 0.9446) * (1.067 * 0.9382)
        #expect(agree(parts.reduce(0, +), 100 * (product - 1)))
        #expect(agree(try example("energy", "total-change", chain), 100 * (product - 1)))
        #expect(try example("growth", "effect", .year(2019)) == nil)
        #expect(try example("energy", "total-change", .years(2016, 2020)) == nil)
        let notices = try ExampleFolder.result("energy-drivers").result.notices
        #expect(notices.map { $0.arguments["period"] } == ["2019"])
    }

    /// 30 provinces and China: effects add up to the published growth of energy use.
    @Test func provincesAddUpToWhatIsPublished() throws {
        let index = try ExampleFolder.result("energy-drivers-2020")
        var count = 0
        for value in index.result.values where value.key.measure == "total-change" {
            let effects = ["growth", "intensity"].compactMap {
                index[$0, "effect", value.key.area, .year(2020)]?.number
            }
            let printed = index["energy", "annual-change", value.key.area, .year(2020)]?.number
            #expect(agree(effects.reduce(0, +), printed) && agree(value.number, printed), "\(value.key)")
            count += 1
        }
        #expect(count == 31)
    }

    /// Two sectors: E = (30, 20) and Q = (10, 40), then E = (80, 16) and Q = (40, 40); Ang's guides, method sheet section 15.
    private func sectors(_ method: String, without: String? = nil) throws -> ResultIndex {
        var workspace = SampleWorkspace()
        workspace.areaIDs = ["A"]
        let figures = [
            ("e1", "30", "80"), ("e2", "20", "16"), ("q1", "10", "40"), ("q2", "40", "40"),
        ].filter { $0.0 != without }
        workspace.observations = try figures.flatMap { id, first, last in
            [
                try Observation.printed(first, id, "2015", unit: id.hasPrefix("e") ? "10^4 tce" : "10^8 yuan"),
                try Observation.printed(last, id, "2016", unit: id.hasPrefix("e") ? "10^4 tce" : "10^8 yuan"),
            ]
        }
        for id in ["e1", "e2"] { workspace.indicators[id] = UnitOfMeasure("10^4 tce") }
        for id in ["q1", "q2"] { workspace.indicators[id] = UnitOfMeasure("10^8 yuan") }
        return try workspace.run(yaml(method: method))
    }

    private func yaml(
        identity: String =
            "energy = output[] as activity * sum(sector: output/output[] as structure * energy/output as intensity)",
        method: String = "lmdi1-additive",
        series: String = "cells: {one: {energy: e1, output: q1}, two: {energy: e2, output: q2}}\ndimension: sector",
        more: String = ""
    ) -> String {
        """
        kind: decomposition
        title: {en: Sample, zh: 样例}
        identity: "\(identity)"
        \(series)
        areas: {parent: W}
        years: {from: 2016, to: 2016}
        method: \(method)
        \(more)
        """
    }

    @Test(arguments: [
        ("lmdi1-additive", [32.38463791091676, 38.284867350225625, -24.66950526114238]),
        ("lmdi1-multiplicative", [1.582880007253689, 1.7210198074841587, 0.7048023870020796]),
        ("lmdi2-additive", [33.143235012220394, 37.94096934394262, -25.08420435616301]),
        ("lmdi2-multiplicative", [1.6, 1.7126471507517862, 0.7006697202475397]),
        ("shapley-additive", [34.35, 39.3, -27.65]),
    ])
    func twoSectorsAsPublished(method: String, expected: [Double]) throws {
        let index = try sectors(method)
        for (factor, effect) in zip(["activity", "structure", "intensity"], expected) {
            #expect(agree(index[factor, "effect", "A", .year(2016)]?.number, effect, within: 1e-10), "\(factor)")
        }
        #expect(abs(index["energy", "residual", "A", .year(2016)]?.number ?? 1) < 1e-12)
        #expect(
            index["activity", "effect", "A", .year(2016)]?.unit == (expected[0] < 2 ? .one : UnitOfMeasure("10^4 tce")))
    }

    /// LMDI-I and Shapley tell what each part adds; those of LMDI-II do not add up and are not told.
    @Test func partsAddUpToTheWhole() throws {
        let index = try sectors("lmdi1-additive")
        for factor in ["activity", "structure", "intensity"] {
            let parts = ["one", "two"].compactMap { index["\(factor)@\($0)", "effect", "A", .year(2016)]?.number }
            #expect(parts.count == 2)
            #expect(agree(parts.reduce(0, +), index[factor, "effect", "A", .year(2016)]?.number))
        }
        #expect(try sectors("lmdi2-additive")["activity@one", "effect", "A", .year(2016)] == nil)
    }

    @Test(arguments: [
        ("energy = output", "identity-series", "study-identity-series-or-cells"),
        ("energy = output *", "series", "identity-name"),
        ("energy = output * energy/output * output as more", "plain", "decomposition-leftover"),
        ("energy = output * energy/output * price", "plain", "study-identity-series-missing"),
        ("energy = energy", "plain", "study-identity-series-unused"),
        ("energy = output * energy/output", "changes", "study-identity-changes-of-cells"),
    ])
    func badIdentities(identity: String, series: String, code: String) throws {
        var workspace = SampleWorkspace()
        workspace.areaIDs = ["A"]
        workspace.indicators = ["e": .one, "q": .one]
        workspace.observations = try ["e", "q"].flatMap { id in
            try ["2015", "2016"].map { try Observation.printed("2.5", id, $0, unit: "1") }
        }
        let given =
            switch series {
            case "plain", "series": "series: {energy: e, output: q}"
            case "changes": "cells: {one: {energy: e, output: q}}\ndimension: sector\nfigures: changes"
            default: "series: {energy: e, output: q}\ncells: {one: {energy: e, output: q}}\ndimension: sector"
            }
        let faults = try workspace.faults(yaml(identity: identity, series: given))
        #expect(faults.contains { $0.hasPrefix(code + " studies/study.yaml:") }, "\(faults)")
    }

    /// A total that the factors do not make up is a fault, unless the tolerance allows for it.
    @Test func theProductMustBeTheTotal() throws {
        var workspace = SampleWorkspace()
        workspace.areaIDs = ["A"]
        workspace.indicators = ["e": .percent, "g": .percent, "i": .percent]
        workspace.observations = try [("e", "0.5"), ("g", "3.7"), ("i", "-3.10")].map {
            try Observation.printed($0.1, $0.0, "2016", .annualChange, unit: "%")
        }
        let series = "series: {energy: e, growth: g, intensity: i}\nfigures: changes"
        let faults = try workspace.faults(yaml(identity: "energy = growth * intensity", series: series))
        #expect(faults.map { String($0.prefix { $0 != " " }) } == ["decomposition-not-product"])
        let index = try workspace.run(
            yaml(identity: "energy = growth * intensity", series: series, more: "tolerance: 0.001"))
        #expect(agree(index["energy", "total-change", "A", .year(2016)]?.number, 100 * (1.037 * 0.969 - 1)))
    }
}
