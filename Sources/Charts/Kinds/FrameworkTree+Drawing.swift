extension FrameworkTree {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let entries = FrameworkEntry.list(root)
        let top = drawing.header(frame)
        guard !root.children.isEmpty, let whole = entries.first, whole.share != nil else {
            drawing.noData(frame, from: top)
            return drawing
        }
        let legend = whole.missingLeaves > 0 ? [LegendEntry(sign: .hatch, label: titles.missing)] : []
        let below = Legend(legend, theme: theme).draw(in: &drawing, y: top - 6)
        let titleHeight = titles.levels.isEmpty ? 4 : theme.smallSize * 1.6
        let layout = IcicleLayout(
            entries, levelCount: root.levelCount, top: below + titleHeight, width: drawing.width, theme: theme)
        drawLevels(layout, y: below + theme.smallSize, in: &drawing)
        for (entry, box) in zip(entries, layout.boxes) where box.height >= 0.5 {
            draw(entry, box: Self.inset(box), in: &drawing)
        }
        drawing.height = layout.bottom + 4
        return drawing
    }

    /// Leaves a gap to the neighbours as far as there is room for one.
    private static func inset(_ box: Rectangle) -> Rectangle {
        let gap = min(1, box.height * 0.2)
        return Rectangle(
            x: box.x + 0.5, y: box.y + gap / 2, width: max(box.width - 2, 1), height: max(box.height - gap, 0.3))
    }

    /// Writes the names of the levels above their columns, where they have room.
    private func drawLevels(_ layout: IcicleLayout, y: Double, in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        for (level, name) in titles.levels.enumerated() where level + 1 < layout.edges.count {
            let limit = layout.edges[level + 1] - layout.edges[level] - 4
            guard TextMetrics.width(name, size: size) <= limit else { continue }
            drawing.text(name, x: layout.edges[level], y: y, TextStyle(size: size))
        }
    }

    private func draw(_ entry: FrameworkEntry, box: Rectangle, in drawing: inout Drawing) {
        let element = entry.element
        let title = [element.code, element.name, text(entry.share)].filter { !$0.isEmpty }.joined(separator: ", ")
        let (fill, outline) = colours(entry, drawing.theme)
        let isMissing = entry.share == nil && entry.descendants == 0
        drawing.linked(to: element.href) {
            if isMissing {
                $0.hatch(box, title: title)
            } else {
                $0.rectangle(box, fill: fill.hexadecimal, outline: outline.hexadecimal, title: title)
            }
        }
        guard !isMissing else { return drawMissing(entry, box: box, in: &drawing) }
        let ink = Palette.ink(on: fill).hexadecimal
        guard entry.level > 0 else { return drawWhole(box, title: title, in: &drawing) }
        guard
            let label = IcicleLabel(
                name: element.name, code: element.code, share: text(entry.share), box: box, theme: drawing.theme)
        else { return }
        drawing.linked(to: element.href) { label.draw(in: &$0, box: box, colour: ink, title: title) }
    }

    private func drawWhole(_ box: Rectangle, title: String, in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let style = TextStyle(
            size: size, anchor: .middle, isBold: true, colour: "#000000", limit: box.height - 10, isRotated: true)
        drawing.linked(to: root.href) {
            $0.text(root.name, x: box.middleX + size * 0.36, y: box.middleY, style, title: title)
        }
    }

    /// Writes the name on a ground of its own, so that it reads on the hatching.
    private func drawMissing(_ entry: FrameworkEntry, box: Rectangle, in drawing: inout Drawing) {
        let element = entry.element
        guard
            let label = IcicleLabel(
                name: element.name, code: element.code, share: "", box: box, theme: drawing.theme)
        else { return }
        let width = label.lines.map { TextMetrics.width($0, size: label.size) }.max() ?? 0
        let height = Double(label.lines.count) * label.size * Theme.lineHeight
        let ground = Rectangle(x: box.x + 2, y: box.middleY - height / 2, width: width + 6, height: height)
        drawing.rectangle(ground, fill: drawing.theme.paper)
        label.draw(in: &drawing, box: box, colour: "currentColor", title: element.name)
    }

    /// A tint of the branch's colour, paler from level to level, with its full colour around it.
    private func colours(_ entry: FrameworkEntry, _ theme: Theme) -> (fill: Colour, outline: Colour) {
        let white = Colour(0xFFFFFF)
        guard let branch = entry.branch else {
            let grey = theme.palette.colour(ofSeries: 5)
            return (grey.mixed(with: white, share: 0.85), grey)
        }
        let base = theme.palette.colour(ofSeries: branch)
        return (base.mixed(with: white, share: min(0.55 + 0.17 * Double(entry.level - 1), 0.92)), base)
    }
}
