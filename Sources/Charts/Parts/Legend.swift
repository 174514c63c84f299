/// Signs with their meanings, in rows that wrap at the width of the drawing.
struct Legend {
    private static let signWidth = 30.0
    private static let gap = 18.0

    let entries: [LegendEntry]
    let theme: Theme

    init(_ entries: [LegendEntry], theme: Theme) {
        self.entries = entries.filter { !$0.label.isEmpty }
        self.theme = theme
    }

    /// Draws the legend from the top edge `y`, and returns the lower edge.
    func draw(in drawing: inout Drawing, y top: Double) -> Double {
        guard !entries.isEmpty else { return top }
        let rowHeight = theme.fontSize * 1.5
        var (x, y) = (0.0, top + 6)
        for entry in entries {
            let limit = drawing.width - Self.signWidth
            let width = Self.signWidth + min(TextMetrics.width(entry.label, size: theme.smallSize), limit)
            if x > 0, x + width > drawing.width { (x, y) = (0, y + rowHeight) }
            let box = Rectangle(x: x, y: y, width: 24, height: rowHeight)
            Self.draw(entry.sign, in: &drawing, box: box)
            drawing.text(
                entry.label, x: x + Self.signWidth, y: box.middleY + theme.smallSize * 0.36,
                TextStyle(size: theme.smallSize, limit: limit))
            x += width + Self.gap
        }
        return y + rowHeight
    }

    private static func draw(_ sign: LegendEntry.Sign, in drawing: inout Drawing, box: Rectangle) {
        let middle = Point(x: box.middleX, y: box.middleY)
        let (left, right) = (Point(x: box.x, y: middle.y), Point(x: box.right, y: middle.y))
        let inner = Rectangle(x: box.x + 2, y: middle.y - 6, width: box.width - 4, height: 12)
        switch sign {
        case .series(let style):
            drawing.line(from: left, to: right, Stroke(colour: style.colour, width: 2, dash: style.dash))
            drawing.marker(style.marker, at: middle, radius: 3.5, colour: style.colour)
        case .dashed(let colour):
            drawing.line(from: left, to: right, Stroke(colour: colour, width: 1.5, dash: "6 4"))
        case .line(let colour): drawing.line(from: left, to: right, Stroke(colour: colour, width: 3))
        case .marker(let marker, let colour, let isHollow):
            drawing.marker(marker, at: middle, radius: 4.5, colour: colour, isHollow: isHollow)
        case .box(let fill, let opacity):
            drawing.rectangle(inner, fill: fill, opacity: opacity, outline: opacity < 1 ? fill : "")
        case .hatch: drawing.hatch(inner)
        case .tick: drawing.tick(x: middle.x, from: middle.y - 7, to: middle.y + 7)
        }
    }
}
