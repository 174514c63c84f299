import Charts
import StatisticalData
import Studies

/// The chapter on a decomposition.
struct DecompositionPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: DecompositionDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [drivers, table] + (shownParts.isEmpty ? [] : [parts]) + [method],
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ area: Area.ID, _ period: Period) -> ResultValue? {
        index[item, measure, area, period]
    }

    private func change(_ area: Area.ID, _ period: Period) -> ResultValue? {
        value(detail.total, "total-change", area, period)
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// The areas with effects, the home area first.
    private var areas: [Area.ID] {
        let known = detail.areas.filter { !periods(of: $0).isEmpty }
        return known.filter { $0 == home } + known.filter { $0 != home }
    }

    /// The years with effects, then the chain of years.
    private func periods(of area: Area.ID) -> [Period] {
        let years = detail.years.map { Period.year($0) }
        let chains = detail.years.dropFirst().map { Period.years(detail.years[0], $0) }
        return (years + chains).filter { change(area, $0) != nil }
    }

    /// What the pictures show of an area: the chain if there is one, else the latest year.
    private func shown(_ area: Area.ID) -> Period? {
        periods(of: area).last
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        guard let area = areas.first, let period = shown(area) else { return [.paragraph(wording("not-available"))] }
        let span = context.area(area) + wording("comma") + context.years(period)
        let effects = detail.factors.map { factor in
            Block.Fact(
                label: name(factor), value: [context.run(value(factor, "effect", area, period))], note: [Run(span)])
        }
        let total = Block.Fact(
            label: name(detail.total), value: [context.run(change(area, period))], note: [Run(span)])
        return [.facts([total] + effects)]
    }

    private var drivers: Section {
        let charts = areas.first.flatMap { area in shown(area).map { (area, $0) } }
        let figure = charts.flatMap { detail.isMultiplicative ? nil : waterfall($0, $1) }
        return Section(
            "drivers", wording("drivers-heading"),
            facts + [.paragraph(wording("drivers-text"))] + [figure].compactMap { $0 } + notices)
    }

    /// From the total before to the total after: levels, or 100 and what the change makes of it.
    private func waterfall(_ area: Area.ID, _ period: Period) -> Block? {
        guard let total = change(area, period), let change = total.number else { return nil }
        let before = period.ordinal - 1
        let level = value(detail.total, "figure", area, .year(before))
        let start = detail.readsChanges ? 100 : level?.number
        let last = period.last.ordinal
        let unit =
            detail.readsChanges
            ? wording("drivers-index-axis", ["year": String(before)]) : wording.unit(total.unit)
        let chart = WaterfallChart(
            frame: context.frame(
                wording(
                    "drivers-chart-title",
                    ["item": name(detail.total), "area": context.area(area), "years": "\(before)–\(last)"])),
            start: Bar(label: String(before), value: start, href: level.map { context.links.explanation($0.key) }),
            parts: detail.factors.map { factor in
                let effect = value(factor, "effect", area, period)
                return Bar(
                    label: name(factor), value: effect?.number,
                    href: effect.map { context.links.explanation($0.key) })
            },
            end: Bar(
                label: String(last), value: start.map { $0 + change }, href: context.links.explanation(total.key)),
            valueTitle: unit.isEmpty ? name(detail.total) : unit, categoryTitle: wording("drivers-driver"),
            style: context.style(decimals: 2))
        return context.figure(chart)
    }

    private var notices: [Block] {
        result.notices.map { notice in
            var arguments = notice.arguments
            arguments["area"] = arguments["area"].map { context.area(Area.ID($0)) }
            return Block.notice([Run(wording(notice.code, arguments))])
        }
    }

    private var table: Section {
        let rows = areas.flatMap { area in
            periods(of: area).map { period in
                Table.Row(
                    [.text(context.area(area)), .text(context.years(period))]
                        + detail.factors.map { context.cell(value($0, "effect", area, period)) }
                        + [context.cell(change(area, period)).strong], isHighlighted: area == home)
            }
        }
        let unit = areas.first.flatMap { area in shown(area).flatMap { change(area, $0)?.unit } }
        let name = wording.unit(unit)
        let caption =
            detail.readsChanges && !detail.isMultiplicative
            ? wording("drivers-table-rates")
            : wording("drivers-table-levels", ["unit": name.isEmpty ? wording("drivers-ratio") : name])
        let headers =
            [Table.Header(wording("column-area")), Table.Header(wording("column-period"))]
            + detail.factors.map { Table.Header(self.name($0), isNumber: true) }
            + [Table.Header(self.name(detail.total), isNumber: true)]
        let residual = areas.flatMap { area in
            periods(of: area).compactMap { value(detail.total, "residual", area, $0)?.number?.magnitude }
        }.max()
        let exact = wording("drivers-residual", ["residual": Self.magnitude(residual ?? 0)])
        return Section(
            "effects", wording("drivers-table-heading"),
            [.table(Table(caption: caption, headers: headers, rows: rows)), .paragraph(exact)])
    }

    /// A very small number as a power of ten that is not below it.
    private static func magnitude(_ value: Double) -> String {
        guard value > 0 else { return "0" }
        var exponent = 0
        var power = 1.0
        while power > value, exponent > -300 {
            let next = power / 10
            if next < value { break }
            (power, exponent) = (next, exponent - 1)
        }
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return exponent == 0
            ? "1" : "10⁻" + String(String(-exponent).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    /// The parts with effects of their own.
    private var shownParts: [String] {
        guard let area = areas.first, let period = shown(area).map({ Period.year($0.last.ordinal) }) else { return [] }
        return detail.parts.filter { part in
            detail.factors.contains { value("\($0)@\(part)", "effect", area, period) != nil }
        }
    }

    private var parts: Section {
        let years = detail.years.map { Period.year($0) }
        let rows = areas.flatMap { area in
            years.filter { change(area, $0) != nil }.flatMap { year in
                shownParts.map { part in
                    Table.Row(
                        [.text(name(part)), .text(context.area(area)), .text(context.years(year))]
                            + detail.factors.map { context.cell(value("\($0)@\(part)", "effect", area, year)) })
                }
            }
        }
        let headers =
            [
                Table.Header(wording("drivers-part")), Table.Header(wording("column-area")),
                Table.Header(wording("column-year")),
            ] + detail.factors.map { Table.Header(name($0), isNumber: true) }
        let heading = wording("drivers-parts-heading")
        return Section("parts", heading, [.table(Table(caption: heading, headers: headers, rows: rows))])
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(
                    wording("drivers-method-text", ["identity": detail.identity])),
                .paragraph(wording("drivers-method-" + detail.method)),
                .list(
                    (1...4).map { [Run(wording("drivers-assumption-\($0)"))] }
                        + detail.assumptions.map { [Run($0[context.language])] }),
            ])
    }
}

extension Table.Cell {
    /// The same cell in strong type.
    fileprivate var strong: Table.Cell {
        var cell = self
        cell.runs = runs.map(\.strong)
        return cell
    }
}
