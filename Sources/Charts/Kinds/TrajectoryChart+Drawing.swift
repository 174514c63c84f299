extension TrajectoryChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: Self.width, height: Self.height, isInline: true)
        let items = [base] + values.observations + [target]
        let present = items.filter { $0.x.isFinite && $0.value.finite != nil }
        let extent = LineExtent(series: [Series(name: "", observations: present)], target: nil)
        guard let low = extent.values.min(), let high = extent.values.max() else {
            drawing.text(
                frame.noData, x: Self.width / 2, y: Self.height / 2 + 4,
                TextStyle(size: 12, anchor: .middle, limit: Self.width - 4))
            return drawing
        }
        let plot = LinePlot(
            series: [], spacing: 0, x: extent.timeScale(from: 8, to: Self.width - 9),
            y: LinearScale(checkedDomain: low, high, range: Self.height - 8, 8),
            area: Rectangle(x: 0, y: 0, width: Self.width, height: Self.height), style: style, xStyle: timeStyle)
        drawPath(plot, in: &drawing)
        drawValues(plot, in: &drawing)
        return drawing
    }

    private func drawPath(_ plot: LinePlot, in drawing: inout Drawing) {
        guard let end = plot.point(target) else { return }
        if let start = plot.point(base) {
            drawing.line(from: start, to: end, Stroke(colour: "currentColor", width: 1.25, dash: "4 3", opacity: 0.75))
        }
        drawing.linked(to: target.href) {
            $0.marker(
                .diamond, at: end, radius: 4, colour: "currentColor", title: title(names.target, target))
        }
    }

    private func drawValues(_ plot: LinePlot, in drawing: inout Drawing) {
        let colour = drawing.theme.palette.colour(ofSeries: 0).hexadecimal
        let course = Series(name: "", observations: [base] + values.observations)
        for run in LineSegments(of: course, spacing: 0, breaks: []).lines {
            drawing.polyline(run.compactMap(plot.point), Stroke(colour: colour, width: 2))
        }
        if let start = plot.point(base) {
            drawing.linked(to: base.href) {
                $0.marker(.square, at: start, radius: 3.5, colour: "currentColor", title: title(names.base, base))
            }
        }
        for item in values.observations {
            guard let place = plot.point(item) else { continue }
            drawing.linked(to: item.href) {
                $0.marker(
                    .circle, at: place, radius: item.isPreliminary ? 3.25 : 2.75, colour: colour,
                    isHollow: item.isPreliminary, title: title(names.value, item))
            }
        }
    }

    private func title(_ name: String, _ item: DataPoint) -> String {
        let note = item.isPreliminary && !names.preliminary.isEmpty ? " (\(names.preliminary))" : ""
        return "\(name), \(timeStyle.text(item.x)): \(style.text(item.value))\(note)"
    }
}
