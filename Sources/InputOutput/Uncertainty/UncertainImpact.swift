import SensitivityAnalysis

/// Monte Carlo over an economy and a scenario.
///
/// Draw k depends on seed and k alone: the same numbers for any number of threads. Which input carries the spread: each input
/// also varies alone, in the same draws; the rank correlation (Spearman) of that with the whole is its mark. With zero
/// spread every quantile is the point value. E[L] exceeds L(E[A]) slightly: the median stands beside the point value.
public struct UncertainImpact: Sendable {
    /// Makes the base for values of the parameters, such as a table regionalised with delta.
    public let base: @Sendable ([String: Double]) throws(InputOutputFaults) -> ImpactBase
    /// The numbers asked for, always as many.
    public let outputs: @Sendable (ImpactModel, [String: Double]) throws(InputOutputFaults) -> [Double]

    /// Says what is computed in each draw.
    public init(
        base: @escaping @Sendable ([String: Double]) throws(InputOutputFaults) -> ImpactBase,
        outputs: @escaping @Sendable (ImpactModel, [String: Double]) throws(InputOutputFaults) -> [Double]
    ) {
        self.base = base
        self.outputs = outputs
    }

    /// What is known of a number.
    public struct Spread: Hashable, Sendable {
        /// The value with nothing varied.
        public let point: Double
        /// The median.
        public let median: Double
        /// The 5 per cent quantile.
        public let low: Double
        /// The 95 per cent quantile.
        public let high: Double
        /// By input, the rank correlation of its variation alone with the whole; `nil` where one of them does not vary.
        public let correlations: [Double?]
    }

    /// All numbers.
    public struct Result: Hashable, Sendable {
        /// The inputs that vary.
        public let inputs: [String]
        /// A spread for each output.
        public let spreads: [Spread]
        /// How many columns of the table were drawn again because their inputs reached their output.
        public let redraws: Int
    }

    /// Runs the draws.
    ///
    /// - Throws: `InputOutputFaults` for spreads without meaning, fewer than two runs, or a draw that cannot be computed.
    public func run(
        _ uncertainty: ImpactUncertainty, runs: Int, seed: UInt64, threads: Int? = nil
    ) throws(InputOutputFaults) -> Result {
        var faults = uncertainty.faults
        if runs < 2 { faults.append(.scenario(ScenarioFault(nil, .badSpread(Double(runs))))) }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        let inputs = uncertainty.inputs
        let generator = CounterGenerator(seed: seed)
        let point = try values(ImpactDraw(uncertainty: uncertainty, generator: generator, run: 0, varied: [])).values
        let kinds = [Set(inputs)] + (inputs.count > 1 ? inputs.map { [$0] } : [])
        let chunks = try Parallel.map(count: runs, chunkSize: 16, threads: threads) {
            (range: Range<Int>) throws(InputOutputFaults) -> [[(values: [Double], redraws: Int)]] in
            var found: [[(values: [Double], redraws: Int)]] = []
            for run in range {
                var draws: [(values: [Double], redraws: Int)] = []
                for varied in kinds {
                    draws.append(
                        try values(
                            ImpactDraw(uncertainty: uncertainty, generator: generator, run: run, varied: varied)))
                }
                found.append(draws)
            }
            return found
        }
        let draws = chunks.flatMap { $0 }
        let spreads = point.indices.map { output in
            let series = kinds.indices.map { kind in draws.map { $0[kind].values[output] } }
            return Self.spread(point[output], series, inputs: inputs.count)
        }
        return Result(inputs: inputs, spreads: spreads, redraws: draws.reduce(0) { $0 + $1[0].redraws })
    }

    private func values(_ draw: ImpactDraw) throws(InputOutputFaults) -> (values: [Double], redraws: Int) {
        let parameters = draw.parameters
        let base = try base(parameters)
        let (coefficients, redraws) = try draw.applied(to: base, ImpactCoefficients(base))
        return (try outputs(try ImpactModel(base, coefficients), parameters), redraws)
    }

    private static func spread(_ point: Double, _ series: [[Double]], inputs: Int) -> Spread {
        let sorted = (series.first ?? []).sorted()
        let whole = series.first ?? []
        let alone = series.count > 1 ? Array(series.dropFirst()) : Array(repeating: whole, count: inputs)
        return Spread(
            point: point, median: quantile(sorted, 0.5), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95),
            correlations: alone.map { RankCorrelation.of($0, whole) })
    }

    private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
        (try? Quantiles(of: sorted).value(at: p)) ?? sorted.first ?? 0
    }
}

/// Spearman's rank correlation; ties share their mean rank.
enum RankCorrelation {
    static func of(_ first: [Double], _ second: [Double]) -> Double? {
        let (left, right) = (ranks(first), ranks(second))
        let mean = Double(left.count + 1) / 2
        var (product, squares, others) = (0.0, 0.0, 0.0)
        for (one, other) in zip(left, right) {
            product += (one - mean) * (other - mean)
            squares += (one - mean) * (one - mean)
            others += (other - mean) * (other - mean)
        }
        guard squares > 0, others > 0 else { return nil }
        return product / (squares * others).squareRoot()
    }

    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = Array(repeating: 0.0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
