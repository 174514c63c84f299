/// The colour scale of a heat map with the values at its ends, and the sign of a missing value.
struct HeatLegend {
    private static let stepCount = 9

    /// What the values are.
    let title: String
    let style: NumberStyle
    /// What hatching means; empty if nothing is missing.
    let missingLabel: String
    let colours: HeatColours
    /// Whether colours of values below zero carry a minus, as the cells do.
    var marksNegatives = false

    /// Draws the legend from the top edge `y`, and returns the lower edge.
    func draw(in drawing: inout Drawing, y: Double) -> Double {
        let size = drawing.theme.smallSize
        let limit = drawing.width
        let lines = TextMetrics.wrapped(title, to: limit, size: size, lineCount: 2)
        let top = drawing.lines(lines, x: 0, y: y, TextStyle(size: size)) + 2
        let room = (limit - Double(Self.stepCount) * 14 - 16) / 2
        let low = TextMetrics.truncated(style.text(colours.lower), to: room, size: size)
        let high = TextMetrics.truncated(style.text(colours.upper), to: room, size: size)
        var x = TextMetrics.width(low, size: size) + 8
        let baseline = top + 8 + size * 0.36
        drawing.text(low, x: 0, y: baseline, TextStyle(size: size))
        for step in 0..<Self.stepCount {
            let share = Double(step) / Double(Self.stepCount - 1)
            let colour = Palette.colour(in: colours.ramp, at: share)
            let box = Rectangle(x: x, y: top, width: 14, height: 16)
            drawing.rectangle(box, fill: colour.hexadecimal)
            if marksNegatives, share < 0.5 { drawing.minus(in: box, colour: Palette.ink(on: colour).hexadecimal) }
            x += 14
        }
        drawing.text(high, x: x + 8, y: baseline, TextStyle(size: size))
        x += TextMetrics.width(high, size: size) + 30
        return drawMissing(in: &drawing, x: x, top: top)
    }

    private func drawMissing(in drawing: inout Drawing, x: Double, top: Double) -> Double {
        guard !missingLabel.isEmpty else { return top + 18 }
        let size = drawing.theme.smallSize
        let width = TextMetrics.width(missingLabel, size: size) + 30
        let wraps = x + width > drawing.width
        let (left, y) = wraps ? (0, top + 22) : (x, top)
        drawing.hatch(Rectangle(x: left, y: y, width: 22, height: 16))
        drawing.text(
            missingLabel, x: left + 28, y: y + 8 + size * 0.36,
            TextStyle(size: size, limit: drawing.width - left - 28))
        return y + 18
    }
}
