/// A mean over runs with its Monte Carlo standard error.
public struct MonteCarloEstimate: Hashable, Sendable {
    /// The mean.
    public let value: Double
    /// The standard error: of a probability sqrt(p (1 - p)/N), of a mean s/sqrt(N) with s of divisor N - 1; `nil` for a
    /// mean over one run. Zero where all runs agree; that is not certainty: with N runs, 3/N bounds a share never seen
    /// at 95 %. It assumes independent runs.
    public let standardError: Double?
    /// The number of runs, N.
    public let runs: Int
}

/// Results per unit (from 0); `nil` for a unit that had no rank in any run.
extension RankDistribution {
    /// How often the unit took `rank`.
    public func count(of unit: Int, at rank: Int) -> Int {
        rank >= 1 && rank <= units ? counts[unit].count(at: rank) : 0
    }

    /// The runs in which the unit had a rank.
    public func rankedRuns(of unit: Int) -> Int {
        counts[unit].total
    }

    /// The share of each rank 1 ... n; the shares sum to 1.
    public func probabilities(of unit: Int) -> [Double]? {
        let total = rankedRuns(of: unit)
        guard total > 0 else { return nil }
        var shares = Array(repeating: 0.0, count: units)
        for (rank, count) in counts[unit].pairs { shares[rank - 1] = Double(count) / Double(total) }
        return shares
    }

    /// The mean rank.
    public func mean(of unit: Int) -> MonteCarloEstimate? {
        let (sum, squares) = moments(unit)
        return Self.estimate(sum: sum, squares: squares, scale: 1, runs: rankedRuns(of: unit))
    }

    /// The standard deviation of the rank, divisor N - 1; `nil` for fewer than two runs.
    public func standardDeviation(of unit: Int) -> Double? {
        guard let mean = mean(of: unit), let error = mean.standardError else { return nil }
        return error * Double(mean.runs).squareRoot()
    }

    /// The expected rank with ties counted half: 1 + sum over v of P(v above u). The mean of mid-ranks, so the expected
    /// ranks of n always ranked units sum to n (n + 1)/2.
    public func expectedRank(of unit: Int) -> MonteCarloEstimate? {
        Self.estimate(
            sum: doubledMidRanks[unit], squares: squaredMidRanks[unit], scale: 2, runs: rankedRuns(of: unit))
    }

    /// The quantile of type 7 of the rank, exactly as of the list of all runs.
    public func quantile(_ p: Double, of unit: Int) -> Double? {
        let total = rankedRuns(of: unit)
        guard total > 0 else { return nil }
        return Quantiles.value(at: p, count: total) { Double(orderedRank($0, unit)) }
    }

    /// The median rank.
    public func median(of unit: Int) -> Double? {
        quantile(0.5, of: unit)
    }

    /// P(rank <= k).
    public func probability(of unit: Int, inTop k: Int) -> MonteCarloEstimate? {
        probability(of: unit, in: 1...max(1, k), hits: k >= 1)
    }

    /// P(|rank - centre| <= k), the centre usually being the nominal rank.
    public func probability(of unit: Int, within k: Int, of centre: Int) -> MonteCarloEstimate? {
        probability(of: unit, in: centre - max(0, k)...centre + max(0, k), hits: k >= 0)
    }

    /// P(u above v) with ties counted half, over runs in which both had a rank; `nil` if there is none, or pairs are
    /// not counted, or u = v.
    ///
    /// Holds: P(u above v) + P(v above u) = 1. The standard error is that of the mean of 1, 1/2 and 0 with divisor N,
    /// which is sqrt(p (1 - p)/N) without ties.
    public func probability(that unit: Int, isAbove other: Int) -> MonteCarloEstimate? {
        guard let pairs, unit != other else { return nil }
        let wins = pairs.wins[unit * units + other]
        let ties = pairs.ties[unit * units + other]
        let runs = wins + ties + pairs.wins[other * units + unit]
        guard runs > 0 else { return nil }
        let p = (Double(wins) + 0.5 * Double(ties)) / Double(runs)
        let square = (Double(wins) + 0.25 * Double(ties)) / Double(runs)
        let variance = max(0, square - p * p)
        return MonteCarloEstimate(value: p, standardError: (variance / Double(runs)).squareRoot(), runs: runs)
    }

    private func moments(_ unit: Int) -> (sum: Int, squares: Int) {
        var sum = 0
        var squares = 0
        for (rank, count) in counts[unit].pairs {
            sum += rank * count
            squares += rank * rank * count
        }
        return (sum, squares)
    }

    private func orderedRank(_ position: Int, _ unit: Int) -> Int {
        var seen = 0
        for (rank, count) in counts[unit].pairs {
            seen += count
            if position < seen { return rank }
        }
        return units
    }

    private func probability(of unit: Int, in ranks: ClosedRange<Int>, hits: Bool) -> MonteCarloEstimate? {
        let runs = rankedRuns(of: unit)
        guard runs > 0 else { return nil }
        let favourable = hits ? counts[unit].pairs.reduce(0) { $0 + (ranks.contains($1.rank) ? $1.count : 0) } : 0
        let p = Double(favourable) / Double(runs)
        return MonteCarloEstimate(value: p, standardError: (p * (1 - p) / Double(runs)).squareRoot(), runs: runs)
    }

    /// Mean and standard error from whole sums of scale x value; squared deviations are summed exactly, as wholes.
    private static func estimate(sum: Int, squares: Int, scale: Int, runs: Int) -> MonteCarloEstimate? {
        guard runs > 0 else { return nil }
        let n = Double(runs)
        let divisor = Double(scale)
        var error: Double?
        if runs > 1 {
            let whole = sum / runs
            let rest = Double(sum - whole * runs)
            let about = Double(squares - 2 * whole * sum + whole * whole * runs)
            let variance = max(0, (about - rest * rest / n) / (n - 1))
            error = (variance / n).squareRoot() / divisor
        }
        return MonteCarloEstimate(value: Double(sum) / (n * divisor), standardError: error, runs: runs)
    }
}
