extension Kendall {
    /// Up to so many pairs the distribution is exact where no values are tied.
    static let exactLimit = 50

    /// The exact two-sided probability of so many discordant pairs, or concordant ones if those are fewer, among the n!
    /// equally likely orders: twice the share of orders with at most as many inversions, at most 1.
    ///
    /// The shares follow Kendall's recursion f_n(k) = (f_(n-1)(k) + .. + f_(n-1)(k - n + 1))/n, k the inversions.
    ///
    /// - Parameters:
    ///   - rarer: the number of concordant or of discordant pairs, whichever is smaller.
    ///   - count: n, the number of values.
    ///
    /// Source: Kendall, Rank Correlation Methods, 4th edition, 1970, section 5.2.
    static func exactProbability(rarer: Int, count: Int) -> Double {
        var shares = Array(repeating: 0.0, count: rarer + 1)
        shares[0] = 1
        for size in stride(from: 2, through: count, by: 1) {
            var next = shares
            var window = 0.0
            for inversions in shares.indices {
                window += shares[inversions]
                if inversions >= size { window -= shares[inversions - size] }
                next[inversions] = max(0, window) / Double(size)
            }
            shares = next
        }
        return min(1, 2 * shares.reduce(0, +))
    }
}
