extension [Bar] {
    var hasValues: Bool { contains { $0.value.finite != nil } }

    /// The finite values and ends of intervals.
    var extent: [Double] { flatMap { [$0.value.finite, $0.lower.finite, $0.upper.finite] }.compactMap { $0 } }

    func table(categoryTitle: String, valueTitle: String, style: NumberStyle) -> ChartTable {
        let rows = map {
            [
                ChartTable.Cell($0.label),
                ChartTable.Cell(style.text($0.value, from: $0.lower, to: $0.upper), href: $0.href),
            ]
        }
        return ChartTable(headers: [categoryTitle, valueTitle], rows: rows)
    }

    func summary(name: String, style: NumberStyle) -> ValueSummary {
        ValueSummary(
            name: name, entries: map { ValueSummary.Entry(at: $0.label, value: $0.value) }, isOverTime: false,
            style: style)
    }
}
