/// What a matrix is to be fitted to: the sums of its rows and columns, and cells that are known.
public struct BalancingTargets: Hashable, Sendable {
    /// u, the sums of the rows.
    public var rows: [Double]
    /// v, the sums of the columns.
    public var columns: [Double]
    /// Cells that are known beforehand, which the balancing leaves as they are.
    public var known: [KnownCell]

    /// A cell and its value.
    public struct KnownCell: Hashable, Sendable {
        /// The row.
        public let row: Int
        /// The column.
        public let column: Int
        /// The value.
        public let value: Double

        /// Names a cell.
        public init(row: Int, column: Int, value: Double) {
            self.row = row
            self.column = column
            self.value = value
        }
    }

    /// Sets targets.
    public init(rows: [Double], columns: [Double], known: [KnownCell] = []) {
        self.rows = rows
        self.columns = columns
        self.known = known
    }
}

/// How a matrix is fitted to margins.
public enum BalancingMethod: String, Hashable, Sendable, CaseIterable {
    /// r_i = u_i / sum_j, s_j = v_j / sum_i in turn; for matrices without negative cells.
    case ras
    /// The generalised form for matrices with negative cells, which keep their signs.
    case gras
}

/// Why a matrix cannot be fitted; rows and columns by position.
public enum BalancingFault: Error, Hashable, Sendable {
    /// Another number of targets than rows or columns.
    case wrongSize(rows: Int, columns: Int, rowTargets: Int, columnTargets: Int)
    /// A cell or target that is not finite; `nil` for the target of a whole column or row.
    case notFinite(row: Int?, column: Int?)
    /// A known cell outside the matrix, or known twice.
    case knownCell(row: Int, column: Int)
    /// The sums of the targets of rows and of columns differ by more than 1e-9 of the larger.
    case totalsDiffer(rows: Double, columns: Double)
    /// A negative cell, which RAS cannot keep.
    case negativeCell(row: Int, column: Int, Double)
    /// A row whose cells allow no sum of that sign: a target left for a row without cells, or of the other sign.
    case rowUnreachable(row: Int, left: Double)
    /// The same of a column.
    case columnUnreachable(column: Int, left: Double)
    /// No convergence: the cells that are not zero allow no such sums.
    case noConvergence(iterations: Int, row: Int, rowGap: Double, column: Int, columnGap: Double)
}

/// All that is wrong.
public struct BalancingFaults: Error, Hashable, Sendable {
    /// The faults.
    public let list: [BalancingFault]

    /// Bundles faults.
    public init(_ list: [BalancingFault]) {
        self.list = list
    }
}
