extension HeatMap {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let values = rows.indices.flatMap { row in columns.indices.compactMap { cell(row, $0).value.finite } }
        guard let colours = HeatColours(scale, values: values, palette: theme.palette) else {
            drawing.noData(frame, from: drawing.header(frame))
            return drawing
        }
        let grid = HeatGrid(map: self, values: values, theme: theme)
        drawing.width = grid.width
        var top = drawing.header(frame)
        let legend = HeatLegend(
            title: valueTitle, style: style, missingLabel: isComplete ? "" : missingLabel, colours: colours)
        top = legend.draw(in: &drawing, y: top) + 8
        let plotTop = top + grid.headings.height
        grid.headings.draw(above: plotTop, x: grid.x, in: &drawing)
        for row in rows.indices {
            let y = plotTop + Double(row) * grid.rowHeight
            drawing.text(
                rows[row], x: 0, y: y + grid.rowHeight / 2 + theme.fontSize * 0.36,
                TextStyle(size: theme.fontSize, limit: grid.labelWidth + 0.01))
            for column in columns.indices {
                let box = Rectangle(x: grid.x(column), y: y, width: grid.cellWidth - 1.5, height: grid.rowHeight - 1.5)
                draw(row, column, box: box, colours: colours, in: &drawing)
            }
        }
        drawing.height = plotTop + Double(rows.count) * grid.rowHeight + 4
        return drawing
    }

    private var isComplete: Bool {
        rows.indices.allSatisfy { row in columns.indices.allSatisfy { cell(row, $0).value.finite != nil } }
    }

    private func draw(_ row: Int, _ column: Int, box: Rectangle, colours: HeatColours, in drawing: inout Drawing) {
        let item = cell(row, column)
        let title = "\(rows[row]), \(columns[column]): \(style.text(item.value))"
        guard let value = item.value.finite else {
            drawing.hatch(box, title: "\(rows[row]), \(columns[column]): \(missingLabel)")
            return
        }
        let colour = colours.colour(value)
        let size = drawing.theme.smallSize
        drawing.linked(to: item.href) {
            $0.rectangle(box, fill: colour.hexadecimal, title: title)
            $0.text(
                style.text(value), x: box.middleX, y: box.middleY + size * 0.36,
                TextStyle(size: size, anchor: .middle, colour: Palette.ink(on: colour).hexadecimal))
        }
    }
}
