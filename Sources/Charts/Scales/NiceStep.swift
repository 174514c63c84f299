/// A distance between ticks: 1, 2 or 5 times a power of ten.
public struct NiceStep: Sendable, Hashable {
    /// 1, 2 or 5.
    public let mantissa: Int
    /// The power of ten.
    public let exponent: Int

    /// Creates the smallest step that is not below `minimum`; nil unless 10⁻³⁰⁰ ≤ minimum ≤ 10³⁰⁷.
    public init?(notBelow minimum: Double) {
        guard minimum >= 1e-300, minimum <= 1e307 else { return nil }
        var exponent = Int((Double(minimum.exponent) * 0.30103).rounded(.down))
        while Self.decimal(1, exponent + 1) <= minimum { exponent += 1 }
        while Self.decimal(1, exponent) > minimum { exponent -= 1 }
        let fraction = minimum / Self.decimal(1, exponent) * (1 - 1e-12)
        switch fraction {
        case ...1: (mantissa, self.exponent) = (1, exponent)
        case ...2: (mantissa, self.exponent) = (2, exponent)
        case ...5: (mantissa, self.exponent) = (5, exponent)
        default: (mantissa, self.exponent) = (1, exponent + 1)
        }
    }

    /// The step as a number.
    public var value: Double { multiple(1) }

    /// Returns `count` steps as the nearest double of the exact decimal, so that ticks print without dust.
    public func multiple(_ count: Int) -> Double {
        Self.decimal(count * mantissa, exponent)
    }

    private static func decimal(_ digits: Int, _ exponent: Int) -> Double {
        Double("\(digits)e\(exponent)") ?? 0
    }
}
