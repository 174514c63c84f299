/// All sets of weights that are thought possible: W = {lower <= w <= upper, sum of w = 1}, for a linear index.
///
/// The weights are effective ones, shares of 1, of any set of elements whose scores make up the index by an arithmetic
/// mean: sub-indices, pillars or indicators. Scores are fixed. Columns are children, one score a unit each, in the order
/// of the weights; missing scores are refused, since an index with renormalised weights is not linear in them.
///
/// Scores that differ by no more than 1e-9 of the range of the index at the nominal weights count as equal, and equal
/// scores share the better rank. Source: bounds of linear functions over a box and a simplex are those of the continuous
/// knapsack problem (Dantzig 1957); ranges of ranks as in Mustajoki, Hämäläinen, Salo (2005) and Salo, Punkka (2011).
public struct WeightRegion: Hashable, Sendable {
    /// The weights from which distances are measured, summing to 1.
    public let nominal: [Double]
    /// The least weight of each child.
    public let lower: [Double]
    /// The greatest weight of each child.
    public let upper: [Double]

    /// A region around weights: each may be smaller or larger by a share of itself.
    ///
    /// - Parameters:
    ///   - nominal: not negative; divided by their sum.
    ///   - share: 0 for the nominal weights alone, 0.25 for a quarter either way; from 0 to 1.
    /// - Throws: `WeightRegionError`.
    public init(nominal: [Double], share: Double) throws(WeightRegionError) {
        guard (0...1).contains(share) else { throw .invalidShare(share) }
        let shares = try Self.shares(nominal)
        try self.init(
            nominal: nominal, lower: shares.map { $0 * (1 - share) }, upper: shares.map { min(1, $0 * (1 + share)) })
    }

    /// A region with stated bounds.
    ///
    /// - Parameters:
    ///   - nominal: not negative; divided by their sum. They need not lie in the region.
    ///   - lower: the least weights, as shares of 1.
    ///   - upper: the greatest weights, as shares of 1.
    /// - Throws: `WeightRegionError`, `empty` when no weights within the bounds sum to 1.
    public init(nominal: [Double], lower: [Double], upper: [Double]) throws(WeightRegionError) {
        self.nominal = try Self.shares(nominal)
        for bounds in [lower, upper] where bounds.count != nominal.count {
            throw .wrongCount(found: bounds.count, expected: nominal.count)
        }
        for child in nominal.indices {
            guard lower[child] >= 0, lower[child] <= upper[child], upper[child] <= 1 else {
                throw .invalidBounds(child: child)
            }
        }
        let rounding = 1e-12
        guard lower.reduce(0, +) <= 1 + rounding, upper.reduce(0, +) >= 1 - rounding else { throw .empty }
        self.lower = lower
        self.upper = upper
    }

    /// All weights there are: each from 0 to 1.
    public init(anyWeights nominal: [Double]) throws(WeightRegionError) {
        try self.init(
            nominal: nominal, lower: nominal.map { _ in 0 }, upper: nominal.map { _ in 1 })
    }

    private static func shares(_ weights: [Double]) throws(WeightRegionError) -> [Double] {
        guard !weights.isEmpty else { throw .noWeights }
        if let child = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .invalidWeight(child: child) }
        let sum = weights.reduce(0, +)
        guard sum > 0, sum.isFinite else { throw .weightsAllZero }
        return weights.map { $0 / sum }
    }

    /// Whether weights lie in the region, within 1e-9.
    public func contains(_ weights: [Double]) -> Bool {
        guard weights.count == nominal.count, abs(weights.reduce(0, +) - 1) <= 1e-9 else { return false }
        return weights.indices.allSatisfy { weights[$0] >= lower[$0] - 1e-9 && weights[$0] <= upper[$0] + 1e-9 }
    }

    /// The weights of the region under which a sum of w d is largest: lower bounds first, then what is left of 1 goes to
    /// the children in descending order of d, each up to its upper bound.
    func weights(maximising values: [Double]) -> [Double] {
        var result = lower
        var left = max(0, 1 - lower.reduce(0, +))
        for child in values.indices.sorted(by: { (values[$0], $1) > (values[$1], $0) }) {
            let taken = min(left, upper[child] - lower[child])
            result[child] += taken
            left -= taken
        }
        return result
    }

    /// The smallest and the largest sum of w d over the region.
    func extremes(of values: [Double]) -> (smallest: Double, largest: Double) {
        (
            Self.sum(weights(maximising: values.map { -$0 }), values),
            Self.sum(weights(maximising: values), values)
        )
    }

    /// The sum of w d.
    static func sum(_ weights: [Double], _ values: [Double]) -> Double {
        var sum = 0.0
        for (weight, value) in zip(weights, values) { sum += weight * value }
        return sum
    }
}

/// What is wrong with a region of weights or the scores held against it. Children and units are given by position.
public enum WeightRegionError: Error, Hashable, Sendable {
    /// There is nothing to weigh.
    case noWeights
    /// A weight that is negative, infinite or not a number.
    case invalidWeight(child: Int)
    /// The weights sum to zero, or to more than a number can hold.
    case weightsAllZero
    /// A share outside 0 to 1.
    case invalidShare(Double)
    /// Not as many bounds or scores as weights, or not as many scores in one column as in another.
    case wrongCount(found: Int, expected: Int)
    /// A bound outside 0 to 1, or a lower one above the upper.
    case invalidBounds(child: Int)
    /// No weights within the bounds sum to 1.
    case empty
    /// A score that is infinite or not a number.
    case invalidScore(unit: Int, child: Int)
    /// Something that is told along a line asks for two children.
    case notTwoChildren(found: Int)
}
