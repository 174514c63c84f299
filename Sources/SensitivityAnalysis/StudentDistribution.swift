import Glibc

/// Student's t distribution.
public enum StudentDistribution {
    /// P(T <= t) = I_x(n/2, 1/2)/2 for t <= 0 with x = n/(n + t^2), one less that for -t above.
    ///
    /// Accurate relatively in the lower tail, about 1e-14. Not a number for degrees of freedom that are not positive.
    /// Source: Abramowitz and Stegun 26.7.1.
    public static func cumulative(_ t: Double, degreesOfFreedom n: Double) -> Double {
        guard n > 0, !t.isNaN else { return .nan }
        let tail = tail(abs(t), n)
        return t <= 0 ? tail : 1 - tail
    }

    /// The t with P(T <= t) = p; -infinity at 0, infinity at 1, not a number outside [0, 1] or for degrees of freedom
    /// that are not positive.
    ///
    /// Closed forms for one and two degrees of freedom, else Newton's method on the logarithm of the tail within a
    /// bracket; relative accuracy about 1e-13 away from p = 1/2. quantile(1 - p) = -quantile(p) as far as 1 - p is exact.
    public static func quantile(_ p: Double, degreesOfFreedom n: Double) -> Double {
        guard n > 0, p >= 0, p <= 1 else { return .nan }
        if p == 0.5 { return 0 }
        let magnitude = upper(min(p, 1 - p), n)
        return p < 0.5 ? -magnitude : magnitude
    }

    /// P(T >= t) for t >= 0.
    private static func tail(_ t: Double, _ n: Double) -> Double {
        let square = t * t / n
        return 0.5
            * IncompleteBeta.regularised(1 / (1 + square), complement: 1 / (1 + 1 / square), n / 2, 0.5)
    }

    /// The t > 0 that is exceeded with probability q < 1/2.
    private static func upper(_ q: Double, _ n: Double) -> Double {
        if q == 0 { return .infinity }
        if n == 1 { return 1 / tan(Double.pi * q) }
        if n == 2 { return (1 - 2 * q) / (2 * q * (1 - q)).squareRoot() }
        var (low, high) = (0.0, 1.0)
        while tail(high, n) > q, high < 1e150 { (low, high) = (high, 2 * high) }
        var t = 0.5 * (low + high)
        for _ in 0..<200 {
            let now = tail(t, n)
            if now > q { low = t } else { high = t }
            // The density is minus the slope of the tail.
            let step = now > 0 ? log(now / q) * now / density(t, n) : .nan
            var next = t + step
            if !(next > low && next < high) { next = 0.5 * (low + high) }
            if abs(next - t) <= 1e-15 * t { return next }
            t = next
        }
        return t
    }

    private static func density(_ t: Double, _ n: Double) -> Double {
        let scale = IncompleteBeta.logGamma((n + 1) / 2) - IncompleteBeta.logGamma(n / 2)
        return exp(scale - (n + 1) / 2 * log1p(t * t / n)) / (Double.pi * n).squareRoot()
    }
}
