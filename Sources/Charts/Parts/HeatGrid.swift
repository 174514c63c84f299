/// The sizes of a heat map's cells: wide enough for every value and, within reason, for every word of a heading.
struct HeatGrid {
    let labelWidth: Double
    let cellWidth: Double
    let rowHeight: Double
    let headings: ColumnHeadings
    private let columnCount: Int

    init(map: HeatMap, values: [Double], theme: Theme) {
        let size = theme.smallSize
        let widest = map.rows.map { TextMetrics.width($0, size: theme.fontSize) }.max() ?? 0
        let label = min(widest, map.frame.width * 0.34)
        let value = values.map { TextMetrics.width(map.style.text($0), size: size) }.max() ?? 0
        let share = (map.frame.width - label - 10) / Double(max(map.columns.count, 1))
        cellWidth = max(share, value + 8, 24)
        headings = ColumnHeadings(map.columns, cellWidth: cellWidth, size: size)
        labelWidth = label
        rowHeight = theme.fontSize * 1.5
        columnCount = map.columns.count
    }

    var width: Double { x(columnCount) }

    func x(_ column: Int) -> Double { labelWidth + 10 + Double(column) * cellWidth }
}
