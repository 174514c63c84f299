import Foundation
import StatisticalData
import Testing

@testable import Studies

/// Scenarios of a model whose values are known without running it.
struct ScenarioStudyTests {
    private func number(_ index: ResultIndex, _ item: String, _ measure: String, _ year: Int) -> Double? {
        index[item, measure, "A", .year(year)]?.number
    }

    private func word(_ index: ResultIndex, _ item: String, _ year: Int) -> String? {
        index[item, "status", "A", .year(year)]?.word
    }

    /// 100 t and 10, 20 or from 2017 on 30 t a year, in the unit of the indicator.
    @Test func valuesAreThoseOfTheModel() throws {
        let index = try SimulationSample.workspace().run(SimulationSample.scenarios)
        for year in 2015...2020 {
            let passed = Double(year - 2015)
            let late = 100 + 10 * min(passed, 2) + 30 * max(0, passed - 2)
            for (scenario, tonnes) in [("base", 100 + 10 * passed), ("fast", 100 + 20 * passed), ("late", late)] {
                let found = try #require(number(index, "mass@" + scenario, "simulated", year))
                #expect(abs(found - tonnes / 10_000) < 1e-12, "\(scenario) \(year)")
            }
        }
        let change = try #require(number(index, "mass-change@base", "simulated", 2016))
        #expect(abs(change - 10) < 1e-9)
        #expect(number(index, "mass-change@base", "simulated", 2015) == nil)
        #expect(number(index, "pair-left-@fast", "simulated", 2020) == 20)
        let difference = try #require(number(index, "mass@fast", "change-by-scenario", 2020))
        #expect(abs(difference - 0.005) < 1e-12)
    }

    /// 150, 200 and 210 t by 2020 against at least 160 t and at least 60 per cent more.
    @Test func targetsAreJudgedAsInThePlan() throws {
        let index = try SimulationSample.workspace().run(SimulationSample.scenarios)
        #expect(["base", "fast", "late"].map { word(index, "mass@" + $0, 2020) } == ["missed", "met", "met"])
        #expect(["base", "fast", "late"].map { word(index, "growth@" + $0, 2020) } == ["missed", "met", "met"])
        let growth = try #require(number(index, "growth@late", "achieved", 2020))
        #expect(abs(growth - 110) < 1e-9)
    }

    /// Every simulated value leads to the line of its variable and to its scenario, and is never stronger than unverified.
    @Test func valuesTellWhereTheyComeFrom() throws {
        let index = try SimulationSample.workspace().run(SimulationSample.scenarios)
        let value = try #require(index["mass@fast", "simulated", "A", .year(2018)])
        let places = value.derivation.inputs.compactMap { input -> Place? in
            if case .declared(let declared) = input.origin { declared.place } else { nil }
        }
        #expect(places == [Place(file: "models/m.xmile", line: 7), Place(file: "models/fast.yaml", line: 1)])
        #expect(index.result.values.filter { $0.key.item.contains("@") }.allSatisfy { $0.trust == .unverified })
        guard case .scenario(let detail) = index.result.detail else {
            Issue.record("another detail")
            return
        }
        #expect(detail.scenarios.map(\.changes.count) == [0, 1, 1])
        #expect(detail.scenarios[1].changes[0].documentation == "How fast.")
        #expect(detail.scenarios[2].changes[0].before == 10)
    }

    /// The inputs change with the model, a scenario and a figure of the ledger, so that a stored result becomes stale.
    @Test func inputsHoldAllThatMatters() throws {
        var sample = SimulationSample.workspace()
        let before = try sample.prepare(SimulationSample.scenarios).inputs
        #expect(try sample.prepare(SimulationSample.scenarios).inputs == before)
        sample.files["models/fast.yaml"] = "set: {slope: 21}\n"
        let second = try sample.prepare(SimulationSample.scenarios).inputs
        #expect(second != before)
        sample.files["models/m.xmile"]?.append("\n")
        let third = try sample.prepare(SimulationSample.scenarios).inputs
        #expect(third != second)
        sample.observations = [try .printed("0.012", "mass", "2017", unit: "10^4 t")]
        #expect(try sample.prepare(SimulationSample.scenarios).inputs != third)
        let index = try sample.run(SimulationSample.scenarios)
        #expect(index["mass", "observed", "A", .year(2017)]?.number == 0.012)
    }

