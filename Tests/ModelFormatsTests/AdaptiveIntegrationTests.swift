import ModelFormats
import SensitivityAnalysis
import SystemDynamics
import Testing

/// Adaptive integration, and what simulations warn of.
struct AdaptiveIntegrationTests {
    static let clock = "INITIAL TIME = 0 ~~|\nFINAL TIME = 20 ~~|\nTIME STEP = 5 ~~|\nSAVEPER = 5 ~~|\n"

    private func run(_ text: String, _ method: SimulationSpecifications.Method, step: Double? = nil) throws
        -> Simulation
    {
        var options = Simulation.Options()
        options.method = method
        options.step = step
        return try Simulation(Model(VensimReader.model(Array((text + Self.clock).utf8)).model), options)
    }

    /// Predator and prey, against scipy 1.17 (DOP853, relative tolerance 1e-13).
    @Test func lotkaVolterra() throws {
        let text = """
            prey = INTEG(prey * (1 - 0.5 * predator), 10) ~~|
            predator = INTEG(predator * (0.25 * prey - 0.75), 1) ~~|

            """
        let found = try run(text, .rk45)
        #expect(found.times == [0, 5, 10, 15, 20])
        for (row, expected) in [
            (1, [0.5339682487608498, 0.7424733900547159]), (2, [4.163750237748159, 6.277962446284163]),
            (4, [0.49313629299918016, 4.023309160293937]),
        ] {
            for (value, reference) in zip(found.rows[row], expected) { #expect(abs(value / reference - 1) < 2e-4) }
        }
        // Fixed steps of that size are far off.
        #expect(abs((try run(text, .rk4).rows.last?.first ?? 0) / 0.49313629299918016 - 1) > 0.1)
        #expect(found.warnings.isEmpty)
    }

    /// A value of the time alone: the integral of t^3 is exact.
    @Test func timeWithinTheStep() throws {
        let found = try run("x = INTEG(4 * t * t * t, 0) ~~|\nt = INTEG(1, 0) ~~|\n", .rk45)
        #expect(found.rows.map { $0[0] }.elementsEqual([0, 625, 1e4, 50625, 160_000]) { abs($0 - $1) <= 1e-9 * $1 })
    }

    /// A fast stock beside a slow one, and a jump within a step: substeps shrink where they must.
    @Test func stiffAndJumping() throws {
        let stiff = try run("x = INTEG(-200 * (x - 1), 0) ~~|\n", .rk45)
        #expect(stiff.rows.dropFirst().allSatisfy { abs($0[0] - 1) < 1e-5 })
        let text = "x = INTEG(IF THEN ELSE(t > 7.3, 1, 0), 0) ~~|\nt = INTEG(1, 0) ~~|\n"
        let jump = try run(text, .rk45)
        #expect(abs((jump.rows.last?[0] ?? 0) - 12.7) < 1e-3)
    }

    /// Runs side by side give the bits of runs alone though substeps differ.
    @Test func ensembleOfAdaptiveRuns() throws {
        let text = "x = INTEG(-rate * x + SIN(Time), 3) ~~|\nrate = 1 ~~|\n" + Self.clock
        let specification = EnsembleSpecification(
            runs: 9, seed: 1, sampling: .plain,
            inputs: [.init(name: "rate", distribution: .uniform(low: 0.1, high: 30))])
        var options = Simulation.Options()
        options.method = .rk45
        let ensemble = try Ensemble(Model(VensimReader.model(Array(text.utf8)).model), specification, options)
        let all = try ensemble.values(of: Array(0..<9), threads: 2)
        for run in 0..<9 { #expect(try ensemble.values(of: [run]) == [all[run]]) }
    }

    /// A stage that is shorter than the step is told, one that is not is not.
    @Test(arguments: [("DELAY3(Time, 6)", true), ("DELAY3(Time, 15)", false), ("SMOOTH(Time, 4)", true)])
    func shortDelays(call: String, isShort: Bool) throws {
        let found = try run("x = \(call) ~~|\n", .euler).warnings
        #expect(found.map(\.kind) == (isShort ? [.shortDelay] : []))
        #expect(found.allSatisfy { $0.variable == "x" })
    }

    @Test func scenarioTimesAndMethod() throws {
        let model = try Model(VensimReader.model(Array(("x = INTEG(k, 0) ~~|\nk = 1 ~~|\n" + Self.clock).utf8)).model)
        func run(_ yaml: String) throws -> Simulation {
            try Simulation(model.applying(ScenarioReader.scenario(yaml, file: "s")))
        }
        #expect(try run("time: {start: 10, step: 2.5}\n").times == [10, 15, 20])
        #expect(try run("time: {stop: 10}\nmethod: rk4\n").rows.map { $0[0] } == [0, 5, 10])
        #expect(try model.applying(ScenarioReader.scenario("method: rk45\n", file: "s")).method == .rk45)
        #expect(try run("step: [{variable: k, add: 2, from: 10}]\n").rows.map { $0[0] } == [0, 5, 10, 25, 40])
        #expect(try run("step: [{variable: k, multiply: 4, from: 15}]\n").rows.map { $0[0] } == [0, 5, 10, 15, 35])
        let series = "series: [{variable: k, times: [5, 15], values: [2, 4]}]\n"
        #expect(try run(series).rows.map { $0[0] } == [0, 10, 20, 35, 55])
        #expect(throws: (any Error).self) { try run("step: [{variable: k, to: 1, add: 2, from: 1}]\n") }
        #expect(throws: (any Error).self) { try run("series: [{variable: x, times: [5], values: [2]}]\n") }
    }

    /// A conveyor that loses whole numbers: nothing is lost on the way, and what leaks is whole.
    @Test func wholeLeaks() throws {
        let text = """
            <xmile><sim_specs><start>0</start><stop>12</stop><dt>1</dt></sim_specs><model><variables>
            <stock name="belt"><eqn>0</eqn><inflow>in</inflow><outflow>out</outflow><outflow>lost</outflow>
            <conveyor><len>4</len></conveyor></stock>
            <flow name="in"><eqn>7</eqn></flow><flow name="out"/>
            <flow name="lost"><leak>0.3</leak><leak_integers/></flow>
            <stock name="gone"><eqn>0</eqn><inflow>lost</inflow></stock>
            <stock name="through"><eqn>0</eqn><inflow>out</inflow></stock></variables></model></xmile>
            """
        let found = try Simulation(Model(XMILEReader.model(Array(text.utf8)).model))
        let place = Dictionary(uniqueKeysWithValues: found.names.enumerated().map { ($1, $0) })
        for (time, row) in zip(found.times, found.rows) {
            let parts = ["belt", "gone", "through"].compactMap { place[$0].map { row[$0] } }
            #expect(abs(parts.reduce(0, +) - 7 * time) < 1e-9)
            let lost = try #require(place["lost"].map { row[$0] })
            #expect(abs(lost - lost.rounded()) < 1e-9)
        }
        // Each of up to four batches owes 7 * 0.3 / 4 a step: 38 * 0.525 = 19.95 in all.
        #expect(place["gone"].flatMap { found.rows.last?[$0] } == 19)
    }
}
