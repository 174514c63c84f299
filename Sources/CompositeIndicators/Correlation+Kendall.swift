import Foundation

/// Kendall's tau-b of complete columns.
struct Kendall {
    /// `nil` if a column is constant or there are fewer than two values.
    let tau: Double?
    /// Two-sided; `nil` for fewer than three values.
    let probability: Double?
    /// How the probability was found.
    let test: Correlation.Test?

    init(_ first: [Double], _ second: [Double]) {
        let count = first.count
        var balance = 0.0
        for one in 0..<count {
            for other in 0..<one {
                balance += Self.sign(first[one] - first[other]) * Self.sign(second[one] - second[other])
            }
        }
        let pairs = Double(count) * Double(count - 1) / 2
        let tied = (Self.ties(first), Self.ties(second))
        let untied = (pairs - tied.0.pairs) * (pairs - tied.1.pairs)
        tau = untied > 0 ? balance / untied.squareRoot() : nil
        guard count > 2, untied > 0 else {
            probability = nil
            test = nil
            return
        }
        if count <= Self.exactLimit, tied.0.pairs == 0, tied.1.pairs == 0 {
            probability = Self.exactProbability(rarer: Int((pairs - abs(balance)) / 2), count: count)
            test = .exact
            return
        }
        let size = Double(count)
        let plain = size * (size - 1) * (2 * size + 5) - tied.0.variance - tied.1.variance
        let third = tied.0.triples * tied.1.triples / (9 * size * (size - 1) * (size - 2))
        let second = 4 * tied.0.pairs * tied.1.pairs / (2 * size * (size - 1))
        let variance = plain / 18 + third + second
        probability = erfc(abs(balance) / (2 * variance).squareRoot())
        test = .normal
    }

    private static func sign(_ value: Double) -> Double {
        value > 0 ? 1 : value < 0 ? -1 : 0
    }

    /// Over groups of t equal values: sum of t(t-1)/2, of t(t-1)(t-2), and of t(t-1)(2t+5).
    private static func ties(_ values: [Double]) -> (pairs: Double, triples: Double, variance: Double) {
        var sizes: [Double: Double] = [:]
        for value in values { sizes[value, default: 0] += 1 }
        return sizes.keys.sorted().reduce((0, 0, 0)) { sums, value in
            let size = sizes[value] ?? 0
            return (
                sums.0 + size * (size - 1) / 2, sums.1 + size * (size - 1) * (size - 2),
                sums.2 + size * (size - 1) * (2 * size + 5)
            )
        }
    }
}
