extension WeightRegion {
    /// Two children: the region is a piece of a line, and the ranks change at crossings alone.
    public struct Line: Hashable, Sendable {
        /// A stretch of the first weight between two crossings.
        public struct Interval: Hashable, Sendable {
            /// The weight of the first child.
            public let weights: ClosedRange<Double>
            /// The rank of each unit all along, the ends aside.
            public let ranks: [Int]
        }

        /// What the line says of a unit.
        public struct Summary: Hashable, Sendable {
            /// The rank under the nominal weights.
            public let nominal: Int
            /// The best rank anywhere, crossings and ends included.
            public let best: Int
            /// The worst rank anywhere.
            public let worst: Int
            /// The share of the line at the nominal rank.
            public let shareAtNominal: Double
            /// The mean rank along the line.
            public let meanRank: Double
            /// The share of the line at each rank, from rank 1 on.
            public let shares: [Double]

            /// The share of the line among the best k.
            public func share(inTop count: Int) -> Double { shares.prefix(max(0, count)).reduce(0, +) }
        }

        /// The weights of the first child at which two or more units are equal, ascending, within the region.
        public let crossings: [Double]
        /// The stretches between them, ascending.
        public let intervals: [Interval]
        /// By unit.
        public let units: [Summary]
    }

    /// The exact ranks along the region of two children.
    ///
    /// A crossing of a and b is at w = (b2 - a2)/((a1 - a2) - (b1 - b2)), w the weight of the first child. The work grows
    /// with the cube of the number of units.
    ///
    /// - Parameter columns: the two columns of scores, each one a unit.
    /// - Throws: `WeightRegionError`, `notTwoChildren` for another number.
    public func line(_ columns: [[Double]]) throws(WeightRegionError) -> Line {
        guard nominal.count == 2 else { throw .notTwoChildren(found: nominal.count) }
        let scores = try Scores(columns, region: self)
        let low = max(lower[0], 1 - upper[1])
        let high = max(low, min(upper[0], 1 - lower[1]))
        func ranks(_ weight: Double) -> [Int] {
            let index = scores.rows.map { weight * $0[0] + (1 - weight) * $0[1] }
            let sorted = index.sorted(by: >)
            return index.map { value in (sorted.firstIndex { $0 <= value + scores.tolerance } ?? 0) + 1 }
        }
        let crossings = Self.crossings(scores.rows, between: low, and: high)
        let edges = [low] + crossings + [high]
        let intervals = zip(edges, edges.dropFirst()).compactMap { from, to -> Line.Interval? in
            guard to > from || low == high else { return nil }
            return Line.Interval(weights: from...to, ranks: ranks((from + to) / 2))
        }
        let points = edges.map(ranks)
        let nominalRanks = ranks(nominal[0])
        return Line(
            crossings: crossings, intervals: intervals,
            units: scores.rows.indices.map { unit in
                Self.summary(unit, nominal: nominalRanks[unit], intervals: intervals, points: points)
            })
    }

    private static func crossings(_ rows: [[Double]], between low: Double, and high: Double) -> [Double] {
        var found: [Double] = []
        for first in rows.indices {
            for second in rows.indices.dropFirst(first + 1) {
                let slope = (rows[first][0] - rows[first][1]) - (rows[second][0] - rows[second][1])
                let weight = (rows[second][1] - rows[first][1]) / slope
                if slope != 0, weight > low, weight < high { found.append(weight) }
            }
        }
        var result: [Double] = []
        for weight in found.sorted() where weight - (result.last ?? -1) > 1e-13 { result.append(weight) }
        return result
    }

    private static func summary(
        _ unit: Int, nominal: Int, intervals: [Line.Interval], points: [[Int]]
    ) -> Line.Summary {
        let total = intervals.reduce(0) { $0 + $1.weights.upperBound - $1.weights.lowerBound }
        var shares = Array(repeating: 0.0, count: points.first?.count ?? 0)
        for interval in intervals {
            let length = interval.weights.upperBound - interval.weights.lowerBound
            shares[interval.ranks[unit] - 1] += total > 0 ? length / total : 1
        }
        let ranks = intervals.map { $0.ranks[unit] } + points.map { $0[unit] }
        return Line.Summary(
            nominal: nominal, best: ranks.min() ?? nominal, worst: ranks.max() ?? nominal,
            shareAtNominal: shares[nominal - 1],
            meanRank: shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }, shares: shares)
    }
}
