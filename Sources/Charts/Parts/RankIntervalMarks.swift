/// The marks of one row of a ``RankIntervalChart``: line, bar, tick and dot, told apart by shape.
struct RankIntervalMarks {
    let chart: RankIntervalChart
    let index: Int
    let middle: Double
    /// The distance from row to row.
    let height: Double

    private var row: RankIntervalRow { chart.rows[index] }

    func draw(in drawing: inout Drawing, scale: LinearScale, plot: Rectangle) {
        guard !row.values.isEmpty else {
            let box = Rectangle(x: plot.x, y: middle - height * 0.3, width: 40, height: height * 0.6)
            return drawing.hatch(box, title: title)
        }
        drawing.line(
            from: Point(x: plot.x, y: middle), to: Point(x: plot.right, y: middle),
            Stroke(colour: "currentColor", dash: "1 3", opacity: 0.45))
        let palette = drawing.theme.palette
        let colour = (index == chart.highlighted ? palette.highlight : palette.colour(ofSeries: 0)).hexadecimal
        bar(row.interval, thickness: 3, scale, colour, in: &drawing)
        bar(row.innerInterval, thickness: height * 0.42, scale, colour, in: &drawing)
        if let median = row.median.flatMap(scale.place) {
            drawing.tick(x: median, from: middle - height * 0.4, to: middle + height * 0.4)
        }
        if let nominal = row.nominal.flatMap(scale.place) {
            drawing.marker(
                .circle, at: Point(x: nominal, y: middle), radius: 4, colour: "currentColor", isHollow: true)
        }
        drawTarget(in: &drawing, scale: scale)
    }

    private func bar(
        _ interval: ClosedRange<Double>?, thickness: Double, _ scale: LinearScale, _ colour: String,
        in drawing: inout Drawing
    ) {
        guard
            let interval, let low = scale.place(interval.lowerBound), let high = scale.place(interval.upperBound)
        else { return }
        let width = max(high - low, 2)
        drawing.rectangle(
            Rectangle(x: (low + high - width) / 2, y: middle - thickness / 2, width: width, height: thickness),
            fill: colour)
    }

    /// Draws what can be pointed at: unseen, over all marks of the row.
    private func drawTarget(in drawing: inout Drawing, scale: LinearScale) {
        let places = row.values.compactMap(scale.place)
        guard let low = places.min(), let high = places.max() else { return }
        let left = max(low - 5, 0)
        let box = Rectangle(
            x: left, y: middle - height * 0.45, width: min(high + 5, drawing.width) - left, height: height * 0.9)
        drawing.linked(to: row.href) { $0.rectangle(box, fill: $0.theme.paper, opacity: 0, title: title) }
    }

    private var title: String {
        let titles = chart.titles
        let parts = [
            (titles.nominal, chart.text(row.nominal)), (titles.median, chart.text(row.median)),
            (titles.interval, chart.text(row.interval)),
        ]
        let inner = row.innerInterval.map { [(titles.inner, chart.text($0))] } ?? []
        return ([row.label] + (parts + inner).map { "\($0.0): \($0.1)" }).joined(separator: ", ")
    }
}
