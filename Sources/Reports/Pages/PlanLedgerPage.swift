import Charts
import StatisticalData
import Studies
import TargetTracking

/// The chapter on a plan: what was promised, what was done, what is still needed.
struct PlanLedgerPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: PlanLedgerDetail

    private var result: StudyResult { index.result }
    var wording: Wording { context.wording }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [counts, overview] + PlanScore(context: context, detail: detail).sections + [method]
                + sectionsOfTargets.map { $0.section() },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private var sectionsOfTargets: [PlanTargetSection] {
        detail.targets.indices.map { PlanTargetSection(context: context, index: index, detail: detail, position: $0) }
    }

    private var counts: Section {
        Section(
            "counts", wording("plan-counts-heading"),
            [
                .paragraph(wording("plan-counts-text")),
                .table(PlanCounts(context: context, index: index, detail: detail).table),
            ])
    }

    private var overview: Section {
        let rows = sectionsOfTargets.map { section in
            Table.Row([
                .runs([Run(section.name, href: "#" + section.id)]),
                .text(wording("nature-" + section.target.target.nature.rawValue)),
                .runs([section.targetRun]), .runs(section.latestRuns), .drawing(section.trajectory),
                Table.Cell(runs: [section.verdictRun], style: section.verdictStyle),
            ])
        }
        let table = Table(
            caption: wording("plan-overview-title"),
            headers: [
                "plan-indicator", "plan-nature", "measure-target", "plan-latest", "plan-course", "measure-verdict",
            ].map { Table.Header(wording($0)) }, rows: rows)
        return Section(
            "targets", wording("plan-overview-heading"),
            [.paragraph(wording("plan-overview-text")), bullets, .table(table)].compactMap { $0 })
    }

    /// Targets with a base, a figure and a target, each on its own scale.
    private var bullets: Block? {
        let shown = sectionsOfTargets.filter { $0.bulletRow != nil }
        guard !shown.isEmpty else { return nil }
        let chart = BulletChart(
            frame: context.frame(wording("plan-bullets-title")), rows: shown.compactMap(\.bulletRow),
            names: PlanTargetSection.trajectoryNames(wording), style: context.style(decimals: 1))
        return context.figure(chart, trusts: shown.compactMap { $0.verdict?.trust })
    }

    private var method: Section {
        let verdicts = Verdict.allCases.map { verdict -> [Run] in
            [
                Run(wording.finding(verdict.rawValue), isStrong: true),
                Run(
                    wording("colon")
                        + wording("verdict-note-" + verdict.rawValue.split(separator: " ").joined(separator: "-"))),
            ]
        }
        return Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("plan-method-text")), .list(verdicts),
                .list((1...4).map { [Run(wording("plan-assumption-\($0)"))] }),
            ])
    }
}

/// The table of verdicts by nature of the targets.
struct PlanCounts {
    let context: PageContext
    let index: ResultIndex
    let detail: PlanLedgerDetail

    func count(_ nature: Target.Nature, _ slug: String) -> ResultValue? {
        index[nature.rawValue, "count-" + slug, detail.area, detail.period]
    }

    static func slug(_ verdict: Verdict) -> String {
        verdict.rawValue.split(separator: " ").joined(separator: "-")
    }

    var table: Table {
        let wording = context.wording
        let used = Verdict.allCases.filter { verdict in
            Target.Nature.allCases.contains { count($0, Self.slug(verdict)) != nil }
        }
        let rows = Target.Nature.allCases.map { nature in
            var cells: [Table.Cell] = [.text(wording("nature-" + nature.rawValue))]
            for verdict in used {
                let found = count(nature, Self.slug(verdict))
                cells.append(found == nil ? .number([Run("0")]) : context.cell(found))
            }
            cells.append(context.cell(count(nature, "total")))
            return Table.Row(cells)
        }
        var headers = [Table.Header(wording("plan-nature"))]
        headers += used.map { Table.Header(wording.finding($0.rawValue), isNumber: true) }
        headers.append(Table.Header(wording("measure-count-total"), isNumber: true))
        return Table(caption: wording("plan-counts-title"), headers: headers, rows: rows)
    }
}
