public import SensitivityAnalysis

extension IndexUncertainty {
    /// The number a run is judged by.
    public enum Output: Hashable, Sendable {
        /// The mean absolute shift of ranks against the nominal ones, over the units ranked in both.
        case meanRankShift
        /// The score of the index of a unit. Scales of the alternatives enter: with several normalisations the rank
        /// tells more.
        case score(unit: String)
        /// The rank of a unit.
        case rank(unit: String)
    }

    /// How much each choice moves a number, by Sobol' indices with bootstrap intervals.
    ///
    /// - Parameters:
    ///   - output: the number; a run in which the unit has none has failed.
    ///   - rows: N; the index is run N (choices + 2) times.
    ///   - replicates: of the bootstrap.
    /// - Throws: as `ranks` does, and `SensitivityFault.noVariance` if the number never moves.
    public func sensitivity(
        _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata], rows: Int,
        of output: Output = .meanRankShift, replicates: Int = 1000
    ) throws -> SobolIndices {
        let engine = try IndexUncertaintyEngine(self, indicators, denominators, metadata)
        let target = try Target(output, units: indicators.units)
        let design = try SaltelliDesign(rows: rows, inputs: choices.count, method: .sobol(.owen), seed: seed)
        let parts = Parallel.map(count: design.runCount, chunkSize: 64, threads: threads) { range in
            range.map { run in
                Result { try target.value(of: engine, at: engine.draw(at: design.point(ofRun: run))) }
            }
        }
        let results = parts.flatMap { $0 }
        let outputs = try SaltelliOutputs(results.map { (try? $0.get()) ?? .nan }, inputs: choices.count)
        for (run, result) in results.enumerated() {
            guard case .failure(let error) = result else { continue }
            try check(outputs.failures, first: .init(number: run, error: error))
            break
        }
        let bootstrap = Bootstrap(replicates: replicates, seed: seed, threads: threads)
        return try SobolAnalysis(bootstrap: bootstrap, allowedFailureShare: allowedFailureShare)
            .indices(of: outputs)
    }

    /// A run on its own.
    public struct Run: Sendable {
        /// The number, from 0.
        public let number: Int
        /// The alternative of each choice, or the number of its set.
        public let drawn: [Int]
        /// The scores of the index, unit by unit.
        public let scores: [Double?]
        /// The ranks, unit by unit.
        public let ranks: [Int?]
    }

    /// Runs number `run` of `ranks` alone.
    ///
    /// - Throws: the error of the step that failed, if the run did.
    public func replay(
        _ run: Int, _ indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws -> Run {
        guard run >= 0, run < 1 << 32 else { throw IndexUncertaintyFaults(list: [.noSuchRun(run)]) }
        let engine = try IndexUncertaintyEngine(self, indicators, denominators, metadata)
        let draw = engine.draw(at: try SobolSequence(dimensions: max(1, choices.count), seed: seed).point(run))
        let outcome = try engine.outcome(draw)
        let ranks = Ranking.descending(outcome.scores)
        return Run(
            number: run, drawn: draw, scores: outcome.rows.map { row in row.flatMap { outcome.scores[$0] } },
            ranks: outcome.rows.map { row in row.flatMap { ranks[$0] } })
    }
}

/// A number of a run, its unit found.
private struct Target: Sendable {
    private enum Kind {
        case shift
        case score(Int)
        case rank(Int)
    }

    private let kind: Kind

    init(_ output: IndexUncertainty.Output, units: [String]) throws {
        func position(_ unit: String) throws -> Int {
            guard let position = units.firstIndex(of: unit) else {
                throw IndexUncertaintyFaults(list: [.unknownUnit(unit, known: units)])
            }
            return position
        }
        switch output {
        case .meanRankShift: kind = .shift
        case .score(let unit): kind = .score(try position(unit))
        case .rank(let unit): kind = .rank(try position(unit))
        }
    }

    func value(of engine: IndexUncertaintyEngine, at draw: [Int]) throws -> Double {
        switch kind {
        case .shift: return try shift(engine.ranks(draw), engine.nominal)
        case .rank(let unit):
            guard let rank = try engine.ranks(draw)[unit] else { throw NoResult() }
            return Double(rank)
        case .score(let unit):
            let outcome = try engine.outcome(draw)
            guard let score = outcome.rows[unit].flatMap({ outcome.scores[$0] }) else { throw NoResult() }
            return score
        }
    }

    private func shift(_ ranks: [Int?], _ nominal: [Int?]) throws -> Double {
        let shifts = zip(ranks, nominal).compactMap { run, declared -> Int? in
            guard let run, let declared else { return nil }
            return abs(run - declared)
        }
        guard !shifts.isEmpty else { throw NoResult() }
        return Double(shifts.reduce(0, +)) / Double(shifts.count)
    }
}

/// The unit asked for, or all, had no score in the run.
public struct NoResult: Error, Hashable, Sendable {}
