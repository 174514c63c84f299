import Foundation

/// A function of formulas.
public enum FormulaFunction: String, Hashable, Sendable, CaseIterable {
    /// The sum of several figures.
    case sum
    /// Their arithmetic mean.
    case mean
    /// Their median.
    case median
    /// The least of them.
    case min
    /// The greatest of them.
    case max
    /// How many there are.
    case count
    /// Their product.
    case product
    /// Changes in per cent, one after the other: 100 (prod(1 + x/100) - 1) per cent.
    case compound
    /// The yearly rate in per cent that gives a change of x per cent in n years: 100 ((1 + x/100)^(1/n) - 1).
    case yearly
    /// The first of them.
    case first
    /// The last of them.
    case last
    /// The n-th of them, counted from 1.
    case at
    /// The standard deviation of a sample: divided by n - 1.
    case deviation
    /// The correlation of two lists (Pearson).
    case correlation
    /// How many lie above a number.
    case above
    /// How many lie below a number.
    case below
    /// Without the sign.
    case abs
    /// The square root.
    case sqrt
    /// The natural logarithm.
    case ln
    /// The exponential function.
    case exp
    /// Rounded to a number of decimals, halves away from zero.
    case round

    private var arguments: Int {
        switch self {
        case .yearly, .at, .correlation, .above, .below, .round: 2
        default: 1
        }
    }

    func apply(_ values: [[Double]]) throws(Formula.Failure) -> [Double] {
        guard values.count == arguments, values.allSatisfy({ !$0.isEmpty }) else { throw .wrongCount(rawValue) }
        let list = values[0]
        switch self {
        case .yearly: return try Formula.join(list, values[1]) { 100 * (raised(1 + $0 / 100, 1 / $1) - 1) }
        case .round: return try Formula.join(list, values[1]) { Self.rounded($0, $1) }
        case .correlation: return [try Self.correlation(list, values[1])]
        case .at, .above, .below: return [try pick(list, values[1])]
        case .abs: return list.map { $0.magnitude }
        case .sqrt: return list.map { $0.squareRoot() }
        case .ln: return list.map { log($0) }
        case .exp: return list.map { Foundation.exp($0) }
        default: return [summary(list)]
        }
    }

    private func pick(_ list: [Double], _ others: [Double]) throws(Formula.Failure) -> Double {
        guard others.count == 1 else { throw .notOne(others.count) }
        switch self {
        case .above: return Double(list.count { $0 > others[0] })
        case .below: return Double(list.count { $0 < others[0] })
        default:
            guard let position = Int(exactly: others[0]), list.indices.contains(position - 1) else {
                throw .wrongCount(rawValue)
            }
            return list[position - 1]
        }
    }

    private func summary(_ list: [Double]) -> Double {
        let sorted = list.sorted()
        let half = list.count / 2
        switch self {
        case .sum: return list.reduce(0, +)
        case .mean: return list.reduce(0, +) / Double(list.count)
        case .median: return list.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
        case .min: return sorted[0]
        case .max: return sorted[list.count - 1]
        case .product: return list.reduce(1, *)
        case .compound: return 100 * (list.reduce(1) { $0 * (1 + $1 / 100) } - 1)
        case .first: return list[0]
        case .last: return list[list.count - 1]
        case .deviation: return Self.deviation(list)
        default: return Double(list.count)
        }
    }

    private static func rounded(_ value: Double, _ decimals: Double) -> Double {
        let scale = raised(10, decimals)
        return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    }

    private static func deviation(_ list: [Double]) -> Double {
        let mean = list.reduce(0, +) / Double(list.count)
        return (list.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(list.count - 1)).squareRoot()
    }

    private static func correlation(_ left: [Double], _ right: [Double]) throws(Formula.Failure) -> Double {
        guard left.count == right.count else { throw .lengths(left.count, right.count) }
        let means = (left.reduce(0, +) / Double(left.count), right.reduce(0, +) / Double(right.count))
        let products = zip(left, right).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
        return products / Double(left.count - 1) / deviation(left) / deviation(right)
    }
}

/// `base` to the power `exponent`.
func raised(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
