/// The names of columns of equal width; they run upwards if a word is wider than its column.
struct ColumnHeadings {
    /// The height, in user units.
    let height: Double
    private let names: [String]
    private let lines: [[String]]
    private let isRotated: Bool
    private let cellWidth: Double
    private let size: Double

    /// Wraps names; those that run upwards may be as long as the widest word, but at least `reach` and at most 150.
    init(_ names: [String], cellWidth: Double, size: Double, reach: Double = 90) {
        let word = names.map { TextMetrics.widestPiece($0, size: size) }.max() ?? 0
        isRotated = word > cellWidth - 3
        let count = isRotated ? max(min(Int(cellWidth / (size * Theme.lineHeight)), 3), 1) : 4
        let limit = isRotated ? max(min(word, 150), reach) : cellWidth - 3
        lines = names.map { TextMetrics.wrapped($0, to: limit, size: size, lineCount: count) }
        let longest = lines.joined().map { TextMetrics.width($0, size: size) }.max() ?? 0
        let tallest = Double(lines.map(\.count).max() ?? 1) * size * Theme.lineHeight
        height = (isRotated ? longest : tallest) + 8
        self.names = names
        self.cellWidth = cellWidth
        self.size = size
    }

    /// Draws the headings of columns that begin at `x`, with their lower ends above `y`.
    func draw(above y: Double, x: (Int) -> Double, in drawing: inout Drawing) {
        draw(x: x, in: &drawing, anchor: .start, y: y - 5) { y - 5 - $0 }
    }

    /// Draws the headings of columns that begin at `x`, with their upper ends below `y`.
    func draw(below y: Double, x: (Int) -> Double, in drawing: inout Drawing) {
        draw(x: x, in: &drawing, anchor: .end, y: y + 5) { _ in y + 5 }
    }

    private func draw(
        x: (Int) -> Double, in drawing: inout Drawing, anchor: TextStyle.Anchor, y: Double, top: (Double) -> Double
    ) {
        let height = size * Theme.lineHeight
        for (column, lines) in lines.enumerated() {
            let middle = x(column) + cellWidth / 2
            let title = lines.last?.hasSuffix("…") == true ? names[column] : ""
            let extent = Double(lines.count) * height
            guard isRotated else {
                let style = TextStyle(size: size, anchor: .middle)
                _ = drawing.lines(lines, x: middle, y: top(extent), style, title: title)
                continue
            }
            let style = TextStyle(size: size, anchor: anchor, isRotated: true)
            for (index, line) in lines.enumerated() {
                let baseline = middle - extent / 2 + Double(index) * height + size
                drawing.text(line, x: baseline, y: y, style, title: title)
            }
        }
    }
}
