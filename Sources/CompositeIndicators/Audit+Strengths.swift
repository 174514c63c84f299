extension Audit {
    /// Where a unit stands in an indicator.
    public struct Standing: Hashable, Sendable {
        /// The code of the indicator.
        public let indicator: String
        /// The rank among the units that have a value, 1 the best after direction.
        public let rank: Int
        /// How many units have a value.
        public let compared: Int
        /// The value as given.
        public let value: Double
    }

    /// The indicators in which a unit ranks best, best first; ties in the order of the metadata.
    ///
    /// An indicator in which the unit has the worst value of all is no strength, however many share it.
    ///
    /// - Parameters:
    ///   - unit: its position.
    ///   - values: the indicators, raw.
    ///   - metadata: the tree, with the directions.
    ///   - count: how many at most.
    public static func strengths(
        of unit: Int, values: IndicatorMatrix, metadata: [IndicatorMetadata], count: Int = 5
    ) -> [Standing] {
        let standings = standings(of: unit, values: values, metadata: metadata)
        let candidates = standings.filter { !$0.isWorst }
        return Array(candidates.sorted { $0.standing.rank < $1.standing.rank }.prefix(count).map(\.standing))
    }

    /// The indicators in which a unit ranks worst, worst first; ties in the order of the metadata.
    ///
    /// - Parameters:
    ///   - unit: its position.
    ///   - values: the indicators, raw.
    ///   - metadata: the tree, with the directions.
    ///   - count: how many at most.
    public static func weaknesses(
        of unit: Int, values: IndicatorMatrix, metadata: [IndicatorMetadata], count: Int = 5
    ) -> [Standing] {
        let standings = standings(of: unit, values: values, metadata: metadata)
        return Array(standings.map(\.standing).sorted { $0.rank > $1.rank }.prefix(count))
    }

    private static func standings(
        of unit: Int, values: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) -> [(standing: Standing, isWorst: Bool)] {
        metadata.compactMap { indicator in
            guard indicator.kind == .indicator, let column = values.position(of: indicator.code),
                let value = values[unit, column]
            else { return nil }
            let sign = indicator.direction < 0 ? -1.0 : 1
            let others = values.column(column).compactMap { $0 }
            let better = others.reduce(0) { $0 + (sign * $1 > sign * value ? 1 : 0) }
            let isWorst = others.allSatisfy { sign * $0 >= sign * value }
            return (
                Standing(indicator: indicator.code, rank: better + 1, compared: others.count, value: value), isWorst
            )
        }
    }
}
