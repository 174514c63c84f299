extension RankIntervalChart {
    /// The number of rows beyond which the axis is labelled below the rows too.
    private static let longCount = 24

    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let values = rows.flatMap(\.values)
        guard !values.isEmpty else {
            drawing.noData(frame, from: top)
            return drawing
        }
        let order = order
        let below = drawTitles(in: &drawing, top: top, theme: theme)
        let layout = layout(order, top: below + theme.fontSize * 1.5, theme: theme)
        guard
            let axis = Axis.ranks(
                values + [1, Double(rows.count)], from: layout.plot.x, to: layout.plot.right, size: theme.smallSize,
                style: style)
        else { return drawing }
        drawHighlight(order, layout, in: &drawing)
        axis.drawTop(in: &drawing, plot: layout.plot)
        for (place, index) in order.enumerated() {
            drawNames(index, place: place, layout: layout, in: &drawing)
            RankIntervalMarks(
                chart: self, index: index, middle: layout.bands.centre(place),
                height: min(layout.bands.step, theme.fontSize * 1.43)
            )
            .draw(in: &drawing, scale: axis.scale, plot: layout.plot)
        }
        drawing.height = layout.plot.bottom + 6
        if rows.count > Self.longCount {
            axis.drawLyingLabels(in: &drawing, y: layout.plot.bottom + 4 + theme.smallSize)
            drawing.height += theme.smallSize + 4
        }
        return drawing
    }

    private func drawTitles(in drawing: inout Drawing, top: Double, theme: Theme) -> Double {
        let colour = theme.palette.colour(ofSeries: 0).hexadecimal
        var entries = [
            LegendEntry(sign: .marker(.circle, colour: "currentColor", isHollow: true), label: titles.nominal)
        ]
        if hasMedian { entries.append(LegendEntry(sign: .tick, label: titles.median)) }
        entries.append(LegendEntry(sign: .line(colour), label: titles.interval))
        if hasInner { entries.append(LegendEntry(sign: .box(colour, opacity: 1), label: titles.inner)) }
        let y = Legend(entries, theme: theme).draw(in: &drawing, y: top - 6)
        guard !titles.axis.isEmpty else { return y }
        drawing.text(
            titles.axis, x: 0, y: y + theme.fontSize * 1.1, TextStyle(size: theme.smallSize, limit: drawing.width))
        return y + theme.fontSize * 1.4
    }

    private func layout(_ order: [Int], top: Double, theme: Theme) -> RowFrame {
        func widest(_ texts: [String]) -> Double {
            texts.map { TextMetrics.width($0, size: theme.fontSize, isBold: true) }.max() ?? 0
        }
        return RowFrame(
            labels: order.map { rows[$0].label }, top: top, width: frame.width, rowHeight: theme.fontSize * 1.43,
            inset: rankWidth(theme) + 10,
            valueWidth: min(widest(rows.map { text($0.interval) }), frame.width * 0.25) + 12, lineCount: 2,
            theme: theme, isBold: true)
    }

    private func rankWidth(_ theme: Theme) -> Double {
        let widths = rows.map { TextMetrics.width(text($0.nominal), size: theme.fontSize, isBold: true) }
        return min(widths.max() ?? 0, frame.width * 0.15)
    }

    private func drawHighlight(_ order: [Int], _ layout: RowFrame, in drawing: inout Drawing) {
        guard let highlighted, let place = order.firstIndex(of: highlighted) else { return }
        let step = layout.bands.step
        drawing.rectangle(
            Rectangle(x: 0, y: layout.bands.centre(place) - step / 2, width: drawing.width, height: step),
            fill: drawing.theme.palette.highlight.hexadecimal, opacity: 0.12)
    }

    private func drawNames(_ index: Int, place: Int, layout: RowFrame, in drawing: inout Drawing) {
        let row = rows[index]
        let isBold = index == highlighted
        let size = drawing.theme.fontSize
        let baseline = layout.bands.centre(place) + size * 0.36
        drawing.text(
            text(row.nominal), x: layout.labelX - 8, y: baseline,
            TextStyle(size: size, anchor: .end, isBold: isBold, limit: frame.width * 0.15))
        layout.drawLabel(row.label, row: place, isBold: isBold, in: &drawing)
        drawing.text(
            text(row.interval), x: drawing.width, y: baseline,
            TextStyle(size: size, anchor: .end, isBold: isBold, limit: frame.width * 0.25))
    }
}
