import Charts
import StatisticalData
import Studies

/// The chapter on a decoupling.
struct DecouplingPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: DecouplingDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [states, figures, method], downloads: Downloads.runs(of: result, context),
            dataKnownOn: result.dataKnownOn)
    }

    private func value(_ measure: String, _ area: Area.ID, _ period: Period, item: String? = nil) -> ResultValue? {
        index[item ?? detail.pressure, measure, area, period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    private var periods: [Period] { detail.years.map { Period.year($0) } + detail.windows }

    /// The areas for which there is a state, the home area first.
    private var areas: [Area.ID] {
        let known = detail.areas.filter { area in periods.contains { value("state", area, $0) != nil } }
        return known.filter { $0 == home } + known.filter { $0 != home }
    }

    /// The large figures, also on the first page: the latest year of the home area, and its windows.
    var facts: [Block] {
        let years = detail.years.map { Period.year($0) }
        let latest = years.last { value("state", home, $0) != nil }
        let shown = [latest].compactMap { $0 } + detail.windows.filter { value("state", home, $0) != nil }
        guard !shown.isEmpty else { return [.paragraph(wording("not-available"))] }
        return [
            .facts(
                shown.map { period in
                    Block.Fact(
                        label: context.area(home) + wording("comma") + context.years(period),
                        value: [context.run(value("state", home, period))], note: note(period))
                })
        ]
    }

    private func note(_ period: Period) -> [Run] {
        guard let elasticity = value("elasticity", home, period) else { return [] }
        return wording.sentence("decoupling-elasticity-note", ["elasticity": context.run(elasticity)])
    }

    private var states: Section {
        let last = periods.last { period in areas.contains { value("state", $0, period) != nil } && period.count == 1 }
        let own = areas.contains(home) ? [home] : []
        let charts =
            (own.isEmpty ? [] : [chart(own, periods)])
            + (areas == own ? [] : [last.map { chart(areas, [$0]) }].compactMap { $0 })
        return Section(
            "states", wording("decoupling-heading"),
            facts + [.paragraph(wording("decoupling-text", names))] + charts + notices)
    }

    /// States of areas over periods.
    private func chart(_ areas: [Area.ID], _ periods: [Period]) -> Block {
        let words = DecouplingDetail.states
        let signs = words.map { wording("sign-" + $0.split(separator: " ").joined(separator: "-")) }
        let places = [1, 0.85, 0.55, 0.15, 0.7, 0.45, 0.3, 0]
        let span = periods.count == 1 ? periods.map { context.years($0) } : areas.map { context.area($0) }
        let chart = StateChart(
            frame: context.frame(wording("decoupling-chart-title", ["of": span.first ?? ""])),
            rows: areas.map { context.area($0) }, columns: periods.map { context.years($0) },
            states: zip(words, zip(signs, places)).map {
                ChartState(name: wording.finding($0), sign: $1.0, place: $1.1)
            },
            cells: areas.map { area in periods.map { cell(area, $0) } }, rowTitle: wording("column-area"),
            stateTitle: wording("measure-state"), missingLabel: wording("decoupling-no-state"),
            style: context.style(decimals: 2))
        return context.figure(chart)
    }

    private func cell(_ area: Area.ID, _ period: Period) -> StateCell {
        let state = value("state", area, period)
        return StateCell(
            state?.word.flatMap { DecouplingDetail.states.firstIndex(of: $0) },
            value: value("elasticity", area, period)?.number,
            href: state.map { context.links.explanation($0.key) })
    }

    private var names: [String: String] { ["pressure": name(detail.pressure), "driver": name(detail.driver)] }

    private var notices: [Block] {
        result.notices.map { notice in
            var arguments = notice.arguments
            arguments["area"] = arguments["area"].map { context.area(Area.ID($0)) }
            arguments["period"] = arguments["period"].map { Period($0).map { context.years($0) } ?? $0 }
            return Block.notice([Run(wording(notice.code, arguments))])
        }
    }

    private var figures: Section {
        let rows = areas.flatMap { area in
            periods.filter { value("oecd-factor", area, $0) != nil }.map { row(area, $0) }
        }
        let headers = [
            Table.Header(wording("column-area")), Table.Header(wording("column-period")),
            Table.Header(name(detail.pressure), isNumber: true), Table.Header(name(detail.driver), isNumber: true),
            Table.Header(wording("measure-elasticity"), isNumber: true), Table.Header(wording("growth-interval")),
            Table.Header(wording("measure-state")), Table.Header(wording("measure-oecd-factor"), isNumber: true),
        ]
        let table = Table(caption: wording("decoupling-table-title"), headers: headers, rows: rows)
        return Section("figures", wording("decoupling-figures-heading"), [.table(table)])
    }

    private func row(_ area: Area.ID, _ period: Period) -> Table.Row {
        let measure = period.count > 1 ? "cumulative" : "annual-change"
        let elasticity = value("elasticity", area, period)
        let interval = elasticity.flatMap { context.numbers.interval($0) } ?? wording("none")
        return Table.Row(
            [
                .text(context.area(area)), .text(context.years(period)),
                context.cell(value(measure, area, period, item: detail.pressure)),
                context.cell(value(measure, area, period, item: detail.driver)), context.cell(elasticity),
                .text(interval), context.wordCell(value("state", area, period)),
                context.cell(value("oecd-factor", area, period)),
            ], isHighlighted: area == home)
    }

    private var method: Section {
        let bounds = [
            "lower": context.style(decimals: 2).text(detail.lower),
            "upper": context.style(decimals: 2).text(detail.upper),
        ]
        let filled = detail.intensity.map { [Run(wording("decoupling-filled", ["intensity": name($0)]))] }
        return Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("decoupling-method-text")), .paragraph(wording("decoupling-bounds-text", bounds)),
                .list(
                    (1...4).map { [Run(wording("decoupling-assumption-\($0)"))] } + [filled].compactMap { $0 }
                        + detail.assumptions.map { [Run($0[context.language])] }),
            ])
    }
}

extension PageContext {
    /// A year or several, as readers write them.
    func years(_ period: Period) -> String {
        period.count > 1 ? "\(period.ordinal)–\(period.last.ordinal)" : period.description
    }
}
