extension IndicatorMatrix {
    /// A column as numbers, missing being not a number.
    func values(of column: Int) -> [Double] {
        Array(storage[column * units.count..<(column + 1) * units.count])
    }

    /// Replaces a column; not a number and infinite mean missing.
    mutating func replace(_ column: Int, with values: [Double]) {
        for (unit, value) in values.enumerated().prefix(units.count) { self[unit, column] = value }
    }
}

/// The rows of a matrix that a step takes together: all of them, or those of one year of a panel.
struct RowGroups {
    /// The groups in the order in which they first appear.
    private(set) var list: [(name: String?, rows: [Int])] = []

    /// - Parameter labels: one a row; `nil` puts all rows into one group.
    init(rows: Int, labels: [String]?) {
        guard let labels else {
            list = [(nil, Array(0..<rows))]
            return
        }
        var positions: [String: Int] = [:]
        for (row, label) in labels.enumerated().prefix(rows) {
            if let position = positions[label] {
                list[position].rows.append(row)
            } else {
                positions[label] = list.count
                list.append((label, [row]))
            }
        }
    }
}
