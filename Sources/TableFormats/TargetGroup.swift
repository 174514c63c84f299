internal import Spreadsheets
internal import StatisticalData
internal import TargetTracking

/// The rows of one target as they are read.
struct TargetGroup {
    /// What tells targets apart.
    struct Key: Hashable {
        let indicator: String
        let area: String?

        var name: String { area.map { indicator + " " + $0 } ?? indicator }
    }

    let key: Key
    let first: CSVTable.Row
    private(set) var rows: [CSVTable.Row]

    init(_ key: Key, _ first: CSVTable.Row) {
        self.key = key
        self.first = first
        rows = [first]
    }

    /// Adds a row, which must tell of the same target.
    mutating func add(_ row: CSVTable.Row, faults: inout FaultCollector) {
        rows.append(row)
        for column in TargetColumn.shared where !Self.agree(first[column], row[column]) {
            faults.add(
                .targetsDisagree(
                    row[column] ?? "", expected: first[column] ?? "", element: key.name, line: first.line,
                    at: row.place(column)))
        }
    }

    /// Whether two cells say the same: `18` and `18.0` do.
    private static func agree(_ left: String?, _ right: String?) -> Bool {
        if left == right { return true }
        guard let left = left.flatMap({ DecimalNumber($0) }), let right = right.flatMap({ DecimalNumber($0) }) else {
            return false
        }
        return left.value == right.value
    }

    /// What the plan sets for single years; the figure of a year stands in the row of that year.
    private func plannedValues(faults: inout FaultCollector) -> [PlannedValue] {
        rows.compactMap { row in
            guard row["planned"] != nil else { return nil }
            // A period that cannot be read is told with the figure of the row.
            let year = row["period"].flatMap { Period($0) }?.simpleYear
            guard let value = row.magnitude("planned", faults: &faults)?.value, let year else { return nil }
            return PlannedValue(year: year, value: value)
        }
    }

    /// The target with its figures; `nil` with the faults in the collector where the rule cannot be read.
    func entry(faults: inout FaultCollector) -> TargetTable.Entry? {
        let planned = plannedValues(faults: &faults)
        let readable = TargetRule(first, planned: planned, faults: &faults)
        let figures = TargetFigures(self, readable, faults: &faults)
        guard let rule = readable else { return nil }
        rule.check(at: first, hasBaseFigure: figures.hasBase, faults: &faults)
        return TargetTable.Entry(
            indicator: key.indicator, area: key.area, unit: first["unit"], target: rule.target,
            halfWidth: 0.5 / Decimals.power(rule.decimals), values: figures.values, threshold: rule.threshold,
            bounds: rule.bounds, weight: rule.weight, excluded: figures.excluded,
            place: Place(file: first.place("indicator").file, line: first.line))
    }
}

extension CSVTable.Row {
    /// The year in a column: periods of other lengths are a fault.
    func year(_ column: String, faults: inout FaultCollector) -> Int? {
        guard let text = self[column] else { return nil }
        guard let period = Period(text) else {
            faults.add(.csvMalformed(.period, text, at: place(column)))
            return nil
        }
        guard let year = period.simpleYear else {
            faults.add(.targetsNotAYear(text, at: place(column)))
            return nil
        }
        return year
    }

    /// The number in a column, within the magnitudes that can be computed with.
    func magnitude(_ column: String, faults: inout FaultCollector) -> DecimalNumber? {
        guard let number = number(column, into: &faults) else { return nil }
        guard number.value == 0 || TargetColumn.magnitudes.contains(abs(number.value)) else {
            faults.add(.targetsOutOfRange(self[column] ?? "", at: place(column)))
            return nil
        }
        return number
    }
}
