extension Descriptives {
    /// The statistics of an indicator that COINr's `get_stats` prints; shares are over the values present.
    public struct Summary: Hashable, Sendable, Codable {
        /// The number of units.
        public let units: Int
        /// The number of values present.
        public let available: Int
        /// The number of values present that are not zero.
        public let nonzero: Int
        /// The number of different values.
        public let unique: Int
        /// How often the most frequent value occurs.
        public let same: Int
        /// The smallest value.
        public let minimum: Double?
        /// The largest value.
        public let maximum: Double?
        /// The arithmetic mean.
        public let mean: Double?
        /// The median.
        public let median: Double?
        /// The lower quartile, type 7.
        public let lowerQuartile: Double?
        /// The upper quartile, type 7.
        public let upperQuartile: Double?
        /// The standard deviation, divisor n - 1.
        public let standardDeviation: Double?
        /// The bias-corrected skewness.
        public let skewness: Double?
        /// The bias-corrected excess kurtosis.
        public let kurtosis: Double?

        /// The share of the units with a value.
        public var availableShare: Double? { units > 0 ? Double(available) / Double(units) : nil }
        /// The share of the values that are not zero.
        public var nonzeroShare: Double? { share(nonzero) }
        /// The number of different values over the number of values.
        public var uniqueShare: Double? { share(unique) }
        /// The share of the most frequent value.
        public var sameShare: Double? { share(same) }

        private func share(_ part: Int) -> Double? {
            available > 0 ? Double(part) / Double(available) : nil
        }
    }

    /// The statistics of a column.
    public static func summary(_ column: [Double]) -> Summary {
        let values = sorted(column)
        let (unique, same) = runs(values)
        return Summary(
            units: column.count, available: values.count, nonzero: values.count { $0 != 0 }, unique: unique, same: same,
            minimum: values.first, maximum: values.last, mean: mean(column),
            median: quantile(ascending: values, 0.5), lowerQuartile: quantile(ascending: values, 0.25),
            upperQuartile: quantile(ascending: values, 0.75), standardDeviation: standardDeviation(column),
            skewness: skewness(column), kurtosis: kurtosis(column))
    }

    /// The statistics of every column, in the order of the codes.
    public static func summaries(_ matrix: IndicatorMatrix) -> [Summary] {
        matrix.codes.indices.map { summary(matrix.values(of: $0)) }
    }

    /// How many different values there are among sorted ones, and how often the most frequent occurs.
    private static func runs(_ values: [Double]) -> (unique: Int, longest: Int) {
        var (unique, longest, current) = (0, 0, 0)
        for (position, value) in values.enumerated() {
            let repeats = position > 0 && values[position - 1] == value
            current = repeats ? current + 1 : 1
            if !repeats { unique += 1 }
            longest = max(longest, current)
        }
        return (unique, longest)
    }
}
