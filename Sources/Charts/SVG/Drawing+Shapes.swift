extension Drawing {
    mutating func line(from start: Point, to end: Point, _ stroke: Stroke) {
        writer.element(
            "line",
            [
                "x1": Coordinate.text(start.x), "y1": Coordinate.text(start.y),
                "x2": Coordinate.text(end.x), "y2": Coordinate.text(end.y),
                "stroke": stroke.colour, "stroke-width": Coordinate.text(stroke.width),
                "stroke-dasharray": stroke.dash, "stroke-opacity": Self.opacity(stroke.opacity),
            ])
    }

    mutating func rectangle(
        _ box: Rectangle, fill: String, opacity: Double = 1, outline: String = "", title: String = ""
    ) {
        writer.element(
            "rect",
            [
                "x": Coordinate.text(box.x), "y": Coordinate.text(box.y),
                "width": Coordinate.text(max(box.width, 0)), "height": Coordinate.text(max(box.height, 0)),
                "fill": fill, "fill-opacity": Self.opacity(opacity), "stroke": outline,
            ], title: title)
    }

    mutating func polyline(_ points: [Point], _ stroke: Stroke) {
        guard points.count > 1 else { return }
        writer.element(
            "path",
            [
                "d": Self.path(points), "fill": "none", "stroke": stroke.colour,
                "stroke-width": Coordinate.text(stroke.width), "stroke-dasharray": stroke.dash,
                "stroke-linejoin": "round", "stroke-linecap": stroke.dash.isEmpty ? "round" : "butt",
                "stroke-opacity": Self.opacity(stroke.opacity),
            ])
    }

    mutating func polygon(_ points: [Point], fill: String, opacity: Double = 1) {
        guard points.count > 2 else { return }
        writer.element(
            "path",
            [
                "d": Self.path(points) + "Z", "fill": fill, "fill-opacity": Self.opacity(opacity),
            ])
    }

    /// Draws a box filled with diagonal lines: the sign of a missing value.
    mutating func hatch(_ box: Rectangle, title: String = "") {
        let spacing = max(6, (box.width + box.height) / 60)
        var path = ""
        var offset = spacing / 2
        while offset < box.width + box.height {
            let start = Point(x: box.x + min(offset, box.width), y: box.y + max(0, offset - box.width))
            let end = Point(x: box.x + max(0, offset - box.height), y: box.y + min(offset, box.height))
            path += Self.path([start, end])
            offset += spacing
        }
        rectangle(box, fill: theme.paper, outline: theme.missing, title: title)
        writer.element(
            "path",
            [
                "d": path, "fill": "none", "stroke": theme.missing, "stroke-width": "1", "pointer-events": "none",
            ])
    }

    static func opacity(_ value: Double) -> String {
        value >= 1 ? "" : Coordinate.text(value)
    }

    static func path(_ points: [Point]) -> String {
        points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(Coordinate.text(point.x)) \(Coordinate.text(point.y))"
        }.joined()
    }
}
