import Charts
import StatisticalData
import Studies

/// The chapter on efficiency.
struct EfficiencyPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: EfficiencyDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var last: Period { .year(detail.years.last ?? 0) }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [scores, targets] + (detail.years.count > 1 ? [productivity] : []) + [method],
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ area: Area.ID, _ period: Period) -> ResultValue? {
        index[item, measure, area, period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    private func score(_ area: Area.ID, _ period: Period) -> ResultValue? {
        value(EfficiencyDetail.score, "score", area, period)
    }

    /// The units by their score in the last year, the best first; the last ones have none.
    private var ranked: [Area.ID] {
        let isInverse = detail.model == .radialOutput
        func order(_ area: Area.ID) -> Double {
            guard let score = score(area, last)?.number else { return .infinity }
            return isInverse ? score : -score
        }
        return detail.areas.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
            .map(\.element)
    }

    private var efficient: [Area.ID] {
        ranked.filter { area in
            guard let score = score(area, last)?.number else { return false }
            return abs(score - 1) <= 1e-9
        }
    }

    private var warning: [Block] {
        detail.isIllustrative ? [.notice([Run(wording("efficiency-illustrative"))])] : []
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        let rising = detail.areas.filter { area in
            (chained(area)?.number ?? 0) > 1
        }
        let count = wording.sentence(
            "efficiency-count", ["count": Run(String(efficient.count)), "all": Run(String(detail.areas.count))])
        var facts = [
            Block.Fact(
                label: wording("efficiency-efficient"), value: count,
                note: [Run(efficient.map { context.area($0) }.joined(separator: wording("comma")))])
        ]
        if detail.years.count > 1 {
            let value = wording.sentence(
                "efficiency-count", ["count": Run(String(rising.count)), "all": Run(String(detail.areas.count))])
            let years = "\(detail.years[0])–\(last.ordinal)"
            facts.append(Block.Fact(label: wording("efficiency-rising"), value: value, note: [Run(years)]))
        }
        return warning + [.facts(facts)]
    }

    private var scores: Section {
        let rows = ranked.map { area in
            let found = score(area, last)
            return RankedRow(
                rank: rank(area), label: context.area(area), value: found?.number,
                href: found.map { context.links.explanation($0.key) })
        }
        let title = wording("efficiency-chart-title", ["year": last.description])
        let chart = RankedChart(
            frame: context.frame(title), rows: rows, mark: .bar,
            titles: RankedTitles(rank: "#", label: wording("column-area"), value: wording("measure-score")),
            style: context.style(decimals: 3))
        let years = detail.years.map { Period.year($0) }
        let table = Table(
            caption: wording("efficiency-scores-title"),
            headers: [Table.Header(wording("column-area"))]
                + years.map { Table.Header($0.description, isNumber: true) }
                + (detail.runs == nil
                    ? []
                    : [
                        Table.Header(name(EfficiencyDetail.radial), isNumber: true),
                        Table.Header(wording("measure-corrected"), isNumber: true),
                        Table.Header(wording("efficiency-interval")),
                    ]),
            rows: ranked.map { area in
                Table.Row(
                    [.text(context.area(area))] + years.map { scoreCell(area, $0) }
                        + (detail.runs == nil ? [] : interval(area)))
            })
        return Section(
            "scores", wording("efficiency-heading"),
            facts + [.paragraph(wording("efficiency-text")), context.figure(chart), .table(table)]
                + (detail.runs == nil ? [] : [.paragraph(wording("efficiency-interval-text"))]) + notices)
    }

    /// One more than the number of better units; equal ones share the better place.
    private func rank(_ area: Area.ID) -> String {
        guard let own = score(area, last)?.number else { return "" }
        let better = detail.areas.count { other in
            guard let score = score(other, last)?.number else { return false }
            return detail.model == .radialOutput ? score < own - 1e-9 : score > own + 1e-9
        }
        return String(better + 1)
    }

    private func scoreCell(_ area: Area.ID, _ period: Period) -> Table.Cell {
        score(area, period).map { context.cell($0, decimals: 3) }
            ?? context.wordCell(value(EfficiencyDetail.score, "status", area, period))
    }

    private func interval(_ area: Area.ID) -> [Table.Cell] {
        let corrected = value(EfficiencyDetail.radial, "corrected", area, last)
        var limits = wording("none")
        if let low = corrected?.low, let high = corrected?.high {
            let style = context.style(decimals: 3)
            limits = wording("interval", ["low": style.text(low), "high": style.text(high)])
        }
        return [
            context.cell(value(EfficiencyDetail.radial, "score", area, last), decimals: 3),
            context.cell(corrected, decimals: 3), .text(limits),
        ]
    }

    /// The benchmarks of the last year with their weights.
    private func benchmarks(_ area: Area.ID) -> [Run] {
        let found = detail.areas.compactMap { peer -> [Run]? in
            guard let weight = value("benchmark@" + peer.rawValue, "weight", area, last) else { return nil }
            return [Run(context.area(peer) + " "), context.run(weight, decimals: 2)]
        }
        let parts = found.enumerated().flatMap { $0.offset == 0 ? $0.element : [Run(wording("comma"))] + $0.element }
        return parts.isEmpty ? [Run(wording("none"))] : parts
    }

    private var notices: [Block] {
        result.notices.map { notice in
            var arguments = notice.arguments
            arguments["area"] = arguments["area"].map { context.area(Area.ID($0)) }
            arguments["item"] = arguments["item"].map { name($0) }
            return Block.notice([Run(wording(notice.code, arguments))])
        }
    }

    private var targets: Section {
        let variables = detail.inputs + detail.outputs + detail.bads
        let rows = ranked.filter { !efficient.contains($0) }.flatMap { area in
            variables.compactMap { variable -> Table.Row? in
                let measure = detail.outputs.contains(variable) ? "could-be-added" : "saving"
                guard let gap = value(variable, measure, area, last),
                    let figure = value(variable, "figure", area, last)
                else { return nil }
                let isClose = abs(gap.number ?? 0) <= 1e-9 * max(1, abs(figure.number ?? 0))
                return Table.Row(
                    [
                        .text(context.area(area)), .text(name(variable)), context.cell(figure, withUnit: true),
                        context.cell(value(variable, "target", area, last), withUnit: true),
                        isClose ? .number([Run(wording("none"))]) : context.cell(gap, withUnit: true),
                    ])
            }
        }
        let table = Table(
            caption: wording("efficiency-targets-title", ["year": last.description]),
            headers: [
                Table.Header(wording("column-area")), Table.Header(wording("efficiency-variable")),
                Table.Header(wording("lift-now"), isNumber: true),
                Table.Header(wording("measure-target"), isNumber: true),
                Table.Header(wording("efficiency-gap"), isNumber: true),
            ], rows: rows)
        let peers = Table(
            caption: wording("efficiency-benchmarks-title", ["year": last.description]),
            headers: [Table.Header(wording("column-area")), Table.Header(wording("efficiency-benchmarks"))],
            rows: ranked.filter { !efficient.contains($0) }.map { area in
                Table.Row([.text(context.area(area)), .runs(benchmarks(area))])
            })
        return Section(
            "targets", wording("efficiency-targets-heading"),
            warning + [.paragraph(wording("efficiency-targets-text")), .table(peers), .table(table)])
    }

    private func chained(_ area: Area.ID) -> ResultValue? {
        let first = detail.years[0] + 1
        let item = EfficiencyDetail.productivity
        return value(item, "index", area, first == last.ordinal ? last : .years(first, last.ordinal))
    }

    private var productivity: Section {
        let steps = detail.years.dropFirst().map { Period.year($0) }
        let item = EfficiencyDetail.productivity
        let rows = detail.areas.map { area in
            Table.Row(
                [.text(context.area(area))]
                    + steps.flatMap { step in
                        [
                            value(item, "index", area, step).map { context.cell($0, decimals: 3) }
                                ?? context.wordCell(value(item, "status", area, step))
                        ]
                    } + [context.cell(chained(area), decimals: 3)]
                    + ["efficiency-change", "frontier-change"].map {
                        context.cell(value(item, $0, area, last), decimals: 3)
                    })
        }
        let table = Table(
            caption: wording("efficiency-productivity-title"),
            headers: [Table.Header(wording("column-area"))]
                + steps.map { Table.Header("\($0.ordinal - 1)–\($0.ordinal)", isNumber: true) }
                + [
                    Table.Header(wording("efficiency-whole"), isNumber: true),
                    Table.Header(
                        wording("measure-efficiency-change") + wording("parenthesis", ["text": last.description]),
                        isNumber: true),
                    Table.Header(
                        wording("measure-frontier-change") + wording("parenthesis", ["text": last.description]),
                        isNumber: true),
                ], rows: rows)
        let years = ["years": "\(detail.years[0])–\(last.ordinal)"]
        return Section(
            "productivity", wording("efficiency-productivity-heading"),
            warning + [.paragraph(wording("efficiency-productivity-text", years)), .table(table)])
    }

    private var method: Section {
        let names = { (items: [String]) in items.map { name($0) }.joined(separator: wording("comma")) }
        let bads = detail.bads.isEmpty ? wording("none") : names(detail.bads)
        return Section(
            "method", wording("method-heading"),
            warning + [
                .paragraph(
                    wording(
                        "efficiency-method-text",
                        ["inputs": names(detail.inputs), "outputs": names(detail.outputs), "bads": bads])),
                .paragraph(wording("efficiency-model-" + detail.model.rawValue)),
                .paragraph(wording("efficiency-returns-" + detail.returns)),
                .list(
                    (1...5).map { [Run(wording("efficiency-assumption-\($0)"))] }
                        + detail.assumptions.map { [Run($0[context.language])] }),
            ])
    }
}
