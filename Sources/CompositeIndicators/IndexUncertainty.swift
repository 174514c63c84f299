public import SensitivityAnalysis

/// How sure the ranks of an index are when the choices behind it vary.
///
/// Each run has a point of a scrambled Sobol' sequence with a coordinate u in [0, 1) for every choice. A choice among n
/// alternatives takes number floor(u n); one that draws numbers (weights, errors, posts, imputed values) takes draw k of
/// the set floor(u n), a function of seed, choice, set and k alone. So a run can be replayed on its own, and the same
/// seed gives the same result on any number of threads.
///
/// Weights worked out from scores stay those of the recipe as declared.
///
/// Source: Saisana, Saltelli, Tarantola, Journal of the Royal Statistical Society A 168 (2005), 307-323;
/// COINr 1.1.14, `get_sensitivity`.
public struct IndexUncertainty: Sendable {
    /// The number of sets of weights drawn.
    public static let weightSets = 1000
    /// The greatest number of units whose pairs are counted unless asked for.
    public static let usualPairLimit = 500
    /// The greatest number of units whose pairs can be counted: memory grows with its square.
    public static let pairLimit = 3000

    /// The recipe as declared: its ranks are the nominal ones.
    public var recipe: IndexRecipe
    /// The choices that vary.
    public var choices: [Choice]
    /// Combinations that no run takes: an aggregation among them is not drawn beside the normalisation.
    public var excluded: [ExcludedPair] = []
    /// The greatest share of runs without a result that is not an error.
    public var allowedFailureShare = 0.0
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
        /// The distribution of the ranks, with the runs that failed.
        public let distribution: RankDistribution
    }

    /// Runs the index `runs` times.
    ///
    /// - Parameter pairs: whether P(u above v) is counted; unless said, for up to `usualPairLimit` units.
    /// - Throws: `IndexUncertaintyFaults` for choices that do not fit, before any run; `IndexUncertaintyFailures` if
    ///   more runs failed than allowed; the error of a step that no run could do without.
    public func ranks(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata], runs: Int,
        pairs: Bool? = nil
    ) throws -> Ranks {
        let units = indicators.units.count
        if pairs == true, units > Self.pairLimit {
            throw IndexUncertaintyFaults(list: [.tooManyUnits(found: units, maximum: Self.pairLimit)])
        }
        guard runs > 0, runs <= 1 << 32, units > 0 else {
            throw SensitivityFault.emptyOrOversizedDesign(rows: runs, inputs: choices.count)
        }
        let engine = try IndexUncertaintyEngine(self, indicators, denominators, metadata)
        let sequence = try SobolSequence(dimensions: max(1, choices.count), seed: seed)
        var distribution = RankDistribution(units: units, countsPairs: pairs ?? (units <= Self.usualPairLimit))
        var failures: [IndexUncertaintyFailures.Run] = []
        // As many runs at a time as fit into bounded memory; the order of recording does not matter.
        let size = max(64, min(4096, 4_000_000 / units))
        for start in stride(from: 0, to: runs, by: size) {
            let parts = Parallel.map(
                count: min(size, runs - start), chunkSize: max(1, min(64, size / 16)), threads: threads
            ) { range in
                range.map { offset in
                    Result { try engine.ranks(engine.draw(at: sequence.point(start + offset))) }
                }
            }
            for (offset, result) in parts.joined().enumerated() {
                switch result {
                case .success(let ranks): try distribution.record(ranks, run: start + offset)
                case .failure(let error):
                    distribution.recordFailure(run: start + offset)
                    if failures.isEmpty { failures.append(.init(number: start + offset, error: error)) }
                }
            }
        }
        try check(distribution.failures, first: failures.first)
        return Ranks(units: indicators.units, nominal: engine.nominal, distribution: distribution)
    }

    func check(_ failures: RunFailures, first: IndexUncertaintyFailures.Run?) throws {
        guard failures.share > allowedFailureShare, let first else { return }
        throw IndexUncertaintyFailures(failures: failures, allowedShare: allowedFailureShare, first: first)
    }
}
