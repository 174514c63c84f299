import Charts
import StatisticalData
import Studies

/// The chapter on jobs and value added in what leaves a region.
struct EmbodiedTradePage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: EmbodiedTradeDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }

    private static let targets = ["jobs-for-home", "jobs-for-rest", "jobs-for-abroad"]

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [overview, flows, heat, products, method, assumptions],
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String) -> ResultValue? {
        index[item, measure, home, .year(detail.year)]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        func fact(_ label: String, _ found: ResultValue?, isShare: Bool = false) -> Block.Fact {
            let interval = found.flatMap { context.numbers.wholeInterval($0) }
            return Block.Fact(
                label: label, value: [context.run(found, decimals: isShare ? 1 : 0)],
                note: interval.map { [Run($0)] } ?? [])
        }
        return [
            .facts([
                fact(wording("measure-jobs-leaving-share"), value("trade", "jobs-leaving-share"), isShare: true),
                fact(wording("measure-jobs-for-rest"), value("rest-of-nation", "jobs-embodied")),
                fact(wording("measure-jobs-for-abroad"), value("abroad", "jobs-embodied")),
            ]), .notice([Run(wording("notice-regional-estimate"))]),
        ]
    }

    private var overview: Section {
        let rows = (detail.uses + ["all-uses"]).map { use in
            Table.Row([
                .text(name(use)), context.cell(value(use, "jobs-embodied"), decimals: 0),
                interval(value(use, "jobs-embodied")),
                context.cell(value(use, "value-added-embodied"), decimals: 0),
                interval(value(use, "value-added-embodied")),
            ])
        }
        let table = Table(
            caption: wording("trade-uses-title"),
            headers: [
                Table.Header(wording("trade-use")), Table.Header(wording("measure-jobs-embodied"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
                Table.Header(wording("measure-value-added-embodied"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
            ], rows: rows)
        let notices = result.notices.filter { $0.code != "notice-regional-estimate" }
            .map { Block.notice([Run(wording($0.code, $0.arguments))]) }
        return Section(
            "result", wording("trade-result-heading"),
            facts + notices + [.paragraph(wording("trade-uses-text")), .table(table)])
    }

    private func interval(_ value: ResultValue?) -> Table.Cell {
        .number([Run(value.flatMap { context.numbers.wholeInterval($0) } ?? wording("none"))])
    }

    /// From where people work to where what they make is used.
    private var flows: Section {
        let flows = detail.groups.enumerated().flatMap { position, group in
            Self.targets.enumerated().map { target, measure in
                let found = value(group, measure)
                return SankeyFlow(
                    from: position, to: target, value: found?.number,
                    href: found.map { context.links.explanation($0.key) })
            }
        }
        let chart = SankeyChart(
            frame: context.frame(wording("trade-flows-title")), sources: detail.groups.map { name($0) },
            targets: ["trade-home", "trade-rest", "trade-abroad"].map { wording($0) }, flows: flows,
            titles: SankeyTitles(
                from: wording("trade-work"), to: wording("trade-for"), value: wording("trade-flows-axis")),
            style: context.style(decimals: 0))
        return Section(
            "flows", wording("trade-flows-heading"),
            [.paragraph(wording("trade-flows-text")), context.figure(chart)])
    }

    private var heat: Section {
        let cells = detail.sectors.map { sector in
            Self.targets.map { measure in
                let found = value(sector, measure)
                return HeatCell(found?.number, href: found.map { context.links.explanation($0.key) })
            }
        }
        let map = HeatMap(
            frame: context.frame(wording("trade-heat-title")), rows: detail.sectors.map { name($0) },
            columns: ["trade-home", "trade-rest", "trade-abroad"].map { wording($0) }, cells: cells,
            rowTitle: wording("jobs-sector"), valueTitle: wording("trade-flows-axis"),
            missingLabel: wording("not-available"), style: context.style(decimals: 0))
        return Section(
            "sectors", wording("trade-heat-heading"), [.paragraph(wording("trade-heat-text")), context.figure(map)])
    }

    /// What leaves by product, with the jobs of the whole region in it, and what would be missing.
    private var products: Section {
        let rows = detail.sectors.map { sector in
            Table.Row(
                [
                    .text(name(sector)), context.cell(value(sector, "leaving"), decimals: 0),
                    interval(value(sector, "leaving")), context.cell(value(sector, "shortfall"), decimals: 0),
                    context.cell(value(sector, "jobs-embodied"), decimals: 0), interval(value(sector, "jobs-embodied")),
                ])
        }
        let table = Table(
            caption: wording("trade-products-heading"),
            headers: [
                Table.Header(wording("trade-product")), Table.Header(wording("measure-leaving"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
                Table.Header(wording("measure-shortfall"), isNumber: true),
                Table.Header(wording("measure-jobs-embodied"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
            ], rows: rows)
        return Section(
            "products", wording("trade-products-heading"), [.paragraph(wording("trade-products-text")), .table(table)])
    }

    private var method: Section {
        func text(_ number: Double, _ decimals: Int) -> Run {
            Run(context.numbers.number(number, unit: nil, decimals: decimals))
        }
        return Section(
            "method", wording("method-heading"),
            [
                .paragraph(
                    wording.sentence(
                        "regional-method",
                        [
                            "low": text(detail.deltas.first ?? 0, 2), "high": text(detail.deltas.last ?? 0, 2),
                            "delta": text(detail.delta, 2),
                            "lambda": context.run(value("regional-table", "size-factor"), decimals: 2),
                            "mean": context.run(value("regional-table", "output-multiplier"), decimals: 2),
                            "interval": Run(
                                value("regional-table", "output-multiplier").flatMap { context.numbers.interval($0) }
                                    ?? ""),
                        ])),
                .paragraph(
                    wording.sentence(
                        "trade-method-abroad",
                        [
                            "value": text(detail.abroad.value, 1), "low": text(detail.abroad.low, 1),
                            "high": text(detail.abroad.high, 1),
                        ])),
            ])
    }

    private var assumptions: Section {
        Section(
            "assumptions", wording("jobs-assumptions-heading"),
            [
                .paragraph(wording("jobs-assumptions-text")),
                .list((1...5).map { [Run(wording("trade-assumption-\($0)"))] }),
                .paragraph(wording("regional-assumptions-text")),
                .list((1...11).map { [Run(wording("regional-assumption-\($0)"))] }),
            ])
    }
}
