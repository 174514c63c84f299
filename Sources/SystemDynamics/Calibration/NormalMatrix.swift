/// J'J, scaled to ones on its diagonal, with its Cholesky factor.
struct NormalMatrix {
    private var matrix: [[Double]]
    private let scale: [Double]

    /// From the columns of J.
    init(_ columns: [[Double]]) {
        scale = columns.map { column in
            let size = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return size > 0 && size.isFinite ? size : 1
        }
        matrix = columns.map { _ in columns.map { _ in 0 } }
        for (row, first) in columns.enumerated() {
            for (column, second) in columns.enumerated() where column <= row {
                let sum = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } / (scale[row] * scale[column])
                matrix[row][column] = sum
                matrix[column][row] = sum
            }
        }
    }

    /// Adds to the diagonal, as a share of it.
    mutating func damp(_ share: Double) { for place in matrix.indices { matrix[place][place] *= 1 + share } }

    /// The lower factor; `nil` where columns depend on each other.
    private var factor: [[Double]]? {
        var lower = matrix.map { _ in matrix.map { _ in 0.0 } }
        for row in matrix.indices {
            for column in 0...row {
                let sum = (0..<column).reduce(matrix[row][column]) { $0 - lower[row][$1] * lower[column][$1] }
                if row == column {
                    guard sum > 1e-13 else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        return lower
    }

    /// The solution of (J'J) x = right.
    func solve(_ right: [Double]) -> [Double]? {
        guard let lower = factor else { return nil }
        var value = zip(right, scale).map { $0 / $1 }
        for row in value.indices {
            for column in 0..<row { value[row] -= lower[row][column] * value[column] }
            value[row] /= lower[row][row]
        }
        for row in value.indices.reversed() {
            for below in row + 1..<max(row + 1, value.count) { value[row] -= lower[below][row] * value[below] }
            value[row] /= lower[row][row]
        }
        return zip(value, scale).map { $0 / $1 }
    }

    /// The size of a column of J.
    func size(_ column: Int) -> Double { scale[column] }

    /// The inverse of J'J; `nil` where columns depend on each other.
    var inverse: [[Double]]? {
        var columns: [[Double]] = []
        for place in matrix.indices {
            guard let column = solve(matrix.indices.map { $0 == place ? 1 : 0 }) else { return nil }
            columns.append(column)
        }
        return columns
    }
}
