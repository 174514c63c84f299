import Glibc

/// Inverse distribution functions: they turn any point of a design in [0, 1) into a value of an input.
///
/// All are increasing in u, so stratification of a design carries over. Parameters out of order are a precondition.
public enum QuantileFunctions {
    /// floor(u n), in 0 ..< n for u in [0, 1]; u = 1 gives n - 1.
    public static func integer(below n: Int, at u: Double) -> Int {
        precondition(n > 0, "there must be something to choose from")
        return min(Int(u * Double(n)), n - 1)
    }

    /// lowest + u (highest - lowest).
    public static func uniform(in bounds: ClosedRange<Double>, at u: Double) -> Double {
        bounds.lowerBound + u * (bounds.upperBound - bounds.lowerBound)
    }

    /// -mean log(1 - u); infinite at u = 1.
    public static func exponential(mean: Double, at u: Double) -> Double {
        -mean * log1p(-u)
    }

    /// With a lowest, c mode, b highest: a + sqrt(u (b-a)(c-a)) up to u = (c-a)/(b-a), then b - sqrt((1-u)(b-a)(b-c)).
    public static func triangular(lowest: Double, mode: Double, highest: Double, at u: Double) -> Double {
        precondition(lowest <= mode && mode <= highest, "a triangle needs lowest <= mode <= highest")
        let width = highest - lowest
        guard width > 0 else { return lowest }
        let value =
            u * width < mode - lowest
            ? lowest + (u * width * (mode - lowest)).squareRoot()
            : highest - ((1 - u) * width * (highest - mode)).squareRoot()
        return min(max(value, lowest), highest)
    }

    /// The value x in `bounds` with (Phi(z) - Phi(a))/(Phi(b) - Phi(a)) = u, z = (x - mean)/sd, a and b the bounds so
    /// scaled.
    ///
    /// Intervals above the mean are mirrored, so both tails are accurate; beyond 30 standard deviations the asymptotic
    /// tail is inverted by Newton's method. A standard deviation of zero gives the mean, moved into the bounds.
    public static func truncatedNormal(
        mean: Double, standardDeviation: Double, in bounds: ClosedRange<Double>, at u: Double
    ) -> Double {
        precondition(standardDeviation >= 0, "a standard deviation is not negative")
        guard standardDeviation > 0 else { return min(max(mean, bounds.lowerBound), bounds.upperBound) }
        let low = (bounds.lowerBound - mean) / standardDeviation
        let high = (bounds.upperBound - mean) / standardDeviation
        let z = low > 0 ? -standardTruncated(-high, -low, 1 - u) : standardTruncated(low, high, u)
        return min(max(mean + standardDeviation * z, bounds.lowerBound), bounds.upperBound)
    }

    /// For an interval that does not lie above zero as a whole.
    private static func standardTruncated(_ low: Double, _ high: Double, _ u: Double) -> Double {
        if high < -30 { return -farTail(from: -high, to: -low, 1 - u) }
        let below = NormalDistribution.cumulative(low)
        return NormalDistribution.quantile(below + u * (NormalDistribution.cumulative(high) - below))
    }

    /// The u-quantile of the normal distribution on [near, far], 30 <= near <= far: log Q(x) = target by Newton.
    private static func farTail(from near: Double, to far: Double, _ u: Double) -> Double {
        let start = NormalDistribution.logUpperTail(near)
        let ratio = far.isFinite ? exp(NormalDistribution.logUpperTail(far) - start) : 0
        let decline = log1p(-u * (1 - ratio))
        guard decline.isFinite else { return far }
        var x = (near * near - 2 * decline).squareRoot()
        for _ in 0..<6 {
            x += (NormalDistribution.logUpperTail(x) - start - decline) / (x + 1 / x)
        }
        return x
    }
}
