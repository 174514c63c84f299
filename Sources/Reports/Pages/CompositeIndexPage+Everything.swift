import StatisticalData
import Studies

/// All figures of all areas.
extension CompositeIndexPage {
    var everything: Section {
        let columns = columns
        let rows = ranked.map { area in
            Table.Row([.text(context.area(area))] + columns.map { $0.cell(area) }, isHighlighted: area == home)
        }
        let table = Table(
            caption: wording("index-all-title"),
            headers: [Table.Header(wording("column-area"))] + columns.map { Table.Header($0.title, isNumber: true) },
            rows: rows)
        return Section("all", wording("index-all-heading"), [.table(table)])
    }

    private struct Column {
        let title: String
        let cell: (Area.ID) -> Table.Cell
    }

    /// The columns that have a value in any area.
    private var columns: [Column] {
        let index: [(String, Int?)] = [
            ("rank", nil), ("score", 3), ("published", nil), ("difference", 4), ("mean-rank", 1),
            ("probability-first", 0), ("probability-above-home", 0),
        ]
        let further =
            detail.components.map { ($0, "score") } + detail.indicators.map { ($0, "score") }
            + detail.beside.map { ($0, "value") }
        let figures = detail.hasSteps ? (detail.components + detail.indicators).map { ($0, "value") } : []
        return index.filter { has(detail.index, $0.0) }.map { measure, decimals in
            Column(title: wording.measure(measure)) { self.cell(self.detail.index, measure, $0, decimals) }
        }
            + further.map { item, measure in
                Column(title: self.name(item)) { self.cell(item, measure, $0, nil) }
            }
            + figures.filter { has($0.0, $0.1) }.map { item, measure in
                Column(title: self.name(item) + self.wording("colon") + self.wording.measure(measure)) {
                    self.cell(item, measure, $0, nil)
                }
            }
    }

    private func has(_ item: String, _ measure: String) -> Bool {
        detail.areas.contains { value(item, measure, $0) != nil }
    }

    private func cell(_ item: String, _ measure: String, _ area: Area.ID, _ decimals: Int?) -> Table.Cell {
        context.cell(value(item, measure, area), decimals: decimals)
    }
}
