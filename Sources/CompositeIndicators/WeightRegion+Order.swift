extension WeightRegion {
    /// One unit above another, both by position.
    public struct Relation: Hashable, Sendable {
        /// The unit above.
        public let upper: Int
        /// The unit below.
        public let lower: Int

        /// Puts one unit above another.
        public init(upper: Int, lower: Int) {
            self.upper = upper
            self.lower = lower
        }
    }

    /// All pairs of which the first is above the second under every weights of the region: a partial order.
    ///
    /// - Parameter columns: the scores by child, each one a unit.
    /// - Throws: `WeightRegionError` for scores at fault.
    public func order(_ columns: [[Double]]) throws(WeightRegionError) -> [Relation] {
        let scores = try Scores(columns, region: self)
        var result: [Relation] = []
        for unit in scores.rows.indices {
            for other in scores.rows.indices where scores.index[unit] > scores.index[other] || !contains(nominal) {
                guard unit != other else { continue }
                let values = scores.differences(unit, other)
                let smallest = Self.sum(weights(maximising: values.map { -$0 }), values)
                if smallest > scores.tolerance { result.append(Relation(upper: unit, lower: other)) }
            }
        }
        return result
    }

    /// The covering relation of the partial order: the pairs with no unit between, the lines of a Hasse diagram.
    ///
    /// - Parameter columns: the scores by child, each one a unit.
    /// - Throws: `WeightRegionError` for scores at fault.
    public func covering(_ columns: [[Double]]) throws(WeightRegionError) -> [Relation] {
        let order = try order(columns)
        let all = Set(order)
        let below = Dictionary(grouping: order, by: \.upper)
        return order.filter { pair in
            !(below[pair.upper] ?? []).contains { all.contains(Relation(upper: $0.lower, lower: pair.lower)) }
        }
    }
}
