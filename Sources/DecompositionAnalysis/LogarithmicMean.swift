internal import Foundation

/// The logarithmic mean L(a, b) = (a - b)/(ln a - ln b), with L(a, a) = a and L(a, 0) = 0.
///
/// Near a = b the quotient loses digits: with r = (a - b)/(a + b), ln(a/b) = 2 artanh r, which is used up to a = 2 b; for
/// |r| < 1e-3 by its series. For two negative numbers L(-a, -b) = -L(a, b). Source: Ang (2004), Energy Policy 32:1131-1139.
public enum LogarithmicMean {
    /// The mean; `nil` for numbers of different sign, where it is not defined.
    public static func of(_ first: Double, _ second: Double) -> Double? {
        guard first != 0, second != 0 else { return 0 }
        guard (first > 0) == (second > 0) else { return nil }
        guard let ratio = relativeDifference(first, second), abs(ratio) < switchPoint else {
            return logRatio(first, second).map { (first - second) / $0 }
        }
        return (first / 2 + second / 2) / series(ratio)
    }

    /// ln(a/b); `nil` unless both have one sign.
    public static func logRatio(_ first: Double, _ second: Double) -> Double? {
        guard first != 0, second != 0, (first > 0) == (second > 0) else { return nil }
        if let ratio = relativeDifference(first, second), abs(ratio) < 1.0 / 3 {
            return 2 * (abs(ratio) < switchPoint ? ratio * series(ratio) : atanh(ratio))
        }
        let quotient = first / second
        return quotient.isNormal ? log(quotient) : log(abs(first)) - log(abs(second))
    }

    /// Below this artanh is taken by its series.
    static let switchPoint = 1e-3

    /// artanh(r)/r = 1 + r^2/3 + r^4/5 + r^6/7.
    static func series(_ ratio: Double) -> Double {
        let square = ratio * ratio
        return 1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7))
    }

    private static func relativeDifference(_ first: Double, _ second: Double) -> Double? {
        let ratio = (first - second) / (first + second)
        return ratio.isFinite ? ratio : nil
    }
}

extension Sequence<Double> {
    /// The sum with the rounding of each step carried along (Neumaier 1974).
    func compensatedSum() -> Double {
        var sum = 0.0
        var lost = 0.0
        for value in self {
            let next = sum + value
            lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
            sum = next
        }
        return sum + lost
    }
}
