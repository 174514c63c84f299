extension SmallMultiples {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        var top = drawing.header(frame)
        let extents = panels.map { LineExtent(series: $0.series, target: $0.target) }
        guard extents.contains(where: \.hasValues) else {
            drawing.noData(frame, from: top)
            return drawing
        }
        if !valueTitle.isEmpty {
            drawing.text(
                valueTitle, x: 0, y: top + theme.smallSize, TextStyle(size: theme.smallSize, limit: frame.width))
            top += theme.fontSize * 1.6
        }
        let columns = max(min(Int((frame.width + 16) / (panelWidth + 16)), panels.count), 1)
        let width = (frame.width - Double(columns - 1) * 16) / Double(columns)
        let titleLines = panels.map { wrappedTitle($0, width: width, theme: theme).count }.max() ?? 1
        let titleHeight = Double(titleLines) * theme.fontSize * Theme.lineHeight + 10
        let plotHeight = min(width * 0.62, 140)
        let rowHeight = titleHeight + plotHeight + theme.smallSize * 2.2
        for (index, panel) in panels.enumerated() {
            let cell = Rectangle(
                x: Double(index % columns) * (width + 16), y: top + Double(index / columns) * rowHeight, width: width,
                height: titleHeight + plotHeight)
            draw(
                panel, extents: sharesScale ? extents : [extents[index]], cell: cell, titleHeight: titleHeight,
                in: &drawing)
        }
        let rows = (panels.count + columns - 1) / columns
        drawing.height = legend(theme).draw(in: &drawing, y: top + Double(rows) * rowHeight) + 4
        return drawing
    }

    private func wrappedTitle(_ panel: Panel, width: Double, theme: Theme) -> [String] {
        TextMetrics.wrapped(panel.title, to: width, size: theme.smallSize, lineCount: 2, isBold: true)
    }

    private func draw(
        _ panel: Panel, extents: [LineExtent], cell: Rectangle, titleHeight: Double, in drawing: inout Drawing
    ) {
        let theme = drawing.theme
        let title = wrappedTitle(panel, width: cell.width, theme: theme)
        drawing.linked(to: panel.href) {
            _ = $0.lines(title, x: cell.x, y: cell.y, TextStyle(size: theme.smallSize, isBold: true))
        }
        let own = LineExtent(series: panel.series, target: panel.target)
        let plotTop = cell.y + titleHeight
        guard
            own.hasValues,
            let y = LinearScale(
                covering: extents.flatMap(\.values), includesZero: false, count: 3, rangeStart: cell.bottom,
                rangeEnd: plotTop)
        else {
            drawing.text(
                frame.noData, x: cell.middleX, y: (plotTop + cell.bottom) / 2,
                TextStyle(size: theme.smallSize, anchor: .middle, limit: cell.width))
            return
        }
        let axis = Axis(scale: y, count: 3, style: style)
        let left = min(axis.labelWidth(size: theme.smallSize) + 8, cell.width * 0.6)
        let area = Rectangle(x: cell.x + left, y: plotTop, width: cell.width - left, height: cell.bottom - plotTop)
        let times = LinearScale(
            checkedDomain: extents.flatMap(\.times).min() ?? 0, extents.flatMap(\.times).max() ?? 0,
            range: area.x + 6, area.right - 6)
        let plot = LinePlot(
            series: panel.series, target: panel.target, spacing: spacing, x: times, y: y, area: area, style: style,
            xStyle: timeStyle, radius: 2.5)
        axis.drawLeft(in: &drawing, plot: area, room: left - 6)
        plot.drawTimeEnds(in: &drawing)
        plot.draw(in: &drawing)
    }

    private func legend(_ theme: Theme) -> Legend {
        let longest = panels.map(\.series).max { $0.count < $1.count } ?? []
        var entries: [LegendEntry] = []
        if longest.count > 1 {
            entries = longest.enumerated().map {
                LegendEntry(sign: .series(SeriesStyle(index: $0, theme: theme)), label: $1.name)
            }
        }
        if let target = panels.lazy.compactMap(\.target).first {
            entries.append(LegendEntry(sign: .dashed("currentColor"), label: target.label))
        }
        if panels.contains(where: { $0.series.contains { $0.observations.contains(where: \.isPreliminary) } }) {
            entries.append(
                LegendEntry(
                    sign: .marker(.circle, colour: "currentColor", isHollow: true), label: preliminaryLabel))
        }
        return Legend(entries, theme: theme)
    }
}
