/// How far targets are reached: each row runs from its base at the left to its target at the right.
///
/// A target below its base turns the row's scale round, so that right always means progress. Each row has a scale of
/// its own; the bar begins at the base, which is the zero of progress, and runs to the left, in another colour, where
/// the value has moved away from the target.
public struct BulletChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The targets from top to bottom.
    public var rows: [BulletRow]
    /// The names of base, value, path and target, in the chart's language.
    public var names: TrajectoryNames
    /// How values are written in rows without a style of their own.
    public var style: NumberStyle

    /// Creates a bullet chart.
    public init(frame: ChartFrame, rows: [BulletRow], names: TrajectoryNames, style: NumberStyle) {
        self.frame = frame
        self.rows = rows
        self.names = names
        self.style = style
    }

    /// Base, value, path and target of each row.
    public var table: ChartTable {
        let cells = rows.map { row in
            let look = row.style ?? style
            let note = row.isPreliminary && !names.preliminary.isEmpty ? " (\(names.preliminary))" : ""
            return [
                ChartTable.Cell(row.label), ChartTable.Cell(look.text(row.base)),
                ChartTable.Cell(look.text(row.actual) + note, href: row.href), ChartTable.Cell(look.text(row.path)),
                ChartTable.Cell(look.text(row.target)),
            ]
        }
        return ChartTable(headers: [names.time, names.base, names.value, names.path, names.target], rows: cells)
    }

    /// One summary for each row, from base to value.
    public var summaries: [ValueSummary] {
        rows.map { row in
            let entries = [
                ValueSummary.Entry(at: names.base, value: row.base),
                ValueSummary.Entry(at: names.value, value: row.actual),
            ]
            return ValueSummary(
                name: row.label, entries: entries, isOverTime: true, target: row.target, style: row.style ?? style)
        }
    }
}
