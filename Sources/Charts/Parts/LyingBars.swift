/// Lying bars from zero with names at the left and values at the right.
struct LyingBars {
    var bars: [Bar]
    var top: Double
    var valueTitle: String
    var style: NumberStyle
    /// Whether bars below zero have a colour of their own.
    var isDiverging: Bool
    /// How many of the last bars are totals, set apart by a line.
    var totalCount: Int

    func draw(in drawing: inout Drawing) {
        let theme = drawing.theme
        let titleHeight = valueTitle.isEmpty ? 0 : theme.fontSize * 1.5
        let values = bars.map { style.text($0.value) }
        let valueWidth = values.map { TextMetrics.width($0, size: theme.fontSize, isBold: totalCount > 0) }.max() ?? 0
        let frame = RowFrame(
            labels: bars.map(\.label), top: top + titleHeight + theme.fontSize * 1.6, width: drawing.width,
            rowHeight: theme.fontSize * 1.8, valueWidth: valueWidth + 16, lineCount: 2, theme: theme,
            isBold: totalCount > 0)
        drawing.height = frame.plot.bottom + 8
        guard
            let axis = Axis.fitting(
                bars.extent, includesZero: true, from: frame.plot.x, to: frame.plot.right, size: theme.smallSize,
                style: style)
        else { return }
        drawing.text(
            valueTitle, x: 0, y: top + theme.fontSize, TextStyle(size: theme.smallSize, limit: drawing.width))
        axis.drawTop(in: &drawing, plot: frame.plot)
        drawTotalLine(frame, in: &drawing)
        for (row, bar) in bars.enumerated() {
            draw(bar, text: values[row], row: row, frame: frame, scale: axis.scale, in: &drawing)
        }
    }

    private func drawTotalLine(_ frame: RowFrame, in drawing: inout Drawing) {
        guard totalCount > 0, totalCount < bars.count else { return }
        let y = frame.bands.centre(bars.count - totalCount) - frame.bands.step / 2
        drawing.line(from: Point(x: 0, y: y), to: Point(x: drawing.width, y: y), drawing.theme.axis)
    }

    private func draw(
        _ bar: Bar, text: String, row: Int, frame: RowFrame, scale: LinearScale, in drawing: inout Drawing
    ) {
        let isTotal = row >= bars.count - totalCount
        frame.drawLabel(bar.label, row: row, isBold: isTotal, in: &drawing)
        frame.drawValue(text, row: row, isBold: isTotal, in: &drawing)
        let title = "\(bar.label): \(style.text(bar.value, from: bar.lower, to: bar.upper))"
        let middle = frame.bands.centre(row)
        let height = frame.bands.width
        guard let value = bar.value.finite, let box = frame.bar(row: row, from: 0, to: value, on: scale) else {
            let zero = min(scale.place(0) ?? frame.plot.x, frame.plot.right - 40)
            drawing.hatch(Rectangle(x: zero, y: middle - height / 2, width: 40, height: height), title: title)
            return
        }
        let colour = fill(value, isTotal: isTotal, theme: drawing.theme)
        drawing.linked(to: bar.href) { $0.rectangle(box, fill: colour, title: title) }
        if let low = bar.lower.flatMap(scale.place), let high = bar.upper.flatMap(scale.place) {
            drawing.interval(from: Point(x: low, y: middle), to: Point(x: high, y: middle), cap: 4)
        }
    }

    private func fill(_ value: Double, isTotal: Bool, theme: Theme) -> String {
        if isTotal { return theme.palette.colour(ofSeries: 5).hexadecimal }
        let isBelow = isDiverging && value < 0
        return theme.palette.colour(ofSeries: isBelow ? 1 : 0).hexadecimal
    }
}
