import Charts
import StatisticalData
import Studies

/// The chapter on a growth identity.
struct GrowthIdentityPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: GrowthIdentityDetail

    private var result: StudyResult { index.result }
    var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }
    private var lastYear: Int { detail.years.last ?? 0 }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [cumulative, peers, implied, method], downloads: Downloads.runs(of: result, context),
            dataKnownOn: result.dataKnownOn)
    }

    private func value(_ measure: String, _ area: Area.ID, _ year: Int, item: String? = nil) -> ResultValue? {
        index[item ?? detail.item, measure, area, .year(year)]
    }

    /// The areas whose chain of years is complete, the largest fall first.
    private var complete: [Area.ID] {
        detail.areas.filter { value("cumulative", $0, lastYear) != nil }.sorted {
            (value("cumulative", $0, lastYear)?.number ?? 0, $0) < (value("cumulative", $1, lastYear)?.number ?? 0, $1)
        }
    }

    private var cumulative: Section {
        let areas = complete
        let rows = areas.enumerated().map { position, area in
            let found = value("cumulative", area, lastYear)
            return RankedRow(
                rank: String(position + 1), label: context.area(area), value: found?.number,
                href: found.map { context.links.explanation($0.key) })
        }
        let span = "\(detail.years.first ?? 0)–\(lastYear)"
        let chart = RankedChart(
            frame: context.frame(wording("growth-cumulative-title", ["years": span])), rows: rows, mark: .bar,
            highlighted: areas.firstIndex(of: home),
            titles: RankedTitles(rank: "#", label: wording("column-area"), value: wording("growth-change-axis")),
            style: context.style(decimals: 2))
        let headline = wording.sentence(
            "growth-headline",
            [
                "area": Run(context.area(home)), "years": Run(span),
                "change": context.run(value("cumulative", home, lastYear)).strong, "count": Run(String(areas.count)),
            ])
        return Section(
            "cumulative", wording("growth-cumulative-heading"),
            [
                .paragraph(headline), .paragraph(wording("growth-compound-text")),
                context.figure(chart),
            ])
    }

    /// The cumulative change of an area over the years, zero before the first.
    private func observations(_ area: Area.ID) -> [DataPoint] {
        let start = DataPoint(x: Double((detail.years.first ?? 1) - 1), value: 0)
        return [start]
            + detail.years.map { year in
                let found = value("cumulative", area, year)
                return DataPoint(
                    x: Double(year), value: found?.number, href: found.map { context.links.explanation($0.key) })
            }
    }

    private var peers: Section {
        let shown = [home] + detail.peers.filter { $0 != home }
        let lines = LineChart(
            frame: context.frame(wording("growth-peers-title")),
            series: shown.map { Series(name: context.area($0), observations: observations($0)) },
            valueTitle: wording("growth-change-axis"), timeTitle: wording("column-year"),
            style: context.style(decimals: 1))
        let panels = SmallMultiples(
            frame: context.frame(wording("growth-panels-title")),
            panels: complete.map { area in
                SmallMultiples.Panel(
                    title: context.area(area),
                    series: [Series(name: context.area(area), observations: observations(area))])
            }, sharesScale: true, valueTitle: wording("growth-change-axis"), panelTitle: wording("column-area"),
            seriesTitle: wording("column-area"), timeTitle: wording("column-year"), style: context.style(decimals: 0))
        let years = detail.years
        let rows = shown.map { area in
            Table.Row(
                [.text(context.area(area))] + years.map { context.cell(value("annual-change", area, $0)) }
                    + [context.cell(value("cumulative", area, lastYear))], isHighlighted: area == home)
        }
        let table = Table(
            caption: wording("growth-peers-table"),
            headers: [Table.Header(wording("column-area"))] + years.map { Table.Header(String($0), isNumber: true) }
                + [Table.Header(wording("measure-cumulative"), isNumber: true)], rows: rows)
        return Section(
            "peers", wording("growth-peers-heading", ["area": context.area(home)]),
            [context.figure(lines), .table(table), context.figure(panels)])
    }

    private var implied: Section {
        let rows = detail.areas.map { area in
            Table.Row(
                [
                    .text(context.area(area)), context.cell(value("annual-change", area, lastYear)),
                    context.cell(value("annual-change", area, lastYear, item: detail.numerator)),
                    context.cell(value("implied-gdp-growth", area, lastYear)),
                    .number([Run(interval("implied-gdp-growth", area))]),
                    context.cell(value("published-gdp-growth", area, lastYear)),
                    context.wordCell(value("agrees-with-published", area, lastYear)),
                ], isHighlighted: area == home)
        }
        let table = Table(
            caption: wording("growth-implied-title", ["year": String(lastYear)]),
            headers: [
                Table.Header(wording("column-area")), Table.Header(wording("growth-ratio-change"), isNumber: true),
                Table.Header(wording("growth-numerator-change"), isNumber: true),
                Table.Header(wording("measure-implied-gdp-growth"), isNumber: true),
                Table.Header(wording("growth-interval"), isNumber: true),
                Table.Header(wording("measure-published-gdp-growth"), isNumber: true),
                Table.Header(wording("growth-agrees")),
            ], rows: rows)
        let text = wording.sentence(
            "growth-implied-text",
            [
                "area": Run(context.area(home)), "year": Run(String(lastYear)),
                "implied": context.run(value("implied-gdp-growth", home, lastYear)).strong,
                "interval": Run(interval("implied-gdp-growth", home)),
                "published": context.run(value("published-gdp-growth", home, lastYear)),
            ])
        return Section("implied", wording("growth-implied-heading"), [.paragraph(text), .table(table)])
    }

    private func interval(_ measure: String, _ area: Area.ID) -> String {
        value(measure, area, lastYear).flatMap { context.numbers.interval($0) } ?? wording("none")
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("growth-method-text")),
                .list((1...3).map { [Run(wording("growth-assumption-\($0)"))] }),
            ])
    }
}
