/// Whether indicators of one aggregate measure one thing.
public enum Reliability {
    /// Cronbach's alpha (1951) in two forms.
    public struct Alpha: Hashable, Sendable {
        /// k^2 (mean covariance of two different indicators) / (sum of all covariances).
        public let raw: Double
        /// The same of the correlations: k r/(1 + (k - 1) r), r the mean correlation of two different indicators.
        public let standardised: Double
    }

    /// Cronbach's alpha over columns, covariances taken over the units that have both.
    ///
    /// Use normalised scores with directions turned: on raw data the first form depends on the units, and indicators of
    /// opposite direction cancel. Negative values mean that they do.
    ///
    /// - Returns: `nil` for fewer than two columns, a constant column, a pair with fewer than two units, or a sum of
    ///   zero.
    public static func alpha(_ columns: [[Double?]]) -> Alpha? {
        let count = Double(columns.count)
        guard columns.count > 1 else { return nil }
        var covariance = (between: 0.0, all: 0.0)
        var correlation = (between: 0.0, all: count)
        for first in columns.indices {
            for second in columns.indices {
                guard let found = Correlation.covariance(columns[first], columns[second]) else { return nil }
                covariance.all += found
                if first == second { continue }
                let coefficient = Correlation.coefficient(columns[first], columns[second])
                guard let value = coefficient.value else { return nil }
                covariance.between += found
                correlation.between += value
                correlation.all += value
            }
        }
        guard covariance.all != 0, correlation.all != 0 else { return nil }
        let factor = count / (count - 1)
        return Alpha(
            raw: factor * covariance.between / covariance.all,
            standardised: factor * correlation.between / correlation.all)
    }

    /// Cronbach's alpha over columns of a matrix by code; `nil` also for a code without a column.
    public static func alpha(_ matrix: IndicatorMatrix, codes: [String]) -> Alpha? {
        let positions = codes.compactMap { matrix.position(of: $0) }
        return positions.count == codes.count ? alpha(positions.map { matrix.column($0) }) : nil
    }
}
