/// A symmetric positive definite matrix A = L L', for the small systems of imputation.
struct CholeskyFactor {
    private let size: Int
    /// The lower triangle, row by row.
    private var lower: [Double]

    /// Factors the rows and columns `members` of a square matrix stored row by row.
    ///
    /// - Returns: `nil` if a pivot is not above 1e-12 of its diagonal element.
    init?(_ matrix: [Double], order: Int, members: [Int]) {
        size = members.count
        lower = Array(repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0...row {
                let element = matrix[members[row] * order + members[column]]
                var sum = element
                for k in 0..<column { sum -= lower[row * size + k] * lower[column * size + k] }
                if row == column {
                    guard sum > 1e-12 * element, sum.isFinite else { return nil }
                    lower[row * size + row] = sum.squareRoot()
                } else {
                    lower[row * size + column] = sum / lower[column * size + column]
                }
            }
        }
    }

    /// Replaces b by the solution x of A x = b.
    func solve(_ vector: inout [Double]) {
        for row in 0..<size {
            for k in 0..<row { vector[row] -= lower[row * size + k] * vector[k] }
            vector[row] /= lower[row * size + row]
        }
        for row in (0..<size).reversed() {
            for k in row + 1..<max(size, row + 1) { vector[row] -= lower[k * size + row] * vector[k] }
            vector[row] /= lower[row * size + row]
        }
    }
}
