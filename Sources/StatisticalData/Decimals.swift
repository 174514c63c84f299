/// Exact powers of ten, and numbers as text.
public enum Decimals {
    /// The shortest text that reads back as the same number; whole numbers without a decimal point.
    public static func text(_ value: Double) -> String {
        if value.rounded() == value, abs(value) < 1e15 { return String(Int(value)) }
        return "\(value)"
    }

    /// 10 to the power `exponent`, exact for 0 to 22.
    public static func power(_ exponent: Int) -> Double {
        guard exponent >= 0 else { return 1 / power(-exponent) }
        var result = 1.0
        for _ in 0..<min(exponent, 400) { result *= 10 }
        return result
    }

    /// `value` times ten to the power `exponent`, rounded once where the power is exact.
    public static func scale(_ value: Double, by exponent: Int) -> Double {
        exponent >= 0 ? value * power(exponent) : value / power(-exponent)
    }
}
