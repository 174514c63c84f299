/// How much of the data stands behind a score.
public enum Coverage {
    /// What a missing indicator is taken for.
    public enum Extremes: Hashable, Sendable, Codable {
        /// The lowest and the highest score any unit has in the indicator.
        case observed
        /// The same range for every indicator, such as 0 to 100.
        case range(lowest: Double, highest: Double)
    }

    /// The lowest and highest scores the missing values allow.
    public struct Bounds: Hashable, Sendable {
        /// Every missing indicator at its worst.
        public let lowest: IndicatorMatrix
        /// Every missing indicator at its best.
        public let highest: IndicatorMatrix
    }

    /// The share of the indicators below each aggregate that a unit has, unweighted, from 0 to 1.
    ///
    /// - Returns: a column an aggregate, in the order of the metadata; an indicator without a column is missing
    ///   throughout.
    /// - Throws: `AggregationError` for a tree at fault.
    public static func shares(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws(AggregationError) -> IndicatorMatrix {
        let tree = try AggregationTree(metadata)
        var result = IndicatorMatrix(units: scores.units, codes: tree.aggregates)
        for (column, aggregate) in tree.aggregates.enumerated() {
            let indicators = tree.indicators[aggregate] ?? []
            let positions = indicators.compactMap { scores.position(of: $0) }
            for unit in scores.units.indices {
                let present = positions.reduce(0) { $0 + (scores[unit, $1] == nil ? 0 : 1) }
                result[unit, column] = Double(present) / Double(indicators.count)
            }
        }
        return result
    }

    /// The scores if every missing indicator were at its worst, and at its best: how much a renormalised score may owe
    /// to gaps.
    ///
    /// True bounds under methods in which a higher part never lowers the score of the unit itself: the means, median,
    /// minimum, sum. Under Mazziotta-Pareto and methods that compare units they are examples, not bounds.
    ///
    /// - Parameters:
    ///   - normalised: the scores of the indicators, higher is better.
    ///   - metadata: the tree.
    ///   - methods: how to aggregate.
    ///   - weights: by code, before those of the metadata; not negative.
    ///   - extremes: what missing values are taken for; `observed` leaves a column without any value missing.
    /// - Throws: `AggregationError`.
    public static func bounds(
        _ normalised: IndicatorMatrix, metadata: [IndicatorMetadata], methods: Aggregation.Methods,
        weights: [String: Double] = [:], extremes: Extremes = .observed
    ) throws(AggregationError) -> Bounds {
        let plan = try AggregationPlan(
            units: normalised.units, codes: normalised.codes, metadata: metadata, methods: methods,
            weights: weights, missing: .onePart)
        return Bounds(
            lowest: try plan.run(filled(normalised, extremes, highest: false)),
            highest: try plan.run(filled(normalised, extremes, highest: true)))
    }

    private static func filled(_ matrix: IndicatorMatrix, _ extremes: Extremes, highest: Bool) -> IndicatorMatrix {
        var result = matrix
        for column in matrix.codes.indices {
            let present = matrix.column(column).compactMap { $0 }
            let value =
                switch extremes {
                case .observed: highest ? present.max() : present.min()
                case .range(let low, let high): highest ? high : low
                }
            for unit in matrix.units.indices where matrix[unit, column] == nil { result[unit, column] = value }
        }
        return result
    }
}
