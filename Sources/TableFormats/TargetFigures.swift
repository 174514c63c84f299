internal import Spreadsheets
internal import StatisticalData
internal import TargetTracking

/// The figures of a target: one a year.
struct TargetFigures {
    private(set) var values: [TrackedValue] = []
    private(set) var excluded: [Int: String] = [:]
    /// Whether there is a figure of the base year.
    private(set) var hasBase = false

    /// Reads the figures; without a rule for the faults alone.
    init(_ group: TargetGroup, _ rule: TargetRule?, faults: inout FaultCollector) {
        var lines: [Int: Int] = [:]
        for row in group.rows {
            guard let (year, value) = Self.figure(row, faults: &faults) else { continue }
            if let line = lines[year] {
                faults.add(
                    .targetsDuplicatePeriod(String(year), element: group.key.name, line: line, at: row.place("period")))
                continue
            }
            lines[year] = row.line
            if let rule { check(value, in: year, row, rule, faults: &faults) }
            if let reason = row["exclude"] { excluded[year] = reason }
            values.append(TrackedValue(year: year, value: value))
        }
        values.sort { $0.year < $1.year }
    }

    private mutating func check(
        _ value: Double, in year: Int, _ row: CSVTable.Row, _ rule: TargetRule, faults: inout FaultCollector
    ) {
        rule.check(value, at: row.place("value"), faults: &faults)
        if rule.target.form.isPercentage, value <= -100 {
            faults.add(TargetFault.trackedChangeAtMostMinusHundred(year: year).fault(at: row.place("value")))
        }
        guard let start = rule.target.baseYear else { return }
        if year < start { faults.add(.targetsBeforeBase(String(year), at: row.place("period"))) }
        if year == start { hasBase = true }
    }

    /// The year and value of a row; `nil` for a missing value, whose period is still read.
    private static func figure(_ row: CSVTable.Row, faults: inout FaultCollector) -> (year: Int, value: Double)? {
        let year = row.year("period", faults: &faults)
        guard let text = row["value"], text != "NA" else { return nil }
        let value = row.magnitude("value", faults: &faults)?.value
        if row["period"] == nil { faults.add(.csvEmptyField(at: row.place("period"))) }
        guard let year, let value else { return nil }
        return (year, value)
    }
}
