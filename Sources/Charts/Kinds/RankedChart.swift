/// A ranking as lying bars or dots, with a reference mark in each row and one row highlighted.
///
/// Rows stay in the caller's order. Bars start at zero by rule; dots may stand on an axis that starts elsewhere, so
/// they suit scores of 60 to 100.
public struct RankedChart: Chart {
    /// What stands for a value.
    public enum Mark: Sendable, Hashable {
        /// A bar from zero; the reference is a tick.
        case bar
        /// A dot on an axis of its own; the reference is a hollow dot.
        case dot
    }

    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The rows from top to bottom.
    public var rows: [RankedRow]
    /// What stands for a value.
    public var mark: Mark
    /// The row to highlight, counted from zero.
    public var highlighted: Int?
    /// The names of the columns, in the chart's language.
    public var titles: RankedTitles
    /// How values are written.
    public var style: NumberStyle

    /// Creates a ranking.
    public init(
        frame: ChartFrame, rows: [RankedRow], mark: Mark, highlighted: Int? = nil, titles: RankedTitles,
        style: NumberStyle
    ) {
        self.frame = frame
        self.rows = rows
        self.mark = mark
        self.highlighted = highlighted
        self.titles = titles
        self.style = style
    }

    /// Rank, name, value and, if any row has one, reference.
    public var table: ChartTable {
        let headers = [titles.label, titles.rank, titles.value] + (hasReference ? [titles.reference] : [])
        let cells = rows.map { row in
            [
                ChartTable.Cell(row.label), ChartTable.Cell(row.rank),
                ChartTable.Cell(style.text(row.value, from: row.lower, to: row.upper), href: row.href),
            ] + (hasReference ? [ChartTable.Cell(style.text(row.reference))] : [])
        }
        return ChartTable(headers: headers, rows: cells)
    }

    /// One summary of all rows.
    public var summaries: [ValueSummary] {
        let entries = rows.map { ValueSummary.Entry(at: $0.label, value: $0.value) }
        return [ValueSummary(name: titles.value, entries: entries, isOverTime: false, style: style)]
    }

    var hasReference: Bool { rows.contains { $0.reference.finite != nil } }
}
