import Foundation

extension Weighting {
    /// Weights from the spread of the scores. They reward spread, not importance, and change with the set of units.
    public struct Dispersion: Hashable, Sendable {
        /// The codes weighed, in the order asked for.
        public let codes: [String]
        /// The statistic of each: entropy, coefficient of variation, or CRITIC's information.
        public let statistics: [Double]
        /// The weights, summing to 1.
        public let weights: [Double]

        /// The weights by code.
        public var byCode: [String: Double] {
            Dictionary(zip(codes, weights)) { first, _ in first }
        }
    }

    /// Entropy weights (Shannon; Zeleny 1982): q_u = s_u/(sum of s), e = -(sum of q ln q)/ln n, w = (1 - e)/(sum of 1 - e).
    ///
    /// - Parameters:
    ///   - scores: normalised to 0 and up; complete.
    ///   - codes: the columns weighed against each other.
    /// - Throws: `WeightingError` for missing or negative scores, a column of zeros, fewer than two units, or no spread
    ///   in any column.
    public static func entropy(
        _ scores: IndicatorMatrix, codes: [String]
    ) throws(WeightingError) -> Dispersion {
        let columns = try completeColumns(scores, codes: codes)
        var entropies: [Double] = []
        for (code, column) in zip(codes, columns) {
            if let unit = column.firstIndex(where: { $0 < 0 }) {
                throw .negative(unit: scores.units[unit], element: code)
            }
            let sum = column.reduce(0, +)
            if sum == 0 { throw .zeroMean(element: code) }
            let products = column.reduce(0) { $0 + ($1 > 0 ? $1 / sum * log($1 / sum) : 0) }
            entropies.append(-products / log(Double(column.count)))
        }
        return try dispersion(codes, statistics: entropies, information: entropies.map { max(0, 1 - $0) })
    }

    /// Weights in proportion to the coefficient of variation, sd (divisor n - 1) over |mean|.
    ///
    /// - Parameters:
    ///   - scores: normalised; complete.
    ///   - codes: the columns weighed against each other.
    /// - Throws: `WeightingError` for missing scores, a mean of zero, fewer than two units, or no spread in any column.
    public static func variation(
        _ scores: IndicatorMatrix, codes: [String]
    ) throws(WeightingError) -> Dispersion {
        let columns = try completeColumns(scores, codes: codes)
        var variations: [Double] = []
        for (code, column) in zip(codes, columns) {
            let mean = column.reduce(0, +) / Double(column.count)
            if mean == 0 { throw .zeroMean(element: code) }
            variations.append(standardDeviation(column) / abs(mean))
        }
        return try dispersion(codes, statistics: variations, information: variations)
    }

    /// CRITIC weights (Diakoulaki, Mavrotas, Papayannakis 1995): C_i = sd_i (sum over k of 1 - r_ik), w = C/(sum of C).
    ///
    /// - Parameters:
    ///   - scores: min-max normalised, as the standard deviations (divisor n - 1) depend on the scale; complete.
    ///   - codes: the columns weighed against each other.
    /// - Throws: `WeightingError` for missing scores, a constant column, fewer than two units, or no information.
    public static func critic(
        _ scores: IndicatorMatrix, codes: [String]
    ) throws(WeightingError) -> Dispersion {
        let columns = try completeColumns(scores, codes: codes)
        var information: [Double] = []
        for (code, column) in zip(codes, columns) {
            var conflict = 0.0
            for (other, second) in zip(codes, columns) where other != code {
                guard let value = Correlation.pearson(column, second) else {
                    throw .constant(element: standardDeviation(column) > 0 ? other : code)
                }
                conflict += 1 - value
            }
            information.append(standardDeviation(column) * conflict)
        }
        return try dispersion(codes, statistics: information, information: information)
    }

    /// The columns of codes, without gaps.
    static func completeColumns(
        _ scores: IndicatorMatrix, codes: [String]
    ) throws(WeightingError) -> [[Double]] {
        if codes.isEmpty { throw .noElements }
        if scores.units.count < 2 { throw .tooFewUnits(found: scores.units.count, needed: 2) }
        var columns: [[Double]] = []
        for code in codes {
            guard let position = scores.position(of: code) else { throw .unknown(element: code) }
            let values = scores.column(position)
            if let unit = values.firstIndex(of: nil) { throw .missing(unit: scores.units[unit], element: code) }
            columns.append(values.compactMap { $0 })
        }
        return columns
    }

    private static func dispersion(
        _ codes: [String], statistics: [Double], information: [Double]
    ) throws(WeightingError) -> Dispersion {
        let sum = information.reduce(0, +)
        guard sum > 1e-14 else { throw .noInformation }
        return Dispersion(codes: codes, statistics: statistics, weights: information.map { $0 / sum })
    }

    private static func standardDeviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
