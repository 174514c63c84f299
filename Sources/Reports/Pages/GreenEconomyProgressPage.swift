import Charts
import StatisticalData
import Studies
import TargetTracking

/// The chapter on progress towards targets within thresholds.
struct GreenEconomyProgressPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: GreenEconomyProgressDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }
    private var period: Period { .year(detail.year) }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [overview, part(isDashboard: false), part(isDashboard: true), method],
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String) -> ResultValue? { index[item, measure, home, period] }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// How many of how many indicators have progress.
    private func share(_ prefix: String) -> [Run] {
        wording.sentence(
            "progress-share",
            [
                "known": context.run(value(detail.index, prefix + "with-progress")),
                "all": context.run(value(detail.index, prefix + "indicators")),
            ])
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        [
            .facts([
                Block.Fact(
                    label: wording("progress-known-index"), value: share(""),
                    note: [Run(wording("progress-known-note"))]),
                Block.Fact(
                    label: wording("progress-known-dashboard"), value: share("dashboard-"),
                    note: [Run(wording("progress-known-note"))]),
                Block.Fact(
                    label: wording("progress-index"), value: [context.run(value(detail.index, "index"))],
                    note: [Run(wording("progress-index-note"))]),
            ]),
            .notice([Run(wording("notice-not-official-formula"))]),
        ]
    }

    private var overview: Section {
        let shown = detail.indicators.filter { value($0.item, "progress") != nil }
        let rows = shown.map { row in
            RankedRow(
                rank: value(row.item, "progress-class").map { context.numbers.text($0) } ?? "", label: name(row.item),
                value: value(row.item, "progress")?.number,
                href: value(row.item, "progress").map { context.links.explanation($0.key) })
        }
        let chart = RankedChart(
            frame: context.frame(wording("progress-chart-title", ["year": String(detail.year)])),
            rows: rows,
            mark: .bar,
            titles: RankedTitles(
                rank: wording("measure-progress-class"), label: wording("plan-indicator"),
                value: wording("measure-progress")), style: context.style(decimals: 2))
        let remarks = result.notices.filter { $0.code != "notice-not-official-formula" }.map {
            Block.notice([Run(wording($0.code, $0.arguments))])
        }
        return Section(
            "result", wording("progress-result-heading"),
            facts + remarks + [.paragraph(wording("progress-result-text"))]
                + (shown.isEmpty ? [] : [context.figure(chart)]))
    }

    private func part(isDashboard: Bool) -> Section {
        let rows = detail.indicators.filter { $0.isDashboard == isDashboard }.map { row in
            Table.Row(
                [
                    .text(name(row.item)), .runs([target(row)]), .runs(figure(row)),
                    context.cell(value(row.item, "progress"), decimals: 2),
                    context.wordCell(value(row.item, "progress-class")),
                ] + (isDashboard ? [] : [context.cell(value(row.item, "weight"), decimals: 3)]))
        }
        let heading = wording(isDashboard ? "progress-dashboard-heading" : "progress-index-heading")
        let headers = [
            Table.Header(wording("plan-indicator")), Table.Header(wording("measure-target")),
            Table.Header(wording("plan-latest")), Table.Header(wording("measure-progress"), isNumber: true),
            Table.Header(wording("measure-progress-class")),
        ]
        let table = Table(
            caption: heading,
            headers: headers + (isDashboard ? [] : [Table.Header(wording("measure-weight"), isNumber: true)]),
            rows: rows)
        return Section(
            isDashboard ? "dashboard" : "index", heading,
            [
                .paragraph(wording(isDashboard ? "progress-dashboard-text" : "progress-index-text")), .table(table),
            ])
    }

    private func target(_ row: GreenEconomyProgressDetail.Row) -> Run {
        guard let plan = row.plan else { return Run(wording("assessment-no-target")) }
        let found = index[row.item, "target", plan.area, .year(plan.target.targetYear)]
        return context.run(found, decimals: plan.isRelativeToBase ? nil : max(0, plan.decimals))
    }

    /// The figure that is set against the target; without one the latest figure there is.
    private func figure(_ row: GreenEconomyProgressDetail.Row) -> [Run] {
        let area = row.plan?.area ?? home
        let found = index.series(row.item, "achieved", in: area).last ?? index.series(row.item, "value", in: home).last
        guard let found else { return [Run(wording("none"))] }
        return [context.run(found), Run(wording("parenthesis", ["text": found.key.period.description]))]
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("progress-method-text")),
                .list((1...5).map { [Run(wording("progress-assumption-\($0)"))] }),
            ])
    }
}
