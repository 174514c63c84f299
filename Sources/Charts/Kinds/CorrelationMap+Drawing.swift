extension CorrelationMap {
    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let scale = HeatScale.divergingWithin(centre: 0, reach: 1)
        let values = pairs.compactMap { $0.cell.value.finite }
        guard let colours = HeatColours(scale, values: values, palette: theme.palette) else {
            drawing.noData(frame, from: drawing.header(frame))
            return drawing
        }
        SquareMap(
            names: names, groups: groups, isTriangle: shape == .lowerTriangle, marksNegatives: true, colours: colours,
            valueTitle: titles.value, missingLabel: titles.missing, style: style, item: item
        ).draw(in: &drawing, frame: frame)
        return drawing
    }

    private func item(_ row: Int, _ column: Int) -> SquareMap.Item {
        let cell = cell(row, column)
        let value = cell.value.finite == nil ? titles.missing : style.text(cell.value)
        let count = titles.count.isEmpty ? "" : cell.count.map { " (\(titles.count) = \($0))" } ?? ""
        return SquareMap.Item(
            value: cell.value, href: cell.href, title: "\(names[row]), \(names[column]): \(value)\(count)")
    }
}
