extension SankeyChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        var top = drawing.header(frame)
        if !titles.value.isEmpty {
            let lines = TextMetrics.wrapped(titles.value, to: drawing.width, size: theme.smallSize, lineCount: 2)
            top = drawing.lines(lines, x: 0, y: top, TextStyle(size: theme.smallSize)) + 6
        }
        guard let layout = SankeyLayout(self, top: top, theme: theme) else {
            drawing.noData(frame, from: top)
            return drawing
        }
        drawing.height = layout.bottom + 6
        drawBands(layout, in: &drawing)
        for (position, node) in layout.sources.enumerated() {
            let colour = theme.palette.colour(ofSeries: 5).hexadecimal
            drawing.rectangle(node.box, fill: colour, title: title(sources[position], node))
            draw(node, name: sources[position], x: node.box.x - 6, anchor: .end, in: &drawing)
        }
        for (position, node) in layout.targets.enumerated() {
            drawing.rectangle(node.box, fill: Self.colour(position, theme), title: title(targets[position], node))
            draw(node, name: targets[position], x: node.box.right + 6, anchor: .start, in: &drawing)
        }
        return drawing
    }

    private func title(_ name: String, _ node: SankeyLayout.Node) -> String { "\(name): \(style.text(node.amount))" }

    private func draw(
        _ node: SankeyLayout.Node, name: String, x: Double, anchor: TextStyle.Anchor, in drawing: inout Drawing
    ) {
        let size = drawing.theme.smallSize
        let lines = node.lines + [style.text(node.amount)]
        let half = Double(lines.count) * size * Theme.lineHeight / 2
        let limit = anchor == .end ? x : drawing.width - x
        _ = drawing.lines(
            lines, x: x, y: node.box.middleY - half, TextStyle(size: size, anchor: anchor, limit: max(limit, 0)),
            title: node.lines.last?.hasSuffix("…") == true ? name : "")
    }

    /// Draws the bands in the order of the flows, each below the one before at both of its nodes.
    private func drawBands(_ layout: SankeyLayout, in drawing: inout Drawing) {
        var out = layout.sources.map(\.box.y)
        var into = layout.targets.map(\.box.y)
        for (flow, amount) in drawn {
            let height = amount * layout.scale
            let left = Point(x: layout.sources[flow.from].box.right, y: out[flow.from])
            let right = Point(x: layout.targets[flow.to].box.x, y: into[flow.to])
            out[flow.from] += height
            into[flow.to] += height
            let upper = Self.curve(from: left, to: right)
            let lower = upper.map { Point(x: $0.x, y: $0.y + height) }
            drawing.linked(to: flow.href) {
                $0.polygon(upper + lower.reversed(), fill: Self.colour(flow.to, $0.theme), opacity: 0.45)
            }
        }
    }

    /// A curve that leaves and arrives level: y follows 3 t^2 - 2 t^3.
    private static func curve(from start: Point, to end: Point) -> [Point] {
        (0...16).map { step in
            let share = Double(step) / 16
            return Point(
                x: start.x + (end.x - start.x) * share,
                y: start.y + (end.y - start.y) * share * share * (3 - 2 * share))
        }
    }

    private static func colour(_ target: Int, _ theme: Theme) -> String {
        theme.palette.colour(ofSeries: target).hexadecimal
    }
}
