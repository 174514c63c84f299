/// Lying bars of parts that add up, with the interval of each sum.
///
/// Zero is always on the axis. Parts above zero are stacked to the right of it, parts below zero to the left. Rows stay in
/// the caller's order; a row with a missing part is hatched.
public struct StackedBars: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The rows from top to bottom.
    public var rows: [StackedRow]
    /// The names of the columns, in the chart's language.
    public var titles: StackedTitles
    /// How values are written.
    public var style: NumberStyle

    /// Creates a chart of stacked bars.
    public init(frame: ChartFrame, rows: [StackedRow], titles: StackedTitles, style: NumberStyle) {
        self.frame = frame
        self.rows = rows
        self.titles = titles
        self.style = style
    }

    /// Name, parts, sum with its interval.
    public var table: ChartTable {
        let headers = [titles.label] + titles.parts + [titles.total, titles.lower, titles.upper]
        let cells = rows.map { row in
            [ChartTable.Cell(row.label)]
                + titles.parts.indices.map { ChartTable.Cell(style.text(Self.part(row, $0))) }
                + [
                    ChartTable.Cell(style.text(row.total), href: row.href), ChartTable.Cell(style.text(row.lower)),
                    ChartTable.Cell(style.text(row.upper)),
                ]
        }
        return ChartTable(headers: headers, rows: cells)
    }

    static func part(_ row: StackedRow, _ position: Int) -> Double? {
        row.parts.indices.contains(position) ? row.parts[position].finite : nil
    }

    /// One summary of the sums, and one of each part.
    public var summaries: [ValueSummary] {
        func summary(_ name: String, _ value: (StackedRow) -> Double?) -> ValueSummary {
            ValueSummary(
                name: name, entries: rows.map { ValueSummary.Entry(at: $0.label, value: value($0)) }, isOverTime: false,
                style: style)
        }
        return [summary(titles.total) { $0.total }]
            + titles.parts.enumerated().map { position, name in summary(name) { Self.part($0, position) } }
    }
}
