/// The sizes of a heat map's cells: wide enough for every value and, within reason, for every word of a heading.
struct HeatGrid {
    let labelWidth: Double
    let cellWidth: Double
    let rowHeight: Double
    let headings: [[String]]
    /// Whether headings run upwards because a word is wider than its column.
    let isRotated: Bool
    /// The height of the headings, in user units.
    let headingHeight: Double
    private let columnCount: Int

    init(map: HeatMap, values: [Double], theme: Theme) {
        let size = theme.smallSize
        let widest = map.rows.map { TextMetrics.width($0, size: theme.fontSize) }.max() ?? 0
        let label = min(widest, map.frame.width * 0.34)
        let value = values.map { TextMetrics.width(map.style.text($0), size: size) }.max() ?? 0
        let word = map.columns.map { TextMetrics.widestPiece($0, size: size) }.max() ?? 0
        let share = (map.frame.width - label - 10) / Double(max(map.columns.count, 1))
        let cell = max(share, value + 8, 24)
        isRotated = word > cell - 3
        let lines = isRotated ? max(min(Int(cell / (size * Theme.lineHeight)), 3), 1) : 4
        let limit = isRotated ? max(min(word, 150), 90) : cell - 3
        headings = map.columns.map { TextMetrics.wrapped($0, to: limit, size: size, lineCount: lines) }
        let longest = headings.joined().map { TextMetrics.width($0, size: size) }.max() ?? 0
        let tallest = Double(headings.map(\.count).max() ?? 1) * size * Theme.lineHeight
        headingHeight = (isRotated ? longest : tallest) + 8
        labelWidth = label
        cellWidth = cell
        rowHeight = theme.fontSize * 1.5
        columnCount = map.columns.count
    }

    var width: Double { x(columnCount) }

    func x(_ column: Int) -> Double { labelWidth + 10 + Double(column) * cellWidth }

    /// Draws the headings above `y`.
    func drawHeadings(of map: HeatMap, above y: Double, in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let height = size * Theme.lineHeight
        for (column, lines) in headings.enumerated() {
            let middle = x(column) + cellWidth / 2
            let title = lines.last?.hasSuffix("…") == true ? map.columns[column] : ""
            let extent = Double(lines.count) * height
            guard isRotated else {
                let style = TextStyle(size: size, anchor: .middle)
                _ = drawing.lines(lines, x: middle, y: y - 5 - extent, style, title: title)
                continue
            }
            for (index, line) in lines.enumerated() {
                let baseline = middle - extent / 2 + Double(index) * height + size
                drawing.text(line, x: baseline, y: y - 5, TextStyle(size: size, isRotated: true), title: title)
            }
        }
    }
}
