/// The futures of an ensemble, by whether they miss a target.
public struct TargetFutures: Sendable {
    /// The inputs of each future with a finite outcome.
    public let points: [[Double]]
    /// Its outcome.
    public let outcomes: [Double]
    /// Whether it misses the target.
    public let missed: [Bool]
    /// How many runs had no finite outcome and are left out.
    public let failures: Int

    /// Runs an ensemble.
    ///
    /// - Throws: `ModelFaults` for names that are not there, inputs that are equations, bad parameters, and the outcome of an array.
    public init(
        _ model: Model, _ specification: EnsembleSpecification, _ target: PolicyQuestion.Target,
        _ options: Simulation.Options = .init(), threads: Int? = nil
    ) throws(ModelFaults) {
        let name = target.outcome.variable
        guard model.cells(named: name).count < 2 else {
            throw ModelFaults([ModelFault(.arrayInScalar, name, variable: name)])
        }
        let design = try EnsembleDesign(specification)
        var options = options
        options.seed = specification.seed
        let runs = try OutcomeRuns(
            model, inputs: specification.inputs.map(\.name), outcomes: [target.outcome], options)
        let all = (0..<specification.runs).map { design.values(run: $0) }
        let noise = specification.variesNoise ? Array(0..<specification.runs) : []
        let values = try runs.values(at: all, noise: noise, threads: threads).map { $0[0] }
        let finite = values.indices.filter { values[$0].isFinite }
        points = finite.map { all[$0] }
        outcomes = finite.map { values[$0] }
        missed = outcomes.map { target.miss($0) > 0 }
        failures = values.count - finite.count
    }
}
