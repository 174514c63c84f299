import ModelFormats
import SensitivityAnalysis
import SystemDynamics
import Testing

/// Many runs at once.
struct EnsembleTests {
    static let text = """
        {UTF-8}
        dim: a, b, c ~~|
        rate[dim] = 0.1, 0.2, 0.3 ~~|
        growth = 0.05 ~~|
        Stock[dim] = INTEG(growth * Stock[dim] - Stock[dim] * rate[dim] + t(Time) - SMOOTH3(late, 2), 10) ~~|
        late = DELAY FIXED(Stock[a], 1.5, 3) * RANDOM NORMAL(-1, 1, 0, 0.1, 7) ~~|
        t((0,0),(2,4),(5,1)) ~~|
        ratio = XIDZ(Stock[b], Stock[c] - Stock[a], 1) ^ 2 + MODULO(Time, 3) + EXP(-growth) ~~|
        FINAL TIME = 6 ~~|
        INITIAL TIME = 0 ~~|
        TIME STEP = 0.25 ~~|
        SAVEPER = 1 ~~|

        """

    static func ensemble(_ sampling: SamplingMethod = .latinHypercube(centred: false), noise: Bool = false) throws
        -> Ensemble
    {
        let specification = EnsembleSpecification(
            runs: 21, seed: 5, sampling: sampling,
            inputs: [
                .init(name: "growth", distribution: .uniform(low: 0, high: 0.2)),
                .init(name: "Stock[a]", distribution: .triangular(low: 5, mode: 10, high: 12)),
            ], variesNoise: noise)
        return try Ensemble(Model(VensimReader.model(Array(text.utf8)).model), specification, .init())
    }

    /// A run is the same alone, among others, and on any number of threads, bit for bit.
    @Test(arguments: [SamplingMethod.plain, .latinHypercube(centred: true), .sobol(.owen)])
    func runsDoNotDependOnCompany(sampling: SamplingMethod) throws {
        let ensemble = try Self.ensemble(sampling, noise: true)
        let all = try ensemble.values(of: Array(0..<21), threads: 1)
        #expect(try ensemble.values(of: Array(0..<21), threads: 3) == all)
        for run in [0, 7, 8, 20] { #expect(try ensemble.values(of: [run]) == [all[run]]) }
        #expect(try ensemble.values(of: [20, 3]) == [all[20], all[3]])
        let ratio = try #require(ensemble.names.lastIndex(of: "ratio"))
        let last = (ensemble.times.count - 1) * ensemble.names.count
        #expect(Set(all.map { $0[last + ratio] }).count == 21)
    }

    /// The values of one run are those of a simulation with the same settings.
    @Test func ensembleIsSimulation() throws {
        let specification = EnsembleSpecification(
            runs: 3, seed: 0, sampling: .plain,
            inputs: [.init(name: "growth", distribution: .discrete([0.12], weights: [1]))])
        let model = try Model(VensimReader.model(Array(Self.text.utf8)).model)
        let values = try Ensemble(model, specification, .init()).values(of: [2])
        let simulation = try Simulation(model.setting([("growth", 0.12)]))
        #expect(values == [simulation.rows.flatMap { $0 }])
    }

    @Test func correlationsAreMet() throws {
        let inputs = (0..<2).map {
            EnsembleSpecification.Input(name: "\($0)", distribution: .normal(mean: 0, deviation: 1))
        }
        let design = try EnsembleDesign(
            EnsembleSpecification(
                runs: 4096, seed: 1, sampling: .sobol(.owen), inputs: inputs,
                correlations: [.init(first: 0, second: 1, value: 0.6)]))
        let values = (0..<4096).map { design.values(run: $0) }
        let product = values.reduce(0) { $0 + $1[0] * $1[1] } / 4096
        #expect(abs(product - 0.6) < 0.01)
    }

    @Test func summary() {
        let summary = EnsembleSummary([4, 1, .nan, 3, 2], quantiles: [0, 0.5, 1])
        #expect(summary.count == 4 && summary.mean == 2.5)
        #expect(summary.quantiles == [1, 2.5, 4])
        #expect(abs(summary.variance - 5.0 / 3) < 1e-15)
    }

    @Test func badSpecifications() throws {
        let text = """
            runs: 10
            inputs:
              - {variable: growth, uniform: [1]}
              - {variable: growth, normal: [0, 1], uniform: [0, 1]}
            quantiles: [2]
            """
        #expect {
            _ = try EnsembleFile(text, file: "e.yaml")
        } throws: { "\($0)".contains("ensemble-distribution") && "\($0)".contains("ensemble-quantile") }
        let model = try Model(VensimReader.model(Array(Self.text.utf8)).model)
        for name in ["ratio", "none"] {
            let specification = EnsembleSpecification(
                runs: 3, seed: 0, sampling: .plain,
                inputs: [.init(name: name, distribution: .uniform(low: 0, high: 1))])
            #expect(throws: ModelFaults.self) { try Ensemble(model, specification, .init()) }
        }
    }
}
