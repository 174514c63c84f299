/// A picture the size of a table cell: where a value began, where it is, and the way to its target.
///
/// Base square, observations round and hollow if preliminary, required path dashed, target diamond. No text is
/// drawn; the values are in the titles of the marks and in the table.
public struct TrajectoryChart: Chart {
    /// The texts and the language; the width and the title are not drawn.
    public var frame: ChartFrame
    /// The value from which the target is measured.
    public var base: DataPoint
    /// The values since, in any order; one at the time of the base gives way to the base.
    public var observations: [DataPoint]
    /// The target and its time; missing if it has no value.
    public var target: DataPoint
    /// The names of base, values, path and target, in the chart's language.
    public var names: TrajectoryNames
    /// How values are written.
    public var style: NumberStyle
    /// How times are written.
    public var timeStyle: NumberStyle

    /// The width of the picture, in user units.
    public static let width = 160.0
    /// The height of the picture, in user units.
    public static let height = 48.0

    /// Creates a trajectory.
    public init(
        frame: ChartFrame, base: DataPoint, observations: [DataPoint], target: DataPoint,
        names: TrajectoryNames, style: NumberStyle, timeStyle: NumberStyle = .year
    ) {
        self.frame = frame
        self.base = base
        self.observations = observations
        self.target = target
        self.names = names
        self.style = style
        self.timeStyle = timeStyle
    }

    /// Base, values and target by time.
    public var table: ChartTable {
        let items =
            [(names.base, base)] + values.observations.map { (names.value, $0) } + [(names.target, target)]
        let rows = items.filter { $0.1.x.isFinite }.map { name, item in
            let note = item.isPreliminary && !names.preliminary.isEmpty ? " (\(names.preliminary))" : ""
            return [
                ChartTable.Cell(timeStyle.text(item.x)), ChartTable.Cell(name),
                ChartTable.Cell(style.text(item.value) + note, href: item.href),
            ]
        }
        return ChartTable(headers: [names.time, names.part, names.value], rows: rows)
    }

    /// One summary from the base to the last value.
    public var summaries: [ValueSummary] {
        let series = Series(name: names.value, observations: [base] + values.observations)
        return [series.summary(target: target.value, style: style, timeStyle: timeStyle)]
    }

    var values: Series {
        let sorted = Series(name: names.value, observations: observations).ordered
        return Series(name: names.value, observations: sorted.filter { $0.x != base.x })
    }
}
