import CLAPACK

/// Systems of linear equations.
public enum LinearSystem {
    /// The solution x of A x = b, by elimination with partial pivoting (LAPACK dgesv).
    ///
    /// - Parameters:
    ///   - matrix: the elements of A row by row, as many rows as columns; missing values are not allowed.
    ///   - right: the vector b.
    /// - Throws: `LinearAlgebraError` for a wrong size, a value that is not finite, or a singular matrix. A nearly
    ///   singular matrix is solved: its solution is inaccurate.
    public static func solve(_ matrix: [Double], right: [Double]) throws(LinearAlgebraError) -> [Double] {
        let order = right.count
        try LinearAlgebraError.check(matrix, count: order * order)
        try LinearAlgebraError.check(right, count: order)
        guard order > 0 else { return [] }
        OpenBLAS.prepare()
        var elements = transposed(matrix, order: order)
        var solution = right
        var size = Int32(order)
        var leading = size
        var rightLeading = size
        var columns: Int32 = 1
        var pivots = Array(repeating: Int32(0), count: order)
        var state: Int32 = 0
        dgesv_(&size, &columns, &elements, &leading, &pivots, &solution, &rightLeading, &state)
        guard state == 0 else { throw .singular }
        return solution
    }

    private static func transposed(_ matrix: [Double], order: Int) -> [Double] {
        var result = matrix
        for row in 0..<order {
            for column in 0..<order { result[column * order + row] = matrix[row * order + column] }
        }
        return result
    }
}
