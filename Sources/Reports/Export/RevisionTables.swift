public import StatisticalData
public import Studies

/// What changed between two dates as tables other programs read.
public enum RevisionTables {
    /// The figures that differ: one row a figure.
    public static func figures(_ changes: [FigureChange]) -> OutputTable {
        OutputTable(
            header: [
                "indicator", "area", "period", "transformation", "from_value", "to_value", "unit", "difference",
                "percent", "from_status", "to_status", "known_on", "source", "kind",
            ],
            rows: changes.map { change in
                let after = change.after
                return [
                    .word(after.series.indicator.rawValue), .word(after.series.area.rawValue),
                    .word(after.period.description), .word(after.series.transformation.rawValue),
                    .number(change.before?.value(in: after.unit)), .number(after.value), .word(after.unit.symbol),
                    .number(change.difference), .number(change.percent), .word(change.before.map(status) ?? ""),
                    .word(status(after)), .word(after.knownOn.description), .word(after.source.rawValue),
                    .word(change.kind.rawValue),
                ]
            })
    }

    /// The values of studies that differ: one row a value.
    public static func results(_ studies: [RevisionReview.StudyChanges]) -> OutputTable {
        OutputTable(
            header: ["study", "item", "measure", "area", "period", "from", "to", "cause"],
            rows: studies.flatMap(\.changes).map { change in
                [
                    .word(change.key.study), .word(change.key.item), .word(change.key.measure),
                    .word(change.key.area.rawValue), .word(change.key.period.description), cell(change.before),
                    cell(change.after), .word(change.cause.rawValue),
                ]
            })
    }

    /// A revision triangle: one row a series and period, one column a date.
    public static func triangle(_ triangle: RevisionTriangle) -> OutputTable {
        OutputTable(
            header: ["transformation", "period", "unit"] + triangle.dates.map(\.description),
            rows: triangle.rows.map { row in
                [
                    .word(row.series.transformation.rawValue), .word(row.period.description), .word(row.unit.symbol),
                ] + row.values.map { .number($0) }
            })
    }

    /// The mark of revision, with the printed sign of inexactness.
    private static func status(_ observation: Observation) -> String {
        observation.revision.rawValue + (observation.qualifier.map { " " + $0.rawValue } ?? "")
    }

    private static func cell(_ value: ResultValue?) -> OutputTable.Cell {
        switch value?.finding {
        case .number(let number, _, _)?: .number(number)
        case .word(let word)?: .word(word)
        case nil: .number(nil)
        }
    }
}
