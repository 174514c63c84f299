/// Statistics of one indicator over the units.
///
/// Every function takes a column in which a missing value is not a number, leaves the missing values out, and returns
/// `nil` where the statistic is not defined.
public enum Descriptives {
    /// How many values are present.
    public static func count(_ column: [Double]) -> Int {
        column.reduce(0) { $1.isNaN ? $0 : $0 + 1 }
    }

    /// The smallest and the largest value.
    public static func extremes(_ column: [Double]) -> (minimum: Double, maximum: Double)? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for value in column where !value.isNaN {
            if value < low { low = value }
            if value > high { high = value }
        }
        return low <= high ? (low, high) : nil
    }

    /// The arithmetic mean, with a second pass that removes the rounding of the first.
    public static func mean(_ column: [Double]) -> Double? {
        var (sum, count) = (0.0, 0.0)
        for value in column where !value.isNaN {
            sum += value
            count += 1
        }
        guard count > 0 else { return nil }
        let first = sum / count
        var rest = 0.0
        for value in column where !value.isNaN { rest += value - first }
        return first + rest / count
    }

    /// The standard deviation with divisor n - 1; needs two values.
    public static func standardDeviation(_ column: [Double]) -> Double? {
        guard let mean = mean(column) else { return nil }
        var (sum, count) = (0.0, 0.0)
        for value in column where !value.isNaN {
            sum += (value - mean) * (value - mean)
            count += 1
        }
        return count > 1 ? (sum / (count - 1)).squareRoot() : nil
    }

    /// The middle value, or the mean of the two in the middle.
    public static func median(_ column: [Double]) -> Double? {
        quantile(column, 0.5)
    }

    /// The quantile of a probability, type 7 of Hyndman and Fan (1996): linear between the order statistics, the
    /// k-th of n standing at (k - 1)/(n - 1).
    ///
    /// - Returns: `nil` without values or for a probability outside [0, 1].
    public static func quantile(_ column: [Double], _ probability: Double) -> Double? {
        quantile(ascending: sorted(column), probability)
    }

    /// The quantile, type 7, of values already in ascending order and complete.
    public static func quantile(ascending values: [Double], _ probability: Double) -> Double? {
        guard !values.isEmpty, probability >= 0, probability <= 1 else { return nil }
        let place = Double(values.count - 1) * probability
        let below = Int(place)
        let share = place - Double(below)
        guard share > 0 else { return values[below] }
        return (1 - share) * values[below] + share * values[below + 1]
    }

    /// The values present, in ascending order.
    static func sorted(_ column: [Double]) -> [Double] {
        column.filter { !$0.isNaN }.sorted()
    }
}
