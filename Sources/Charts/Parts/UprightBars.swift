/// Upright bars from zero with names below and values at the bar ends.
struct UprightBars {
    private static let lineCount = 3

    private let chart: BarChart
    private let plot: Rectangle
    private let bands: BandScale
    private let scale: LinearScale
    private let axis: Axis
    private let names: [[String]]

    /// Lays the bars out below `top`; nil if a name or a value does not fit its band.
    init?(chart: BarChart, top: Double, theme: Theme) {
        self.chart = chart
        let size = theme.smallSize
        let height = chart.frame.width * 0.45
        let y = top + (chart.valueTitle.isEmpty ? 1 : 2.2) * theme.fontSize
        guard
            let scale = LinearScale(
                covering: Self.extent(chart.bars, share: size * 1.4 / height), includesZero: true, count: 6,
                rangeStart: y + height, rangeEnd: y)
        else { return nil }
        self.scale = scale
        axis = Axis(scale: scale, count: 6, style: chart.style)
        let left = axis.labelWidth(size: size) + 8
        plot = Rectangle(x: left, y: y, width: chart.frame.width - left, height: height)
        bands = BandScale(checkedCount: chart.bars.count, start: plot.x, end: plot.right, padding: 0.35)
        let room = bands.step - 4
        let texts = chart.bars.map { chart.style.text($0.value) }
        guard
            texts.allSatisfy({ TextMetrics.width($0, size: size) <= room }),
            chart.bars.allSatisfy({ TextMetrics.widestPiece($0.label, size: size) <= room })
        else { return nil }
        names = chart.bars.map { TextMetrics.wrapped($0.label, to: room, size: size, lineCount: 9) }
        guard names.allSatisfy({ $0.count <= Self.lineCount }) else { return nil }
    }

    /// The values with room for the numbers at the bar ends.
    private static func extent(_ bars: [Bar], share: Double) -> [Double] {
        let values = bars.extent
        let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
        let room = (high * share - low * share) * 1.1
        return values + [low < 0 ? low - room : 0, high > 0 ? high + room : 0]
    }

    func draw(in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        drawing.text(
            chart.valueTitle, x: 0, y: plot.y - drawing.theme.fontSize * 1.1,
            TextStyle(size: size, limit: drawing.width))
        axis.drawLeft(in: &drawing, plot: plot, room: plot.x)
        for (index, bar) in chart.bars.enumerated() {
            draw(bar, index: index, in: &drawing)
            _ = drawing.lines(
                names[index], x: bands.centre(index), y: plot.bottom + 5, TextStyle(size: size, anchor: .middle))
        }
        let lines = Double(names.map(\.count).max() ?? 1)
        drawing.height = plot.bottom + 5 + lines * size * Theme.lineHeight + 6
    }

    private func draw(_ bar: Bar, index: Int, in drawing: inout Drawing) {
        let middle = bands.centre(index)
        let zero = scale.place(0) ?? plot.bottom
        let title = "\(bar.label): \(chart.style.text(bar.value, from: bar.lower, to: bar.upper))"
        guard let value = bar.value.finite, let end = scale.place(value) else {
            let height = min(28, max(zero - plot.y, 4))
            drawing.hatch(
                Rectangle(x: middle - bands.width / 2, y: zero - height, width: bands.width, height: height),
                title: title)
            return
        }
        let box = Rectangle(x: middle - bands.width / 2, y: min(zero, end), width: bands.width, height: abs(zero - end))
        let colour = drawing.theme.palette.colour(ofSeries: 0).hexadecimal
        drawing.linked(to: bar.href) { $0.rectangle(box, fill: colour, title: title) }
        var edge = end
        if let low = bar.lower.flatMap(scale.place), let high = bar.upper.flatMap(scale.place) {
            drawing.interval(from: Point(x: middle, y: low), to: Point(x: middle, y: high), cap: 5)
            edge = value < 0 ? max(low, high, end) : min(low, high, end)
        }
        let size = drawing.theme.smallSize
        let text = TextStyle(size: size, anchor: .middle)
        drawing.text(
            chart.style.text(bar.value), x: middle, y: value < 0 ? edge + size + 2 : edge - 4, text)
    }
}
