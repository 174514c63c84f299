/// Pairwise comparison of units over weighted criteria: o_ij = sum of w where s_i > s_j plus half the w where equal
/// (Munda and Nardo 2009; OECD/JRC Handbook 2008, step 6).
///
/// Missing: a pair is compared over the criteria both units have, the weights divided by their sum there, so that
/// o_ji = 1 - o_ij always and the order of the units does not matter. A pair without a common criterion has 0.5.
public struct Outranking: Hashable, Sendable {
    /// The number of units.
    public let count: Int
    /// o_ij row by row, between 0 and 1; the diagonal is 0.
    public let shares: [Double]
    /// Pairs without a common criterion, the smaller position first.
    public let withoutComparison: [[Int]]

    /// How close two shares are to be equal.
    static let tolerance = 1e-12

    /// Compares units.
    ///
    /// - Parameters:
    ///   - criteria: the scores by criterion, each one a unit; higher is better.
    ///   - weights: one a criterion, non-negative, not all zero.
    ///   - count: the number of units.
    public init(criteria: [[Double?]], weights: [Double], count: Int) {
        let columns = criteria.map { column in column.map { $0 ?? .nan } }
        var shares = Array(repeating: 0.0, count: count * count)
        var withoutComparison: [[Int]] = []
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) {
                let share = Self.share(columns, weights: weights, first: first, second: second)
                if share == nil { withoutComparison.append([first, second]) }
                shares[first * count + second] = share ?? 0.5
                shares[second * count + first] = 1 - (share ?? 0.5)
            }
        }
        self.count = count
        self.shares = shares
        self.withoutComparison = withoutComparison
    }

    /// o_ij for two positions.
    public subscript(first: Int, second: Int) -> Double {
        shares[first * count + second]
    }

    /// Units outranked (o_ij > 0.5) minus units outranking, a unit, ties within 1e-12 of 0.5 counting nothing.
    public var copelandScores: [Double] {
        (0..<count).map { first in
            (0..<count).reduce(0) { sum, second in
                guard first != second else { return sum }
                let lead = self[first, second] - 0.5
                return abs(lead) <= Self.tolerance ? sum : sum + (lead > 0 ? 1 : -1)
            }
        }
    }

    /// The pairs in which one unit is better on every criterion compared.
    public var dominantPairs: Int {
        var found = 0
        for first in 0..<count {
            for second in 0..<count where first != second && self[first, second] >= 1 - Self.tolerance { found += 1 }
        }
        return found
    }

    /// Dominant pairs in all pairs: near 1, most methods give the same order. `nil` for fewer than two units.
    public var dominanceShare: Double? {
        count < 2 ? nil : Double(dominantPairs) / Double(count * (count - 1) / 2)
    }

    private static func share(_ columns: [[Double]], weights: [Double], first: Int, second: Int) -> Double? {
        var lead = 0.0
        var total = 0.0
        for (column, weight) in zip(columns, weights) {
            let one = column[first]
            let other = column[second]
            if one.isNaN || other.isNaN { continue }
            total += weight
            if one > other { lead += weight } else if one == other { lead += weight / 2 }
        }
        return total > 0 ? lead / total : nil
    }
}
