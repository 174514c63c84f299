import Charts
import StatisticalData
import Studies

/// The chapter on a composite index.
struct CompositeIndexPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: CompositeIndexDetail

    var result: StudyResult { index.result }
    var wording: Wording { context.wording }
    var home: Area.ID { result.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [
                ranking, certainty, panel, change, heatMap, profile, structure, beside, answers, method, everything,
            ].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    func value(_ item: String, _ measure: String, _ area: Area.ID) -> ResultValue? {
        index[item, measure, area, detail.period]
    }

    func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// The areas with a score, best first.
    var ranked: [Area.ID] {
        detail.areas.filter { value(detail.index, "rank", $0) != nil }.sorted { left, right in
            let ranks = [left, right].map { value(detail.index, "rank", $0)?.number ?? .infinity }
            return (ranks[0], left) < (ranks[1], right)
        }
    }

    private var ranking: Section {
        let rows = ranked.map { area in
            RankedRow(
                rank: value(detail.index, "rank", area).map { context.numbers.text($0) } ?? "",
                label: context.area(area), value: value(detail.index, "score", area)?.number,
                reference: value(detail.index, "published", area)?.number,
                href: context.links.explanation(
                    ResultKey(
                        study: result.study, item: detail.index, measure: "score", area: area, period: detail.period)))
        }
        let chart = RankedChart(
            frame: context.frame(wording("index-ranking-title", ["index": name(detail.index)])), rows: rows, mark: .dot,
            highlighted: ranked.firstIndex(of: home),
            titles: RankedTitles(
                rank: wording("measure-rank"), label: wording("column-area"), value: wording("index-points-axis"),
                reference: wording("measure-published")),
            style: context.style(decimals: 2))
        return Section(
            "ranking", wording("index-ranking-heading"),
            [.paragraph(headline), context.figure(chart)] + agreement)
    }

    private var headline: [Run] {
        guard let leader = detail.leader else { return [] }
        return wording.sentence(
            "index-headline",
            [
                "area": Run(context.area(home)), "rank": context.run(value(detail.index, "rank", home)).strong,
                "count": Run(String(ranked.count)), "score": context.run(value(detail.index, "score", home)),
                "leader": Run(context.area(leader)), "best": context.run(value(detail.index, "score", leader)),
            ])
    }

    private var agreement: [Block] {
        guard let largest = value(detail.index, "largest-difference", detail.whole) else { return [] }
        return [
            .paragraph(
                wording.sentence(
                    "index-agreement",
                    [
                        "largest": context.run(largest, decimals: 4), "tolerance": Run("\(detail.tolerance ?? 0)"),
                        "agrees": context.run(value(detail.index, "agrees-with-published", detail.whole)).strong,
                        "ranks": context.run(value(detail.index, "ranks-equal-published", detail.whole)).strong,
                    ]))
        ]
    }

    private var heatMap: Section {
        let cells = ranked.map { area in
            detail.components.map { component in
                HeatCell(
                    value(component, "score", area)?.number,
                    href: value(component, "score", area).map { context.links.explanation($0.key) })
            }
        }
        let map = HeatMap(
            frame: context.frame(wording("index-heatmap-title")), rows: ranked.map { context.area($0) },
            columns: detail.components.map { name($0) }, cells: cells, rowTitle: wording("column-area"),
            valueTitle: wording("index-points-axis"), missingLabel: wording("not-available"),
            style: context.style(decimals: 1))
        return Section(
            "dimensions", wording("index-heatmap-heading"),
            [
                .paragraph(wording("index-heatmap-text")),
                context.figure(map),
            ])
    }

    private var profile: Section {
        let rows = detail.components.map { component in
            Table.Row([
                .text(name(component)), context.cell(value(component, "score", home)),
                context.cell(value(component, "rank", home)),
                context.cell(detail.leader.flatMap { value(component, "score", $0) }),
                context.cell(value(component, "share", detail.whole), withUnit: true),
                context.cell(value(component, "distance-to-leader", home)),
            ])
        }
        let leader = detail.leader.map { context.area($0) } ?? ""
        let table = Table(
            caption: wording("index-profile-title", ["area": context.area(home)]),
            headers: [
                Table.Header(wording("index-dimension")), Table.Header(wording("measure-score"), isNumber: true),
                Table.Header(wording("measure-rank"), isNumber: true),
                Table.Header(wording("index-leader-score", ["leader": leader]), isNumber: true),
                Table.Header(wording("measure-share"), isNumber: true),
                Table.Header(wording("index-distance", ["leader": leader]), isNumber: true),
            ], rows: rows)
        return Section(
            "profile", wording("index-profile-heading", ["area": context.area(home)]),
            [.paragraph(profileText), .table(table)] + (detail.leader == home ? [] : [contribution(leader: leader)])
                + liftLink)
    }

    /// The way to the page on what would lift the area.
    private var liftLink: [Block] {
        guard detail.lift != nil else { return [] }
        let address = context.links.page(LiftPage.path(result.study))
        return [.paragraph([Run(wording("lift-title", ["area": context.area(home)]), href: address)])]
    }

    private func contribution(leader: String) -> Block {
        let chart = ContributionChart(
            frame: context.frame(
                wording("index-contribution-title", ["area": context.area(home), "leader": leader])),
            parts: detail.components.map { contributionBar(name($0), of: $0) },
            total: contributionBar(wording("index-total"), of: detail.index),
            valueTitle: wording("index-points-axis"), categoryTitle: wording("index-dimension"),
            style: context.style(decimals: 2))
        return context.figure(chart)
    }

    private func contributionBar(_ label: String, of item: String) -> Bar {
        guard let found = value(item, "distance-to-leader", home), let distance = found.number else {
            return Bar(label: label, value: nil)
        }
        return Bar(label: label, value: -distance, href: context.links.explanation(found.key))
    }

    private var profileText: [Run] {
        let byRank = detail.components.filter { value($0, "rank", home) != nil }.sorted {
            (value($0, "rank", home)?.number ?? 0) < (value($1, "rank", home)?.number ?? 0)
        }
        guard let best = byRank.first, let worst = byRank.last else { return [] }
        return wording.sentence(
            "index-profile-text",
            [
                "area": Run(context.area(home)), "best": Run(name(best)),
                "bestRank": context.run(value(best, "rank", home)).strong, "worst": Run(name(worst)),
                "worstRank": context.run(value(worst, "rank", home)).strong, "count": Run(String(ranked.count)),
            ])
    }

    /// Indicators beside the index, such as public satisfaction, each ranked by itself.
    private var beside: Section? {
        guard !detail.beside.isEmpty else { return nil }
        let blocks = detail.beside.flatMap { item -> [Block] in
            let areas = detail.areas.filter { value(item, "value", $0) != nil }.sorted {
                (value($0, item) ?? 0, $1) > (value($1, item) ?? 0, $0)
            }
            let rows = areas.enumerated().map { position, area in
                RankedRow(
                    rank: String(position + 1), label: context.area(area), value: value(area, item),
                    href: value(item, "value", area).map { context.links.explanation($0.key) })
            }
            let chart = RankedChart(
                frame: context.frame(name(item)), rows: rows, mark: .dot, highlighted: areas.firstIndex(of: home),
                titles: RankedTitles(rank: "#", label: wording("column-area"), value: "%"),
                style: context.style(decimals: 2))
            return [context.figure(chart)]
        }
        return Section("beside", wording("index-beside-heading"), [.paragraph(wording("index-beside-text"))] + blocks)
    }

    private func value(_ area: Area.ID, _ item: String) -> Double? {
        value(item, "value", area)?.number
    }
}
