extension Drawing {
    /// Draws what `marks` draws inside a link if the address is safe, else bare.
    ///
    /// The link is not a tab stop: the picture is one image to assistive technology, and the table repeats its links.
    mutating func linked(to href: String?, _ marks: (inout Drawing) -> Void) {
        guard let address = Link.safe(href) else { return marks(&self) }
        writer.open("a", ["href": address, "tabindex": "-1"])
        marks(&self)
        writer.close("a")
    }

    mutating func marker(
        _ shape: Marker, at centre: Point, radius: Double, colour: String, isHollow: Bool = false,
        title: String = ""
    ) {
        let fill = isHollow ? theme.paper : colour
        if shape == .circle {
            writer.element(
                "circle",
                [
                    "cx": Coordinate.text(centre.x), "cy": Coordinate.text(centre.y), "r": Coordinate.text(radius),
                    "fill": fill, "stroke": colour, "stroke-width": isHollow ? "2" : "1",
                ], title: title)
        } else {
            let corners = shape.corners.map { Point(x: centre.x + $0.x * radius, y: centre.y + $0.y * radius) }
            writer.element(
                "path",
                [
                    "d": Self.path(corners) + "Z", "fill": fill, "stroke": colour, "stroke-width": isHollow ? "2" : "1",
                ], title: title)
        }
    }

    /// Draws an interval: a line with a cap at either end.
    mutating func interval(from start: Point, to end: Point, cap: Double) {
        let stroke = Stroke(colour: "currentColor", width: 1.5)
        line(from: start, to: end, stroke)
        let isVertical = abs(start.x - end.x) < abs(start.y - end.y)
        let (dx, dy) = isVertical ? (cap, 0.0) : (0.0, cap)
        for point in [start, end] {
            line(from: Point(x: point.x - dx, y: point.y - dy), to: Point(x: point.x + dx, y: point.y + dy), stroke)
        }
    }

    /// Draws a bold vertical tick, taller than the bar it crosses.
    mutating func tick(x: Double, from top: Double, to bottom: Double, title: String = "") {
        rectangle(
            Rectangle(x: x - 1.25, y: top, width: 2.5, height: bottom - top), fill: "currentColor", title: title)
    }

    /// Draws a minus sign in the middle of a box: the sign of a value below zero where no number has room.
    mutating func minus(in box: Rectangle, colour: String) {
        let half = min(box.width * 0.28, 6)
        line(
            from: Point(x: box.middleX - half, y: box.middleY), to: Point(x: box.middleX + half, y: box.middleY),
            Stroke(colour: colour, width: 1.5))
    }
}
