/// Many runs of a model at once, several side by side in each instruction.
///
/// Run k is the same alone, in any shard and on any number of threads, bit for bit.
public struct Ensemble: Sendable {
    /// The specification.
    public let specification: EnsembleSpecification

    private let runs: ModelRuns
    private let design: EnsembleDesign

    /// Prepares an ensemble.
    ///
    /// - Throws: `ModelFaults` for names that are not there, inputs that are equations, and bad parameters.
    public init(
        _ model: Model, _ specification: EnsembleSpecification, _ options: Simulation.Options
    ) throws(ModelFaults) {
        self.specification = specification
        design = try EnsembleDesign(specification)
        var options = options
        options.seed = specification.seed
        runs = try ModelRuns(
            model, inputs: specification.inputs.map(\.name), options, first: design.values(run: 0))
    }

    /// The names of the columns that are kept.
    public var names: [String] { runs.names }

    /// The saved times.
    public var times: [Double] { runs.times }

    /// The values of the inputs in a run.
    public func inputs(run: Int) -> [Double] { design.values(run: run) }

    /// The values of some runs: for each run all saved rows, one after the other.
    ///
    /// - Parameters:
    ///   - numbers: the numbers of the runs.
    ///   - threads: at most so many threads; `nil` for all cores.
    /// - Throws: `ModelFaults` for a run whose clock makes no sense.
    public func values(of numbers: [Int], threads: Int? = nil) throws(ModelFaults) -> [[Double]] {
        try runs.values(
            at: numbers.map { design.values(run: $0) }, noise: specification.variesNoise ? numbers : [],
            threads: threads)
    }
}
