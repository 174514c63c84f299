extension StackedBars {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let ends = rows.flatMap { row -> [Double] in
            guard row.total != nil else { return [] }
            let parts = row.parts.compactMap(\.finite)
            return [
                parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +), row.lower.finite ?? 0,
                row.upper.finite ?? 0,
            ].filter(\.isFinite)
        }
        guard !ends.isEmpty else {
            drawing.noData(frame, from: top)
            return drawing
        }
        let below = drawTitles(in: &drawing, top: top, theme: theme)
        let texts = rows.map { style.text($0.total) }
        let widest = texts.map { TextMetrics.width($0, size: theme.fontSize) }.max() ?? 0
        let layout = RowFrame(
            labels: rows.map(\.label), top: below + theme.fontSize * 1.5, width: frame.width,
            rowHeight: theme.fontSize * 1.8, valueWidth: min(widest, frame.width * 0.28) + 16, lineCount: 3,
            theme: theme)
        drawing.height = layout.plot.bottom + 8
        guard
            let axis = Axis.fitting(
                ends, includesZero: true, from: layout.plot.x, to: layout.plot.right, size: theme.smallSize,
                style: style)
        else { return drawing }
        axis.drawTop(in: &drawing, plot: layout.plot)
        for row in rows.indices { draw(row, texts[row], layout, axis.scale, in: &drawing) }
        return drawing
    }

    private func drawTitles(in drawing: inout Drawing, top: Double, theme: Theme) -> Double {
        let entries = titles.parts.enumerated().map { position, name in
            LegendEntry(sign: .box(Self.colour(position, theme), opacity: 1), label: name)
        }
        let y = Legend(entries, theme: theme).draw(in: &drawing, y: top - 6)
        guard !titles.axis.isEmpty else { return y }
        let lines = TextMetrics.wrapped(titles.axis, to: drawing.width, size: theme.smallSize, lineCount: 2)
        return drawing.lines(lines, x: 0, y: y + 2, TextStyle(size: theme.smallSize))
    }

    private func draw(
        _ position: Int, _ text: String, _ layout: RowFrame, _ scale: LinearScale, in drawing: inout Drawing
    ) {
        let row = rows[position]
        layout.drawLabel(row.label, row: position, in: &drawing)
        drawing.text(
            text, x: drawing.width, y: layout.bands.centre(position) + drawing.theme.fontSize * 0.36,
            TextStyle(size: drawing.theme.fontSize, anchor: .end, limit: drawing.width * 0.28))
        let middle = layout.bands.centre(position)
        let total = "\(row.label): \(style.text(row.total, from: row.lower, to: row.upper))"
        guard row.total != nil else {
            let zero = min(scale.place(0) ?? layout.plot.x, layout.plot.right - 40)
            let height = layout.bands.width
            return drawing.hatch(Rectangle(x: zero, y: middle - height / 2, width: 40, height: height), title: total)
        }
        var (above, below) = (0.0, 0.0)
        drawing.linked(to: row.href) { drawing in
            for (part, value) in row.parts.enumerated() {
                guard let value = value.finite, value != 0 else { continue }
                let start = value > 0 ? above : below
                if value > 0 { above += value } else { below += value }
                guard let box = layout.bar(row: position, from: start, to: start + value, on: scale) else { continue }
                let name = titles.parts.indices.contains(part) ? titles.parts[part] : ""
                drawing.rectangle(
                    box, fill: Self.colour(part, drawing.theme), title: "\(row.label), \(name): \(style.text(value))")
            }
        }
        if let low = row.lower.flatMap(scale.place), let high = row.upper.flatMap(scale.place) {
            drawing.interval(from: Point(x: low, y: middle), to: Point(x: high, y: middle), cap: 4)
        }
        guard below < 0, above > 0, let place = row.total.flatMap(scale.place) else { return }
        let half = layout.bands.width / 2 + 2
        drawing.tick(x: place, from: middle - half, to: middle + half, title: total)
    }

    private static func colour(_ part: Int, _ theme: Theme) -> String {
        theme.palette.colour(ofSeries: part).hexadecimal
    }
}
