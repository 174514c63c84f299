/// Where the nodes of a ``SankeyChart`` stand, and how wide its bands are.
struct SankeyLayout {
    /// A node: the box of its bar, its name in lines, the sum of its bands.
    struct Node {
        var box: Rectangle
        var lines: [String]
        var amount: Double
    }

    let sources: [Node]
    let targets: [Node]
    /// User units for one of what flows.
    let scale: Double
    let bottom: Double

    private static let barWidth = 10.0

    /// Lays out the nodes below `top`; nil if nothing flows or the sum is beyond the range of numbers.
    init?(_ chart: SankeyChart, top: Double, theme: Theme) {
        let drawn = chart.drawn
        let total = drawn.reduce(0) { $0 + $1.amount }
        guard total > 0, total.isFinite else { return nil }
        let width = chart.frame.width
        let size = theme.smallSize
        func lines(_ names: [String], _ limit: Double) -> [[String]] {
            names.map { TextMetrics.wrapped($0, to: limit, size: size, lineCount: 2) }
        }
        let (left, right) = (width * 0.32, width * 0.28)
        let (sourceLines, targetLines) = (lines(chart.sources, left), lines(chart.targets, right))
        func amounts(_ count: Int, _ place: (SankeyFlow) -> Int) -> [Double] {
            var sums = Array(repeating: 0.0, count: count)
            for entry in drawn { sums[place(entry.flow)] += entry.amount }
            return sums
        }
        let bands = theme.fontSize * 14
        let scale = bands / total
        func slots(_ lines: [[String]], _ amounts: [Double]) -> [Double] {
            zip(lines, amounts).map { lines, amount in
                max(Double(lines.count + 1) * size * Theme.lineHeight + 6, amount * scale + 8)
            }
        }
        let (out, into) = (amounts(chart.sources.count) { $0.from }, amounts(chart.targets.count) { $0.to })
        let (sourceSlots, targetSlots) = (slots(sourceLines, out), slots(targetLines, into))
        let height = max(sourceSlots.reduce(0, +), targetSlots.reduce(0, +))
        func nodes(_ slots: [Double], _ lines: [[String]], _ amounts: [Double], x: Double) -> [Node] {
            let extra = (height - slots.reduce(0, +)) / Double(max(slots.count, 1))
            var y = top
            return slots.indices.map { position in
                let slot = slots[position] + extra
                let bar = max(amounts[position] * scale, 1)
                let box = Rectangle(x: x, y: y + (slot - bar) / 2, width: Self.barWidth, height: bar)
                y += slot
                return Node(box: box, lines: lines[position], amount: amounts[position])
            }
        }
        self.scale = scale
        bottom = top + height
        sources = nodes(sourceSlots, sourceLines, out, x: left + 6)
        targets = nodes(targetSlots, targetLines, into, x: width - right - 6 - Self.barWidth)
    }
}
