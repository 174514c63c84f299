/// How often each unit ranks above each other one: a square of shares from 0 to 1.
///
/// Pale means rarely above, dark nearly always, so that it reads in grey. Numbers stand in the cells while they have room.
public struct AboveMatrix: Chart {
    /// The share from which an order counts as certain.
    private static let certainty = 0.95

    /// The texts, the language and the width; the map grows wider if it has many names.
    public var frame: ChartFrame
    /// The names of the units, best first.
    public var names: [String]
    /// For each unit, the share of runs in which it ranks above each unit; the diagonal is not read.
    public var values: [[Double?]]
    /// The names of the parts, in the chart's language.
    public var titles: AboveTitles
    /// How shares are written.
    public var style: NumberStyle

    /// Creates a matrix.
    public init(frame: ChartFrame, names: [String], values: [[Double?]], titles: AboveTitles, style: NumberStyle) {
        self.frame = frame
        self.names = names
        self.values = values
        self.titles = titles
        self.style = style
    }

    /// The pairs, each once: first, second, and the chance of either to rank above the other.
    public var table: ChartTable {
        let rows = pairs.map { first, second in
            [
                ChartTable.Cell(names[first]), ChartTable.Cell(names[second]),
                ChartTable.Cell(style.text(value(first, second))), ChartTable.Cell(style.text(value(second, first))),
            ]
        }
        return ChartTable(headers: [titles.first, titles.second, titles.above, titles.below], rows: rows)
    }

    /// Returns the pair whose order is least certain, and how many pairs have an order that holds in 95 % of the runs.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        let known = pairs.compactMap { first, second in value(first, second).map { (first, second, $0) } }
        guard let start = known.first else { return [Template.filled(phrases.noValues, ["name": titles.value])] }
        let closest = known.reduce(start) { abs($1.2 - 0.5) < abs($0.2 - 0.5) ? $1 : $0 }
        let certain = pairs.count { first, second in
            max(value(first, second) ?? 0, value(second, first) ?? 0) >= Self.certainty
        }
        let missing = pairs.count - known.count
        return [
            Template.filled(
                phrases.above.closest,
                ["first": names[closest.0], "second": names[closest.1], "value": style.text(closest.2)]),
            Template.filled(
                phrases.above.certain,
                ["count": "\(certain)", "total": "\(known.count)", "limit": style.text(Self.certainty)]),
            missing > 0 ? Template.filled(phrases.missing, ["name": titles.value, "count": "\(missing)"]) : "",
        ]
    }

    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let known = names.indices.flatMap { row in
            names.indices.compactMap { $0 == row ? nil : value(row, $0) }
        }
        let scale = HeatScale.sequentialBetween(0, 1)
        guard let colours = HeatColours(scale, values: known, palette: theme.palette) else {
            drawing.noData(frame, from: drawing.header(frame))
            return drawing
        }
        SquareMap(
            names: names, colours: colours, valueTitle: titles.value, missingLabel: titles.missing, style: style
        ) { row, column in
            let value = value(row, column)
            let text = value == nil ? titles.missing : style.text(value)
            return SquareMap.Item(value: value, title: "\(names[row]) > \(names[column]): \(text)")
        }.draw(in: &drawing, frame: frame)
        return drawing
    }

    private var pairs: [(Int, Int)] {
        names.indices.flatMap { first in names.indices.dropFirst(first + 1).map { (first, $0) } }
    }

    private func value(_ row: Int, _ column: Int) -> Double? {
        guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
        return values[row][column].finite
    }
}
