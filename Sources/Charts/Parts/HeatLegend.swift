/// The colour scale of a heat map with the values at its ends, and the sign of a missing value.
struct HeatLegend {
    private static let stepCount = 9

    let map: HeatMap
    let colours: HeatColours
    let values: [Double]

    /// Draws the legend from the top edge `y`, and returns the lower edge.
    func draw(in drawing: inout Drawing, y: Double) -> Double {
        let size = drawing.theme.smallSize
        let limit = drawing.width
        let title = TextMetrics.wrapped(map.valueTitle, to: limit, size: size, lineCount: 2)
        let top = drawing.lines(title, x: 0, y: y, TextStyle(size: size)) + 2
        let room = (limit - Double(Self.stepCount) * 14 - 16) / 2
        let low = TextMetrics.truncated(map.style.text(colours.lower), to: room, size: size)
        let high = TextMetrics.truncated(map.style.text(colours.upper), to: room, size: size)
        var x = TextMetrics.width(low, size: size) + 8
        let baseline = top + 8 + size * 0.36
        drawing.text(low, x: 0, y: baseline, TextStyle(size: size))
        for step in 0..<Self.stepCount {
            let share = Double(step) / Double(Self.stepCount - 1)
            drawing.rectangle(
                Rectangle(x: x, y: top, width: 14, height: 16),
                fill: Palette.colour(in: colours.ramp, at: share).hexadecimal)
            x += 14
        }
        drawing.text(high, x: x + 8, y: baseline, TextStyle(size: size))
        x += TextMetrics.width(high, size: size) + 30
        return drawMissing(in: &drawing, x: x, top: top)
    }

    private func drawMissing(in drawing: inout Drawing, x: Double, top: Double) -> Double {
        let isIncomplete = map.rows.indices.contains { row in
            map.columns.indices.contains { map.cell(row, $0).value.finite == nil }
        }
        guard isIncomplete, !map.missingLabel.isEmpty else { return top + 18 }
        let size = drawing.theme.smallSize
        let width = TextMetrics.width(map.missingLabel, size: size) + 30
        let wraps = x + width > drawing.width
        let (left, y) = wraps ? (0, top + 22) : (x, top)
        drawing.hatch(Rectangle(x: left, y: y, width: 22, height: 16))
        drawing.text(
            map.missingLabel, x: left + 28, y: y + 8 + size * 0.36,
            TextStyle(size: size, limit: drawing.width - left - 28))
        return y + 18
    }
}
