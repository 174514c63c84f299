/// Percentile intervals by resampling rows with replacement.
///
/// Replicate b draws its N rows from the counter generator at run b, draw k; the same rows serve A, B and every AB_i.
/// Holds: equal results for any number of threads. Does not hold: exact coverage; with Sobol' points rows are not
/// independent and the interval is rather too wide.
public struct Bootstrap: Hashable, Sendable {
    /// The number of replicates.
    public var replicates: Int
    /// The probabilities of the two ends, type 7; 5 % and 95 % in COINr.
    public var probabilities: ClosedRange<Double>
    /// The seed.
    public var seed: UInt64
    /// At most so many threads; `nil` for all cores.
    public var threads: Int?

    /// Resampling with a seed.
    public init(
        replicates: Int = 1000, probabilities: ClosedRange<Double> = 0.05...0.95, seed: UInt64, threads: Int? = nil
    ) {
        precondition(replicates > 0, "a bootstrap has at least one replicate")
        precondition(probabilities.lowerBound >= 0 && probabilities.upperBound <= 1, "probabilities lie in [0, 1]")
        self.replicates = replicates
        self.probabilities = probabilities
        self.seed = seed
        self.threads = threads
    }

    /// How often each of `rows` rows occurs in a replicate.
    public func times(rows: Int, replicate: Int) -> [Int] {
        let generator = CounterGenerator(seed: seed, stream: .bootstrap)
        var times = Array(repeating: 0, count: rows)
        for draw in 0..<rows {
            times[generator.integer(below: rows, run: replicate, input: 0, draw: draw)] += 1
        }
        return times
    }

    /// The interval of replicated values; `nil` without any.
    func interval(of values: [Double]) -> ClosedRange<Double>? {
        guard let quantiles = try? Quantiles(of: values) else { return nil }
        let low = quantiles.value(at: probabilities.lowerBound)
        return low...max(low, quantiles.value(at: probabilities.upperBound))
    }

    /// First and total index of every input; `nil` where not defined.
    struct Replicate: Sendable {
        var first: [Double?]
        var total: [Double?]
    }

    func replicates(of analysis: SobolAnalysis, _ outputs: SaltelliOutputs) -> [Replicate] {
        Parallel.map(count: replicates, chunkSize: 16, threads: threads) { range in
            range.map { replicate($0, analysis, outputs) }
        }.flatMap { $0 }
    }

    private func replicate(_ number: Int, _ analysis: SobolAnalysis, _ outputs: SaltelliOutputs) -> Replicate {
        let times = times(rows: outputs.rows, replicate: number).map { Double($0) }
        let rows = WeightedRows(outputs: outputs, times: times)
        let none: [Double?] = Array(repeating: nil, count: outputs.inputs)
        guard let (mean, variance) = rows.pooled() else { return Replicate(first: none, total: none) }
        let indices = (0..<outputs.inputs).map { input in
            rows.indices(input, analysis.firstOrder, analysis.totalOrder, mean: mean, variance: variance)
        }
        return Replicate(first: indices.map { $0?.first }, total: indices.map { $0?.total })
    }
}
