public import LinearAlgebra

/// A matrix fitted to given sums of rows and columns, beside the one it came from.
///
/// RAS: X = r X0 s with r_i = u_i / sum_j, then s_j = v_j / sum_i, in turn (R. Stone 1961; Miller & Blair 2009, section 7.4).
/// GRAS: with P the positive part and N = P - X0, p_j = sum_i r_i P_ij, q_j = sum_i N_ij / r_i,
/// s_j = (v_j + sqrt(v_j^2 + 4 p_j q_j)) / (2 p_j), or -q_j / v_j where p_j = 0, likewise r; X = r P s - N / (r s)
/// (T. Junius, J. Oosterhaven 2003, Economic Systems Research 15(1); corrected by M. Lenzen, R. Wood, B. Gallego 2007; zero
/// cases of U. Temurshoev, R. Miller, M. Bouwmeester 2013). It minimises sum |x0| a ln(a / e), a = x / x0.
///
/// Zero cells stay zero. An update can be further from the truth than none: `prior` and `movement` stand beside the result.
public struct BalancedMatrix: Sendable {
    /// The result; its sums meet the targets within `gap`.
    public let matrix: Matrix
    /// The matrix before.
    public let prior: Matrix
    /// r; of known cells nothing is told.
    public let rowMultipliers: [Double]
    /// s.
    public let columnMultipliers: [Double]
    /// How many times rows and columns were scaled.
    public let iterations: Int
    /// The largest gap of a sum, relative to the larger of its target and the sum of its cells without sign.
    public let gap: Double

    /// A gap at most so large ends the iteration.
    public static let tolerance = 1e-12
    /// So many iterations at most.
    public static let mostIterations = 1000

    /// Fits a matrix.
    ///
    /// Totals of rows and columns may differ by 1e-9; column targets are then moved by that difference.
    ///
    /// - Throws: `BalancingFaults`; never a matrix fitted by half.
    public init(_ prior: Matrix, to targets: BalancingTargets, by method: BalancingMethod) throws(BalancingFaults) {
        var problem = try BalancingProblem(prior, targets, method)
        var best = Double.infinity
        var count = 0
        while true {
            count += 1
            problem.scale()
            let gaps = problem.gaps()
            if gaps.largest <= Self.tolerance { break }
            // A gap that hardly falls over many iterations belongs to a limit that does not exist.
            let isStagnant = count % 100 == 0 && gaps.largest > 0.999 * best
            if count % 100 == 0 { best = gaps.largest }
            guard count < Self.mostIterations, !isStagnant, gaps.largest.isFinite else {
                throw BalancingFaults([
                    .noConvergence(
                        iterations: count, row: gaps.row, rowGap: gaps.rowGap, column: gaps.column,
                        columnGap: gaps.columnGap)
                ])
            }
        }
        self.prior = prior
        matrix = problem.result()
        rowMultipliers = problem.rowMultipliers
        columnMultipliers = problem.columnMultipliers
        iterations = count
        gap = problem.gaps().largest
    }

    /// How far cells moved.
    public var movement: CellMovement { CellMovement(from: prior, to: matrix) }
}

/// How far the cells of one matrix are from those of another.
public struct CellMovement: Sendable {
    /// sum |x - x0| / sum |x0|; `nil` if all cells were zero.
    public let share: Double?
    /// The mean of |x - x0| over all cells.
    public let mean: Double
    /// The cell that moved most, and by how much.
    public let largest: (row: Int, column: Int, change: Double)?

    /// Compares two matrices of one size.
    public init(from before: Matrix, to after: Matrix) {
        var (moved, total) = (0.0, 0.0)
        var largest: (row: Int, column: Int, change: Double)?
        for row in 0..<before.rows {
            for column in 0..<before.columns {
                let change = after[row, column] - before[row, column]
                moved += abs(change)
                total += abs(before[row, column])
                if abs(change) > abs(largest?.change ?? 0) { largest = (row, column, change) }
            }
        }
        share = total == 0 ? nil : moved / total
        mean = before.elements.isEmpty ? 0 : moved / Double(before.elements.count)
        self.largest = largest
    }
}
