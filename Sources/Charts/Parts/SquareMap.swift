/// A square of coloured cells with the same names at both sides, as small as many names need it to be.
struct SquareMap {
    /// What stands in one cell.
    struct Item {
        var value: Double?
        var href: String?
        var title: String
    }

    let names: [String]
    /// A group for each name, or none at all.
    var groups: [String] = []
    /// Whether only the cells below the diagonal are drawn.
    var isTriangle = false
    /// Whether cells without a number carry a minus if they are below zero.
    var marksNegatives = false
    let colours: HeatColours
    let valueTitle: String
    let missingLabel: String
    let style: NumberStyle
    /// Returns the cell of a row and a column.
    let item: (Int, Int) -> Item

    /// Draws legend, names and cells from the top edge `y`.
    func draw(in drawing: inout Drawing, frame: ChartFrame) {
        let items = names.indices.map { row in names.indices.map { isShown(row, $0) ? item(row, $0) : nil } }
        let values = items.joined().compactMap { $0?.value.finite }
        let grid = SquareGrid(
            names: names, numbers: values.map { style.text($0) }, width: frame.width, theme: drawing.theme)
        drawing.width = max(grid.width, frame.width)
        let isComplete = items.joined().allSatisfy { $0 == nil || $0?.value.finite != nil }
        let legend = HeatLegend(
            title: valueTitle, style: style, missingLabel: isComplete ? "" : missingLabel, colours: colours,
            marksNegatives: marksNegatives && grid.numberSize == nil)
        let top = legend.draw(in: &drawing, y: drawing.header(frame)) + 8 + (isTriangle ? 0 : grid.headings.height)
        let bottom = top + grid.rowHeight * Double(names.count)
        if isTriangle {
            grid.headings.draw(below: bottom, x: grid.x, in: &drawing)
        } else {
            grid.headings.draw(above: top, x: grid.x, in: &drawing)
        }
        for (row, items) in items.enumerated() {
            grid.drawName(names[row], row: row, top: top, in: &drawing)
            for (column, item) in items.enumerated() {
                let box = grid.box(row, column, top: top)
                if row == column { drawDiagonal(box, in: &drawing) }
                if let item { draw(item, box: box, size: grid.numberSize, in: &drawing) }
            }
        }
        drawGroups(grid, top: top, bottom: bottom, in: &drawing)
        drawing.height = bottom + (isTriangle ? grid.headings.height : 0) + 4
    }

    private func isShown(_ row: Int, _ column: Int) -> Bool { isTriangle ? column < row : column != row }

    private func draw(_ item: Item, box: Rectangle, size: Double?, in drawing: inout Drawing) {
        guard let value = item.value.finite else { return drawing.hatch(box, title: item.title) }
        let colour = colours.colour(value)
        let ink = Palette.ink(on: colour).hexadecimal
        drawing.linked(to: item.href) {
            $0.rectangle(box, fill: colour.hexadecimal, title: item.title)
            if let size {
                $0.text(
                    style.text(value), x: box.middleX, y: box.middleY + size * 0.36,
                    TextStyle(size: size, anchor: .middle, colour: ink))
            } else if marksNegatives, value < 0 {
                $0.minus(in: box, colour: ink)
            }
        }
    }

    private func drawDiagonal(_ box: Rectangle, in drawing: inout Drawing) {
        drawing.rectangle(box, fill: drawing.theme.missing, opacity: 0.15)
    }

    /// Draws lines where the group changes and, in the empty half of a triangle, the names of the groups.
    private func drawGroups(_ grid: SquareGrid, top: Double, bottom: Double, in drawing: inout Drawing) {
        guard groups.count == names.count else { return }
        let starts = groups.indices.filter { $0 == 0 || groups[$0] != groups[$0 - 1] }
        guard starts.count > 1 else { return }
        for start in starts {
            let (x, y) = (grid.x(start) - 0.75, top + Double(start) * grid.rowHeight - 0.75)
            if start > 0 {
                let right = isTriangle ? grid.x(start) : grid.x(names.count)
                let stroke = Stroke(colour: "currentColor", width: 1.5)
                drawing.line(from: Point(x: 0, y: y), to: Point(x: right, y: y), stroke)
                drawing.line(from: Point(x: x, y: isTriangle ? y : top), to: Point(x: x, y: bottom), stroke)
            }
            if isTriangle { drawGroupName(start, grid, y: y, in: &drawing) }
        }
    }

    private func drawGroupName(_ start: Int, _ grid: SquareGrid, y: Double, in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let x = grid.x(start) + grid.cellWidth + 5
        let isLowEnough = grid.rowHeight >= size || groups.dropFirst(start).prefix(2).allSatisfy { $0 == groups[start] }
        guard isLowEnough, TextMetrics.width(groups[start], size: size, isBold: true) <= drawing.width - x else {
            return
        }
        drawing.text(groups[start], x: x, y: y + size + 1, TextStyle(size: size, isBold: true))
    }
}
