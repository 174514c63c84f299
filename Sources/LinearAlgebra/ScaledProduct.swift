import CLAPACK

extension Matrix {
    /// X diag(b) A diag(a), or the same with A^T, for this matrix A and rows X: products with a scaled matrix that is never
    /// formed (BLAS dgemm, dgemv).
    ///
    /// - Parameters:
    ///   - rows: X, a system for each row.
    ///   - isTransposed: whether the product is with the transpose of A.
    ///   - before: b; ones when omitted.
    ///   - after: a; ones when omitted.
    /// - Throws: `LinearAlgebraError` for wrong sizes.
    public func product(
        of rows: Matrix, isTransposed: Bool = false, before: [Double]? = nil, after: [Double]? = nil
    ) throws(LinearAlgebraError) -> Matrix {
        let (inner, outer) = isTransposed ? (columns, self.rows) : (self.rows, columns)
        guard rows.columns == inner else { throw .wrongSize(expected: inner, found: rows.columns) }
        if let before, before.count != inner { throw .wrongSize(expected: inner, found: before.count) }
        if let after, after.count != outer { throw .wrongSize(expected: outer, found: after.count) }
        var left = rows
        if let before { left.scaleColumns(before) }
        var result = Matrix(rows: rows.rows, columns: outer)
        guard inner > 0, outer > 0, rows.rows > 0 else { return result }
        OpenBLAS.prepare()
        // The library counts by columns: it sees the transposes of A, of X and of the product.
        let flag = isTransposed ? "T" : "N"
        var (one, zero) = (1.0, 0.0)
        var leading = Int32(columns)
        if rows.rows == 1 {
            var (height, width, step) = (Int32(columns), Int32(self.rows), Int32(1))
            dgemv_(
                flag, &height, &width, &one, elements, &leading, left.elements, &step, &zero, &result.elements, &step, 1
            )
        } else {
            var (height, width, depth) = (Int32(outer), Int32(rows.rows), Int32(inner))
            var (leftLeading, resultLeading) = (depth, height)
            dgemm_(
                flag, "N", &height, &width, &depth, &one, elements, &leading, left.elements, &leftLeading, &zero,
                &result.elements, &resultLeading, 1, 1)
        }
        if let after { result.scaleColumns(after) }
        return result
    }

    private mutating func scaleColumns(_ factors: [Double]) {
        for row in 0..<rows {
            for column in 0..<columns { elements[row * columns + column] *= factors[column] }
        }
    }
}

extension Matrix {
    /// A - (B - C) for this matrix A.
    ///
    /// - Throws: `LinearAlgebraError.wrongSize` for matrices of other shapes.
    public func less(_ other: Matrix, minus third: Matrix) throws(LinearAlgebraError) -> Matrix {
        for matrix in [other, third] where matrix.rows != rows || matrix.columns != columns {
            throw .wrongSize(expected: rows * columns, found: matrix.rows * matrix.columns)
        }
        var result = self
        for position in elements.indices {
            result.elements[position] -= other.elements[position] - third.elements[position]
        }
        return result
    }
}
