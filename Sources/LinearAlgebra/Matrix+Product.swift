import CLAPACK

extension Matrix {
    /// The product A B of this matrix A and another (BLAS dgemm).
    ///
    /// - Throws: `LinearAlgebraError` if B has not as many rows as A has columns.
    public func multiplied(by other: Matrix) throws(LinearAlgebraError) -> Matrix {
        guard other.rows == columns else { throw .wrongSize(expected: columns, found: other.rows) }
        var result = Matrix(rows: rows, columns: other.columns)
        guard rows > 0, columns > 0, other.columns > 0 else { return result }
        OpenBLAS.prepare()
        // The library counts by columns and so sees transposes: it computes the transpose of B times that of A.
        var (height, width, inner) = (Int32(other.columns), Int32(rows), Int32(columns))
        var (leading, otherLeading, resultLeading) = (inner, height, height)
        var (one, zero) = (1.0, 0.0)
        dgemm_(
            "N", "N", &height, &width, &inner, &one, other.elements, &otherLeading, elements, &leading, &zero,
            &result.elements, &resultLeading, 1, 1)
        return result
    }
}
