extension ZoneMap {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        var top = drawing.header(frame)
        if !caution.isEmpty {
            let style = TextStyle(size: theme.fontSize, isBold: true, colour: theme.palette.highlight.hexadecimal)
            let words = TextMetrics.wrapped(caution, to: frame.width, size: style.size, lineCount: 3, isBold: true)
            top = drawing.lines(words, x: 0, y: top, style) + 6
        }
        let points = shapes.flatMap { $0.paths.flatMap { $0 } }
        guard let map = MapFrame(points, x: 0.5, y: top, width: frame.width - 1) else {
            drawing.noData(frame, from: top)
            return drawing
        }
        drawing.rectangle(map.box, fill: "none", outline: theme.missing)
        for kind in kinds.indices {
            for shape in shapes where shape.kind == kind { draw(shape, kinds[kind].look, map, in: &drawing) }
        }
        var taken: [Rectangle] = []
        for shape in shapes where kinds.indices.contains(shape.kind) && kinds[shape.kind].look != .faint {
            name(shape, map, besides: &taken, in: &drawing)
        }
        top = drawScale(map, y: map.box.bottom + 6, in: &drawing)
        let entries = kinds.indices.filter { kind in shapes.contains { $0.kind == kind } }.map { kind in
            LegendEntry(sign: Self.sign(kinds[kind].look, theme), label: kinds[kind].label)
        }
        drawing.height = Legend(entries, theme: theme).draw(in: &drawing, y: top) + 4
        return drawing
    }

    private static func colour(_ look: MapKind.Look, _ theme: Theme) -> String {
        switch look {
        case .strong: theme.palette.colour(ofSeries: 2).hexadecimal
        case .pale: theme.palette.colour(ofSeries: 0).hexadecimal
        case .outline: theme.palette.highlight.hexadecimal
        case .faint: theme.missing
        }
    }

    private static func sign(_ look: MapKind.Look, _ theme: Theme) -> LegendEntry.Sign {
        let colour = colour(look, theme)
        return switch look {
        case .strong: .box(colour, opacity: 0.6)
        case .pale: .box(colour, opacity: 0.2)
        case .outline: .line(colour)
        case .faint: .dashed(colour)
        }
    }

    private func draw(_ shape: MapShape, _ look: MapKind.Look, _ map: MapFrame, in drawing: inout Drawing) {
        let paths = shape.paths.map { map.places($0) }.filter { $0.count > 1 }
        guard !paths.isEmpty else { return }
        let ends = shape.isOpen ? "" : "Z"
        let colour = Self.colour(look, drawing.theme)
        let hasFill = !shape.isOpen && (look == .strong || look == .pale)
        let value = shape.value.map { ": " + style.text($0) } ?? ""
        drawing.linked(to: shape.href) {
            $0.writer.element(
                "path",
                [
                    "d": paths.map { Drawing.path($0) + ends }.joined(), "fill": hasFill ? colour : "none",
                    "fill-rule": hasFill ? "evenodd" : "",
                    "fill-opacity": hasFill ? (look == .strong ? "0.6" : "0.2") : "", "stroke": colour,
                    "stroke-width": look == .outline ? "2.5" : "1.2",
                    "stroke-dasharray": look == .pale ? "5 2" : look == .faint ? "1.5 3" : "",
                    "stroke-linejoin": "round",
                ], title: shape.name + value)
        }
    }

    /// Prints the name in the shape's box where it fits beside the names there: in the middle, else near an edge.
    private func name(
        _ shape: MapShape, _ map: MapFrame, besides taken: inout [Rectangle], in drawing: inout Drawing
    ) {
        let points = shape.paths.flatMap { map.places($0) }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
        else { return }
        let size = drawing.theme.smallSize
        let width = TextMetrics.width(shape.name, size: size)
        guard width < right - left, size < bottom - top else { return }
        let (middle, inset) = ((left + right) / 2, size * 0.9)
        let centres = [
            Point(x: middle, y: (top + bottom) / 2), Point(x: middle, y: top + inset),
            Point(x: middle, y: bottom - inset), Point(x: left + width / 2 + 4, y: (top + bottom) / 2),
            Point(x: right - width / 2 - 4, y: (top + bottom) / 2),
        ]
        for centre in centres {
            let box = Rectangle(x: centre.x - width / 2, y: centre.y - size / 2, width: width, height: size)
            let isFree = taken.allSatisfy {
                box.right < $0.x || $0.right < box.x || box.bottom < $0.y || $0.bottom < box.y
            }
            guard isFree else { continue }
            taken.append(box)
            drawing.text(
                shape.name, x: centre.x, y: centre.y + size * 0.36, TextStyle(size: size, anchor: .middle))
            return
        }
    }

    /// Draws a bar of a round number of kilometres, a quarter of the map or less, and returns the lower edge.
    private func drawScale(_ map: MapFrame, y top: Double, in drawing: inout Drawing) -> Double {
        let size = drawing.theme.smallSize
        // Of the steps 1, 2, 5 the one not below a tenth of the width is at most a quarter of it.
        guard let step = NiceStep(notBelow: map.box.width / 10 / map.kilometre) else { return top }
        let (left, right) = (map.box.x + 8, map.box.x + 8 + step.value * map.kilometre)
        let stroke = Stroke(colour: "currentColor", width: 1.5)
        drawing.line(from: Point(x: left, y: top + 8), to: Point(x: right, y: top + 8), stroke)
        for x in [left, right] {
            drawing.line(from: Point(x: x, y: top + 3), to: Point(x: x, y: top + 8), stroke)
        }
        let digits = NumberStyle(decimals: max(0, min(9, -step.exponent)), grouping: .plain).text(step.value)
        drawing.text(digits + " " + scaleUnit, x: right + 6, y: top + 8 + size * 0.36, TextStyle(size: size))
        return top + 8 + size
    }
}
