extension Descriptives {
    /// Skewness and kurtosis of a column.
    public struct Shape: Hashable, Sendable, Codable {
        /// The bias-corrected skewness.
        public let skewness: Double
        /// The bias-corrected excess kurtosis.
        public let kurtosis: Double

        /// Pairs a skewness with a kurtosis.
        public init(skewness: Double, kurtosis: Double) {
            self.skewness = skewness
            self.kurtosis = kurtosis
        }
    }

    /// The skewness, "type 2" (Excel's SKEW): sqrt(n (n - 1))/(n - 2) m3/m2^1.5, m_k the central moments with
    /// divisor n (Joanes and Gill 1998).
    ///
    /// - Returns: `nil` with fewer than three values, or if all are equal.
    public static func skewness(_ column: [Double]) -> Double? {
        guard let moments = CentralMoments(column), moments.count >= 3 else { return nil }
        return moments.skewness
    }

    /// The excess kurtosis, "type 2" (Excel's KURT): (n - 1)/((n - 2)(n - 3)) ((n + 1)(m4/m2^2 - 3) + 6).
    ///
    /// - Returns: `nil` with fewer than four values, or if all are equal.
    public static func kurtosis(_ column: [Double]) -> Double? {
        shape(column)?.kurtosis
    }

    /// Both, in two passes over the column.
    ///
    /// - Returns: `nil` with fewer than four values, or if all are equal.
    public static func shape(_ column: [Double]) -> Shape? {
        guard let moments = CentralMoments(column), moments.count >= 4 else { return nil }
        return Shape(skewness: moments.skewness, kurtosis: moments.kurtosis)
    }
}

/// The central moments of a column with divisor n.
private struct CentralMoments {
    let count: Double
    let second: Double
    let third: Double
    let fourth: Double

    /// Fails if the column is constant or its moments are beyond the range of numbers.
    init?(_ column: [Double]) {
        guard let (low, high) = Descriptives.extremes(column), low < high,
            let mean = Descriptives.mean(column)
        else { return nil }
        var (count, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
        for value in column where !value.isNaN {
            let deviation = value - mean
            let square = deviation * deviation
            count += 1
            second += square
            third += square * deviation
            fourth += square * square
        }
        guard second > 0, fourth > 0, fourth.isFinite else { return nil }
        self.count = count
        self.second = second / count
        self.third = third / count
        self.fourth = fourth / count
    }

    var skewness: Double {
        (count * (count - 1)).squareRoot() / (count - 2) * third / (second * second.squareRoot())
    }

    var kurtosis: Double {
        (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * (fourth / (second * second) - 3) + 6)
    }
}
