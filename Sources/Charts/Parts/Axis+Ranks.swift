extension Axis {
    /// Returns a lying axis of ranks over `values`, with ticks at 1 and at multiples of a nice step.
    ///
    /// Ranks that no ranking has (below 1 or beyond a million) give an axis of plain numbers. Nil if no value is finite.
    static func ranks(
        _ values: [Double], from start: Double, to end: Double, size: Double, style: NumberStyle
    ) -> Axis? {
        guard let low = values.min(), let high = values.max() else { return nil }
        guard low >= 1, high <= 1e6 else {
            return fitting(values, includesZero: false, from: start, to: end, size: size, style: style)
        }
        let last = high.rounded(.up)
        let scale = LinearScale(checkedDomain: 0.5, last + 0.5, range: start, end)
        var style = style
        style.decimals = 0
        let widest = TextMetrics.width(style.text(last), size: size)
        let count = max((end - start) / (widest + 14), 1)
        let nice = NiceStep(notBelow: max((last - 1) / count, 1))?.value ?? 1
        let step = nice == 2 ? 5 : nice
        let multiples = stride(from: step, through: last, by: step).filter { $0 > 1 }
        let ticks = [1] + multiples
        return Axis(scale: scale, ticks: ticks, labels: ticks.map { style.text($0) })
    }

    private init(scale: LinearScale, ticks: [Double], labels: [String]) {
        self.scale = scale
        self.ticks = ticks
        self.labels = labels
    }
}
