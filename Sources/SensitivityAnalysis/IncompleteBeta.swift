import Glibc

/// The incomplete beta function, on which the distributions of Student and of correlations rest.
public enum IncompleteBeta {
    /// The regularised function I_x(a, b), for a, b > 0, by its continued fraction (Abramowitz and Stegun 26.5.8),
    /// evaluated by the method of Lentz.
    ///
    /// - Returns: 0 for x <= 0 and 1 for x >= 1.
    public static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        regularised(x, complement: 1 - x, a, b)
    }

    /// The same with 1 - x given, which keeps its digits where x is near 1.
    static func regularised(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if complement <= 0 { return 1 }
        let scale = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(complement))
        return x < (a + 1) / (a + b + 2)
            ? scale * fraction(x, a, b) / a : 1 - scale * fraction(complement, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        var ratio = 1.0
        var inverse = 1 / bounded(1 - (a + b) * x / (a + 1))
        var result = inverse
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            inverse = 1 / bounded(1 + even * inverse)
            ratio = bounded(1 + even / ratio)
            result *= inverse * ratio
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            inverse = 1 / bounded(1 + odd * inverse)
            ratio = bounded(1 + odd / ratio)
            result *= inverse * ratio
            if abs(inverse * ratio - 1) < 1e-16 { break }
        }
        return result
    }

    private static func bounded(_ value: Double) -> Double {
        abs(value) < 1e-300 ? 1e-300 : value
    }

    /// ln Gamma for positive numbers: Stirling's series above 10, the recurrence below.
    static func logGamma(_ value: Double) -> Double {
        var x = value
        var product = 1.0
        while x < 10 {
            product *= x
            x += 1
        }
        let square = 1 / (x * x)
        let series = stirling.reduce(0) { $0 * square + $1 } / x
        let leading: Double = (x - 0.5) * log(x) - x
        return leading + 0.5 * log(2 * Double.pi) + series - log(product)
    }

    private static let stirling: [Double] = [
        1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12,
    ]
}
