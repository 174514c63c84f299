/// A table of states: rows over columns, each cell with the sign and colour of its state and the number behind it.
///
/// The sign tells the state without colour; a missing state is hatched. Only states that occur stand in the legend.
public struct StateChart: Chart {
    /// The texts, the language and the width; the chart grows wider if its columns need it.
    public var frame: ChartFrame
    /// The names of the rows.
    public var rows: [String]
    /// The names of the columns.
    public var columns: [String]
    /// The states there are.
    public var states: [ChartState]
    /// The cells, row by row; a cell beyond the end of its row is missing.
    public var cells: [[StateCell]]
    /// What the rows are; heading of the table's first column.
    public var rowTitle: String
    /// What the cells tell.
    public var stateTitle: String
    /// What hatching means.
    public var missingLabel: String
    /// How numbers are written.
    public var style: NumberStyle

    /// Creates a chart of states.
    public init(
        frame: ChartFrame, rows: [String], columns: [String], states: [ChartState], cells: [[StateCell]],
        rowTitle: String, stateTitle: String, missingLabel: String, style: NumberStyle
    ) {
        self.frame = frame
        self.rows = rows
        self.columns = columns
        self.states = states
        self.cells = cells
        self.rowTitle = rowTitle
        self.stateTitle = stateTitle
        self.missingLabel = missingLabel
        self.style = style
    }

    /// The names of the states with the numbers behind them.
    public var table: ChartTable {
        let body = rows.indices.map { row in
            [ChartTable.Cell(rows[row])]
                + columns.indices.map { ChartTable.Cell(text(cell(row, $0)), href: cell(row, $0).href) }
        }
        return ChartTable(headers: [rowTitle] + columns, rows: body)
    }

    /// How many cells there are of each state that occurs, in the order of the states.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        let all = rows.indices.flatMap { row in columns.indices.map { state(cell(row, $0)) } }
        let known = all.compactMap { $0 }
        guard !known.isEmpty else { return [Template.filled(phrases.noValues, ["name": stateTitle])] }
        let counts = states.indices.compactMap { number -> String? in
            let count = known.count { $0 == number }
            let values = ["name": states[number].name, "count": "\(count)", "total": "\(known.count)"]
            return count == 0 ? nil : Template.filled(phrases.states.count, values)
        }
        let missing = all.count - known.count
        return counts
            + (missing == 0 ? [] : [Template.filled(phrases.missing, ["name": stateTitle, "count": "\(missing)"])])
    }

    func cell(_ row: Int, _ column: Int) -> StateCell {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return StateCell(nil) }
        return cells[row][column]
    }

    /// The number of a cell's state, if there is such a state.
    func state(_ cell: StateCell) -> Int? {
        cell.state.flatMap { states.indices.contains($0) ? $0 : nil }
    }

    private func text(_ cell: StateCell) -> String {
        guard let number = state(cell) else { return missingLabel }
        guard let value = cell.value.finite else { return states[number].name }
        return "\(states[number].name) (\(style.text(value)))"
    }
}
