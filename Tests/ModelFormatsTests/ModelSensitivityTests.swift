import ModelFormats
import SensitivityAnalysis
import SystemDynamics
import Testing

/// What outcomes of models depend on.
struct ModelSensitivityTests {
    static let clock = "INITIAL TIME = 0 ~~|\nFINAL TIME = 2 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n"

    static func model(_ lines: String) throws -> Model {
        try Model(VensimReader.model(Array(("{UTF-8}\n" + lines + clock).utf8)).model)
    }

    private func inputs(_ names: [String], _ low: Double, _ high: Double) -> [EnsembleSpecification.Input] {
        names.map { .init(name: $0, distribution: .uniform(low: low, high: high)) }
    }

    /// Ishigami's function with a = 7, b = 0.1: the shares are known (Saltelli et al., Global Sensitivity Analysis: The Primer,
    /// 2008, section 4.6).
    @Test func ishigami() throws {
        let model = try Self.model(
            """
            y = SIN(a) + 7 * SIN(b) ^ 2 + 0.1 * c ^ 4 * SIN(a) ~~|
            a = 0 ~~|
            b = 0 ~~|
            c = 0 ~~|
            flat = 3 ~~|

            """)
        let analysis = try ModelSensitivity(
            model, inputs: inputs(["a", "b", "c"], -Double.pi, .pi),
            outcomes: [ModelOutcome("y", .at(1)), ModelOutcome("flat")])
        let shares = try analysis.shares(samples: 4096, seed: 3, replicates: 50, threads: 2)
        let found = try #require(shares[0].indices)
        for (input, (first, total)) in zip(found.inputs, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
            #expect(abs(input.first.value - first) < 0.02 && abs(input.total.value - total) < 0.02)
            #expect(input.total.interval.map { $0.lowerBound < total + 0.02 && $0.upperBound > total - 0.02 } == true)
        }
        #expect(shares[1].indices == nil)
        let again = try analysis.shares(samples: 4096, seed: 3, replicates: 50, threads: 1)
        #expect(again[0].indices == found)
    }

    /// A linear model: each effect is the coefficient times the range, whatever the other inputs.
    @Test func effectsOfALinearModel() throws {
        let model = try Self.model(
            "S = INTEG(3 * a - b, 0) ~~|\na = 1 ~~|\nb = 1 ~~|\nd = 1 ~~|\nR[r] = INTEG(a, 0) ~~|\nr: p, q ~~|\n")
        let analysis = try ModelSensitivity(
            model, inputs: inputs(["a", "b", "S", "d"], 2, 6),
            outcomes: [ModelOutcome("S"), ModelOutcome("R", .greatest)])
        let effects = try analysis.effects(trajectories: 10, seed: 1)
        #expect(effects.map(\.outcome.variable) == ["S", "R[p]", "R[q]"])
        let found = try #require(effects[0].effects)
        for (effect, expected) in zip(found, [24.0, -8, 4, 0]) {
            #expect(abs(effect.mean - expected) < 1e-12 && abs(effect.meanAbsolute - abs(expected)) < 1e-12)
            #expect((effect.standardDeviation ?? 1) < 1e-12 && effect.count == 10)
        }
        #expect(effects[2].effects.map { abs($0[0].mean - 8) < 1e-12 } == true)
    }

    /// Measures over time are those of a plain simulation.
    @Test func measures() throws {
        let model = try Self.model("x = k * (Time - 1) * (Time - 1) ~~|\nk = 2 ~~|\n")
        let outcomes: [ModelOutcome] = [
            .init("x"), .init("x", .at(1)), .init("x", .mean), .init("x", .least), .init("x", .greatest),
        ]
        let runs = try OutcomeRuns(model, inputs: ["k"], outcomes: outcomes)
        #expect(runs.runs.standard == [2])
        #expect(try runs.values(at: [[2], [3]]) == [[2, 0, 4.0 / 3, 0, 2], [3, 0, 2, 0, 3]])
        #expect(throws: ModelFaults.self) { try OutcomeRuns(model, inputs: ["k"], outcomes: [.init("x", .at(0.5))]) }
        #expect(throws: ModelFaults.self) { try OutcomeRuns(model, inputs: ["x"], outcomes: [.init("x")]) }
        #expect(throws: ModelFaults.self) { try OutcomeRuns(model, inputs: ["k"], outcomes: []) }
    }
}
