/// How two columns move together, over the units that have both.
public enum Correlation {
    /// The coefficient.
    public enum Method: String, Hashable, Sendable, Codable, CaseIterable {
        /// Covariance over the product of the standard deviations.
        case pearson
        /// Pearson's over the ranks among the pairs, ties the mean rank.
        case spearman
        /// Kendall's tau-b: (concordant - discordant)/sqrt((pairs untied in x)(pairs untied in y)).
        case kendall
    }

    /// How a probability was found.
    public enum Test: String, Hashable, Sendable, Codable, CaseIterable {
        /// Student's t with n - 2 degrees of freedom.
        case student
        /// Kendall's exact distribution over all orders: up to 50 pairs without ties.
        case exact
        /// The normal distribution with the variance corrected for ties (Kendall 1970).
        case normal
    }

    /// A coefficient with what it rests on.
    public struct Coefficient: Hashable, Sendable {
        /// Between -1 and 1; `nil` for fewer than two pairs or a constant column.
        public let value: Double?
        /// The number of units that have both.
        public let pairs: Int
        /// The two-sided probability of as large a value without association; `nil` for fewer than three pairs.
        ///
        /// Pearson and Spearman: Student's t. Kendall: exact up to 50 pairs without ties, else the normal distribution.
        public let probability: Double?
        /// How the probability was found; `nil` where there is none.
        public let test: Test?
    }

    /// The correlation of two columns; a missing value leaves its unit out.
    public static func coefficient(
        _ first: [Double?], _ second: [Double?], method: Method = .pearson
    ) -> Coefficient {
        var pairs: (x: [Double], y: [Double]) = ([], [])
        for case let (one?, other?) in zip(first, second) {
            pairs.x.append(one)
            pairs.y.append(other)
        }
        let count = pairs.x.count
        switch method {
        case .pearson:
            return tested(pearson(pairs.x, pairs.y), pairs: count)
        case .spearman:
            return tested(pearson(meanRanks(pairs.x), meanRanks(pairs.y)), pairs: count)
        case .kendall:
            let found = Kendall(pairs.x, pairs.y)
            return Coefficient(value: found.tau, pairs: count, probability: found.probability, test: found.test)
        }
    }

    private static func tested(_ value: Double?, pairs: Int) -> Coefficient {
        let probability = value.flatMap { Significance.twoSided(correlation: $0, pairs: pairs) }
        return Coefficient(
            value: value, pairs: pairs, probability: probability, test: probability == nil ? nil : .student)
    }

    /// Pearson's coefficient of complete columns; `nil` if one is constant or there are fewer than two values.
    static func pearson(_ first: [Double], _ second: [Double]) -> Double? {
        guard first.count > 1, !isConstant(first), !isConstant(second) else { return nil }
        let scale = (deviations(first), deviations(second))
        let products = dot(scale.0, scale.1)
        let value = products / (dot(scale.0, scale.0) * dot(scale.1, scale.1)).squareRoot()
        return value.isFinite ? min(1, max(-1, value)) : nil
    }

    /// The covariance of the pairs complete, divisor n - 1; `nil` for fewer than two.
    static func covariance(_ first: [Double?], _ second: [Double?]) -> Double? {
        var pairs: (x: [Double], y: [Double]) = ([], [])
        for case let (one?, other?) in zip(first, second) {
            pairs.x.append(one)
            pairs.y.append(other)
        }
        guard pairs.x.count > 1 else { return nil }
        return dot(deviations(pairs.x), deviations(pairs.y)) / Double(pairs.x.count - 1)
    }

    private static func isConstant(_ values: [Double]) -> Bool {
        values.allSatisfy { $0 == values.first }
    }

    private static func deviations(_ values: [Double]) -> [Double] {
        let rough = values.reduce(0, +) / Double(values.count)
        let mean = rough + values.reduce(0) { $0 + ($1 - rough) } / Double(values.count)
        return values.map { $0 - mean }
    }

    private static func dot(_ first: [Double], _ second: [Double]) -> Double {
        zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Ascending ranks from 1, ties the mean of their places.
    static func meanRanks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
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
