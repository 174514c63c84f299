public import SensitivityAnalysis

/// How sure the ranks of an index are when the choices behind it vary.
///
/// Each run draws one alternative of every choice: u in [0, 1) chooses alternative floor(u n). Weights vary as
/// w (1 + f (2u - 1)) for every element below the index, in one of `weightSets` sets drawn beforehand, so that a set is
/// one choice among others. Draws depend on the seed and the run alone: the same seed gives the same result on any
/// number of threads.
///
/// Source: Saisana, Saltelli, Tarantola, Journal of the Royal Statistical Society A 168 (2005), 307-323;
/// COINr 1.1.14, `get_sensitivity`.
public struct IndexUncertainty: Sendable {
    /// A choice that may fall otherwise.
    public enum Choice: Hashable, Sendable {
        /// Noise on the weights, as a share: 0.25 lets each weight vary by a quarter either way.
        case weights(noise: Double)
        /// Ways to fill in missing values.
        case imputation([Imputation.Method?])
        /// Ways to treat outliers.
        case treatment([Treatment.Options?])
        /// Ways to bring indicators to one scale.
        case normalisation([Normalisation.Method])
        /// Ways to aggregate.
        case aggregation([Aggregation.Method])

        /// The word for the choice in tables.
        public var name: String {
            switch self {
            case .weights: "weights"
            case .imputation: "impute"
            case .treatment: "treat"
            case .normalisation: "normalise"
            case .aggregation: "aggregate"
            }
        }

        /// The number of alternatives.
        var count: Int {
            switch self {
            case .weights: IndexUncertainty.weightSets
            case .imputation(let list): list.count
            case .treatment(let list): list.count
            case .normalisation(let list): list.count
            case .aggregation(let list): list.count
            }
        }
    }

    /// The number of sets of weights drawn.
    public static let weightSets = 1000

    /// The recipe as declared: its ranks are the nominal ones.
    public var recipe: IndexRecipe
    /// The choices that vary.
    public var choices: [Choice]
    /// The seed.
    public var seed: UInt64
    /// At most so many threads; `nil` for all cores.
    public var threads: Int?

    /// Declares an analysis.
    public init(_ recipe: IndexRecipe, choices: [Choice], seed: UInt64, threads: Int? = nil) {
        self.recipe = recipe
        self.choices = choices
        self.seed = seed
        self.threads = threads
    }

    /// The ranks over `runs` draws of the choices.
    public struct Ranks: Sendable {
        /// The units, in the order of the data.
        public let units: [String]
        /// The ranks of the recipe as declared.
        public let nominal: [Int?]
        /// The distribution of the ranks.
        public let distribution: RankDistribution
    }

    /// Runs the index `runs` times.
    ///
    /// - Throws: the error of a step when an alternative cannot be computed, with nothing left out silently.
    public func ranks(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata], runs: Int
    ) throws -> Ranks {
        let engine = try IndexUncertaintyEngine(self, indicators, denominators, metadata)
        let sample = try SamplingMethod.sobol(.owen).sample(rows: runs, columns: max(1, choices.count), seed: seed)
        let units = indicators.units.count
        var distribution = RankDistribution(units: units, countsPairs: units <= 500)
        // As many runs at a time as fit into bounded memory; the order of recording does not matter.
        let size = max(64, min(4096, 4_000_000 / max(1, units)))
        for start in stride(from: 0, to: runs, by: size) {
            let parts = try Parallel.map(
                count: min(size, runs - start), chunkSize: max(1, min(64, size / 16)), threads: threads
            ) { range in
                try range.map { try engine.ranks(at: sample.row(start + $0)) }
            }
            for (offset, ranks) in parts.joined().enumerated() {
                try distribution.record(ranks, run: start + offset)
            }
        }
        return Ranks(units: indicators.units, nominal: engine.nominal, distribution: distribution)
    }

    /// How much each choice moves the mean absolute shift of ranks, by Sobol' indices with bootstrap intervals.
    ///
    /// - Parameter rows: N; the index is run N (choices + 2) times.
    public func sensitivity(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata], rows: Int,
        replicates: Int = 1000
    ) throws -> SobolIndices {
        let engine = try IndexUncertaintyEngine(self, indicators, denominators, metadata)
        let design = try SaltelliDesign(rows: rows, inputs: choices.count, method: .sobol(.owen), seed: seed)
        let parts = try Parallel.map(count: design.runCount, chunkSize: 64, threads: threads) { range in
            try range.map { try engine.shift(at: design.point(ofRun: $0)) }
        }
        let outputs = try SaltelliOutputs(parts.flatMap { $0 }, inputs: choices.count)
        let bootstrap = Bootstrap(replicates: replicates, seed: seed, threads: threads)
        return try SobolAnalysis(bootstrap: bootstrap).indices(of: outputs)
    }
}
