/// Exact sample quantiles of type 7, the default of R and NumPy.
///
/// With sorted x_0 ... x_(n-1), h = (n - 1) p, l = floor h: Q(p) = (1 - (h - l)) x_l + (h - l) x_(l+1).
/// Holds: Q(0) and Q(1) are the extremes, Q is non-decreasing, Q(1/2) is the median, and Q follows increasing affine
/// changes. Does not hold: unbiasedness in the tails; a 5 % quantile of 20 values is close to the minimum.
/// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361-365.
public struct Quantiles: Hashable, Sendable {
    /// The values in ascending order.
    public let sorted: [Double]

    /// Sorts the values.
    /// - Throws: `undefinedQuantile` if there is none or one is not a number.
    public init(of values: [Double]) throws(SensitivityFault) {
        guard !values.isEmpty, !values.contains(where: \.isNaN) else { throw .undefinedQuantile }
        sorted = values.sorted()
    }

    /// Q(p), p in [0, 1].
    public func value(at p: Double) -> Double {
        Self.value(at: p, count: sorted.count) { sorted[$0] }
    }

    /// Q(p) of values given by their order statistic, from 0.
    static func value(at p: Double, count: Int, _ ordered: (Int) -> Double) -> Double {
        precondition(p >= 0 && p <= 1, "a probability lies in [0, 1]")
        let position = Double(count - 1) * p
        let index = min(Int(position), count - 1)
        let low = ordered(index)
        let weight = position - Double(index)
        guard weight > 0, index + 1 < count else { return low }
        let high = ordered(index + 1)
        return low == high ? low : (1 - weight) * low + weight * high
    }
}
