/// The columns of a chart whose rows are categories: leading label, plot, trailing value.
struct RowFrame {
    /// The part of the drawing inside which the marks stand.
    let plot: Rectangle
    /// The bands of the rows.
    let bands: BandScale
    /// The greatest width of a leading label.
    let labelWidth: Double
    /// Where leading labels begin.
    let labelX: Double
    /// The labels in lines.
    private let lines: [[String]]

    /// Lays out rows below `top`; `inset` is left free before the labels, `valueWidth` after the plot.
    init(
        labels: [String], top: Double, width: Double, rowHeight: Double, inset: Double = 0, valueWidth: Double,
        lineCount: Int, theme: Theme, isBold: Bool = false
    ) {
        let widest = labels.map { TextMetrics.width($0, size: theme.fontSize, isBold: isBold) }.max() ?? 0
        labelX = inset
        let limit = min(widest + 0.01, width * 0.36)
        lines = labels.map {
            TextMetrics.wrapped($0, to: limit, size: theme.fontSize, lineCount: lineCount, isBold: isBold)
        }
        labelWidth = limit
        let left = inset + limit + 10
        let extra = Double((lines.map(\.count).max() ?? 1) - 1) * theme.fontSize * Theme.lineHeight * 0.8
        let height = (rowHeight + extra) * Double(labels.count)
        plot = Rectangle(x: left, y: top, width: max(width - left - valueWidth, 40), height: height)
        bands = BandScale(checkedCount: labels.count, start: top, end: top + height, padding: 0.3)
    }

    func drawLabel(_ label: String, row: Int, isBold: Bool = false, in drawing: inout Drawing) {
        let style = TextStyle(size: drawing.theme.fontSize, isBold: isBold)
        let half = Double(lines[row].count) * style.size * Theme.lineHeight / 2
        _ = drawing.lines(
            lines[row], x: labelX, y: bands.centre(row) - half, style,
            title: lines[row].last?.hasSuffix("…") == true ? label : "")
    }

    func drawValue(_ value: String, row: Int, isBold: Bool = false, in drawing: inout Drawing) {
        let size = drawing.theme.fontSize
        drawing.text(
            value, x: drawing.width, y: bands.centre(row) + size * 0.36,
            TextStyle(size: size, anchor: .end, isBold: isBold))
    }

    /// Returns the bar from one value to another in a row, nil if either has no place.
    func bar(row: Int, from start: Double, to end: Double, on scale: LinearScale) -> Rectangle? {
        guard let a = scale.place(start), let b = scale.place(end) else { return nil }
        return Rectangle(x: min(a, b), y: bands.centre(row) - bands.width / 2, width: abs(a - b), height: bands.width)
    }
}
