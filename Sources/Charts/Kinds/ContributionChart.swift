/// Lying bars to both sides of zero: how parts add up to a difference.
///
/// Signs are told by the side, by the sign of the number and by colour. Totals stand below a line.
public struct ContributionChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The parts in order.
    public var parts: [Bar]
    /// The sum, if it is to be shown.
    public var total: Bar?
    /// What the values are, with their unit.
    public var valueTitle: String
    /// What the parts are; heading of the table's first column.
    public var categoryTitle: String
    /// How values are written; plus signs are always shown.
    public var style: NumberStyle

    /// Creates a contribution chart.
    public init(
        frame: ChartFrame, parts: [Bar], total: Bar? = nil, valueTitle: String, categoryTitle: String,
        style: NumberStyle
    ) {
        self.frame = frame
        self.parts = parts
        self.total = total
        self.valueTitle = valueTitle
        self.categoryTitle = categoryTitle
        self.style = style
        self.style.showsPlus = true
    }

    /// The parts with their values, then the total.
    public var table: ChartTable {
        rows.table(categoryTitle: categoryTitle, valueTitle: valueTitle, style: style)
    }

    /// One summary of the parts.
    public var summaries: [ValueSummary] { [parts.summary(name: valueTitle, style: style)] }

    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        guard rows.hasValues else {
            drawing.noData(frame, from: top)
            return drawing
        }
        LyingBars(
            bars: rows, top: top, valueTitle: valueTitle, style: style, isDiverging: true,
            totalCount: total == nil ? 0 : 1
        ).draw(in: &drawing)
        return drawing
    }

    private var rows: [Bar] { parts + [total].compactMap { $0 } }
}
