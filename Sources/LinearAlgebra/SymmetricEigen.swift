import CLAPACK

/// The eigenvalues and eigenvectors of a symmetric matrix: A v = lambda v (LAPACK dsyev).
///
/// The sign of a vector is that of its largest component in absolute value: positive, the first of equals.
public struct SymmetricEigen: Hashable, Sendable {
    /// The eigenvalues, largest first.
    public let values: [Double]
    /// The eigenvectors, each of length 1, in the order of the values.
    public let vectors: [[Double]]

    /// Decomposes a matrix.
    ///
    /// - Parameters:
    ///   - matrix: the elements row by row; missing values are not allowed.
    ///   - order: the number of rows; 0 gives no values.
    /// - Throws: `LinearAlgebraError` for a wrong size, a value that is not finite, an asymmetric matrix (beyond 1e-12
    ///   of the largest element), or no convergence.
    public init(_ matrix: [Double], order: Int) throws(LinearAlgebraError) {
        try LinearAlgebraError.check(matrix, count: order * order)
        try Self.checkSymmetry(matrix, order: order)
        guard order > 0 else {
            values = []
            vectors = []
            return
        }
        var elements = matrix
        var ascending = Array(repeating: 0.0, count: order)
        try Self.decompose(&elements, order: order, values: &ascending)
        values = ascending.reversed()
        vectors = (0..<order).reversed().map { Self.oriented(Array(elements[$0 * order..<($0 + 1) * order])) }
    }

    private static func checkSymmetry(_ matrix: [Double], order: Int) throws(LinearAlgebraError) {
        let tolerance = 1e-12 * (matrix.map(abs).max() ?? 0)
        for row in 0..<order {
            for column in 0..<row where abs(matrix[row * order + column] - matrix[column * order + row]) > tolerance {
                throw .notSymmetric(row: row, column: column)
            }
        }
    }

    /// Replaces the elements by the eigenvectors, one after the other.
    private static func decompose(
        _ elements: inout [Double], order: Int, values: inout [Double]
    ) throws(LinearAlgebraError) {
        OpenBLAS.prepare()
        var size = Int32(order)
        var leading = size
        var workSize = Int32(max(1, 34 * order))
        var work = Array(repeating: 0.0, count: Int(workSize))
        var state: Int32 = 0
        dsyev_("V", "U", &size, &elements, &leading, &values, &work, &workSize, &state, 1, 1)
        guard state == 0 else { throw .noConvergence }
    }

    private static func oriented(_ vector: [Double]) -> [Double] {
        let largest = vector.map(abs).max() ?? 0
        let leading = vector.first { abs($0) >= largest * (1 - 1e-9) } ?? 0
        return leading < 0 ? vector.map { -$0 } : vector
    }
}
