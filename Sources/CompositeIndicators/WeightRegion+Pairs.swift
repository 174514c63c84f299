extension WeightRegion {
    /// Weights under which two units are equal.
    public struct Tie: Hashable, Sendable {
        /// The weights, summing to 1.
        public let weights: [Double]
        /// Their distance from the nominal weights: the root of the sum of squared differences.
        public let distance: Double
        /// By how many points of 100 each weight moves from the nominal one: "+4 points on quality".
        public let points: [Double]
    }

    /// Two units held against each other.
    public struct Pair: Hashable, Sendable {
        /// The index of the first less that of the second under the nominal weights.
        public let difference: Double
        /// The smallest difference under any weights of the region.
        public let smallest: Double
        /// The largest difference under any weights of the region.
        public let largest: Double
        /// Whether the first is above the second under all weights of the region.
        public let isAlwaysAbove: Bool
        /// The foot of the perpendicular from the nominal weights on the plane of the tie, within sum of w = 1, without
        /// regard to any bounds: distance |w0.D|/||D - mean(D)||. `nil` when the difference is the same under all weights.
        public let foot: Tie?
        /// Whether no weight at the foot is negative; false without a foot.
        public let footIsNonnegative: Bool
        /// Whether the foot lies in the region; false without a foot.
        public let footIsInRegion: Bool
        /// The nearest tie with weights of 0 or more: the foot, or the point next to it; `nil` when one unit is ahead
        /// under all weights whatever.
        public let nearest: Tie?
        /// The nearest tie in the region; `nil` when there is none.
        public let nearestInRegion: Tie?
    }

    /// Holds two units against each other.
    ///
    /// - Parameters:
    ///   - first: the scores of one unit by child.
    ///   - second: the scores of the other.
    ///   - tolerance: a smaller difference counts as none.
    /// - Throws: `WeightRegionError` for scores at fault.
    public func pair(
        _ first: [Double], _ second: [Double], tolerance: Double = 0
    ) throws(WeightRegionError) -> Pair {
        for (unit, scores) in [first, second].enumerated() {
            guard scores.count == nominal.count else { throw .wrongCount(found: scores.count, expected: nominal.count) }
            if let child = scores.firstIndex(where: { !$0.isFinite }) { throw .invalidScore(unit: unit, child: child) }
        }
        let differences = zip(first, second).map { $0 - $1 }
        let extremes = extremes(of: differences)
        let foot = foot(differences)
        let unbounded = try WeightRegion(anyWeights: nominal)
        let isNonnegative = foot.map { $0.weights.allSatisfy { $0 >= 0 } } ?? false
        let isInside = foot.map { contains($0.weights) } ?? false
        return Pair(
            difference: Self.sum(nominal, differences), smallest: extremes.smallest, largest: extremes.largest,
            isAlwaysAbove: extremes.smallest > tolerance, foot: foot, footIsNonnegative: isNonnegative,
            footIsInRegion: isInside,
            nearest: isNonnegative ? foot : nearestTie(differences, in: unbounded),
            nearestInRegion: isInside ? foot : nearestTie(differences, in: self))
    }

    private func tie(_ weights: [Double]) -> Tie {
        let moves = zip(weights, nominal).map { $0 - $1 }
        return Tie(
            weights: weights, distance: moves.reduce(0) { $0 + $1 * $1 }.squareRoot(), points: moves.map { 100 * $0 })
    }

    private func foot(_ differences: [Double]) -> Tie? {
        let mean = differences.reduce(0, +) / Double(differences.count)
        let along = differences.map { $0 - mean }
        let square = along.reduce(0) { $0 + $1 * $1 }
        let scale = differences.reduce(0) { max($0, abs($1)) }
        guard scale > 0 else { return tie(nominal) }
        guard square.squareRoot() > 1e-12 * scale else { return nil }
        let step = Self.sum(nominal, differences) / square
        return tie(zip(nominal, along).map { $0 - step * $1 })
    }

    private func nearestTie(_ differences: [Double], in region: WeightRegion) -> Tie? {
        BoxProjection.nearestTie(to: nominal, in: region, differences: differences).map(tie)
    }
}
