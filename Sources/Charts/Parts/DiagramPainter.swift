/// Draws the parts of a stock-and-flow diagram, moved into the picture.
struct DiagramPainter {
    var drawing: Drawing
    let dx: Double
    let dy: Double
    let boxes: [Rectangle]

    private func moved(_ x: Double, _ y: Double) -> Point { Point(x: x + dx, y: y + dy) }

    private func moved(_ box: Rectangle) -> Rectangle {
        Rectangle(x: box.x + dx, y: box.y + dy, width: box.width, height: box.height)
    }

    mutating func draw(_ pipe: DiagramPipe) {
        let points = pipe.points.map { moved($0[0], $0[1]) }
        drawing.polyline(points, Stroke(colour: "currentColor", width: 5))
        drawing.polyline(points, Stroke(colour: drawing.theme.paper, width: 3))
        guard pipe.hasArrow, let end = points.last, let before = points.dropLast().last else { return }
        let tip =
            boxes.map(moved).filter { $0.width > 18 }.compactMap { Self.entry(into: $0, from: before, to: end) }
            .first ?? end
        arrow(at: tip, from: before, size: 11, colour: "currentColor")
    }

    mutating func draw(_ link: DiagramLink) {
        let (from, to) = (boxes[link.from], boxes[link.to])
        let start = moved(from.middleX, from.middleY)
        let end = moved(to.middleX, to.middleY)
        var path = [start, end]
        if link.through.count == 2 {
            // The curve of second order that passes the point half way.
            let middle = moved(link.through[0], link.through[1])
            let control = Point(
                x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2)
            path = (0...16).map { step in
                let t = Double(step) / 16
                let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
                return Point(
                    x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y)
            }
        }
        let target = moved(to)
        while path.count > 2, let before = path.dropLast().last, Self.holds(target, before) { path.removeLast() }
        guard let last = path.last, let before = path.dropLast().last else { return }
        let tip = Self.entry(into: target, from: before, to: last) ?? last
        path[path.count - 1] = tip
        let colour = drawing.theme.palette.colour(ofSeries: 0).hexadecimal
        drawing.polyline(path, Stroke(colour: colour, width: 1, opacity: 0.8))
        arrow(at: tip, from: before, size: 8, colour: colour)
    }

    mutating func draw(_ node: DiagramNode, _ place: Int) {
        let box = moved(boxes[place])
        let note = node.note.isEmpty ? node.name : node.note
        let centre = Point(x: box.middleX, y: box.middleY)
        switch node.kind {
        case .stock:
            drawing.rectangle(box, fill: drawing.theme.paper, outline: "currentColor", title: note)
        case .module:
            drawing.rectangle(
                box, fill: drawing.theme.palette.colour(ofSeries: 0).hexadecimal, opacity: 0.12,
                outline: "currentColor", title: note)
        case .valve:
            drawing.polygon(
                [
                    Point(x: centre.x - 8, y: centre.y - 8), Point(x: centre.x + 8, y: centre.y - 8),
                    Point(x: centre.x - 8, y: centre.y + 8), Point(x: centre.x + 8, y: centre.y + 8),
                ], fill: "currentColor")
        case .circle:
            drawing.marker(.circle, at: centre, radius: 8, colour: "currentColor", isHollow: true, title: note)
        case .cloud:
            for (x, y, radius) in [(-7.0, 2.0, 6.0), (0, -3, 7), (7, 2, 6)] {
                drawing.marker(
                    .circle, at: Point(x: centre.x + x, y: centre.y + y), radius: radius,
                    colour: drawing.theme.missing, isHollow: true)
            }
        case .text, .ghost: break
        }
        label(node, box, title: note)
    }

    private mutating func label(_ node: DiagramNode, _ box: Rectangle, title: String) {
        guard !node.name.isEmpty else { return }
        let size = drawing.theme.smallSize - 1
        let isInside = node.side == .centre
        let isBeside = node.side == .left || node.side == .right
        let lines = TextMetrics.wrapped(
            node.name, to: isInside ? max(box.width, 64) : 96, size: size, lineCount: 4)
        let height = Double(lines.count) * size * Theme.lineHeight
        let (x, y): (Double, Double) =
            switch node.side {
            case .centre: (box.middleX, box.middleY - height / 2)
            case .top: (box.middleX, box.y - height - 2)
            case .bottom: (box.middleX, box.bottom + 2)
            case .left: (box.x - 4, box.middleY - height / 2)
            case .right: (box.right + 4, box.middleY - height / 2)
            }
        if isInside, node.kind == .text || node.kind == .ghost {
            // Arrows end at the name, not under it.
            let width = lines.map { TextMetrics.width($0, size: size) }.max() ?? 0
            drawing.rectangle(
                Rectangle(x: x - width / 2 - 1, y: y, width: width + 2, height: height), fill: drawing.theme.paper,
                opacity: 0.85)
        }
        let style = TextStyle(
            size: size, anchor: isBeside ? (node.side == .left ? .end : .start) : .middle,
            isBold: node.kind == .stock, colour: node.kind == .ghost ? drawing.theme.missing : "currentColor")
        _ = drawing.lines(lines, x: x, y: y, style, title: title)
    }

    private mutating func arrow(at tip: Point, from before: Point, size: Double, colour: String) {
        let (x, y) = (tip.x - before.x, tip.y - before.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 0 else { return }
        let (ux, uy) = (x / length * size, y / length * size)
        drawing.polygon(
            [
                tip, Point(x: tip.x - ux - uy * 0.4, y: tip.y - uy + ux * 0.4),
                Point(x: tip.x - ux + uy * 0.4, y: tip.y - uy - ux * 0.4),
            ], fill: colour)
    }

    private static func holds(_ box: Rectangle, _ point: Point) -> Bool {
        point.x >= box.x && point.x <= box.right && point.y >= box.y && point.y <= box.bottom
    }

    /// Where a line enters a box that it ends in.
    private static func entry(into box: Rectangle, from start: Point, to end: Point) -> Point? {
        guard holds(box, end), !holds(box, start) else { return nil }
        let (x, y) = (end.x - start.x, end.y - start.y)
        var share = 0.0
        if x != 0 { share = max(share, ((x > 0 ? box.x : box.right) - start.x) / x) }
        if y != 0 {
            let other = ((y > 0 ? box.y : box.bottom) - start.y) / y
            share = max(share, min(1, other))
        }
        share = min(1, max(0, share))
        return Point(x: start.x + share * x, y: start.y + share * y)
    }
}
