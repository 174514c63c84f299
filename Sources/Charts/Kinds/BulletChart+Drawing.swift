extension BulletChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        var top = drawing.header(frame)
        guard rows.contains(where: { !$0.values.isEmpty }) else {
            drawing.noData(frame, from: top)
            return drawing
        }
        top = legend(theme).draw(in: &drawing, y: top - 6) + 8
        for row in rows {
            top = draw(row, top: top, in: &drawing)
        }
        drawing.height = top
        return drawing
    }

    private func draw(_ row: BulletRow, top: Double, in drawing: inout Drawing) -> Double {
        let size = drawing.theme.fontSize
        let look = row.style ?? style
        let note = row.isPreliminary && row.actual.finite != nil && !names.preliminary.isEmpty
        let value = look.text(row.actual) + (note ? " (\(names.preliminary))" : "")
        let valueWidth = TextMetrics.width(value, size: size, isBold: true)
        drawing.text(
            row.label, x: 0, y: top + size,
            TextStyle(size: size, limit: max(drawing.width - valueWidth - 12, 40)))
        drawing.text(value, x: drawing.width, y: top + size, TextStyle(size: size, anchor: .end, isBold: true))
        let track = Rectangle(x: 8, y: top + size * 1.5, width: drawing.width - 16, height: 18)
        if let low = row.values.min(), let high = row.values.max() {
            let scale = LinearScale(
                checkedDomain: row.isFalling ? high : low, row.isFalling ? low : high, range: track.x, track.right)
            drawMarks(row, track: track, scale: scale, in: &drawing)
            drawEnds(row, track: track, scale: scale, in: &drawing)
        } else {
            drawing.hatch(track)
        }
        return track.bottom + size * 2.1
    }

    private func drawMarks(_ row: BulletRow, track: Rectangle, scale: LinearScale, in drawing: inout Drawing) {
        let look = row.style ?? style
        let colour = drawing.theme.palette.colour(ofSeries: 0).hexadecimal
        drawing.rectangle(track, fill: "currentColor", opacity: 0.09)
        if let base = row.base.flatMap(scale.place) {
            if let actual = row.actual.flatMap(scale.place) {
                let bar = Rectangle(x: min(base, actual), y: track.y + 4, width: abs(actual - base), height: 10)
                let title = "\(row.label), \(names.value): \(look.text(row.actual))"
                let fill = actual < base ? drawing.theme.palette.colour(ofSeries: 1).hexadecimal : colour
                drawing.linked(to: row.href) {
                    $0.rectangle(
                        bar, fill: row.isPreliminary ? $0.theme.paper : fill, outline: row.isPreliminary ? fill : "",
                        title: title)
                }
            }
            drawing.line(
                from: Point(x: base, y: track.y), to: Point(x: base, y: track.bottom),
                Stroke(colour: "currentColor", width: 1.5))
        } else if let actual = row.actual.flatMap(scale.place) {
            drawing.marker(
                .circle, at: Point(x: actual, y: track.middleY), radius: 5, colour: colour, isHollow: row.isPreliminary)
        }
        if let path = row.path.flatMap(scale.place) {
            drawing.tick(
                x: path, from: track.y - 2, to: track.bottom + 2,
                title: "\(row.label), \(names.path): \(look.text(row.path))")
        }
        if let target = row.target.flatMap(scale.place) {
            drawing.marker(
                .diamond, at: Point(x: target, y: track.middleY), radius: 6,
                colour: "currentColor", title: "\(row.label), \(names.target): \(look.text(row.target))")
        }
    }

    /// Writes base, path and target below their marks; where they would touch, the path goes first, then the base.
    private func drawEnds(_ row: BulletRow, track: Rectangle, scale: LinearScale, in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let look = row.style ?? style
        var taken: [ClosedRange<Double>] = []
        let items = [(names.target, row.target), (names.base, row.base), (names.path, row.path)]
        for (name, value) in items {
            guard let place = value.flatMap(scale.place) else { continue }
            let content = "\(name) \(look.text(value))"
            let width = TextMetrics.width(content, size: size)
            let x = min(max(place, width / 2), max(drawing.width - width / 2, width / 2))
            let span = (x - width / 2 - 6)...(x + width / 2 + 6)
            guard !taken.contains(where: { $0.overlaps(span) }) else { continue }
            taken.append(span)
            drawing.text(
                content, x: x, y: track.bottom + size + 3,
                TextStyle(size: size, anchor: .middle, limit: drawing.width))
        }
    }

    private func legend(_ theme: Theme) -> Legend {
        let colour = theme.palette.colour(ofSeries: 0).hexadecimal
        var entries = [LegendEntry(sign: .box(colour, opacity: 1), label: names.value)]
        if rows.contains(where: { $0.path.finite != nil }) {
            entries.append(LegendEntry(sign: .tick, label: names.path))
        }
        entries.append(
            LegendEntry(
                sign: .marker(.diamond, colour: "currentColor", isHollow: false), label: names.target))
        return Legend(entries, theme: theme)
    }
}
