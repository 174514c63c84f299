public import SensitivityAnalysis

/// What varies between the runs of an ensemble, and how.
public struct EnsembleSpecification: Hashable, Sendable {
    /// How a value is distributed.
    public enum Distribution: Hashable, Sendable {
        case uniform(low: Double, high: Double)
        case normal(mean: Double, deviation: Double)
        /// By the mean and deviation of the logarithm.
        case logNormal(location: Double, scale: Double)
        case triangular(low: Double, mode: Double, high: Double)
        case truncatedNormal(mean: Double, deviation: Double, low: Double, high: Double)
        /// Values with their weights.
        case discrete([Double], weights: [Double])
    }

    /// An input that varies: a constant, or the initial value of a stock.
    public struct Input: Hashable, Sendable {
        /// The variable, or one element of it; all elements take the same value.
        public var name: String
        /// How it is distributed.
        public var distribution: Distribution

        /// Bundles an input.
        public init(name: String, distribution: Distribution) {
            self.name = name
            self.distribution = distribution
        }
    }

    /// A correlation between two inputs, of the normal numbers behind their values.
    public struct Correlation: Hashable, Sendable {
        /// The numbers of the inputs.
        public var first, second: Int
        /// The correlation.
        public var value: Double

        /// Bundles a correlation.
        public init(first: Int, second: Int, value: Double) {
            self.first = first
            self.second = second
            self.value = value
        }
    }

    /// The number of runs.
    public var runs: Int
    /// The seed.
    public var seed: UInt64
    /// How the inputs' space is covered.
    public var sampling: SamplingMethod
    /// The inputs.
    public var inputs: [Input]
    /// Correlations between inputs; none means independent.
    public var correlations: [Correlation]
    /// Whether random functions of the model differ from run to run.
    public var variesNoise: Bool

    /// Bundles a specification.
    public init(
        runs: Int, seed: UInt64, sampling: SamplingMethod, inputs: [Input], correlations: [Correlation] = [],
        variesNoise: Bool = false
    ) {
        self.runs = runs
        self.seed = seed
        self.sampling = sampling
        self.inputs = inputs
        self.correlations = correlations
        self.variesNoise = variesNoise
    }
}

extension EnsembleSpecification.Distribution {
    /// The value at a share of the distribution: its inverse distribution function.
    func value(at share: Double) -> Double {
        // The ends of the unit interval have no value under a normal distribution.
        let inner = min(max(share, 0x1p-54), 1 - 0x1p-53)
        switch self {
        case .uniform(let low, let high): return low + (high - low) * share
        case .normal(let mean, let deviation): return mean + deviation * NormalDistribution.quantile(inner)
        case .logNormal(let location, let scale):
            return Elementary.exp(location + scale * NormalDistribution.quantile(inner))
        case .triangular(let low, let mode, let high):
            return QuantileFunctions.triangular(lowest: low, mode: mode, highest: high, at: share)
        case .truncatedNormal(let mean, let deviation, let low, let high):
            return QuantileFunctions.truncatedNormal(
                mean: mean, standardDeviation: deviation, in: low...high, at: inner)
        case .discrete(let values, let weights):
            let total = weights.reduce(0, +)
            var sum = 0.0
            for (value, weight) in zip(values, weights) {
                sum += weight / total
                if share < sum { return value }
            }
            return values.last ?? .nan
        }
    }

    /// What is wrong with the parameters; `nil` if nothing.
    var fault: String? {
        switch self {
        case .uniform(let low, let high): low <= high ? nil : "\(low) > \(high)"
        case .normal(_, let deviation), .logNormal(_, let deviation): deviation >= 0 ? nil : "\(deviation) < 0"
        case .triangular(let low, let mode, let high):
            low <= mode && mode <= high && low < high ? nil : "\(low), \(mode), \(high)"
        case .truncatedNormal(_, let deviation, let low, let high):
            deviation >= 0 && low < high ? nil : "\(deviation), \(low), \(high)"
        case .discrete(let values, let weights):
            !values.isEmpty && values.count == weights.count && weights.allSatisfy { $0 >= 0 }
                && weights.contains { $0 > 0 }
                ? nil : "\(values.count), \(weights.count)"
        }
    }
}
