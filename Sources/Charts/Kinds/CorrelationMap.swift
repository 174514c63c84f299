/// The correlations of indicators with each other, -1 to 1, as a triangle or a full square.
///
/// The sign is told without colour: the number stands in each cell, and where cells are too small for numbers those
/// below zero carry a minus. Missing cells are hatched. Lines part the groups.
public struct CorrelationMap: Chart {
    /// Which half is drawn.
    public enum Shape: Sendable, Hashable {
        /// The half below the diagonal, each pair once.
        case lowerTriangle
        /// Both halves.
        case square
    }

    /// The texts, the language and the width; the map grows wider if it has many names.
    public var frame: ChartFrame
    /// The names, in the chart's language.
    public var names: [String]
    /// The groups of the names, as many as names or none; a line is drawn wherever the group changes.
    public var groups: [String]
    /// The rows of the matrix; of a pair the cell below the diagonal counts, or its mirror image if that is missing.
    public var cells: [[CorrelationCell]]
    /// Which half is drawn.
    public var shape: Shape
    /// The names of the parts, in the chart's language.
    public var titles: CorrelationTitles
    /// How correlations are written.
    public var style: NumberStyle

    /// Creates a map.
    public init(
        frame: ChartFrame, names: [String], groups: [String] = [], cells: [[CorrelationCell]],
        shape: Shape = .lowerTriangle, titles: CorrelationTitles, style: NumberStyle
    ) {
        self.frame = frame
        self.names = names
        self.groups = groups
        self.cells = cells
        self.shape = shape
        self.titles = titles
        self.style = style
    }

    /// The pairs, each once: first, second, correlation and, if any pair has one, the number of units.
    public var table: ChartTable {
        let pairs = pairs
        let hasCounts = !titles.count.isEmpty && pairs.contains { $0.cell.count != nil }
        let headers = [titles.first, titles.second, titles.value] + (hasCounts ? [titles.count] : [])
        let rows = pairs.map { first, second, cell in
            [
                ChartTable.Cell(names[first]), ChartTable.Cell(names[second]),
                ChartTable.Cell(style.text(cell.value), href: cell.href),
            ] + (hasCounts ? [ChartTable.Cell(cell.count.map { "\($0)" } ?? style.missing)] : [])
        }
        return ChartTable(headers: headers, rows: rows)
    }

    /// Returns the greatest and the least correlation and how many are below zero.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        let pairs = pairs
        let known = pairs.compactMap { pair in pair.cell.value.finite.map { (pair.first, pair.second, $0) } }
        guard let start = known.first else { return [Template.filled(phrases.noValues, ["name": titles.value])] }
        let greatest = known.reduce(start) { $1.2 > $0.2 ? $1 : $0 }
        let least = known.reduce(start) { $1.2 < $0.2 ? $1 : $0 }
        func sentence(_ phrase: String, _ pair: (Int, Int, Double)) -> String {
            Template.filled(
                phrase, ["first": names[pair.0], "second": names[pair.1], "value": style.text(pair.2)])
        }
        let missing = pairs.count - known.count
        return [
            sentence(phrases.correlations.greatest, greatest),
            known.count > 1 ? sentence(phrases.correlations.least, least) : "",
            Template.filled(
                phrases.correlations.negative, ["count": "\(known.count { $0.2 < 0 })", "total": "\(known.count)"]),
            missing > 0 ? Template.filled(phrases.missing, ["name": titles.value, "count": "\(missing)"]) : "",
        ]
    }

    /// All pairs below the diagonal, by their second, then their first.
    var pairs: [(first: Int, second: Int, cell: CorrelationCell)] {
        names.indices.flatMap { second in (0..<second).map { (first: $0, second: second, cell: cell(second, $0)) } }
    }

    /// The cell of a pair, whichever comes first.
    func cell(_ one: Int, _ other: Int) -> CorrelationCell {
        let (row, column) = (max(one, other), min(one, other))
        guard let below = given(row, column), below.value.finite != nil else {
            return given(column, row) ?? given(row, column) ?? CorrelationCell(nil)
        }
        return below
    }

    private func given(_ row: Int, _ column: Int) -> CorrelationCell? {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return nil }
        return cells[row][column]
    }
}
