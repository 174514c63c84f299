extension LineChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        let extent = LineExtent(series: series, target: target)
        let titleHeight = valueTitle.isEmpty ? 8 : theme.fontSize * 2
        let height = frame.width * 0.5
        guard
            extent.hasValues,
            let y = LinearScale(
                covering: extent.values, includesZero: includesZero, count: 6,
                rangeStart: top + titleHeight + height, rangeEnd: top + titleHeight)
        else {
            drawing.noData(frame, from: top)
            return drawing
        }
        drawing.text(
            valueTitle, x: 0, y: top + theme.fontSize, TextStyle(size: theme.smallSize, limit: frame.width))
        let axis = Axis(scale: y, count: 6, style: style)
        let left = axis.labelWidth(size: theme.smallSize) + 8
        let labels = LineEndLabels(
            series: series, target: target, theme: theme, room: frame.width * 0.36, height: height)
        let area = Rectangle(
            x: left, y: top + titleHeight, width: frame.width - left - max(labels.width, 14), height: height)
        let plot = LinePlot(
            series: series, target: target, breaks: breaks, spacing: spacing,
            x: extent.timeScale(from: area.x + 8, to: area.right - 8), y: y, area: area, style: style, xStyle: timeStyle
        )
        axis.drawLeft(in: &drawing, plot: area, room: left)
        plot.drawTimeAxis(in: &drawing)
        plot.draw(in: &drawing)
        labels.draw(in: &drawing, plot: plot)
        drawing.height =
            legend(isComplete: !labels.isDrawn, theme: theme).draw(
                in: &drawing, y: area.bottom + theme.fontSize * 1.8) + 2
        return drawing
    }

    private func legend(isComplete: Bool, theme: Theme) -> Legend {
        var entries: [LegendEntry] = []
        if isComplete {
            entries += series.enumerated().map {
                LegendEntry(sign: .series(SeriesStyle(index: $0, theme: theme)), label: $1.name)
            }
            if let target, target.value.isFinite {
                entries.append(LegendEntry(sign: .dashed("currentColor"), label: target.label))
            }
        }
        if series.contains(where: { $0.observations.contains(where: \.isPreliminary) }) {
            entries.append(
                LegendEntry(
                    sign: .marker(.circle, colour: "currentColor", isHollow: true), label: preliminaryLabel))
        }
        return Legend(entries, theme: theme)
    }
}
