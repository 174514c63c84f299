public import SensitivityAnalysis

/// Percentile intervals of measures, by drawing rows with replacement.
///
/// Holds: the same interval for any number of threads. Does not hold: the variance of a survey whose strata are not told.
public struct IncomeBootstrap: Sendable {
    private let distribution: IncomeDistribution
    private let bootstrap: Bootstrap

    /// Draws from the rows of a distribution.
    public init(_ distribution: IncomeDistribution, _ bootstrap: Bootstrap) {
        self.distribution = distribution
        self.bootstrap = bootstrap
    }

    /// The interval of each measure; `nil` where it is not defined in some draw.
    public func intervals(_ measures: [DistributionMeasure]) -> [ClosedRange<Double>?] {
        let draws = Parallel.map(count: bootstrap.replicates, chunkSize: 16, threads: bootstrap.threads) { range in
            range.map { values(measures, draw: $0) }
        }.flatMap { $0 }
        return measures.indices.map { measure in
            let values = draws.compactMap { $0[measure] }
            guard values.count == draws.count, let quantiles = try? Quantiles(of: values) else { return nil }
            let low = quantiles.value(at: bootstrap.probabilities.lowerBound)
            return low...max(low, quantiles.value(at: bootstrap.probabilities.upperBound))
        }
    }

    private func values(_ measures: [DistributionMeasure], draw: Int) -> [Double?] {
        let times = bootstrap.times(rows: distribution.incomes.count, replicate: draw)
        let rows = times.indices.filter { times[$0] > 0 }
        let drawn = IncomeDistribution(
            sorted: rows.map { distribution.incomes[$0] },
            rows.map { distribution.weights[$0] * Double(times[$0]) })
        return measures.map { measure in
            let value = try? drawn.value(measure)
            return value ?? nil
        }
    }
}
