extension WaterfallChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let steps = steps
        let values = steps.map(text)
        let valueWidth = values.map { TextMetrics.width($0, size: theme.fontSize, isBold: true) }.max() ?? 0
        let titleHeight = valueTitle.isEmpty ? 0 : theme.fontSize * 1.5
        let rows = RowFrame(
            labels: steps.map(\.bar.label), top: top + titleHeight + theme.fontSize * 1.6, width: drawing.width,
            rowHeight: theme.fontSize * 1.8, valueWidth: valueWidth + 16, lineCount: 2, theme: theme, isBold: true)
        let places = steps.flatMap { step in step.to.map { [step.from, $0] } ?? [] }
        guard
            let axis = Axis.fitting(
                places, includesZero: true, from: rows.plot.x, to: rows.plot.right, size: theme.smallSize,
                style: style)
        else {
            drawing.noData(frame, from: top)
            return drawing
        }
        drawing.height = rows.plot.bottom + 8
        drawing.text(
            valueTitle, x: 0, y: top + theme.fontSize, TextStyle(size: theme.smallSize, limit: drawing.width))
        axis.drawTop(in: &drawing, plot: rows.plot)
        for (row, step) in steps.enumerated() {
            rows.drawLabel(step.bar.label, row: row, isBold: step.isTotal, in: &drawing)
            rows.drawValue(values[row], row: row, isBold: step.isTotal, in: &drawing)
            draw(step, text: values[row], row: row, rows: rows, scale: axis.scale, in: &drawing)
        }
        return drawing
    }

    private func draw(
        _ step: Step, text: String, row: Int, rows: RowFrame, scale: LinearScale, in drawing: inout Drawing
    ) {
        let title = "\(step.bar.label): \(text)"
        let middle = rows.bands.centre(row)
        guard let end = step.to, let box = rows.bar(row: row, from: step.from, to: end, on: scale) else {
            let left = min(scale.place(step.from) ?? rows.plot.x, rows.plot.right - 40)
            let height = rows.bands.width
            drawing.hatch(Rectangle(x: left, y: middle - height / 2, width: 40, height: height), title: title)
            return
        }
        let colour = fill(step, end: end, theme: drawing.theme)
        let visible = Rectangle(x: box.x, y: box.y, width: max(box.width, 1), height: box.height)
        drawing.linked(to: step.bar.href) { $0.rectangle(visible, fill: colour, title: title) }
        guard row < parts.count + 1, let x = scale.place(end) else { return }
        let next = rows.bands.centre(row + 1) - rows.bands.width / 2
        drawing.line(
            from: Point(x: x, y: box.bottom), to: Point(x: x, y: next),
            Stroke(colour: "currentColor", width: 1, dash: "2 2"))
    }

    private func fill(_ step: Step, end: Double, theme: Theme) -> String {
        if step.isTotal { return theme.palette.colour(ofSeries: 5).hexadecimal }
        return theme.palette.colour(ofSeries: end < step.from ? 1 : 0).hexadecimal
    }
}
