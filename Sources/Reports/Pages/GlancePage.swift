import Charts
import StatisticalData
import Studies
import TargetTracking

/// The first page: the area at a glance.
struct GlancePage {
    let context: PageContext

    private var wording: Wording { context.wording }
    private var home: Area.ID { context.assessment.homeArea }

    func page() -> Page {
        Page(
            path: context.path,
            title: wording("glance-title", ["area": context.assessment.areas[home]?.name[context.language] ?? ""]),
            lead: [Run(wording("glance-lead"))],
            sections: chapters.flatMap { sections($0) } + [others, TrustLegend.section(context)].compactMap { $0 },
            downloads: chapters.map { index in
                Run(
                    index.result.title[context.language] + " (CSV)",
                    href: context.links.root(Downloads.csvPath(index.result.study)))
            },
            dataKnownOn: context.assessment.dataKnownOn)
    }

    private var chapters: [ResultIndex] {
        context.assessment.results.filter { context.assessment.chapters.contains($0.result.study) }
    }

    private func sections(_ index: ResultIndex) -> [Section] {
        let result = index.result
        let blocks: [Block]
        switch result.detail {
        case .compositeIndex(let detail): blocks = compositeIndex(index, detail)
        case .planLedger(let detail): blocks = planLedger(index, detail)
        case .growthIdentity(let detail): blocks = growthIdentity(index, detail)
        case .targetAssessment(let detail):
            blocks = TargetAssessmentPage(context: context, index: index, detail: detail).facts
        case .greenEconomyProgress(let detail):
            blocks = GreenEconomyProgressPage(context: context, index: index, detail: detail).facts
        case .ecoParks(let detail): blocks = EcoParksPage(context: context, index: index, detail: detail).facts
        }
        let address = context.links.page(result.study + ".html")
        return [
            Section(
                result.study, [Run(result.title[context.language], href: address)],
                blocks + [.paragraph([Run(wording("glance-more"), href: address)])])
        ]
    }

    private func name(_ item: String, _ result: StudyResult) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    private func compositeIndex(_ index: ResultIndex, _ detail: CompositeIndexDetail) -> [Block] {
        func value(_ item: String, _ measure: String) -> ResultValue? { index[item, measure, home, detail.period] }
        let count = detail.areas.filter { index[detail.index, "rank", $0, detail.period] != nil }.count
        let byRank = detail.components.filter { value($0, "rank") != nil }.sorted {
            (value($0, "rank")?.number ?? 0) < (value($1, "rank")?.number ?? 0)
        }
        guard let best = byRank.first, let worst = byRank.last else { return [.paragraph(wording("not-available"))] }
        func place(_ item: String) -> [Run] {
            wording.sentence("glance-rank", ["rank": context.run(value(item, "rank")), "count": Run(String(count))])
        }
        let rows = byRank.map { component in
            RankedRow(
                rank: value(component, "rank").map { context.numbers.text($0) } ?? "",
                label: name(component, index.result), value: value(component, "score")?.number,
                reference: detail.leader.flatMap { index[component, "score", $0, detail.period]?.number },
                href: value(component, "score").map { context.links.explanation($0.key) })
        }
        let leader = detail.leader.map { context.area($0) } ?? ""
        let chart = RankedChart(
            frame: context.frame(wording("glance-profile-title", ["area": context.area(home)])), rows: rows, mark: .dot,
            titles: RankedTitles(
                rank: wording("measure-rank"), label: wording("index-dimension"), value: wording("index-points-axis"),
                reference: leader), style: context.style(decimals: 2))
        return [
            .facts([
                Block.Fact(
                    label: wording("glance-place"), value: place(detail.index),
                    note: wording.sentence("glance-score", ["score": context.run(value(detail.index, "score"))])),
                Block.Fact(
                    label: wording("glance-strength"), value: place(best), note: [Run(name(best, index.result))]),
                Block.Fact(
                    label: wording("glance-weakness"), value: place(worst), note: [Run(name(worst, index.result))]),
            ]),
            context.figure(chart),
        ]
    }

    private func planLedger(_ index: ResultIndex, _ detail: PlanLedgerDetail) -> [Block] {
        let counts = PlanCounts(context: context, index: index, detail: detail)
        let judged = detail.targets.indices.map {
            PlanTargetSection(context: context, index: index, detail: detail, position: $0)
        }
        func list(_ verdicts: [Verdict]) -> [[Run]] {
            judged.filter { verdicts.contains($0.verdict?.word.flatMap { Verdict(rawValue: $0) } ?? .noData) }.map {
                [
                    Run(
                        $0.name,
                        href: context.links.page(index.result.study + ".html") + "#" + $0.id),
                    Run(wording("colon")), $0.verdictRun, Run(wording("comma")),
                ] + $0.latestRuns + [Run(" " + wording("glance-against") + " "), $0.targetRun]
            }
        }
        let decided: [Verdict] = [
            .met, .metButSlipping, .missed, .missedAndRegressed, .onTarget, .belowExpectation, .regress,
        ]
        return [
            .table(counts.table), .paragraph(wording("glance-decided")), .list(list(decided)),
        ]
    }

    private func growthIdentity(_ index: ResultIndex, _ detail: GrowthIdentityDetail) -> [Block] {
        guard let last = detail.years.last else { return [] }
        let period = Period.year(last)
        let shown = ([home] + detail.peers).filter { index[detail.item, "cumulative", $0, period] != nil }
        let facts = shown.map { area in
            Block.Fact(
                label: context.area(area), value: [context.run(index[detail.item, "cumulative", area, period])],
                note: [Run(wording("glance-span", ["years": "\(detail.years.first ?? 0)–\(last)"]))])
        }
        return [.paragraph(wording("glance-growth", ["item": name(detail.item, index.result)])), .facts(facts)]
    }

    private var others: Section? {
        let rest = context.assessment.results.filter { !context.assessment.chapters.contains($0.result.study) }
        guard !rest.isEmpty else { return nil }
        return Section(
            "more", wording("glance-others"),
            [
                .list(
                    rest.map { index in
                        [
                            Run(
                                index.result.title[context.language],
                                href: context.links.page(index.result.study + ".html"))
                        ] + (index.result.summary.map { [Run(wording("colon") + $0[context.language])] } ?? [])
                    })
            ])
    }
}
