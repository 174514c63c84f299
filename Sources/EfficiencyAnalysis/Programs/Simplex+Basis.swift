extension Simplex {
    /// Starts from given basic columns; `false` if they are no basis or their values are negative.
    mutating func start(from columns: [Int]) -> Bool {
        guard columns.count == rows, Set(columns).count == rows else { return false }
        basis = columns
        return factorise() && values.allSatisfy { $0 >= -Self.pivotTolerance }
    }

    /// Starts from columns of single rows, artificial where there is none.
    mutating func startFromRows() {
        basis = (0..<rows).map { total + $0 }
        for (position, column) in program.columns.enumerated() {
            let used = column.coefficients.indices.filter { column.coefficients[$0] != 0 }
            guard used.count == 1, let row = used.first, basis[row] >= total,
                column.coefficients[row] * artificialSigns[row] > 0
            else { continue }
            basis[row] = program.shared.count + position
        }
        _ = factorise()
    }

    /// Whether the basis holds an artificial column.
    var hasArtificials: Bool { basis.contains { $0 >= total } }

    /// The inverse of the basis and the values of its columns anew, by elimination; `false` for a singular basis.
    mutating func factorise() -> Bool {
        var work = Array(repeating: 0.0, count: rows * rows)
        for row in 0..<rows {
            for position in 0..<rows { work[row * rows + position] = coefficient(row, basis[position]) }
        }
        guard let result = Self.inverse(of: &work, rows: rows) else { return false }
        inverse = result
        values = (0..<rows).map { position in
            (0..<rows).reduce(0) { $0 + inverse[position * rows + $1] * program.right[$1] }
        }
        return true
    }

    /// The inverse of a matrix by Gauss-Jordan elimination with the largest pivot of each column.
    private static func inverse(of work: inout [Double], rows: Int) -> [Double]? {
        var inverse = Array(repeating: 0.0, count: rows * rows)
        for row in 0..<rows { inverse[row * rows + row] = 1 }
        for column in 0..<rows {
            guard
                let largest = (column..<rows).max(by: { abs(work[$0 * rows + column]) < abs(work[$1 * rows + column]) }
                ),
                abs(work[largest * rows + column]) > 1e-13
            else { return nil }
            for position in 0..<rows where largest != column {
                work.swapAt(largest * rows + position, column * rows + position)
                inverse.swapAt(largest * rows + position, column * rows + position)
            }
            let pivot = work[column * rows + column]
            for position in 0..<rows {
                work[column * rows + position] /= pivot
                inverse[column * rows + position] /= pivot
            }
            for row in 0..<rows where row != column {
                let factor = work[row * rows + column]
                guard factor != 0 else { continue }
                for position in 0..<rows {
                    work[row * rows + position] -= factor * work[column * rows + position]
                    inverse[row * rows + position] -= factor * inverse[column * rows + position]
                }
            }
        }
        return inverse
    }
}
