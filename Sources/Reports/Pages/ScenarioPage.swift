import Charts
import StatisticalData
import Studies

/// The chapter on scenarios of a model.
struct ScenarioPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: ScenarioDetail

    private var wording: Wording { context.wording }
    private var parts: SimulationParts { SimulationParts(context: context, index: index) }
    private var result: StudyResult { index.result }
    private var lastYear: Int { detail.years.last ?? 0 }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [comparison, assumptions, courses, targets, indexSection, method].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    /// What the first page shows of it.
    var facts: [Block] { [parts.illustration(detail.model), .table(table(lastYear))] }

    private func simulated(_ item: String, _ scenario: ScenarioDetail.Scenario, _ year: Int) -> ResultValue? {
        parts.value(item + "@" + scenario.id, "simulated", year)
    }

    private func name(_ scenario: ScenarioDetail.Scenario) -> String { scenario.name[context.language] }

    private func table(_ year: Int) -> Table {
        let rows = detail.outputs.map { output in
            let found = detail.scenarios.map { simulated(output.item, $0, year) }
            let start = detail.years.lazy.compactMap { year in
                detail.scenarios.first.flatMap { simulated(output.item, $0, year) }
            }.first
            let digits = parts.decimals((found + [start]).compactMap { $0?.number })
            return Table.Row(
                [.text(parts.title(output))]
                    + ([start] + found).map { context.cell($0, decimals: digits) })
        }
        return Table(
            caption: wording("scenario-table", ["year": String(year)]),
            headers: [
                Table.Header(wording("simulation-output")),
                Table.Header(wording("simulation-start"), isNumber: true),
            ] + detail.scenarios.map { Table.Header(name($0), isNumber: true) }, rows: rows)
    }

    private var comparison: Section {
        let middle = detail.years.last { $0 % 10 == 0 && $0 < lastYear && $0 > (detail.years.first ?? 0) }
        return Section(
            "comparison", wording("scenario-comparison-heading"),
            [parts.illustration(detail.model), .paragraph(wording("scenario-comparison-text"))]
                + [middle, lastYear].compactMap { $0 }.map { .table(table($0)) })
    }

    private var courses: Section {
        let figures = detail.outputs.map { output -> Block in
            let observed = parts.observed(output.item)
            let lines = detail.scenarios.map { scenario in
                Series(
                    name: name(scenario),
                    observations: detail.years.compactMap { simulated(output.item, scenario, $0).map(parts.point) })
            }
            let numbers = lines.flatMap { $0.observations.compactMap(\.value) }
            let chart = LineChart(
                frame: context.frame(parts.name(output.item), key: "s-" + output.item),
                series: lines + (observed.observations.isEmpty ? [] : [observed]),
                target: parts.mark(output, detail.goals), valueTitle: wording.unit(output.unit),
                timeTitle: wording("column-year"), style: context.style(decimals: parts.decimals(numbers)))
            return context.figure(chart)
        }
        return Section(
            "courses", wording("scenario-courses-heading"),
            [.paragraph(wording("scenario-courses-text"))] + figures)
    }

    private var targets: Section? {
        guard !detail.goals.isEmpty else { return nil }
        let rows = detail.goals.map { goal in
            Table.Row(
                [
                    .text(parts.name(goal.item)), .text(String(goal.year)),
                    context.cell(parts.value(goal.item, "target", goal.year), withUnit: true),
                ]
                    + detail.scenarios.map { scenario in
                        let item = goal.item + "@" + scenario.id
                        guard let achieved = parts.value(item, "achieved", goal.year) else {
                            return .text(wording("none"))
                        }
                        return .runs([
                            context.run(achieved, decimals: parts.decimals([achieved.number ?? 0]), withUnit: false),
                            Run(" "), context.run(parts.value(item, "status", goal.year)),
                        ])
                    })
        }
        let table = Table(
            caption: wording("simulation-targets-title"),
            headers: [
                Table.Header(wording("simulation-target")), Table.Header(wording("column-year")),
                Table.Header(wording("measure-target"), isNumber: true),
            ] + detail.scenarios.map { Table.Header(name($0)) }, rows: rows)
        return Section(
            "targets", wording("simulation-targets-heading"),
            [.paragraph(wording("scenario-targets-text")), .table(table)])
    }

    private var indexSection: Section? {
        guard let told = detail.index else { return nil }
        let rows = detail.scenarios.map { scenario in
            Table.Row(
                [.text(name(scenario))]
                    + told.years.flatMap { year in
                        ["score", "rank"].map { measure in
                            context.cell(
                                parts.value(told.item + "@" + scenario.id, measure, year),
                                decimals: measure == "score" ? 2 : 0)
                        }
                    })
        }
        let table = Table(
            caption: told.title[context.language],
            headers: [Table.Header(wording("simulation-scenario"))]
                + told.years.flatMap { year in
                    ["score", "rank"].map {
                        Table.Header(wording("measure-" + $0) + " " + String(year), isNumber: true)
                    }
                }, rows: rows)
        let text = wording.sentence(
            "scenario-index-text",
            [
                "index": Run(told.title[context.language], href: context.links.page(told.study + ".html")),
                "period": Run(told.period.description), "area": Run(context.area(parts.home)),
            ])
        return Section("index", wording("scenario-index-heading"), [.paragraph(text), .table(table)])
    }

    private var assumptions: Section {
        let levers = detail.scenarios.flatMap { scenario in
            scenario.changes.map { change in
                Table.Row([
                    .text(name(scenario)), .text(change.variable), parts.number(change.before),
                    parts.number(change.after), .text(span(change)), parts.documentation(change.documentation),
                ])
            }
        }
        let table = Table(
            caption: wording("scenario-levers-title"),
            headers: [
                Table.Header(wording("simulation-scenario")), Table.Header(wording("simulation-variable")),
                Table.Header(wording("scenario-before"), isNumber: true),
                Table.Header(wording("scenario-after"), isNumber: true), Table.Header(wording("scenario-when")),
                Table.Header(wording("simulation-documentation")),
            ], rows: levers)
        return Section(
            "assumptions", wording("simulation-assumptions-heading"),
            [parts.assumptions(detail.assumptions)] + (levers.isEmpty ? [] : [.table(table)]))
    }

    private func span(_ change: ScenarioDetail.Change) -> String {
        guard let from = change.from else { return wording("scenario-from-start") }
        let years = [from, change.until].compactMap { $0 }.map { Decimals.text($0) }
        return years.count == 2
            ? wording("scenario-ramp", ["from": years[0], "until": years[1]])
            : wording("scenario-step", ["from": years[0]])
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("simulation-method-text")), .paragraph(wording("scenario-method-text")),
            ])
    }
}
