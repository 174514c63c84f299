internal import LinearAlgebra
internal import StatisticalData

extension MatrixFile {
    /// The matrix with its rows and columns in a given order, found by label; `nil` if labels are missing, unknown or twice.
    ///
    /// - Parameters:
    ///   - rows: the labels of the rows; `nil` keeps those of the file.
    ///   - columns: the labels of the columns; `nil` keeps those of the file.
    func aligned(rows: [[String]]?, columns: [[String]]?, faults: inout FaultCollector) -> Matrix? {
        let rowOrder = order(self.rows.labels, as: rows, isRow: true, faults: &faults)
        let columnOrder = order(self.columns.labels, as: columns, isRow: false, faults: &faults)
        guard let rowOrder, let columnOrder else { return nil }
        let isInOrder = rowOrder == Array(rowOrder.indices) && columnOrder == Array(columnOrder.indices)
        guard !isInOrder else { return values }
        return Matrix(rows: rowOrder.count, columns: columnOrder.count) { values[rowOrder[$0], columnOrder[$1]] }
    }

    private func order(
        _ found: [[String]], as expected: [[String]]?, isRow: Bool, faults: inout FaultCollector
    ) -> [Int]? {
        var positions: [[String]: Int] = [:]
        var isFaulty = false
        for (position, label) in found.enumerated() {
            guard positions.updateValue(position, forKey: label) == nil else {
                faults.add(.ioRepeatedLabel(label, at: place(position, isRow: isRow)))
                isFaulty = true
                continue
            }
        }
        guard let expected else { return isFaulty ? nil : Array(found.indices) }
        let known = Set(expected)
        for (position, label) in found.enumerated() where !known.contains(label) {
            faults.add(.ioUnknownLabel(label, known: expected, at: place(position, isRow: isRow)))
            isFaulty = true
        }
        let missing = expected.filter { positions[$0] == nil }
        if !missing.isEmpty {
            faults.add(.ioMissingLabels(missing, areRows: isRow, file: file))
            isFaulty = true
        }
        return isFaulty ? nil : expected.compactMap { positions[$0] }
    }

    private func place(_ position: Int, isRow: Bool) -> Place {
        isRow
            ? Place(file: file, line: lines[position])
            : Place(file: file, line: 1, column: columns.labels[position].joined(separator: " "))
    }
}
