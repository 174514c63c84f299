extension WeightRegion {
    /// The best and the worst rank of a unit over the region.
    public struct RankRange: Hashable, Sendable {
        /// Whether the ranks are the extremes.
        public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
            /// The ranks known to be attained are the extremes.
            case proven
            /// The search was cut short: the extremes lie between what is attained and what is not excluded.
            case notProven = "not-proven"
        }

        /// The rank under the nominal weights.
        public let nominal: Int
        /// The best rank that some weights of the region give.
        public let best: Int
        /// The worst rank that some weights of the region give.
        public let worst: Int
        /// No weights of the region give a better rank than this; equal to `best` when proven.
        public let bestBound: Int
        /// No weights of the region give a worse rank than this; equal to `worst` when proven.
        public let worstBound: Int
        /// Weights that give the best rank.
        public let bestWeights: [Double]
        /// Weights that give the worst rank.
        public let worstWeights: [Double]
        /// Whether these are the extremes.
        public let status: Status
    }

    /// The nodes of the search tree a unit and side may take unless told.
    public static let nodeLimit = 20_000

    /// The exact best and worst rank of every unit over the region.
    ///
    /// The best rank is 1 + the smallest number of units above, the worst 1 + the largest. Units that are above, or not,
    /// under all weights count outright; the others are chosen by branch and bound, with bounds from linear programs.
    /// Ranks named are attained by the weights that come with them. Differences within 1e-10 of the range of the index
    /// from the tolerance for equal scores are not told apart.
    ///
    /// - Parameters:
    ///   - columns: the scores by child, each one a unit.
    ///   - units: the positions of the units asked for; `nil` for all.
    ///   - nodeLimit: the most nodes of a search; when it is reached the status says so. A search over more than 200 open
    ///     units is not begun.
    /// - Throws: `WeightRegionError` for scores at fault.
    public func ranks(
        _ columns: [[Double]], units: [Int]? = nil, nodeLimit: Int = WeightRegion.nodeLimit
    ) throws(WeightRegionError) -> [RankRange] {
        let scores = try Scores(columns, region: self)
        return (units ?? Array(scores.rows.indices)).map { rankRange($0, scores, nodeLimit: nodeLimit) }
    }

    private func rankRange(_ unit: Int, _ scores: Scores, nodeLimit: Int) -> RankRange {
        let others = scores.rows.indices.filter { $0 != unit }
        let above = search(
            others.map { scores.differences($0, unit) }, scores, isStrict: true, nodeLimit: nodeLimit)
        let notAbove = search(
            others.map { scores.differences(unit, $0) }, scores, isStrict: false, nodeLimit: nodeLimit)
        let nominal = scores.index.count { $0 > scores.index[unit] + scores.tolerance } + 1
        return RankRange(
            nominal: nominal, best: others.count - notAbove.count + 1, worst: above.count + 1,
            bestBound: others.count - notAbove.bound + 1, worstBound: above.bound + 1,
            bestWeights: notAbove.weights, worstWeights: above.weights,
            status: above.count == above.bound && notAbove.count == notAbove.bound ? .proven : .notProven)
    }

    /// The largest number of differences that are, at one time, above the tolerance (strict) or not below minus it.
    private func search(
        _ differences: [[Double]], _ scores: Scores, isStrict: Bool, nodeLimit: Int
    ) -> LargestSubset.Result {
        // Scaled to a range of 1; without a range all scores are equal, and any scale will do.
        let scale = scores.tolerance > 0 ? 1e-9 / scores.tolerance : 1
        let problem = LargestSubset(
            region: self, differences: differences.map { $0.map { $0 * scale } },
            threshold: isStrict ? 1e-9 : -1e-9, isStrict: isStrict)
        return problem.solve(nodeLimit: nodeLimit)
    }
}
