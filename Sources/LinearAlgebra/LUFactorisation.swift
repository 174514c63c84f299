import CLAPACK

/// A square matrix A as P L U, from which many systems are solved (LAPACK dgetrf, dgetrs).
///
/// The factors stand in the memory of the matrix given; no inverse is formed.
public struct LUFactorisation: Sendable {
    /// The number of rows.
    public let order: Int
    /// An estimate of 1 / (|A| |A^-1|) in the maximum norm (LAPACK dgecon): about 1e-16 is the limit of double numbers.
    public let reciprocalCondition: Double

    /// The factors of the transpose, since the library counts by columns.
    private let factors: [Double]
    private let pivots: [Int32]

    /// Factorises a matrix.
    ///
    /// - Throws: `LinearAlgebraError` for a matrix that is not square, a value that is not finite, or a singular matrix.
    ///   A nearly singular one is not refused: see `reciprocalCondition`.
    public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
        let order = matrix.rows
        guard matrix.columns == order else { throw .wrongSize(expected: order * order, found: order * matrix.columns) }
        var factors = matrix.elements
        matrix.elements = []
        try LinearAlgebraError.check(factors, count: order * order)
        self.order = order
        guard order > 0 else {
            (self.factors, pivots, reciprocalCondition) = ([], [], 1)
            return
        }
        OpenBLAS.prepare()
        var norm = Self.norm(factors, order: order)
        var pivots = Array(repeating: Int32(0), count: order)
        var size = Int32(order)
        var (width, leading, state) = (size, size, Int32(0))
        dgetrf_(&size, &width, &factors, &leading, &pivots, &state)
        guard state == 0 else { throw .singular }
        var reciprocal = 0.0
        var work = Array(repeating: 0.0, count: 4 * order)
        var integers = Array(repeating: Int32(0), count: order)
        dgecon_("1", &size, factors, &leading, &norm, &reciprocal, &work, &integers, &state, 1)
        self.factors = factors
        self.pivots = pivots
        reciprocalCondition = reciprocal
    }

    /// The solution X of A X = B.
    ///
    /// - Parameter right: B, as many rows as A; a system for each column.
    /// - Throws: `LinearAlgebraError` for a wrong size or a value that is not finite.
    public func solution(of right: Matrix) throws(LinearAlgebraError) -> Matrix {
        guard right.rows == order else { throw .wrongSize(expected: order, found: right.rows) }
        return try solved(right.transposed, isTransposed: true).transposed
    }

    /// The solution X of X A = B.
    ///
    /// - Parameter right: B, as many columns as A; a system for each row.
    /// - Throws: `LinearAlgebraError` for a wrong size or a value that is not finite.
    public func rowSolution(of right: Matrix) throws(LinearAlgebraError) -> Matrix {
        guard right.columns == order else { throw .wrongSize(expected: order, found: right.columns) }
        return try solved(right, isTransposed: false)
    }

    /// Solves for each row of `right`; the factors are those of the transpose of A.
    private func solved(_ right: consuming Matrix, isTransposed: Bool) throws(LinearAlgebraError) -> Matrix {
        try LinearAlgebraError.check(right.elements, count: right.rows * order)
        guard order > 0, right.rows > 0 else { return right }
        OpenBLAS.prepare()
        var (size, systems, state) = (Int32(order), Int32(right.rows), Int32(0))
        var (leading, rightLeading) = (size, size)
        dgetrs_(
            isTransposed ? "T" : "N", &size, &systems, factors, &leading, pivots, &right.elements, &rightLeading,
            &state, 1)
        return right
    }

    /// The largest sum of absolute values of a row of A, which the library sees as a column.
    private static func norm(_ elements: [Double], order: Int) -> Double {
        var largest = 0.0
        for row in 0..<order {
            var sum = 0.0
            for position in row * order..<(row + 1) * order { sum += abs(elements[position]) }
            largest = max(largest, sum)
        }
        return largest
    }
}
