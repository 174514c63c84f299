extension SensitivityBars {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let values = rows.flatMap { $0.first.values + $0.total.values }
        guard rows.contains(where: { $0.first.value.finite != nil || $0.total.value.finite != nil }) else {
            drawing.noData(frame, from: top)
            return drawing
        }
        let below = drawTitles(in: &drawing, top: top, theme: theme)
        let layout = layout(top: below + theme.fontSize * 1.5, theme: theme)
        let axis = Axis.exact(
            from: min(values.min() ?? 0, 0), to: max(values.max() ?? 1, 1), between: layout.plot.x + 4,
            and: layout.plot.right - 4, size: theme.smallSize, style: style)
        axis.drawTop(in: &drawing, plot: layout.plot)
        for row in rows.indices {
            if row > 0 { drawSeparator(above: row, layout, in: &drawing) }
            layout.drawLabel(rows[row].label, row: row, in: &drawing)
            draw(row, isTotal: false, layout: layout, scale: axis.scale, in: &drawing)
            draw(row, isTotal: true, layout: layout, scale: axis.scale, in: &drawing)
        }
        drawing.height = layout.plot.bottom + 6
        return drawing
    }

    private func drawTitles(in drawing: inout Drawing, top: Double, theme: Theme) -> Double {
        let entries = [
            LegendEntry(sign: .box(Self.colour(isTotal: false, theme), opacity: 1), label: titles.first),
            LegendEntry(sign: .box(Self.colour(isTotal: true, theme), opacity: Self.totalOpacity), label: titles.total),
        ]
        let y = Legend(entries, theme: theme).draw(in: &drawing, y: top - 6)
        guard !titles.axis.isEmpty else { return y }
        drawing.text(
            titles.axis, x: 0, y: y + theme.fontSize * 1.1, TextStyle(size: theme.smallSize, limit: drawing.width))
        return y + theme.fontSize * 1.4
    }

    private func layout(top: Double, theme: Theme) -> RowFrame {
        let texts = rows.flatMap { [style.text($0.first.value), style.text($0.total.value)] }
        let widest = texts.map { TextMetrics.width($0, size: theme.smallSize) }.max() ?? 0
        return RowFrame(
            labels: rows.map(\.label), top: top, width: frame.width, rowHeight: theme.fontSize * 2.7,
            valueWidth: min(widest, frame.width * 0.25) + 12, lineCount: 3, theme: theme)
    }

    private func drawSeparator(above row: Int, _ layout: RowFrame, in drawing: inout Drawing) {
        let y = layout.bands.centre(row) - layout.bands.step / 2
        drawing.line(from: Point(x: 0, y: y), to: Point(x: drawing.width, y: y), drawing.theme.grid)
    }

    private func draw(
        _ row: Int, isTotal: Bool, layout: RowFrame, scale: LinearScale, in drawing: inout Drawing
    ) {
        let share = isTotal ? rows[row].total : rows[row].first
        let size = drawing.theme.smallSize
        let height = drawing.theme.fontSize * 0.85
        let middle = layout.bands.centre(row) + (isTotal ? 0.62 : -0.62) * drawing.theme.fontSize
        let name = isTotal ? titles.total : titles.first
        let title = "\(rows[row].label), \(name): \(style.text(share.value, from: share.lower, to: share.upper))"
        drawing.text(
            style.text(share.value), x: drawing.width, y: middle + size * 0.36,
            TextStyle(size: size, anchor: .end, limit: drawing.width * 0.25))
        guard let zero = scale.place(0) else { return }
        guard let end = share.value.flatMap(scale.place) else {
            let box = Rectangle(
                x: min(zero, layout.plot.right - 40), y: middle - height / 2, width: 40, height: height)
            return drawing.hatch(box, title: title)
        }
        let colour = Self.colour(isTotal: isTotal, drawing.theme)
        let box = Rectangle(
            x: min(zero, end), y: middle - height / 2, width: max(abs(end - zero), 1), height: height)
        drawing.linked(to: rows[row].href) {
            $0.rectangle(
                box, fill: colour, opacity: isTotal ? Self.totalOpacity : 1, outline: colour, title: title)
        }
        if let low = share.lower.flatMap(scale.place), let high = share.upper.flatMap(scale.place) {
            drawing.interval(from: Point(x: low, y: middle), to: Point(x: high, y: middle), cap: 3)
        }
    }

    private static let totalOpacity = 0.3

    private static func colour(isTotal: Bool, _ theme: Theme) -> String {
        theme.palette.colour(ofSeries: isTotal ? 1 : 0).hexadecimal
    }
}