    private static let faulty: [(old: String, new: String, code: String)] = [
        ("models/m.xmile", "models/none.xmile", "file-missing"),
        ("variable: x, indicator: mass, unit", "variable: z, indicator: mass, unit", "simulation-variable"),
        ("pair[left]", "pair", "simulation-array"),
        ("unit: t, name: {en: Left", "unit: parrots, name: {en: Left", "simulation-unit"),
        ("indicator: mass, unit: t", "indicator: mass, unit: m3", "unit-mismatch"),
        ("indicator: mass, unit: t", "unit: t", "simulation-output-name"),
        ("indicator: mass, unit", "indicator: mas, unit", "indicator-unknown"),
        ("id: fast", "id: base", "simulation-scenario-id"),
        ("id: fast", "id: f@st", "simulation-scenario-id"),
        ("from: 2015", "from: 2021", "study-years-reversed"),
        ("plan: P", "plan: Q", "plan-unknown"),
        (", transformation: annual-change", "", "simulation-output-twice"),
    ]

    @Test(arguments: faulty)
    func faultsAreTold(old: String, new: String, code: String) throws {
        let sample = SimulationSample.workspace()
        #expect(try sample.faults(SimulationSample.scenarios) == [])
        let yaml = SimulationSample.scenarios.replacing(old, with: new)
        #expect(yaml != SimulationSample.scenarios)
        let faults = try sample.faults(yaml)
        #expect(faults.contains { $0.hasPrefix(code + " ") }, "\(faults)")
    }

    /// Faults of model and scenario have their own file and line.
    @Test func faultsOfFilesAreTold() throws {
        var sample = SimulationSample.workspace()
        sample.files["models/fast.yaml"] = "set: {speed: 1}\n"
        #expect(try sample.faults(SimulationSample.scenarios) == ["model-bad-setting models/fast.yaml"])
        sample.files["models/fast.yaml"] = "set: {slope: 1}\n"
        sample.files["models/m.xmile"]?.replace("<eqn>slope</eqn><units>t", with: "<eqn>sloop</eqn><units>t")
        #expect(try sample.faults(SimulationSample.scenarios) == ["model-unknown-name models/m.xmile:8"])
    }

    /// A value that is not finite, and a year the model does not reach, end the study.
    @Test func runsThatFailAreTold() throws {
        let sample = SimulationSample.workspace()
        let infinite = SimulationSample.scenarios.replacing("pair[left]", with: "quotient")
        #expect(throws: Faults.self) { try sample.run(infinite) }
        let far = SimulationSample.scenarios.replacing("to: 2020", with: "to: 2030")
        do {
            _ = try sample.run(far)
            Issue.record("no fault")
        } catch let faults as Faults {
            #expect(faults.list.map(\.code) == ["simulation-year"])
        }
    }

    /// The index of the example with simulated figures is that of a ledger that holds those figures.
    @Test func indexIsTheIndexOfASimulatedLedger() throws {
        let example = try ExampleFolder.load()
        let told = try ExampleFolder.result("scenarios-2035")
        let home: Area.ID = "320000"
        func simulated(_ item: String) throws -> Double {
            try #require(told[item + "-change@green-push", "simulated", home, .year(2030)]?.number)
        }
        let changed = try example.observations.map { observation in
            let id = observation.series.indicator.rawValue
            guard observation.series.area == home, observation.series.transformation == .annualChange,
                observation.period == .year(2020), ["energy-per-gdp", "energy-consumption-total"].contains(id)
            else { return observation }
            return observation.with(value: try simulated(id))
        }
        let study = try #require(example.studies.first { $0.id == "energy-saving-2020" })
        let index = ResultIndex(try PreparedStudy(study, in: example.context(changed)).compute())
        guard case .compositeIndex(let detail) = index.result.detail else { return }
        for measure in ["score", "rank"] {
            let expected = try #require(index[detail.index, measure, home, detail.period]?.number)
            #expect(told["index@green-push", measure, home, .year(2030)]?.number == expected, "\(measure)")
        }
    }
}
