/// The sizes of a ``SquareMap``: cells as wide as the frame allows, with numbers in them if those have room.
struct SquareGrid {
    private static let leastCell = 13.0
    private static let greatestCell = 60.0

    let labelWidth: Double
    let cellWidth: Double
    let rowHeight: Double
    /// The size of the numbers in the cells; nil if they have no room.
    let numberSize: Double?
    let headings: ColumnHeadings
    private let labelSize: Double
    private let count: Int

    init(names: [String], numbers: [String], width: Double, theme: Theme) {
        let size = theme.smallSize
        let widest = names.map { TextMetrics.width($0, size: size) }.max() ?? 0
        labelWidth = min(widest, width * 0.34)
        let share = (width - labelWidth - 10) / Double(max(names.count, 1))
        let cell = min(max(share, Self.leastCell), Self.greatestCell)
        let number = numbers.map { TextMetrics.width($0, size: 1) }.max() ?? 0
        numberSize = [0, 1, 2, 3].map { size - $0 }.first { number * $0 + 4 <= cell }
        cellWidth = cell
        rowHeight = min(cell, theme.fontSize * 1.6)
        labelSize = min(size, rowHeight * 0.85)
        headings = ColumnHeadings(names, cellWidth: cell, size: labelSize, reach: 150)
        count = names.count
    }

    var width: Double { x(count) }

    func x(_ column: Int) -> Double { labelWidth + 10 + Double(column) * cellWidth }

    func box(_ row: Int, _ column: Int, top: Double) -> Rectangle {
        let gap = numberSize == nil ? 0.75 : 1.5
        return Rectangle(
            x: x(column), y: top + Double(row) * rowHeight, width: cellWidth - gap, height: rowHeight - gap)
    }

    func drawName(_ name: String, row: Int, top: Double, in drawing: inout Drawing) {
        drawing.text(
            name, x: 0, y: top + (Double(row) + 0.5) * rowHeight + labelSize * 0.36,
            TextStyle(size: labelSize, limit: labelWidth + 0.01))
    }
}
