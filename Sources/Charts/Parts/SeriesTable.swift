/// Series over time as a table: a row for each time, a column for each series.
struct SeriesTable {
    var series: [Series]
    var target: TargetMark?
    var timeTitle: String
    var preliminaryLabel: String
    var style: NumberStyle
    var timeStyle: NumberStyle

    var table: ChartTable {
        let times = Set(series.flatMap(\.ordered).map(\.x)).sorted()
        let byTime = series.map { Dictionary($0.ordered.map { ($0.x, $0) }, uniquingKeysWith: { first, _ in first }) }
        let headers = [timeTitle] + series.map(\.name) + (target.map { [$0.label] } ?? [])
        let rows = times.map { time in
            [ChartTable.Cell(timeStyle.text(time))] + byTime.map { cell($0[time]) }
                + (target.map { [ChartTable.Cell(style.text($0.value, from: $0.lower, to: $0.upper))] } ?? [])
        }
        return ChartTable(headers: headers, rows: rows)
    }

    private func cell(_ observation: DataPoint?) -> ChartTable.Cell {
        guard let observation else { return ChartTable.Cell(style.missing) }
        let text = style.text(observation.value, from: observation.lower, to: observation.upper)
        let isMarked = observation.isPreliminary && !preliminaryLabel.isEmpty && observation.value.finite != nil
        return ChartTable.Cell(isMarked ? "\(text) (\(preliminaryLabel))" : text, href: observation.href)
    }
}
