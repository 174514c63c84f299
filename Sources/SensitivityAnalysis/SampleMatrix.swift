/// Points of the unit cube: one row per run, one column per input.
public struct SampleMatrix: Hashable, Sendable {
    /// The number of columns.
    public let columns: Int
    /// Row after row.
    public let values: [Double]

    /// Values row after row.
    /// - Throws: `sampleShape` if they do not fill the rows.
    public init(values: [Double], columns: Int) throws(SensitivityFault) {
        guard columns > 0, values.count.isMultiple(of: columns) else {
            throw .sampleShape(values: values.count, columns: columns)
        }
        self.values = values
        self.columns = columns
    }

    /// A matrix whose entry is a function of row and column; the caller has checked the shape.
    init(rows: Int, columns: Int, _ entry: (Int, Int) -> Double) {
        var values: [Double] = []
        values.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                values.append(entry(row, column))
            }
        }
        self.values = values
        self.columns = columns
    }

    /// The number of rows.
    public var rows: Int { values.count / columns }

    /// The value of one input in one run.
    public subscript(row: Int, column: Int) -> Double {
        values[row * columns + column]
    }

    /// The point of one run.
    public func row(_ row: Int) -> [Double] {
        Array(values[row * columns..<(row + 1) * columns])
    }

    /// All values of one input.
    public func column(_ column: Int) -> [Double] {
        stride(from: column, to: values.count, by: columns).map { values[$0] }
    }
}
