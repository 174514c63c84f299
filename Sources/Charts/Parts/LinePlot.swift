/// Lines over time inside a rectangle: target, bands, lines and points, without axes and labels.
struct LinePlot {
    var series: [Series]
    var target: TargetMark?
    var breaks: [SeriesBreak] = []
    var spacing: Double
    var x: LinearScale
    var y: LinearScale
    var area: Rectangle
    var style: NumberStyle
    var xStyle: NumberStyle
    var radius = 3.5

    func draw(in drawing: inout Drawing) {
        drawTarget(in: &drawing)
        drawBreaks(in: &drawing)
        let styled = series.enumerated().map { ($1, SeriesStyle(index: $0, theme: drawing.theme)) }
        let parts = styled.map { (LineSegments(of: $0.0, spacing: spacing, breaks: breaks), $0.0, $0.1) }
        for (segments, _, look) in parts { drawBands(segments, look, in: &drawing) }
        for (segments, _, look) in parts { drawLines(segments, look, in: &drawing) }
        for (segments, series, look) in parts { drawPoints(segments, series, look, in: &drawing) }
    }

    /// Returns the place of an observation, nil if its value is missing.
    func point(_ observation: DataPoint) -> Point? {
        guard let value = observation.value.finite, let px = x.place(observation.x), let py = y.place(value) else {
            return nil
        }
        return Point(x: px, y: py)
    }

    private func drawTarget(in drawing: inout Drawing) {
        guard let target, let line = y.place(target.value) else { return }
        if let low = target.lower.flatMap(y.place), let high = target.upper.flatMap(y.place) {
            let band = Rectangle(x: area.x, y: min(low, high), width: area.width, height: abs(low - high))
            drawing.rectangle(band, fill: "currentColor", opacity: 0.1)
        }
        drawing.line(
            from: Point(x: area.x, y: line), to: Point(x: area.right, y: line),
            Stroke(colour: "currentColor", width: 1.5, dash: "6 4"))
    }

    private func drawBreaks(in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        for item in breaks {
            guard let place = x.place(item.x), place >= area.x, place <= area.right else { continue }
            drawing.line(
                from: Point(x: place, y: area.y), to: Point(x: place, y: area.bottom),
                Stroke(colour: "currentColor", dash: "2 3"))
            let isLeft = place > area.middleX
            let room = (isLeft ? place - area.x : area.right - place) - 6
            drawing.text(
                item.label, x: place + (isLeft ? -4 : 4), y: area.y + size,
                TextStyle(size: size, anchor: isLeft ? .end : .start, limit: room))
        }
    }

    private func drawBands(_ segments: LineSegments, _ look: SeriesStyle, in drawing: inout Drawing) {
        for run in segments.bands {
            let upper = run.compactMap { edge($0, $0.upper) }
            let lower = run.compactMap { edge($0, $0.lower) }
            if run.count > 1 {
                drawing.polygon(upper + lower.reversed(), fill: look.colour, opacity: 0.16)
            } else if let top = upper.first, let bottom = lower.first {
                drawing.interval(from: top, to: bottom, cap: 4)
            }
        }
    }

    private func edge(_ observation: DataPoint, _ value: Double?) -> Point? {
        guard let px = x.place(observation.x), let py = value.flatMap(y.place) else { return nil }
        return Point(x: px, y: py)
    }

    private func drawLines(_ segments: LineSegments, _ look: SeriesStyle, in drawing: inout Drawing) {
        for run in segments.lines {
            drawing.polyline(run.compactMap(point), Stroke(colour: look.colour, width: 2.25, dash: look.dash))
        }
    }

    private func drawPoints(
        _ segments: LineSegments, _ series: Series, _ look: SeriesStyle, in drawing: inout Drawing
    ) {
        let isDense = segments.lines.reduce(0) { $0 + $1.count } > 40
        for run in segments.lines {
            for item in run where !isDense || run.count == 1 || item.isPreliminary || item.href != nil {
                guard let place = point(item) else { continue }
                let value = style.text(item.value, from: item.lower, to: item.upper)
                let title = "\(series.name), \(xStyle.text(item.x)): \(value)"
                drawing.linked(to: item.href) {
                    $0.marker(
                        look.marker, at: place, radius: radius, colour: look.colour, isHollow: item.isPreliminary,
                        title: title)
                }
            }
        }
    }
}
