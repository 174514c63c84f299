/// Several series over time with an optional target.
///
/// Lines break where a value is missing, preliminary values are hollow, and series differ by colour, dash and
/// marker. Names stand at the line ends if there is room, else in a legend.
public struct LineChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The series, in the order of their colours.
    public var series: [Series]
    /// The target, drawn as a dashed line with its band.
    public var target: TargetMark?
    /// Places where values before and after do not compare.
    public var breaks: [SeriesBreak]
    /// What the values are, with their unit; stands above the vertical axis.
    public var valueTitle: String
    /// What the times are, such as "Year"; heading of the table's first column.
    public var timeTitle: String
    /// What a hollow marker means; empty if there are none.
    public var preliminaryLabel: String
    /// How values are written.
    public var style: NumberStyle
    /// How times are written.
    public var timeStyle: NumberStyle
    /// The usual distance of two times; a line breaks at greater ones. Zero or less: it never breaks there.
    public var spacing: Double
    /// Whether the vertical axis begins at zero.
    public var includesZero: Bool

    /// Creates a line chart.
    public init(
        frame: ChartFrame, series: [Series], target: TargetMark? = nil, breaks: [SeriesBreak] = [],
        valueTitle: String, timeTitle: String, preliminaryLabel: String = "", style: NumberStyle,
        timeStyle: NumberStyle = .year, spacing: Double = 1, includesZero: Bool = false
    ) {
        self.frame = frame
        self.series = series
        self.target = target
        self.breaks = breaks
        self.valueTitle = valueTitle
        self.timeTitle = timeTitle
        self.preliminaryLabel = preliminaryLabel
        self.style = style
        self.timeStyle = timeStyle
        self.spacing = spacing
        self.includesZero = includesZero
    }

    /// The values by time, one column for each series and one for the target.
    public var table: ChartTable {
        SeriesTable(
            series: series, target: target, timeTitle: timeTitle, preliminaryLabel: preliminaryLabel, style: style,
            timeStyle: timeStyle
        ).table
    }

    /// One summary for each series.
    public var summaries: [ValueSummary] {
        series.map { $0.summary(target: target?.value, style: style, timeStyle: timeStyle) }
    }
}
