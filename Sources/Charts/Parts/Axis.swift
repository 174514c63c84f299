/// Ticks with their labels on a scale.
struct Axis {
    let scale: LinearScale
    let ticks: [Double]
    let labels: [String]

    /// Creates an axis with at most about `count` ticks.
    init(scale: LinearScale, count: Int, style: NumberStyle) {
        self.scale = scale
        ticks = scale.ticks(count: count)
        labels = style.tickLabels(ticks, step: scale.step(count: count))
    }

    /// Returns a lying axis over `values` with as many ticks, from two to five, as its labels leave room for.
    ///
    /// Nil if no value is finite.
    static func fitting(
        _ values: [Double], includesZero: Bool, from start: Double, to end: Double, size: Double, style: NumberStyle
    ) -> Axis? {
        var result: Axis?
        for count in [5, 4, 3, 2] {
            guard
                let scale = LinearScale(
                    covering: values, includesZero: includesZero, count: count, rangeStart: start, rangeEnd: end)
            else { return nil }
            let axis = Axis(scale: scale, count: count, style: style)
            result = axis
            if (axis.labelWidth(size: size) + 10) * Double(axis.ticks.count - 1) <= end - start { break }
        }
        return result
    }

    /// Returns a lying axis from `low` to `high` exactly, with ticks as far apart as their labels need.
    static func exact(
        from low: Double, to high: Double, between start: Double, and end: Double, size: Double, style: NumberStyle
    ) -> Axis {
        let scale = LinearScale(checkedDomain: low, high, range: start, end)
        let axes = [8, 6, 5, 4, 3].lazy.map { Axis(scale: scale, count: $0, style: style) }
        let fitting = axes.first { ($0.labelWidth(size: size) + 14) * Double($0.ticks.count - 1) <= end - start }
        return fitting ?? Axis(scale: scale, count: 2, style: style)
    }

    /// The width of the widest label.
    func labelWidth(size: Double) -> Double {
        labels.map { TextMetrics.width($0, size: size) }.max() ?? 0
    }

    /// Draws horizontal grid lines across the plot with labels at its left, cut if they are wider than `room`.
    func drawLeft(in drawing: inout Drawing, plot: Rectangle, room: Double) {
        let size = drawing.theme.smallSize
        for (tick, label) in zip(ticks, labels) {
            guard let y = scale.place(tick) else { continue }
            drawing.line(
                from: Point(x: plot.x, y: y), to: Point(x: plot.right, y: y),
                tick == 0 ? drawing.theme.axis : drawing.theme.grid)
            drawing.text(
                label, x: plot.x - 6, y: y + size * 0.36, TextStyle(size: size, anchor: .end, limit: room + 0.01))
        }
    }

    /// Draws the axis of time below the plot, with the labels that have room.
    func drawBottom(in drawing: inout Drawing, plot: Rectangle) {
        let size = drawing.theme.smallSize
        drawing.line(
            from: Point(x: plot.x, y: plot.bottom), to: Point(x: plot.right, y: plot.bottom), drawing.theme.axis)
        for tick in ticks {
            guard let x = scale.place(tick) else { continue }
            drawing.line(
                from: Point(x: x, y: plot.bottom), to: Point(x: x, y: plot.bottom + 4), drawing.theme.axis)
        }
        drawLyingLabels(in: &drawing, y: plot.bottom + 6 + size)
    }

    /// Draws vertical grid lines through the plot with labels above it.
    func drawTop(in drawing: inout Drawing, plot: Rectangle) {
        for tick in ticks {
            guard let x = scale.place(tick) else { continue }
            drawing.line(
                from: Point(x: x, y: plot.y), to: Point(x: x, y: plot.bottom),
                tick == 0 ? drawing.theme.axis : drawing.theme.grid)
        }
        drawLyingLabels(in: &drawing, y: plot.y - 5)
    }

    /// Writes the labels side by side, leaving out those that would touch the one before.
    func drawLyingLabels(in drawing: inout Drawing, y: Double) {
        let size = drawing.theme.smallSize
        var edge = -Double.infinity
        for (tick, label) in zip(ticks, labels) {
            guard let place = scale.place(tick) else { continue }
            let half = TextMetrics.width(label, size: size) / 2
            let x = min(max(place, half), max(drawing.width - half, half))
            guard x - half >= edge else { continue }
            edge = x + half + 4
            drawing.text(label, x: x, y: y, TextStyle(size: size, anchor: .middle))
        }
    }
}
