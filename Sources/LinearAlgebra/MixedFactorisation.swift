import CLAPACK

/// A factorisation with single-precision factors, from which systems are solved to double precision: half the time and
/// half the memory of `LUFactorisation`.
///
/// Each solution is refined by residuals in double precision, which the caller computes from the matrix as it holds it, so
/// that the matrix itself never stands beside the factors. Each refinement multiplies the error by about 1e-7 times the
/// condition; systems for which that is not well below 1 are refused.
///
/// Source: A. Buttari, J. Dongarra and others, ACM Transactions on Mathematical Software 34 (2008), article 17, the method
/// of LAPACK's dsgesv.
public struct MixedFactorisation: Sendable {
    /// The number of rows.
    public let order: Int
    /// An estimate of 1 / (|A| |A^-1|) in the maximum norm, in single precision.
    public let reciprocalCondition: Double

    /// The factors of the transpose, since the library counts by columns.
    private let factors: [Float]
    private let pivots: [Int32]

    /// The smallest reciprocal condition that is accepted.
    public static let smallestCondition = 1e-5

    /// Factorises a matrix given row by row.
    ///
    /// - Parameters:
    ///   - order: the number of rows, at least 1.
    ///   - fill: writes a row, given its number and the place for its `order` elements.
    /// - Throws: `LinearAlgebraError.singular` for a matrix that single precision cannot factorise well enough, and a
    ///   value that is not finite.
    public init(
        order: Int, fill: (_ row: Int, _ elements: UnsafeMutableBufferPointer<Float>) -> Void
    ) throws(LinearAlgebraError) {
        OpenBLAS.prepare()
        var norm: Float = 0
        var factors = [Float](unsafeUninitializedCapacity: order * order) { buffer, count in
            for row in 0..<order {
                let elements = UnsafeMutableBufferPointer(rebasing: buffer[row * order..<(row + 1) * order])
                fill(row, elements)
                var sum: Float = 0
                for element in elements { sum += abs(element) }
                norm = sum.isFinite ? max(norm, sum) : .infinity
            }
            count = order * order
        }
        guard norm.isFinite else { throw .notFinite(position: 0) }
        var pivots = Array(repeating: Int32(0), count: order)
        var (size, width, leading, state) = (Int32(order), Int32(order), Int32(order), Int32(0))
        sgetrf_(&size, &width, &factors, &leading, &pivots, &state)
        guard state == 0 else { throw .singular }
        var reciprocal: Float = 0
        var work = Array(repeating: Float(0), count: 4 * order)
        var integers = Array(repeating: Int32(0), count: order)
        sgecon_("1", &size, factors, &leading, &norm, &reciprocal, &work, &integers, &state, 1)
        guard Double(reciprocal) >= Self.smallestCondition else { throw .singular }
        self.order = order
        self.factors = factors
        self.pivots = pivots
        reciprocalCondition = Double(reciprocal)
    }

    /// The solutions X of X A = B, or X A^T = B, a system for each row.
    ///
    /// - Parameters:
    ///   - right: B, as many columns as A.
    ///   - isTransposed: whether the systems are those of the transpose.
    ///   - residual: B - X A (or B - X A^T) for X.
    /// - Throws: `LinearAlgebraError` for a wrong size, a value that is not finite, and `noConvergence` where refinement
    ///   does not reach double precision.
    public func rowSolution(
        of right: Matrix, isTransposed: Bool, residual: (Matrix) throws(LinearAlgebraError) -> Matrix
    ) throws(LinearAlgebraError) -> Matrix {
        guard right.columns == order else { throw .wrongSize(expected: order, found: right.columns) }
        try LinearAlgebraError.check(right.elements, count: right.rows * order)
        guard right.rows > 0 else { return right }
        var solution = Matrix(rows: right.rows, columns: order)
        var correction = right
        var before = Double.infinity
        for step in 0..<Self.mostSteps {
            if step > 0 { correction = try residual(solution) }
            solve(&correction, isTransposed: isTransposed)
            let change = solution.add(correction)
            guard change.isFinite else { throw .noConvergence }
            // The next correction would be as much smaller as this one is than the one before.
            if change < 1e-15 || (step > 1 && change / before * change < 1e-17) { return solution }
            guard step < 2 || change < before / 16 else {
                // Corrections that no longer shrink are the rounding of the residual.
                if change < 1e-13 { return solution }
                break
            }
            before = change
        }
        throw .noConvergence
    }

    private static let mostSteps = 12

    /// Replaces right-hand sides by solutions in single precision; each is scaled to its largest element before.
    private func solve(_ right: inout Matrix, isTransposed: Bool) {
        let scales = (0..<right.rows).map { row in right.row(row).reduce(0) { max($0, abs($1)) } }
        var single = [Float](unsafeUninitializedCapacity: right.rows * order) { buffer, count in
            count = right.rows * order
            for row in 0..<right.rows {
                let factor = scales[row] == 0 ? 0 : 1 / scales[row]
                for position in row * order..<(row + 1) * order {
                    buffer[position] = Float(right.elements[position] * factor)
                }
            }
        }
        var (size, systems, state) = (Int32(order), Int32(right.rows), Int32(0))
        var (leading, rightLeading) = (size, size)
        sgetrs_(
            isTransposed ? "T" : "N", &size, &systems, factors, &leading, pivots, &single, &rightLeading, &state, 1)
        for row in 0..<right.rows {
            for position in row * order..<(row + 1) * order {
                right.elements[position] = Double(single[position]) * scales[row]
            }
        }
    }
}

extension Matrix {
    /// Adds a matrix of the same shape; the largest ratio, over the rows, of its largest element to that of the sum.
    mutating func add(_ other: Matrix) -> Double {
        var largest = 0.0
        for row in 0..<rows {
            var (sum, change) = (0.0, 0.0)
            for position in row * columns..<(row + 1) * columns {
                elements[position] += other.elements[position]
                sum = max(sum, abs(elements[position]))
                change = max(change, abs(other.elements[position]))
                if !elements[position].isFinite { return .infinity }
            }
            if change > 0 { largest = max(largest, sum == 0 ? .infinity : change / sum) }
        }
        return largest
    }
}
