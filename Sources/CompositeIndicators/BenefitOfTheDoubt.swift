/// The best score any weights give a unit: the largest sum of w_i s_ui such that no unit exceeds 1, w >= 0
/// (Cherchye, Moesen, Rogge, Van Puyenbroeck 2007). Every unit has its own weights.
public struct BenefitOfTheDoubt: Hashable, Sendable, Codable {
    /// The result of a unit.
    public struct Result: Hashable, Sendable {
        /// Between 0 and 1; unique.
        public let score: Double
        /// A set of weights that gives the score.
        public let weights: [Double]
        /// The parts of the score, w_i s_ui divided by the score; zero throughout for a score of 0.
        public let shares: [Double]
        /// Whether other weights may give the same score: do not read meaning into these.
        public let mayHaveOtherWeights: Bool
    }

    /// The least share of each indicator in the score.
    public let lowerShare: Double
    /// The greatest share of each indicator in the score.
    public let upperShare: Double

    /// Declares the bounds of the shares; without bounds a unit may put all weight on its best indicator.
    public init(lowerShare: Double = 0, upperShare: Double = 1) {
        self.lowerShare = lowerShare
        self.upperShare = upperShare
    }

    /// The result of a unit.
    ///
    /// - Parameters:
    ///   - unit: its position.
    ///   - columns: the scores by indicator, each one a unit: at least 0, higher is better; missing values are not
    ///     allowed.
    /// - Throws: `BenefitOfTheDoubtError`. A unit with zeros throughout has score 0.
    public func result(of unit: Int, columns: [[Double]]) throws(BenefitOfTheDoubtError) -> Result {
        try check(columns)
        let own = columns.map { $0[unit] }
        let none = Array(repeating: 0.0, count: own.count)
        guard own.contains(where: { $0 > 0 }) else {
            return Result(score: 0, weights: none, shares: none, mayHaveOtherWeights: true)
        }
        if lowerShare > 0, let empty = own.firstIndex(of: 0) { throw .lowerShareOfZero(indicator: empty) }
        let scales = columns.map { $0.max() ?? 1 }.map { $0 > 0 ? $0 : 1 }
        let solution = try Simplex.maximum(
            objective: zip(own, scales).map { $0 / $1 },
            constraints: unitRows(columns, scales: scales) + shareRows(zip(own, scales).map { $0 / $1 }))
        let weights = zip(solution.point, scales).map { $0 / $1 }
        let parts = zip(weights, own).map { $0 * $1 }
        if solution.value <= Simplex.tolerance { throw .infeasibleShares }
        return Result(
            score: solution.value, weights: weights, shares: parts.map { $0 / solution.value },
            mayHaveOtherWeights: solution.mayHaveOthers)
    }

    private func check(_ columns: [[Double]]) throws(BenefitOfTheDoubtError) {
        guard lowerShare >= 0, lowerShare <= upperShare, upperShare <= 1 else { throw .invalidShares }
        let count = Double(columns.count)
        if lowerShare * count > 1 + 1e-12 || upperShare * count < 1 - 1e-12 { throw .infeasibleShares }
        for (indicator, column) in columns.enumerated() where !column.allSatisfy({ $0 >= 0 && $0.isFinite }) {
            throw .invalidScore(indicator: indicator)
        }
    }

    /// No unit exceeds 1.
    private func unitRows(_ columns: [[Double]], scales: [Double]) -> [Simplex.Row] {
        (columns.first ?? []).indices.map { other in
            Simplex.Row(coefficients: zip(columns, scales).map { $0[other] / $1 }, bound: 1)
        }
    }

    /// lower * (sum of parts) - part <= 0 and part - upper * (sum of parts) <= 0.
    private func shareRows(_ own: [Double]) -> [Simplex.Row] {
        var rows: [Simplex.Row] = []
        for part in own.indices {
            if lowerShare > 0 { rows.append(row(own) { lowerShare - ($0 == part ? 1 : 0) }) }
            if upperShare < 1 { rows.append(row(own) { ($0 == part ? 1 : 0) - upperShare }) }
        }
        return rows
    }

    private func row(_ own: [Double], factor: (Int) -> Double) -> Simplex.Row {
        Simplex.Row(coefficients: own.indices.map { own[$0] * factor($0) }, bound: 0)
    }
}

/// What stops benefit of the doubt for a unit. Indicators are given by position.
public enum BenefitOfTheDoubtError: Error, Hashable, Sendable {
    /// A share outside 0 to 1, or a lower one above the upper.
    case invalidShares
    /// No weights meet the bounds of the shares.
    case infeasibleShares
    /// A least share asked of an indicator whose score is 0.
    case lowerShareOfZero(indicator: Int)
    /// A score that is negative, infinite, or missing.
    case invalidScore(indicator: Int)
    /// The linear program has no largest value, or was not solved in the number of steps allowed.
    case notSolved
}
