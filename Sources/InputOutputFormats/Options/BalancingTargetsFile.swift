public import InputOutput
internal import Spreadsheets
public import StatisticalData

/// The file of targets that a matrix is balanced to.
///
/// Columns `row`, `column`, `value`; for labels of two levels also `row_area`, `column_area`. A row without `column` is the sum
/// of a row, one without `row` the sum of a column, one with both a cell that is known. Every row and column needs a sum.
public enum BalancingTargetsFile {
    /// Reads targets.
    ///
    /// - Throws: `Faults` with all that was found, each with its place.
    public static func read(
        _ bytes: [UInt8], file: String, rows: LabelAxis, columns: LabelAxis
    ) throws -> BalancingTargets {
        let (rowFinder, columnFinder) = (LabelFinder(rows), LabelFinder(columns))
        var areas: [String] = []
        if rowFinder.hasAreas { areas.append("row_area") }
        if columnFinder.hasAreas { areas.append("column_area") }
        let table = try CSVTable(bytes, file: file, required: areas + ["row", "column", "value"])
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        var sums: (rows: [Int: Double], columns: [Int: Double]) = ([:], [:])
        var known: [BalancingTargets.KnownCell] = []
        for line in table.rows {
            let hasRow = line["row"] != nil || line["row_area"] != nil
            let hasColumn = line["column"] != nil || line["column_area"] != nil
            let row = rowFinder.position(line, "row", area: "row_area", into: &faults)
            let column = columnFinder.position(line, "column", area: "column_area", into: &faults)
            guard let value = line.number("value", into: &faults)?.value else {
                if line["value"] == nil { faults.add(.csvEmptyField(at: line.place("value"))) }
                continue
            }
            switch (row, column) {
            case (.some(let row), .some(let column)): known.append(.init(row: row, column: column, value: value))
            case (.some(let row), .none) where !hasColumn:
                if sums.rows.updateValue(value, forKey: row) != nil {
                    faults.add(.ioRepeatedLabel(rows.labels[row], at: line.place("row")))
                }
            case (.none, .some(let column)) where !hasRow:
                if sums.columns.updateValue(value, forKey: column) != nil {
                    faults.add(.ioRepeatedLabel(columns.labels[column], at: line.place("column")))
                }
            default: if !hasRow, !hasColumn { faults.add(.csvEmptyField(at: line.place("row"))) }
            }
        }
        let missingRows = rows.labels.indices.filter { sums.rows[$0] == nil }
        let missingColumns = columns.labels.indices.filter { sums.columns[$0] == nil }
        if !missingRows.isEmpty, !faults.hasErrors {
            faults.add(.ioMissingLabels(rowFinder.labels(missingRows), areRows: true, file: file))
        }
        if !missingColumns.isEmpty, !faults.hasErrors {
            faults.add(.ioMissingLabels(columnFinder.labels(missingColumns), areRows: false, file: file))
        }
        try faults.throwIfFaulty(in: file)
        return BalancingTargets(
            rows: rows.labels.indices.map { sums.rows[$0] ?? 0 },
            columns: columns.labels.indices.map { sums.columns[$0] ?? 0 }, known: known)
    }

    /// Why a matrix cannot be balanced, as faults with the labels of its rows and columns.
    public static func faults(
        _ found: BalancingFaults, rows: LabelAxis, columns: LabelAxis, at place: Place
    ) -> [Fault] {
        var collector = FaultCollector()
        for fault in found.list { collector.add(Self.fault(fault, rows, columns, place)) }
        return collector.all(in: place.file)
    }

    private static func fault(
        _ fault: BalancingFault, _ rows: LabelAxis, _ columns: LabelAxis, _ place: Place
    ) -> Fault {
        let row = { (position: Int) in rows.labels.indices.contains(position) ? rows.labels[position].shown : "" }
        let column = { (position: Int) in
            columns.labels.indices.contains(position) ? columns.labels[position].shown : ""
        }
        switch fault {
        case .wrongSize(let height, let width, let rowTargets, let columnTargets):
            return Fault(
                "io-wrong-size", at: place,
                [
                    "part": "targets", "expected": "\(height) x \(width)",
                    "found": "\(rowTargets) x \(columnTargets)",
                ])
        case .notFinite(let position, let other):
            return Fault(
                "io-target-not-finite", at: place,
                ["from": position.map(row) ?? "-", "to": other.map(column) ?? "-"])
        case .knownCell(let from, let to):
            return Fault("io-known-cell", at: place, ["from": row(from), "to": column(to)])
        case .totalsDiffer(let left, let right):
            return Fault(
                "io-totals-differ", at: place,
                ["found": Decimals.text(right), "expected": Decimals.text(left)])
        case .negativeCell(let from, let to, let value):
            return Fault(
                "io-negative-for-ras", at: place,
                ["from": row(from), "to": column(to), "found": Decimals.text(value)])
        case .rowUnreachable(let position, let left):
            return Fault(
                "io-row-unreachable", at: place, ["found": row(position), "expected": Decimals.text(left)])
        case .columnUnreachable(let position, let left):
            return Fault(
                "io-column-unreachable", at: place, ["found": column(position), "expected": Decimals.text(left)])
        case .noConvergence(let count, let worst, let gap, let other, let otherGap):
            let percent = { (gap: Double) in Decimals.text((gap * 1e8).rounded() / 1e6) }
            return Fault(
                "io-no-convergence", at: place,
                [
                    "count": String(count), "from": row(worst), "found": percent(gap), "to": column(other),
                    "expected": percent(otherGap),
                ])
        }
    }
}
