/// An index with its bootstrap interval.
public struct IndexEstimate: Hashable, Sendable {
    /// The estimate from all complete rows, not clipped.
    public let value: Double
    /// The percentile interval; `nil` without a bootstrap or when no replicate was defined.
    public let interval: ClosedRange<Double>?
    /// Bootstrap replicates in which the index was not defined (no variance or no complete row); not in the interval.
    public let undefinedReplicates: Int
}

/// The indices of one input.
public struct InputIndices: Hashable, Sendable {
    /// S_i: the share of variance that the input explains alone.
    public let first: IndexEstimate
    /// ST_i: the share that it takes part in, interactions included.
    public let total: IndexEstimate
    /// The rows with A, B and AB_i all there.
    public let rows: Int
}

/// Shares of the variance of an output by input, with what they rest on.
public struct SobolIndices: Hashable, Sendable {
    /// One for each input in the order of the design.
    public let inputs: [InputIndices]
    /// The mean of A and B.
    public let mean: Double
    /// The variance of A and B together, divisor 2N - 1.
    public let variance: Double
    /// The estimator of S.
    public let firstOrder: FirstOrderEstimator
    /// The estimator of ST.
    public let totalOrder: TotalOrderEstimator
    /// The runs without a result.
    public let failures: RunFailures
}

/// Variance-based sensitivity of the outputs of a Saltelli design.
///
/// A row whose A, B or AB_i failed is left out for input i only; mean and variance use the rows with A and B. With
/// `bootstrap`, rows are resampled jointly: each replicate computes mean, variance and all indices anew.
/// - Holds: for an additive model the true S sum to 1 and ST_i = S_i; permuting inputs permutes results.
/// - Does not hold: S_i <= ST_i for the estimates; meaning for correlated inputs.
///
/// Source: Saltelli et al., Computer Physics Communications 181 (2010), 259-270.
public struct SobolAnalysis: Hashable, Sendable {
    /// The estimator of S.
    public var firstOrder: FirstOrderEstimator
    /// The estimator of ST.
    public var totalOrder: TotalOrderEstimator
    /// Intervals; `nil` for none.
    public var bootstrap: Bootstrap?
    /// The greatest share of failed runs that is not an error.
    public var allowedFailureShare: Double

    /// The defaults are the recommended estimators, no interval and no failure.
    public init(
        firstOrder: FirstOrderEstimator = .centredPooled, totalOrder: TotalOrderEstimator = .jansen,
        bootstrap: Bootstrap? = nil, allowedFailureShare: Double = 0
    ) {
        self.firstOrder = firstOrder
        self.totalOrder = totalOrder
        self.bootstrap = bootstrap
        self.allowedFailureShare = allowedFailureShare
    }

    /// The indices of all inputs.
    /// - Throws: `tooManyFailures`, `noVariance` for a constant output, `noCompleteRow`.
    public func indices(of outputs: SaltelliOutputs) throws(SensitivityFault) -> SobolIndices {
        let failures = outputs.failures
        try failures.check(allowedShare: allowedFailureShare)
        let rows = WeightedRows(outputs: outputs, times: Array(repeating: 1, count: outputs.rows))
        guard let (mean, variance) = rows.pooled() else { throw .noVariance }
        let replicates = bootstrap?.replicates(of: self, outputs)
        var inputs: [InputIndices] = []
        for input in 0..<outputs.inputs {
            guard let point = rows.indices(input, firstOrder, totalOrder, mean: mean, variance: variance) else {
                throw .noCompleteRow(input: input)
            }
            inputs.append(
                InputIndices(
                    first: estimate(point.first, replicates?.map { $0.first[input] }),
                    total: estimate(point.total, replicates?.map { $0.total[input] }), rows: point.rows))
        }
        return SobolIndices(
            inputs: inputs, mean: mean, variance: variance, firstOrder: firstOrder, totalOrder: totalOrder,
            failures: failures)
    }

    private func estimate(_ value: Double, _ replicates: [Double?]?) -> IndexEstimate {
        guard let bootstrap, let replicates else {
            return IndexEstimate(value: value, interval: nil, undefinedReplicates: 0)
        }
        let defined = replicates.compactMap { $0 }
        return IndexEstimate(
            value: value, interval: bootstrap.interval(of: defined),
            undefinedReplicates: replicates.count - defined.count)
    }
}
