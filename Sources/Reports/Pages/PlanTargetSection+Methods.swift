import StatisticalData
import Studies

extension PlanTargetSection {
    /// The measures of the published methods, with the decimals they are shown with; `nil` for words.
    private static let measures: [(name: String, decimals: Int?)] = [
        ("eurostat-ratio", 2), ("eurostat-class", nil), ("open-sdg-score", 1), ("current-status-index", 1),
        ("linear-ratio", 2), ("sdsn-arrow", nil), ("time-distance", 1), ("anticipated", nil),
        ("meeting-probability", 2), ("anticipated-gap", 0), ("gap-class", nil),
    ]

    /// What each published method says, year by year; nothing for targets with few figures.
    func methods(_ years: [ResultValue]) -> [Block] {
        let shown = Self.measures.filter { !values($0.name).isEmpty }
        guard !shown.isEmpty else { return [] }
        let columns = years.map { $0.key.period.ordinal }
        let rows = shown.map { measure in
            Table.Row([.text(wording("measure-" + measure.name))] + columns.map { methodCell(measure, $0) })
        }
        let table = Table(
            caption: wording("plan-methods-title"),
            headers: [Table.Header(wording("plan-method"))]
                + columns.map { Table.Header(String($0), isNumber: true) }, rows: rows)
        return [.paragraph(wording("plan-methods-text")), .table(table)]
    }

    /// A number with its interval where it has one, or a word.
    private func methodCell(_ measure: (name: String, decimals: Int?), _ year: Int) -> Table.Cell {
        let found = value(measure.name, year)
        guard let found else { return context.cell(nil) }
        if found.word != nil { return context.wordCell(found) }
        let interval = context.numbers.interval(found).map { wording("parenthesis", ["text": $0]) } ?? ""
        return .number([context.run(found, decimals: measure.decimals, withUnit: false), Run(interval)])
    }
}
