public import SensitivityAnalysis

/// Which inputs of a model an outcome depends on: shares of variance (Sobol') and elementary effects (Morris).
///
/// Inputs are independent, each with its distribution. Runs that end without a finite outcome are left out and counted.
/// Same inputs and seed give the same numbers on any number of threads.
/// Source: Saltelli et al., Computer Physics Communications 181 (2010), 259-270; Morris, Technometrics 33 (1991), 161-174.
public struct ModelSensitivity: Sendable {
    /// What an outcome's variance comes from; `nil` where it does not vary.
    public struct Shares: Sendable {
        /// The outcome.
        public let outcome: ModelOutcome
        /// First-order and total indices by input.
        public let indices: SobolIndices?
    }

    /// How far each input moves an outcome, going through its whole range; `nil` where no run is finite.
    public struct Effects: Sendable {
        /// The outcome.
        public let outcome: ModelOutcome
        /// The effects by input.
        public let effects: [MorrisEffect]?
        /// The runs without a finite outcome.
        public let failures: Int
    }

    /// The inputs.
    public let inputs: [EnsembleSpecification.Input]
    private let runs: OutcomeRuns

    /// Prepares an analysis.
    ///
    /// - Throws: `ModelFaults` for names that are not there, inputs that are equations and parameters that make no distribution.
    public init(
        _ model: Model, inputs: [EnsembleSpecification.Input], outcomes: [ModelOutcome],
        _ options: Simulation.Options = .init()
    ) throws(ModelFaults) {
        self.inputs = inputs
        var faults = inputs.compactMap { input in
            input.distribution.fault.map { ModelFault(.badSetting, "\(input.name): \($0)") }
        }
        if inputs.isEmpty { faults.append(ModelFault(.badSetting, "inputs")) }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        runs = try OutcomeRuns(model, inputs: inputs.map(\.name), outcomes: outcomes, options)
    }

    /// Shares of variance, from `samples` (inputs + 2) runs; a power of two is best.
    ///
    /// - Parameters:
    ///   - replicates: of the bootstrap that gives the intervals; 0 for none.
    ///   - level: of the intervals.
    /// - Throws: `ModelFaults` for a design that is too large.
    public func shares(
        samples: Int, seed: UInt64, replicates: Int = 200, level: Double = 0.95, threads: Int? = nil
    ) throws(ModelFaults) -> [Shares] {
        let design: SaltelliDesign
        do {
            guard samples > 1, samples <= 1 << 24 else { throw SensitivityFault.noVariance }
            design = try SaltelliDesign(rows: samples, inputs: inputs.count, seed: seed)
        } catch {
            throw ModelFaults([ModelFault(.tooLarge, "\(samples)")])
        }
        let values = try values(count: design.runCount, threads) { design.point(ofRun: $0) }
        let bootstrap =
            replicates > 0
            ? Bootstrap(
                replicates: replicates, probabilities: (1 - level) / 2...(1 + level) / 2, seed: seed, threads: threads)
            : nil
        let analysis = SobolAnalysis(bootstrap: bootstrap, allowedFailureShare: 1)
        return runs.outcomes.enumerated().map { place, outcome in
            let outputs = try? SaltelliOutputs(values.map { $0[place] }, inputs: inputs.count)
            return Shares(outcome: outcome, indices: outputs.flatMap { try? analysis.indices(of: $0) })
        }
    }

    /// Elementary effects, from `trajectories` (inputs + 1) runs.
    ///
    /// An input goes from its lowest to its highest value, one without bounds from its quantile of 1 % to that of 99 %.
    /// - Throws: `ModelFaults` for a design that is too large.
    public func effects(
        trajectories: Int, levels: Int = 4, seed: UInt64, threads: Int? = nil
    ) throws(ModelFaults) -> [Effects] {
        let design: MorrisDesign
        do {
            guard trajectories > 0, trajectories <= 1 << 24 else { throw SensitivityFault.noVariance }
            design = try MorrisDesign(inputs: inputs.count, trajectories: trajectories, levels: levels, seed: seed)
        } catch {
            throw ModelFaults([ModelFault(.tooLarge, "\(trajectories), \(levels)")])
        }
        let values = try values(count: design.runCount, threads) { run in
            zip(inputs, design.point(ofRun: run)).map { $0.distribution.isUnbounded ? 0.01 + 0.98 * $1 : $1 }
        }
        return runs.outcomes.enumerated().map { place, outcome in
            let outputs = values.map { $0[place] }
            return Effects(
                outcome: outcome, effects: try? design.effects(of: outputs, allowedFailureShare: 1),
                failures: outputs.count { !$0.isFinite })
        }
    }

    /// The outcomes at points of the unit cube.
    private func values(
        count: Int, _ threads: Int?, _ point: (Int) -> [Double]
    ) throws(ModelFaults) -> [[Double]] {
        try runs.values(
            at: (0..<count).map { run in zip(inputs, point(run)).map { $0.distribution.value(at: $1) } },
            threads: threads)
    }
}

extension EnsembleSpecification.Distribution {
    /// Whether there is no lowest or highest value.
    var isUnbounded: Bool {
        switch self {
        case .normal, .logNormal: true
        default: false
        }
    }
}
