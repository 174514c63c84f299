/// Bars from zero, upright or lying, with optional intervals.
///
/// Zero is always on the axis. Upright bars whose names do not fit below them are drawn lying.
public struct BarChart: Chart {
    /// The direction of the bars.
    public enum Orientation: Sendable, Hashable {
        /// Upright bars, for few categories with short names.
        case vertical
        /// Lying bars, names at the left.
        case horizontal
    }

    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The bars in order.
    public var bars: [Bar]
    /// The direction of the bars.
    public var orientation: Orientation
    /// What the values are, with their unit.
    public var valueTitle: String
    /// What the categories are; heading of the table's first column.
    public var categoryTitle: String
    /// How values are written.
    public var style: NumberStyle

    /// Creates a bar chart.
    public init(
        frame: ChartFrame, bars: [Bar], orientation: Orientation, valueTitle: String, categoryTitle: String,
        style: NumberStyle
    ) {
        self.frame = frame
        self.bars = bars
        self.orientation = orientation
        self.valueTitle = valueTitle
        self.categoryTitle = categoryTitle
        self.style = style
    }

    /// The bars with their values and intervals.
    public var table: ChartTable { bars.table(categoryTitle: categoryTitle, valueTitle: valueTitle, style: style) }

    /// One summary of all bars.
    public var summaries: [ValueSummary] { [bars.summary(name: valueTitle, style: style)] }

    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing {
        var drawing = Drawing(theme: theme, width: frame.width, height: 0)
        let top = drawing.header(frame)
        guard bars.hasValues else {
            drawing.noData(frame, from: top)
            return drawing
        }
        if orientation == .vertical, let columns = UprightBars(chart: self, top: top, theme: theme) {
            columns.draw(in: &drawing)
        } else {
            LyingBars(
                bars: bars, top: top, valueTitle: valueTitle, style: style, isDiverging: false, totalCount: 0
            ).draw(in: &drawing)
        }
        return drawing
    }
}
