import Charts
import StatisticalData
import Studies

/// The chapter on an ensemble of a model's runs.
struct EnsemblePage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: EnsembleDetail

    private var wording: Wording { context.wording }
    private var parts: SimulationParts { SimulationParts(context: context, index: index) }
    private var result: StudyResult { index.result }
    private var lastYear: Int { detail.years.last ?? 0 }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [bands, assumptions, targets, method].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    /// What the first page shows of it.
    var facts: [Block] { [parts.illustration(detail.model), .table(table)] }

    /// Every tenth year after the first, and the last.
    private var tableYears: [Int] {
        detail.years.filter { ($0 % 10 == 0 && $0 > (detail.years.first ?? 0)) || $0 == lastYear }
    }

    private var table: Table {
        let rows = detail.outputs.map { output in
            let found = tableYears.map { parts.value(output.item, "median", $0) }
            let digits = parts.decimals(found.compactMap { $0?.number })
            return Table.Row(
                [.text(parts.title(output))]
                    + found.flatMap { value -> [Table.Cell] in
                        [
                            context.cell(value, decimals: digits),
                            .number([Run(interval(value, digits))]),
                        ]
                    })
        }
        return Table(
            caption: wording("ensemble-table"),
            headers: [Table.Header(wording("simulation-output"))]
                + tableYears.flatMap { year in
                    [
                        Table.Header(wording("ensemble-median", ["year": String(year)]), isNumber: true),
                        Table.Header(wording("ensemble-band", ["year": String(year)]), isNumber: true),
                    ]
                }, rows: rows)
    }

    private func interval(_ value: ResultValue?, _ digits: Int) -> String {
        guard let low = value?.low, let high = value?.high else { return wording("none") }
        return wording(
            "interval",
            [
                "low": context.numbers.text(low, unit: .one, decimals: digits),
                "high": context.numbers.text(high, unit: .one, decimals: digits),
            ])
    }

    private var bands: Section {
        let figures = detail.outputs.map { output -> Block in
            let median = index.series(output.item, "median", in: parts.home)
            let chart = FanChart(
                frame: context.frame(parts.name(output.item), key: "e-" + output.item),
                observed: parts.observed(output.item), path: Series(name: "", observations: []),
                projected: Series(name: wording("measure-median"), observations: median.map(parts.point)),
                target: parts.mark(output, detail.goals), valueTitle: wording.unit(output.unit),
                timeTitle: wording("column-year"),
                style: context.style(decimals: parts.decimals(median.compactMap(\.number))))
            return context.figure(chart)
        }
        let text = wording.sentence("ensemble-bands-text", ["runs": Run(String(detail.runs))])
        return Section(
            "bands", wording("ensemble-bands-heading"),
            [parts.illustration(detail.model), .paragraph(text), .table(table)] + notices + figures)
    }

    private var notices: [Block] {
        result.notices.map { .notice([Run(wording($0.code, $0.arguments))]) }
    }

    private var targets: Section? {
        guard !detail.goals.isEmpty else { return nil }
        let rows = detail.goals.map { goal in
            Table.Row([
                .text(parts.name(goal.item)), .text(String(goal.year)),
                context.cell(parts.value(goal.item, "target", goal.year), withUnit: true),
                context.cell(parts.value(goal.item, "share-of-runs", goal.year), decimals: 2),
            ])
        }
        let table = Table(
            caption: wording("simulation-targets-title"),
            headers: [
                Table.Header(wording("simulation-target")), Table.Header(wording("column-year")),
                Table.Header(wording("measure-target"), isNumber: true),
                Table.Header(wording("measure-share-of-runs"), isNumber: true),
            ], rows: rows)
        return Section(
            "targets", wording("simulation-targets-heading"),
            [.paragraph(wording("ensemble-targets-text")), .table(table)])
    }

    private var assumptions: Section {
        let rows = detail.inputs.map { input in
            Table.Row([
                .text(input.variable), parts.number(input.value), parts.number(input.low), parts.number(input.high),
                parts.documentation(input.documentation),
            ])
        }
        let table = Table(
            caption: wording("ensemble-inputs-title"),
            headers: [
                Table.Header(wording("simulation-variable")), Table.Header(wording("scenario-before"), isNumber: true),
                Table.Header(wording("ensemble-lowest"), isNumber: true),
                Table.Header(wording("ensemble-highest"), isNumber: true),
                Table.Header(wording("simulation-documentation")),
            ], rows: rows)
        let files = wording.sentence(
            "ensemble-files",
            [
                "ensemble": Run(detail.ensemble, href: context.links.file(detail.ensemble)),
                "runs": Run(String(detail.runs)), "seed": Run(String(detail.seed)),
            ])
        let shared = detail.scenario.map { file in
            Block.paragraph(
                wording.sentence("ensemble-scenario", ["file": Run(file, href: context.links.file(file))]))
        }
        return Section(
            "assumptions", wording("simulation-assumptions-heading"),
            [parts.assumptions(detail.assumptions)] + (shared.map { [$0] } ?? [])
                + [.paragraph(files), .table(table)])
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("simulation-method-text")), .paragraph(wording("ensemble-method-text")),
            ])
    }
}
