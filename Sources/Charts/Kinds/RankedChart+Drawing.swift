extension RankedChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let values = rows.flatMap { [$0.value.finite, $0.reference.finite, $0.lower.finite, $0.upper.finite] }
            .compactMap { $0 }
        let layout = layout(top: legend(theme).draw(in: &drawing, y: top - 6) + theme.fontSize * 1.7, theme: theme)
        guard
            rows.contains(where: { $0.value.finite != nil || $0.reference.finite != nil }),
            let axis = Axis.fitting(
                values, includesZero: mark == .bar, from: layout.plot.x + (mark == .dot ? 6 : 0),
                to: layout.plot.right - 6,
                size: theme.smallSize, style: style)
        else {
            var empty = Drawing(theme: theme, width: frame.width, height: 0)
            empty.noData(frame, from: empty.header(frame))
            return empty
        }
        drawHighlight(layout, in: &drawing)
        axis.drawTop(in: &drawing, plot: layout.plot)
        for index in rows.indices { drawRow(index, layout: layout, scale: axis.scale, in: &drawing) }
        drawing.height = layout.plot.bottom + 6
        return drawing
    }

    private func layout(top: Double, theme: Theme) -> RowFrame {
        func widest(_ texts: [String]) -> Double {
            texts.map { TextMetrics.width($0, size: theme.fontSize, isBold: true) }.max() ?? 0
        }
        let rankWidth = min(widest(rows.map(\.rank)), frame.width * 0.15)
        return RowFrame(
            labels: rows.map(\.label), top: top, width: frame.width, rowHeight: theme.fontSize * 1.43,
            inset: rankWidth > 0 ? rankWidth + 10 : 2, valueWidth: widest(rows.map { style.text($0.value) }) + 12,
            lineCount: 1, theme: theme, isBold: true)
    }

    private func drawHighlight(_ layout: RowFrame, in drawing: inout Drawing) {
        guard let highlighted, rows.indices.contains(highlighted) else { return }
        let step = layout.bands.step
        drawing.rectangle(
            Rectangle(x: 0, y: layout.bands.centre(highlighted) - step / 2, width: drawing.width, height: step),
            fill: drawing.theme.palette.highlight.hexadecimal, opacity: 0.12)
    }

    private func drawRow(_ index: Int, layout: RowFrame, scale: LinearScale, in drawing: inout Drawing) {
        let row = rows[index]
        let isBold = index == highlighted
        let size = drawing.theme.fontSize
        let baseline = layout.bands.centre(index) + size * 0.36
        drawing.text(
            row.rank, x: layout.labelX - 8, y: baseline,
            TextStyle(size: size, anchor: .end, isBold: isBold, limit: frame.width * 0.15))
        layout.drawLabel(row.label, row: index, isBold: isBold, in: &drawing)
        layout.drawValue(style.text(row.value), row: index, isBold: isBold, in: &drawing)
        switch mark {
        case .bar: drawBar(index, layout: layout, scale: scale, in: &drawing)
        case .dot: drawDot(index, layout: layout, scale: scale, in: &drawing)
        }
    }

    private func drawBar(_ index: Int, layout: RowFrame, scale: LinearScale, in drawing: inout Drawing) {
        let row = rows[index]
        let middle = layout.bands.centre(index)
        if let value = row.value.finite, let box = layout.bar(row: index, from: 0, to: value, on: scale) {
            let colour = colour(index, drawing.theme)
            drawing.linked(to: row.href) { $0.rectangle(box, fill: colour, title: title(row)) }
        } else {
            let size = layout.bands.width
            let zero = min(scale.place(0) ?? layout.plot.x, layout.plot.right - 40)
            drawing.hatch(Rectangle(x: zero, y: middle - size / 2, width: 40, height: size), title: title(row))
        }
        drawInterval(row, middle: middle, scale: scale, in: &drawing)
        if let reference = row.reference.flatMap(scale.place) {
            let half = layout.bands.step * 0.44
            drawing.tick(x: reference, from: middle - half, to: middle + half, title: referenceTitle(row))
        }
    }

    private func drawDot(_ index: Int, layout: RowFrame, scale: LinearScale, in drawing: inout Drawing) {
        let row = rows[index]
        let middle = layout.bands.centre(index)
        let value = row.value.flatMap(scale.place)
        let reference = row.reference.flatMap(scale.place)
        drawing.line(
            from: Point(x: layout.plot.x, y: middle), to: Point(x: layout.plot.right, y: middle),
            Stroke(colour: "currentColor", dash: "1 3", opacity: 0.45))
        if let value, let reference {
            drawing.line(
                from: Point(x: value, y: middle), to: Point(x: reference, y: middle),
                Stroke(colour: colour(index, drawing.theme), width: 2))
        }
        drawInterval(row, middle: middle, scale: scale, in: &drawing)
        if let reference {
            drawing.marker(
                .circle, at: Point(x: reference, y: middle), radius: 4.5, colour: "currentColor", isHollow: true,
                title: referenceTitle(row))
        }
        guard let value else { return }
        let colour = colour(index, drawing.theme)
        drawing.linked(to: row.href) {
            $0.marker(
                .circle, at: Point(x: value, y: middle), radius: reference == nil ? 5 : 3.75, colour: colour,
                title: title(row))
        }
    }

    private func drawInterval(_ row: RankedRow, middle: Double, scale: LinearScale, in drawing: inout Drawing) {
        guard let low = row.lower.flatMap(scale.place), let high = row.upper.flatMap(scale.place) else { return }
        drawing.interval(from: Point(x: low, y: middle), to: Point(x: high, y: middle), cap: 3)
    }

    private func colour(_ index: Int, _ theme: Theme) -> String {
        (index == highlighted ? theme.palette.highlight : theme.palette.colour(ofSeries: 0)).hexadecimal
    }

    private func title(_ row: RankedRow) -> String {
        "\(row.label), \(titles.value): \(style.text(row.value, from: row.lower, to: row.upper))"
    }

    private func referenceTitle(_ row: RankedRow) -> String {
        "\(row.label), \(titles.reference): \(style.text(row.reference))"
    }

    private func legend(_ theme: Theme) -> Legend {
        let colour = theme.palette.colour(ofSeries: 0).hexadecimal
        var entries = [
            LegendEntry(
                sign: mark == .bar ? .box(colour, opacity: 1) : .marker(.circle, colour: colour, isHollow: false),
                label: titles.value)
        ]
        if hasReference {
            entries.append(
                LegendEntry(
                    sign: mark == .bar ? .tick : .marker(.circle, colour: "currentColor", isHollow: true),
                    label: titles.reference))
        }
        return Legend(entries, theme: theme)
    }
}
