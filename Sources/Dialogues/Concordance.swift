import Foundation

/// Kendall's W: how far those who rank agree, from 0 (not at all) to 1 (wholly).
///
/// With m rankings of n options, R_i the sum of the places of option i and T the correction for ties of each ranking,
///
///     W = 12 sum_i (R_i - m(n + 1)/2)^2 / (m^2 (n^3 - n) - m T),   T = sum over rankings and their ties of (t^3 - t)
///
/// and m (n - 1) W is about chi-square with n - 1 degrees of freedom.
/// Source: M. G. Kendall and B. Babington Smith, Annals of Mathematical Statistics 10 (1939) 275-287; ties after
/// S. Siegel, Nonparametric Statistics (1956), pages 229-239.
public struct Concordance: Hashable, Sendable {
    /// The coefficient W; `nil` when every ranking puts all options level.
    public let coefficient: Double?
    /// m (n - 1) W.
    public let chiSquare: Double?
    /// The probability of so large a chi-square when nobody agrees; rough for few rankings.
    public let probability: Double?

    /// Works out the agreement.
    ///
    /// - Parameter rankings: by ballot the place of each option; equals share a place, whatever number it has.
    /// - Returns: `nil` for fewer than two rankings or two options.
    public init?(_ rankings: [[Double]]) {
        guard rankings.count > 1, let n = rankings.first?.count, n > 1, rankings.allSatisfy({ $0.count == n }) else {
            return nil
        }
        let m = Double(rankings.count)
        var sums = [Double](repeating: 0, count: n)
        var ties = 0.0
        for ranking in rankings {
            let (places, correction) = Self.meanPlaces(ranking)
            for option in 0..<n { sums[option] += places[option] }
            ties += correction
        }
        let width = Double(n)
        let mean = m * (width + 1) / 2
        let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = m * m * (width * width * width - width) - m * ties
        guard most > 0 else {
            coefficient = nil
            chiSquare = nil
            probability = nil
            return
        }
        let value = 12 * squares / most
        coefficient = value
        chiSquare = m * (width - 1) * value
        probability = Self.chiSquareTail(m * (width - 1) * value, degrees: n - 1)
    }

    /// Places with the mean for equals, and the sum of t^3 - t over the ties.
    static func meanPlaces(_ ranking: [Double]) -> ([Double], Double) {
        let order = ranking.indices.sorted { ranking[$0] < ranking[$1] }
        var places = [Double](repeating: 0, count: ranking.count)
        var correction = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, ranking[order[end + 1]] == ranking[order[start]] { end += 1 }
            let size = Double(end - start + 1)
            for position in start...end { places[order[position]] = Double(start + end) / 2 + 1 }
            correction += size * size * size - size
            start = end + 1
        }
        return (places, correction)
    }

    /// The upper tail of chi-square for whole degrees of freedom: Q(x; 1) = erfc(sqrt(x/2)), Q(x; 2) = exp(-x/2), and
    /// Q(x; k + 2) = Q(x; k) + (x/2)^(k/2) exp(-x/2) / Gamma(k/2 + 1).
    static func chiSquareTail(_ x: Double, degrees: Int) -> Double {
        guard x > 0 else { return 1 }
        let half = x / 2
        var k = degrees % 2 == 1 ? 1 : 2
        var tail = k == 1 ? erfc(half.squareRoot()) : exp(-half)
        while k < degrees {
            tail += exp(Double(k) / 2 * log(half) - half - lgamma(Double(k) / 2 + 1))
            k += 2
        }
        return min(1, tail)
    }
}
