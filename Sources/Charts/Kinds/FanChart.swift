/// What has been, what was due, and where it is heading: the interval of the projection opens like a fan.
///
/// The projection starts at the last value before it; its interval is a band. A range is a band between its bounds.
public struct FanChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The values observed.
    public var observed: Series
    /// What was due by the path of the plan; empty where there is none.
    public var path: Series
    /// The values projected, each with its interval.
    public var projected: Series
    /// The target, drawn as a dashed line with its band.
    public var target: TargetMark?
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

    /// Creates a fan chart.
    public init(
        frame: ChartFrame, observed: Series, path: Series, projected: Series, target: TargetMark? = nil,
        valueTitle: String, timeTitle: String, preliminaryLabel: String = "", style: NumberStyle,
        timeStyle: NumberStyle = .year
    ) {
        self.frame = frame
        self.observed = observed
        self.path = path
        self.projected = projected
        self.target = target
        self.valueTitle = valueTitle
        self.timeTitle = timeTitle
        self.preliminaryLabel = preliminaryLabel
        self.style = style
        self.timeStyle = timeStyle
    }

    /// The values by time, one column each for values, path and projection, and one for the target.
    public var table: ChartTable { lines(joined: false).table }

    /// One summary for each series.
    public var summaries: [ValueSummary] { lines(joined: false).summaries }

    /// Returns the marks.
    public func drawing(theme: Theme) -> Drawing { lines(joined: true).drawing(theme: theme) }

    /// - Parameter joined: whether the projection starts at the last value before it, as it is drawn.
    private func lines(joined: Bool) -> LineChart {
        var ahead = projected
        let first = projected.ordered.first { $0.value.finite != nil }
        let before = first.flatMap { first in
            observed.ordered.last { $0.x < first.x && $0.value.finite != nil }
        }
        if joined, let before {
            ahead.observations.append(
                DataPoint(
                    x: before.x, value: before.value, lower: before.value, upper: before.value,
                    isPreliminary: before.isPreliminary, href: before.href))
        }
        let series = [observed, path, ahead].filter { !$0.ordered.isEmpty }
        return LineChart(
            frame: frame, series: series, target: target, valueTitle: valueTitle, timeTitle: timeTitle,
            preliminaryLabel: preliminaryLabel, style: style, timeStyle: timeStyle, spacing: 0)
    }
}
