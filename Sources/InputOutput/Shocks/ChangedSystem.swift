import LinearAlgebra

/// A system of which some columns have changed, solved from the factors of the unchanged one.
///
/// With M' = M + D E^T, D the changes of k columns and E^T the selection of those rows:
/// M'^-1 R = Y - W (I + E^T W)^-1 E^T Y with Y = M^-1 R, W = M^-1 D. If k is not small against the order, if outputs are set,
/// or if the small system is ill-conditioned, M' is factorised anew.
///
/// Source: M. A. Woodbury, Inverting modified matrices (1950).
struct ChangedSystem {
    let coefficients: ImpactCoefficients
    let changed: ImpactCoefficients
    /// The columns of A that differ.
    let columns: [Int]
    /// Industries whose output is set: their rows are those of the identity.
    let fixed: [Int]

    /// Updates are used up to this share of changed columns.
    static let largestShare = 0.125
    /// The smallest reciprocal condition of the small system.
    static let smallestCondition = 1e-9

    /// M'^-1 R; `nil` where the changed system is singular or not productive.
    ///
    /// For coefficients that are not negative the system is productive exactly if a unit of demand for everything has
    /// a solution above zero.
    func solution(of right: Matrix, factors: LUFactorisation, isClosed: Bool) -> Matrix? {
        let extended = Matrix(rows: right.rows, columns: right.columns + 1) {
            $1 < right.columns ? right[$0, $1] : 1
        }
        let update = isSmall(factors.order) ? try? updated(extended, factors, isClosed: isClosed) : nil
        guard let solved = update ?? (try? anew(extended, isClosed: isClosed)) else { return nil }
        let last = right.columns
        guard (0..<solved.rows).allSatisfy({ solved[$0, last] > 0 }) else { return nil }
        return Matrix(rows: right.rows, columns: right.columns) { solved[$0, $1] }
    }

    private func isSmall(_ order: Int) -> Bool {
        fixed.isEmpty && Double(columns.count) <= Self.largestShare * Double(order)
    }

    /// By the update; `nil` if it cannot be trusted.
    private func updated(
        _ right: Matrix, _ factors: LUFactorisation, isClosed: Bool
    ) throws(LinearAlgebraError) -> Matrix? {
        let solved = try factors.solution(of: right)
        guard !columns.isEmpty else { return solved }
        let old = columns.map { coefficients.systemColumn($0, isClosed: isClosed) }
        let new = columns.map { changed.systemColumn($0, isClosed: isClosed) }
        let difference = Matrix(rows: right.rows, columns: columns.count) { new[$1][$0] - old[$1][$0] }
        let spread = try factors.solution(of: difference)
        let small = Matrix(rows: columns.count, columns: columns.count) {
            ($0 == $1 ? 1 : 0) + spread[columns[$0], $1]
        }
        let core = try LUFactorisation(small)
        guard core.reciprocalCondition >= Self.smallestCondition else { return nil }
        let selected = Matrix(rows: columns.count, columns: right.columns) { solved[columns[$0], $1] }
        let correction = try spread.multiplied(by: try core.solution(of: selected))
        return Matrix(rows: right.rows, columns: right.columns) { solved[$0, $1] - correction[$0, $1] }
    }

    /// By factors of the changed system.
    private func anew(_ right: Matrix, isClosed: Bool) throws(LinearAlgebraError) -> Matrix? {
        var matrix = changed.system(isClosed: isClosed)
        for row in fixed {
            for column in 0..<matrix.columns { matrix[row, column] = row == column ? 1 : 0 }
        }
        let factors = try LUFactorisation(matrix)
        guard factors.reciprocalCondition >= LeontiefModel.smallestCondition else { return nil }
        return try factors.solution(of: right)
    }
}
