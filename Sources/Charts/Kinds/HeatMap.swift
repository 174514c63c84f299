/// A table whose cells are coloured by value, with the value printed in each.
///
/// Colours fall in luminance along the scale, so that the map reads in grey. A missing value is hatched.
public struct HeatMap: Chart {
    /// The texts, the language and the width; the map grows wider if its columns need it.
    public var frame: ChartFrame
    /// The names of the rows.
    public var rows: [String]
    /// The names of the columns.
    public var columns: [String]
    /// The values, row by row; a cell beyond the end of its row is missing, one beyond the columns is left out.
    public var cells: [[HeatCell]]
    /// How values become colours.
    public var scale: HeatScale
    /// What the rows are; heading of the table's first column.
    public var rowTitle: String
    /// What the values are, with their unit; stands beside the colour scale.
    public var valueTitle: String
    /// What hatching means.
    public var missingLabel: String
    /// How values are written.
    public var style: NumberStyle

    /// Creates a heat map.
    public init(
        frame: ChartFrame, rows: [String], columns: [String], cells: [[HeatCell]], scale: HeatScale = .sequential,
        rowTitle: String, valueTitle: String, missingLabel: String, style: NumberStyle
    ) {
        self.frame = frame
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.scale = scale
        self.rowTitle = rowTitle
        self.valueTitle = valueTitle
        self.missingLabel = missingLabel
        self.style = style
    }

    /// The values, with the names of rows and columns.
    public var table: ChartTable {
        let body = rows.indices.map { row in
            [ChartTable.Cell(rows[row])]
                + columns.indices.map { ChartTable.Cell(style.text(cell(row, $0).value), href: cell(row, $0).href) }
        }
        return ChartTable(headers: [rowTitle] + columns, rows: body)
    }

    /// One summary for each column.
    public var summaries: [ValueSummary] {
        columns.indices.map { column in
            let entries = rows.indices.map { ValueSummary.Entry(at: rows[$0], value: cell($0, column).value) }
            return ValueSummary(name: columns[column], entries: entries, isOverTime: false, style: style)
        }
    }

    func cell(_ row: Int, _ column: Int) -> HeatCell {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return HeatCell(nil) }
        return cells[row][column]
    }
}
