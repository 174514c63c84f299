/// Names at the right ends of lines, moved apart, with a thin leader where a name was moved.
struct LineEndLabels {
    private let series: [Series]
    private let target: TargetMark?
    private let theme: Theme
    /// Whether all names have room; otherwise a legend is needed.
    let isDrawn: Bool
    /// The width the names take, including their leaders.
    let width: Double

    init(series: [Series], target: TargetMark?, theme: Theme, room: Double, height: Double) {
        self.series = series
        self.target = target
        self.theme = theme
        let names = series.map(\.name) + (target.map { [$0.label] } ?? [])
        let widest = names.map { TextMetrics.width($0, size: theme.smallSize) }.max() ?? 0
        isDrawn = widest + 22 <= room && Double(names.count) * theme.smallSize * 1.3 <= height
        width = isDrawn && widest > 0 ? widest + 22 : 0
    }

    func draw(in drawing: inout Drawing, plot: LinePlot) {
        guard isDrawn else { return }
        let size = theme.smallSize
        let ends = labels(plot)
        let places = LabelSpread.places(
            ends.map(\.end.y), spacing: size * 1.25, from: plot.area.y, to: plot.area.bottom)
        for (label, place) in zip(ends, places) {
            let x = plot.area.right + 18
            if label.end.x < plot.area.right - 10 || abs(place - label.end.y) > 3 {
                drawing.line(
                    from: Point(x: label.end.x + 6, y: label.end.y), to: Point(x: x - 3, y: place),
                    Stroke(colour: label.colour, width: 0.75, opacity: 0.7))
            }
            drawing.text(label.name, x: x, y: place + size * 0.36, TextStyle(size: size, colour: label.colour))
        }
    }

    private func labels(_ plot: LinePlot) -> [(name: String, colour: String, end: Point)] {
        var result: [(name: String, colour: String, end: Point)] = []
        for (index, item) in series.enumerated() {
            guard let end = item.ordered.last(where: { $0.value.finite != nil }).flatMap(plot.point) else { continue }
            result.append((item.name, SeriesStyle(index: index, theme: theme).colour, end))
        }
        if let target, let y = plot.y.place(target.value) {
            result.append((target.label, "currentColor", Point(x: plot.area.right, y: y)))
        }
        return result
    }
}
