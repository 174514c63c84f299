import Charts
import StatisticalData
import Studies

/// The index over several periods, and what changed it.
extension CompositeIndexPage {
    var panel: Section? {
        guard let panel = detail.panel else { return nil }
        return Section(
            "panel", wording("panel-heading"),
            [
                .paragraph(wording(panel.isPooled ? "panel-pooled" : "panel-by-time")), .table(indices(panel.periods)),
            ])
    }

    private func value(_ item: String, _ measure: String, _ area: Area.ID, _ period: Period) -> ResultValue? {
        index[item, measure, area, period]
    }

    private func indices(_ periods: [Period]) -> Table {
        let areas =
            ranked
            + detail.areas.filter { area in
                !ranked.contains(area) && periods.contains { value(detail.index, "score", area, $0) != nil }
            }
        let headers = periods.flatMap { period in
            ["panel-index-column", "panel-rank-column"].map {
                Table.Header(wording($0, ["period": period.description]), isNumber: true)
            }
        }
        let rows = areas.map { area in
            let cells = periods.flatMap { period in
                [
                    context.cell(value(detail.index, "score", area, period), decimals: 3),
                    context.cell(value(detail.index, "rank", area, period)),
                ]
            }
            return Table.Row([.text(context.area(area))] + cells, isHighlighted: area == home)
        }
        return Table(
            caption: wording("panel-index-title"), headers: [Table.Header(wording("column-area"))] + headers, rows: rows
        )
    }

    /// The change of the index by area and part, that of the home area by element too.
    var change: Section? {
        guard let from = detail.panel?.from, let to = detail.panel?.to else { return nil }
        let names = ["from": from.description, "to": to.description]
        let own = value(detail.index, "change", home, to)
        let arguments = names.merging(["area": context.area(home)]) { $1 }
        var blocks: [Block] = []
        if own != nil {
            let sentence = wording.sentence(
                "panel-change-text", ["area": Run(context.area(home)), "change": context.run(own, decimals: 3).strong])
            blocks = [.paragraph(sentence), chart(to, wording("panel-chart-title", arguments))]
        }
        blocks.append(.table(changes(to, wording("panel-change-title", names))))
        if own != nil, !detail.indicators.isEmpty {
            blocks.append(.table(elements(to, wording("panel-element-title", arguments))))
        }
        return Section("change", wording("panel-change-heading", names), blocks)
    }

    private func chart(_ to: Period, _ title: String) -> Block {
        func bar(_ label: String, _ item: String, _ measure: String) -> Bar {
            let found = value(item, measure, home, to)
            return Bar(
                label: label, value: found?.number, href: found.map { context.links.explanation($0.key) })
        }
        let chart = ContributionChart(
            frame: context.frame(title), parts: detail.components.map { bar(name($0), $0, "change-contribution") },
            total: bar(wording("panel-total"), detail.index, "change"), valueTitle: wording("index-points-axis"),
            categoryTitle: wording("index-dimension"), style: context.style(decimals: 2))
        return context.figure(chart)
    }

    private func changes(_ to: Period, _ title: String) -> Table {
        let areas = detail.areas.filter { value(detail.index, "change", $0, to) != nil }.sorted {
            let changes = [$0, $1].map { value(detail.index, "change", $0, to)?.number ?? 0 }
            return (-changes[0], $0) < (-changes[1], $1)
        }
        let headers =
            [wording.measure("change")] + detail.components.map { name($0) }
        let rows = areas.map { area in
            Table.Row(
                [.text(context.area(area)), context.cell(value(detail.index, "change", area, to), decimals: 3)]
                    + detail.components.map {
                        context.cell(value($0, "change-contribution", area, to), decimals: 3)
                    }, isHighlighted: area == home)
        }
        return Table(
            caption: title,
            headers: [Table.Header(wording("column-area"))] + headers.map { Table.Header($0, isNumber: true) },
            rows: rows)
    }

    private func elements(_ to: Period, _ title: String) -> Table {
        let periods = [detail.panel?.from, detail.panel?.to].compactMap { $0 }
        let headers =
            periods.map { wording.measure("score") + wording("colon") + $0.description }
            + [wording.measure("change-contribution")]
        let rows = (detail.aggregates + detail.indicators).map { item in
            Table.Row(
                [.text(name(item))] + periods.map { context.cell(value(item, "score", home, $0)) } + [
                    context.cell(value(item, "change-contribution", home, to), decimals: 3)
                ])
        }
        return Table(
            caption: title,
            headers: [Table.Header(wording("index-element"))] + headers.map { Table.Header($0, isNumber: true) },
            rows: rows)
    }
}
