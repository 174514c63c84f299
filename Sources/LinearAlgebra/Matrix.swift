/// A matrix of numbers, its elements row by row.
public struct Matrix: Hashable, Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The elements, row by row.
    public internal(set) var elements: [Double]

    /// A matrix filled with one value.
    public init(rows: Int, columns: Int, filledWith value: Double = 0) {
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: value, count: rows * columns)
    }

    /// A matrix of given elements, row by row.
    ///
    /// - Throws: `LinearAlgebraError` for a wrong number of elements.
    public init(rows: Int, columns: Int, elements: [Double]) throws(LinearAlgebraError) {
        guard elements.count == rows * columns else {
            throw .wrongSize(expected: rows * columns, found: elements.count)
        }
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// A matrix whose elements a function of row and column gives.
    public init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
        self.rows = rows
        self.columns = columns
        elements = []
        elements.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { elements.append(element(row, column)) }
        }
    }

    /// An element.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    /// A row.
    public func row(_ row: Int) -> ArraySlice<Double> {
        elements[row * columns..<(row + 1) * columns]
    }

    /// A column.
    public func column(_ column: Int) -> [Double] {
        elements.withUnsafeBufferPointer { elements in
            (0..<rows).map { elements[$0 * columns + column] }
        }
    }

    /// The transpose.
    public var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result.elements[column * rows + row] = elements[row * columns + column] }
        }
        return result
    }

    /// The sum of each row, from the first column to the last.
    public var rowSums: [Double] {
        (0..<rows).map { row($0).reduce(0, +) }
    }

    /// The sum of each column, from the first row to the last.
    public var columnSums: [Double] {
        var sums = Array(repeating: 0.0, count: columns)
        elements.withUnsafeBufferPointer { elements in
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 0..<rows {
                    for column in 0..<columns { sums[column] += elements[row * columns + column] }
                }
            }
        }
        return sums
    }

    /// The smallest element; infinite for a matrix without elements.
    public var leastElement: Double {
        var least = Double.infinity
        for element in elements where element < least { least = element }
        return least
    }
}
