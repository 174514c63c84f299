extension DataSet {
    /// The observations alone, with the attributes of the series, groups and the data set they belong to.
    ///
    /// An attribute that an observation has itself stays; of several that fit, the one of the longest key is taken.
    public func spread() -> DataSet {
        let dimensions = columns.indices.filter { columns[$0].role == .dimension }
        let attributes = columns.indices.filter { columns[$0].role == .attribute }
        let rows = 0..<count
        var result = DataSet(structure, action: action, columns: columns.map { $0.withoutRows() })
        let observations = rows.filter { isObservation(row: $0) }
        for row in observations {
            for index in columns.indices { result.columns[index].append(number: columns[index].numbers[row]) }
            result.endRow(at: places[row])
        }
        for group in groups(rows.filter { !isObservation(row: $0) }, dimensions) {
            for (row, observation) in observations.enumerated() {
                let key = group.dimensions.map { columns[$0].numbers[observation] }
                guard let sources = group.rows[key] else { continue }
                for index in attributes where result.columns[index].numbers[row] < 0 {
                    guard let source = sources.last(where: { columns[index].numbers[$0] >= 0 }) else { continue }
                    result.columns[index].set(columns[index].numbers[source], row: row)
                }
            }
        }
        return result
    }

    /// Rows whose keys leave the same dimensions open.
    private struct Group {
        let dimensions: [Int]
        var rows: [[Int32]: [Int]] = [:]
    }

    private func groups(_ rows: [Int], _ dimensions: [Int]) -> [Group] {
        var groups: [[Int]: Group] = [:]
        for row in rows {
            let given = dimensions.filter { columns[$0].numbers[row] >= 0 }
            groups[given, default: Group(dimensions: given)]
                .rows[given.map { columns[$0].numbers[row] }, default: []].append(row)
        }
        return groups.sorted { left, right in
            left.key.count == right.key.count
                ? left.key.lexicographicallyPrecedes(right.key) : left.key.count > right.key.count
        }.map(\.value)
    }
}

extension ComponentColumn {
    /// The same values, no rows.
    fileprivate func withoutRows() -> ComponentColumn {
        var column = ComponentColumn(id, role)
        for value in values { _ = column.number(of: value) }
        return column
    }
}
