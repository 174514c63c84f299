/// A grid of small line charts, each with a title, on a shared scale or each on its own.
public struct SmallMultiples: Chart {
    /// One chart of the grid.
    public struct Panel: Sendable, Hashable {
        /// The title, in the chart's language.
        public var title: String
        /// The series; the same place in each panel has the same colour.
        public var series: [Series]
        /// The target.
        public var target: TargetMark?
        /// Where the panel came about.
        public var href: String?

        /// Creates a panel.
        public init(title: String, series: [Series], target: TargetMark? = nil, href: String? = nil) {
            self.title = title
            self.series = series
            self.target = target
            self.href = href
        }
    }

    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The panels, row by row.
    public var panels: [Panel]
    /// Whether all panels have the same vertical scale.
    public var sharesScale: Bool
    /// The least width of a panel, in user units; decides how many stand in a row.
    public var panelWidth: Double
    /// What the values are, with their unit.
    public var valueTitle: String
    /// What the panels are, such as "Province"; heading of the table's first column.
    public var panelTitle: String
    /// What the series are; heading of the table's second column.
    public var seriesTitle: String
    /// What the times are, such as "Year".
    public var timeTitle: String
    /// What a hollow marker means; empty if there are none.
    public var preliminaryLabel: String
    /// How values are written.
    public var style: NumberStyle
    /// How times are written.
    public var timeStyle: NumberStyle
    /// The usual distance of two times; a line breaks at greater ones.
    public var spacing: Double

    /// Creates small multiples.
    public init(
        frame: ChartFrame, panels: [Panel], sharesScale: Bool, panelWidth: Double = 140, valueTitle: String,
        panelTitle: String, seriesTitle: String, timeTitle: String, preliminaryLabel: String = "",
        style: NumberStyle, timeStyle: NumberStyle = .year, spacing: Double = 1
    ) {
        self.frame = frame
        self.panels = panels
        self.sharesScale = sharesScale
        self.panelWidth = panelWidth.isFinite ? max(panelWidth, 80) : 140
        self.valueTitle = valueTitle
        self.panelTitle = panelTitle
        self.seriesTitle = seriesTitle
        self.timeTitle = timeTitle
        self.preliminaryLabel = preliminaryLabel
        self.style = style
        self.timeStyle = timeStyle
        self.spacing = spacing
    }

    /// One row for each panel, series and time.
    public var table: ChartTable {
        let rows = panels.flatMap { panel in
            panel.series.flatMap { series in
                series.ordered.map { item in
                    [
                        ChartTable.Cell(panel.title, href: panel.href), ChartTable.Cell(series.name),
                        ChartTable.Cell(timeStyle.text(item.x)),
                        ChartTable.Cell(style.text(item.value, from: item.lower, to: item.upper), href: item.href),
                    ]
                }
            }
        }
        return ChartTable(headers: [panelTitle, seriesTitle, timeTitle, valueTitle], rows: rows)
    }

    /// One summary for each series of each panel, named by both.
    public var summaries: [ValueSummary] {
        panels.flatMap { panel in
            panel.series.map { series in
                var summary = series.summary(target: panel.target?.value, style: style, timeStyle: timeStyle)
                summary.name = [panel.title, series.name].filter { !$0.isEmpty }.joined(separator: ", ")
                return summary
            }
        }
    }
}
