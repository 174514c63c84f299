import StatisticalData
import Studies

/// Weights that respondents gave: how far they agree with themselves and with each other.
extension CompositeIndexPage {
    /// A table a group of parts that respondents were asked about; `nil` where weights come from elsewhere.
    var answers: Section? {
        let parents = [detail.index] + detail.aggregates
        let blocks = parents.flatMap { parent in self.answers(on: parent) }
        if blocks.isEmpty { return nil }
        return Section(
            "answers", wording("index-answers-heading"), [.paragraph(wording("index-answers-text"))] + blocks)
    }

    private func answers(on parent: String) -> [Block] {
        let parts = detail.tree.filter { $0.parent == parent }.map(\.item)
        let measures = ["points-lowest", "points-highest", "points-deviation"]
        let ratio = value(parent, "consistency-ratio", detail.whole)
        let hasPoints = parts.contains { value($0, measures[0], detail.whole) != nil }
        guard ratio != nil || hasPoints else { return [] }
        let shown = ["weight"] + (hasPoints ? measures : [])
        let rows = parts.map { part in
            Table.Row([.text(name(part))] + shown.map { context.cell(value(part, $0, detail.whole), decimals: 3) })
        }
        let title = wording("index-answers-group", ["item": name(parent)])
        let table = Table(
            caption: title,
            headers: [Table.Header(wording("index-element"))]
                + shown.map { Table.Header(wording.measure($0), isNumber: true) }, rows: rows)
        guard let ratio else { return [.table(table)] }
        let sentence = wording.sentence(
            "index-answers-consistency", ["ratio": context.run(ratio, decimals: 3).strong])
        return [.table(table), .paragraph(sentence)]
    }
}
