import CLAPACK

/// Systems X - X K = B solved by products with K alone, all right-hand sides in the same passes (GMRES).
///
/// Each step needs one product; where the eigenvalues of K lie near 0 but for a few, as those of input coefficients do, a
/// dozen steps reach double precision, several times fewer than the power series B + B K + B K K + ... takes. The residual
/// is computed anew at the end and checked. One thread; the same bytes each time.
///
/// Source: Y. Saad, M. Schultz, SIAM Journal on Scientific and Statistical Computing 7 (1986) 856-869.
public enum MinimalResidual {
    /// A residual of this share of the right-hand side, in the Euclidean norm, is small enough.
    public static let tolerance = 4e-15

    private static let stepsInCycle = 30
    private static let cycles = 8

    /// The solutions X of X - X K = B, a system for each row.
    ///
    /// - Parameters:
    ///   - right: B.
    ///   - product: X K for X, of the shape of B.
    /// - Throws: `LinearAlgebraError` for a value that is not finite, and `noConvergence` where the residual stays above
    ///   the tolerance.
    public static func rowSolution(
        of right: Matrix, product: (Matrix) throws(LinearAlgebraError) -> Matrix
    ) throws(LinearAlgebraError) -> Matrix {
        try LinearAlgebraError.check(right.elements, count: right.rows * right.columns)
        OpenBLAS.prepare()
        let sizes = right.rowNorms
        var solution = Matrix(rows: right.rows, columns: right.columns)
        var residual = right
        var before = Double.infinity
        for _ in 0..<cycles {
            var cycle = Cycle(residual)
            try cycle.run(until: sizes.map { $0 * tolerance / 2 }, steps: stepsInCycle, product: product)
            cycle.addSolution(to: &solution)
            residual = try product(solution)
            residual.subtractFromDifference(of: right, and: solution)
            let worst = zip(residual.rowNorms, sizes).reduce(0) { $1.1 == 0 ? $0 : max($0, $1.0 / $1.1) }
            guard worst.isFinite else { throw .noConvergence }
            if worst <= tolerance {
                // One term of the power series: it makes small elements as accurate as large ones.
                _ = solution.add(residual)
                return solution
            }
            guard worst < before / 2 else { break }
            before = worst
        }
        throw .noConvergence
    }
}

/// One cycle of steps for all systems.
private struct Cycle {
    private var basis: [Matrix]
    /// The upper triangle of each system, column by column, the rotations, and the rotated right-hand side.
    private var columns: [[[Double]]]
    private var rotations: [[(cosine: Double, sine: Double)]]
    private var rotated: [[Double]]

    init(_ residual: Matrix) {
        let norms = residual.rowNorms
        var first = residual
        for row in 0..<first.rows { first.scaleRow(row, by: norms[row] == 0 ? 0 : 1 / norms[row]) }
        basis = [first]
        columns = norms.map { _ in [] }
        rotations = norms.map { _ in [] }
        rotated = norms.map { [$0] }
    }

    mutating func run(
        until limits: [Double], steps: Int, product: (Matrix) throws(LinearAlgebraError) -> Matrix
    ) throws(LinearAlgebraError) {
        for step in 0..<steps {
            let isDone = zip(rotated, limits).allSatisfy { abs($0[step]) <= $1 }
            guard !isDone else { return }
            var next = try product(basis[step])
            next.subtract(from: basis[step])
            for row in 0..<next.rows { extend(row, &next) }
            basis.append(next)
        }
    }

    /// Makes a new vector of a system orthogonal to those before, and rotates its column.
    private mutating func extend(_ row: Int, _ next: inout Matrix) {
        var column: [Double] = []
        for vector in basis {
            let part = next.dot(row, vector)
            next.addRow(row, of: vector, times: -part)
            column.append(part)
        }
        let norm = next.dot(row, next).squareRoot()
        next.scaleRow(row, by: norm > 0 && norm.isFinite ? 1 / norm : 0)
        for (position, rotation) in rotations[row].enumerated() {
            let (upper, lower) = (column[position], column[position + 1])
            column[position] = rotation.cosine * upper + rotation.sine * lower
            column[position + 1] = rotation.cosine * lower - rotation.sine * upper
        }
        let last = column.count - 1
        let length = (column[last] * column[last] + norm * norm).squareRoot()
        let (cosine, sine) = length == 0 ? (1.0, 0.0) : (column[last] / length, norm / length)
        column[last] = length
        let right = rotated[row][last]
        rotated[row][last] = cosine * right
        rotated[row].append(-sine * right)
        rotations[row].append((cosine, sine))
        columns[row].append(column)
    }

    func addSolution(to solution: inout Matrix) {
        for row in 0..<solution.rows {
            let count = columns[row].count
            var weights = Array(rotated[row].prefix(count))
            for position in (0..<count).reversed() {
                let pivot = columns[row][position][position]
                weights[position] = pivot == 0 ? 0 : weights[position] / pivot
                for upper in 0..<position { weights[upper] -= columns[row][position][upper] * weights[position] }
            }
            for (vector, weight) in zip(basis, weights) { solution.addRow(row, of: vector, times: weight) }
        }
    }
}

extension Matrix {
    /// The Euclidean norm of each row.
    fileprivate var rowNorms: [Double] { (0..<rows).map { dot($0, self).squareRoot() } }

    /// The product of a row with the same row of another matrix (BLAS ddot).
    fileprivate func dot(_ row: Int, _ other: Matrix) -> Double {
        var (count, step) = (Int32(columns), Int32(1))
        return elements.withUnsafeBufferPointer { own in
            other.elements.withUnsafeBufferPointer { others in
                guard let first = own.baseAddress, let second = others.baseAddress else { return 0 }
                return ddot_(&count, first + row * columns, &step, second + row * columns, &step)
            }
        }
    }

    /// Adds a multiple of the same row of another matrix (BLAS daxpy).
    fileprivate mutating func addRow(_ row: Int, of other: Matrix, times factor: Double) {
        var (count, step, factor) = (Int32(columns), Int32(1), factor)
        let start = row * columns
        elements.withUnsafeMutableBufferPointer { own in
            other.elements.withUnsafeBufferPointer { others in
                guard let target = own.baseAddress, let source = others.baseAddress else { return }
                daxpy_(&count, &factor, source + start, &step, target + start, &step)
            }
        }
    }

    fileprivate mutating func scaleRow(_ row: Int, by factor: Double) {
        for position in row * columns..<(row + 1) * columns { elements[position] *= factor }
    }

    /// Replaces this matrix by another less this one.
    fileprivate mutating func subtract(from other: Matrix) {
        for position in elements.indices { elements[position] = other.elements[position] - elements[position] }
    }

    /// Replaces this matrix P by `right` - (`solution` - P).
    fileprivate mutating func subtractFromDifference(of right: Matrix, and solution: Matrix) {
        for position in elements.indices {
            elements[position] = right.elements[position] - (solution.elements[position] - elements[position])
        }
    }
}
