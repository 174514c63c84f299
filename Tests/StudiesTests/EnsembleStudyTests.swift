import StatisticalData
import Testing

@testable import Studies

/// An ensemble whose quantiles are known: 100 t and a slope between 0 and 20 t a year, at the middles of 200 strata.
struct EnsembleStudyTests {
    @Test func bandsAreTheQuantiles() throws {
        let index = try SimulationSample.workspace().run(SimulationSample.ensemble)
        let median = try #require(index["mass", "median", "A", .year(2020)])
        let middle = try #require(index["mass", "middle", "A", .year(2020)])
        /// Lines between ordered values (type 7): place 199 p, slope 0.1 (place + 1/2).
        func mass(_ share: Double) -> Double { (100 + 5 * 0.1 * (199 * share + 0.5)) / 10_000 }
        let pairs = [
            (median.low, 0.05), (median.number, 0.5), (median.high, 0.95), (middle.low, 0.25), (middle.number, 0.5),
            (middle.high, 0.75),
        ]
        for (found, share) in pairs {
            let found = try #require(found)
            #expect(abs(found - mass(share)) < 1e-12, "\(share)")
        }
        let start = try #require(index["mass", "median", "A", .year(2015)])
        #expect([start.low, start.number, start.high] == [0.01, 0.01, 0.01])
    }

    /// 160 t need a slope of 12, which 80 of 200 runs have; 60 per cent more is the same.
    @Test func sharesOfRunsAreCounted() throws {
        let index = try SimulationSample.workspace().run(SimulationSample.ensemble)
        for item in ["mass", "growth"] {
            #expect(index[item, "share-of-runs", "A", .year(2020)]?.number == 0.4, "\(item)")
        }
        guard case .ensemble(let detail) = index.result.detail else {
            Issue.record("another detail")
            return
        }
        #expect(detail.runs == 200 && detail.seed == 3)
        #expect(detail.inputs.map(\.variable) == ["slope"])
        #expect(abs(detail.inputs[0].low - 0.05) < 1e-12 && abs(detail.inputs[0].high - 19.95) < 1e-12)
        #expect(detail.inputs[0].value == 10)
    }

    /// A scenario shared by all runs shows where its change is not what varies.
    @Test func runsShareAScenario() throws {
        var sample = SimulationSample.workspace()
        sample.files["models/spread.yaml"] =
            "runs: 8\nseed: 1\ninputs:\n  - {variable: x, uniform: [100, 100]}\n"
        let yaml = SimulationSample.ensemble.replacing(
            "ensemble: models", with: "scenario: models/fast.yaml\nensemble: models")
        let found = try #require(try sample.run(yaml)["mass", "median", "A", .year(2020)]?.number)
        #expect(abs(found - 0.02) < 1e-12)
    }

    /// Runs that leave the numbers are left out whole and counted; without any other there is no result.
    @Test func runsThatFailAreCounted() throws {
        var sample = SimulationSample.workspace()
        sample.files["models/m.xmile"]?.replace(
            "<eqn>1/(x-120)</eqn>", with: "<eqn>IF slope &gt; 10 THEN SQRT(-slope) ELSE slope</eqn>")
        let yaml = SimulationSample.ensemble.replacing(
            "  - {variable: x", with: "  - {variable: quotient, unit: t, name: {en: Q, zh: 商}}\n  - {variable: x")
        let index = try sample.run(yaml)
        let notice = try #require(index.result.notices.first)
        #expect(notice.code == "notice-runs-excluded")
        #expect(notice.arguments == ["count": "100", "total": "200"])
        let highest = try #require(index["mass", "median", "A", .year(2020)]?.high)
        #expect(highest < 0.015)
        sample.files["models/spread.yaml"]?.replace("[0, 20]", with: "[11, 20]")
        #expect(throws: (any Error).self) { try sample.run(yaml) }
    }

    @Test(arguments: [
        ("models/spread.yaml", "runs: 0\ninputs: []\n", "model-too-large"),
        ("models/spread.yaml", "inputs:\n  - {variable: gain, uniform: [0, 1]}\n", "model-not-constant"),
        ("models/spread.yaml", "inputs:\n  - {variable: slope}\n", "ensemble-distribution"),
        ("models/spread.yaml", "runs: 100001\ninputs: []\n", "simulation-runs"),
    ])
    func faultsAreTold(file: String, text: String, code: String) throws {
        var sample = SimulationSample.workspace()
        #expect(try sample.faults(SimulationSample.ensemble) == [])
        sample.files[file] = text
        let faults = try sample.faults(SimulationSample.ensemble)
        #expect(faults.count == 1 && faults[0].hasPrefix(code + " " + file), "\(faults)")
    }
}
