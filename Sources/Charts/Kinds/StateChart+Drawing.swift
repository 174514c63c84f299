extension StateChart {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let all = rows.indices.flatMap { row in columns.indices.map { state(cell(row, $0)) } }
        guard all.contains(where: { $0 != nil }) else {
            drawing.noData(frame, from: drawing.header(frame))
            return drawing
        }
        let size = theme.smallSize
        let widest = rows.map { TextMetrics.width($0, size: theme.fontSize) }.max() ?? 0
        let labelWidth = min(widest, frame.width * 0.34)
        let left = labelWidth + 10
        let texts = rows.indices.map { row in columns.indices.map { short(cell(row, $0)) } }
        let needed = texts.joined().map { TextMetrics.width($0, size: size) }.max() ?? 0
        let cellWidth = max(min((frame.width - left) / Double(columns.count), 180), needed + 10, 24)
        let headings = ColumnHeadings(columns, cellWidth: cellWidth, size: size)
        drawing.width = max(frame.width, left + Double(columns.count) * cellWidth)
        var top = drawing.header(frame)
        top = legend(occurring: Set(all), theme: theme).draw(in: &drawing, y: top) + 8
        let plotTop = top + headings.height
        headings.draw(above: plotTop, x: { left + Double($0) * cellWidth }, in: &drawing)
        let rowHeight = theme.fontSize * 1.5
        for row in rows.indices {
            let y = plotTop + Double(row) * rowHeight
            drawing.text(
                rows[row], x: 0, y: y + rowHeight / 2 + theme.fontSize * 0.36,
                TextStyle(size: theme.fontSize, limit: labelWidth + 0.01))
            for column in columns.indices {
                let x = left + Double(column) * cellWidth
                let box = Rectangle(x: x, y: y, width: cellWidth - 1.5, height: rowHeight - 1.5)
                draw(row, column, text: texts[row][column], box: box, in: &drawing)
            }
        }
        drawing.height = plotTop + Double(rows.count) * rowHeight + 4
        return drawing
    }

    /// The sign of the state with the number.
    private func short(_ cell: StateCell) -> String {
        guard let number = state(cell) else { return "" }
        return states[number].sign + (cell.value.finite.map { " " + style.text($0) } ?? "")
    }

    private func colour(_ state: Int, _ theme: Theme) -> Colour {
        Palette.colour(in: theme.palette.diverging, at: states[state].place.isFinite ? states[state].place : 0.5)
    }

    private func legend(occurring: Set<Int?>, theme: Theme) -> Legend {
        let shown = states.indices.filter { occurring.contains($0) }.map { number in
            let label = states[number].sign + "  " + states[number].name
            return LegendEntry(sign: .box(colour(number, theme).hexadecimal, opacity: 1), label: label)
        }
        return Legend(
            shown + (occurring.contains(nil) ? [LegendEntry(sign: .hatch, label: missingLabel)] : []), theme: theme)
    }

    private func draw(_ row: Int, _ column: Int, text: String, box: Rectangle, in drawing: inout Drawing) {
        let item = cell(row, column)
        guard let number = state(item) else {
            drawing.hatch(box, title: "\(rows[row]), \(columns[column]): \(missingLabel)")
            return
        }
        let title = "\(rows[row]), \(columns[column]): \(states[number].name)"
        let fill = colour(number, drawing.theme)
        let size = drawing.theme.smallSize
        drawing.linked(to: item.href) {
            $0.rectangle(box, fill: fill.hexadecimal, title: title)
            $0.text(
                text, x: box.middleX, y: box.middleY + size * 0.36,
                TextStyle(size: size, anchor: .middle, colour: Palette.ink(on: fill).hexadecimal, limit: box.width))
        }
    }
}
