import StatisticalData
import Studies
import TargetTracking

/// The chapter on parks set against a list of benchmarks.
struct EcoParksPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: EcoParksDetail

    /// So many parks have a column each in the table of statuses, and a fact each on the first page.
    private static let mostInDetail = 12

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var states: [String] { detail.hasIntended ? ["", "intended-"] : [""] }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [goal, overview, benchmarks, statuses, method].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ park: Area.ID) -> ResultValue? {
        index[item, measure, park, detail.period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// What stands on every page of a study with invented values.
    static func warning(_ result: StudyResult, _ wording: Wording) -> [Block] {
        guard case .ecoParks(let detail) = result.detail, detail.isIllustrative else { return [] }
        return [.notice([Run(wording("parks-illustrative"))])]
    }

    /// The goal, else where each park stands, for the first page too.
    var facts: [Block] {
        Self.warning(result, wording) + [.facts(detail.goal == nil ? parkFacts : goalFacts)]
    }

    private var parkFacts: [Block.Fact] {
        detail.parks.prefix(Self.mostInDetail).map { park in
            Block.Fact(
                label: context.area(park.area),
                value: [
                    value(detail.whole, "verdict", park.area).map { context.run($0) } ?? Run(wording("none"))
                ],
                note: wording.sentence(
                    "parks-fact-note",
                    [
                        "met": context.run(value(detail.whole, "benchmarks-met", park.area)),
                        "all": context.run(value(detail.whole, "applicable", park.area)),
                    ]))
        }
    }

    private func goalValue(_ measure: String) -> ResultValue? {
        value(EcoParksDetail.goal, measure, result.homeArea)
    }

    private var goalFacts: [Block.Fact] {
        let pairs =
            [("share-reached", "parks-reached")] + (detail.hasIntended ? [("share-in-time", "parks-in-time")] : [])
        return [
            Block.Fact(
                label: wording.measure("goal-verdict"), value: [context.run(goalValue("goal-verdict"))], note: [])
        ]
            + pairs.map { share, count in
                Block.Fact(
                    label: wording.measure(share), value: [context.run(goalValue(share), decimals: 0)],
                    note: wording.sentence(
                        "parks-goal-note",
                        ["count": context.run(goalValue(count)), "all": context.run(goalValue("goal-parks"))]))
            }
    }

    /// The goal of all parks together.
    private var goal: Section? {
        guard let goal = detail.goal else { return nil }
        return Section(
            "goal", wording("parks-goal-heading"),
            [
                .paragraph([
                    Run(wording("parks-goal-text", ["goal": goal.name[context.language], "date": goal.by.description]))
                ]), .facts(goalFacts), .paragraph(wording("parks-goal-rule")),
            ])
    }

    private var overview: Section {
        let kinds = ThresholdFramework.Kind.allCases.map { "all-" + $0.rawValue }.filter { item in
            detail.parks.contains { value(item, "applicable", $0.area) != nil }
        }
        let headers = states.flatMap { state in
            [wording.measure(state + "verdict")]
                + kinds.map { name($0) + wording("colon") + wording.measure(state + "share-met") }
                + [wording.measure(state + "place")]
        }
        let rows = detail.parks.map { park in
            Table.Row(
                [.runs([link(park.area)])]
                    + states.flatMap { state in
                        [context.wordCell(value(detail.whole, state + "verdict", park.area))]
                            + kinds.map {
                                context.cell(value($0, state + "share-met", park.area), decimals: 0, withUnit: true)
                            }
                            + [context.cell(value(detail.whole, state + "place", park.area))]
                    })
        }
        let table = Table(
            caption: wording("parks-overview-title"),
            headers: [Table.Header(wording("parks-park"))] + headers.map { Table.Header($0) }, rows: rows)
        return Section(
            "result", wording("parks-overview-heading"),
            (detail.goal == nil ? facts : Self.warning(result, wording)) + remarks
                + [.paragraph(wording("parks-overview-text")), .table(table)])
    }

    private var remarks: [Block] {
        let weak = result.notices.compactMap { notice in notice.item.map { name($0) } }
        if weak.isEmpty { return [] }
        return [
            .notice([
                Run(wording("parks-weak", ["count": String(weak.count), "all": String(detail.lines.count)]))
            ])
        ]
    }

    /// The name of a park, leading to its page.
    private func link(_ area: Area.ID) -> Run {
        Run(context.area(area), href: context.links.page(EcoParkPage.path(result.study, area)))
    }

    /// A row a benchmark: how many parks meet it, now and as intended.
    private var benchmarks: Section {
        let measures = states.flatMap { state in
            ["parks-met", "parks-not-met", "parks-without-data", "parks-not-applicable"].map { state + $0 }
        }
        let rows = detail.lines.map { line in
            Table.Row(
                [.text(name(line.item)), .runs([Run(wording("parks-kind-" + line.kind.rawValue))])]
                    + measures.map { context.cell(value(line.item, $0, result.homeArea)) })
        }
        let table = Table(
            caption: wording("parks-benchmarks-title"),
            headers: [Table.Header(wording("parks-benchmark")), Table.Header(wording("parks-kind"))]
                + measures.map { Table.Header(wording.measure($0), isNumber: true) }, rows: rows)
        return Section(
            "benchmarks", wording("parks-benchmarks-heading"),
            [.paragraph(wording("parks-benchmarks-text")), .table(table)])
    }

    /// A row a benchmark, a column a park: where each stands, which is no ranking.
    private var statuses: Section? {
        guard detail.parks.count <= Self.mostInDetail else { return nil }
        let rows = detail.lines.map { line in
            Table.Row(
                [.text(name(line.item)), .runs([Run(wording("parks-kind-" + line.kind.rawValue))])]
                    + detail.parks.map { context.wordCell(value(line.item, "status", $0.area)) })
        }
        let table = Table(
            caption: wording("parks-status-title"),
            headers: [Table.Header(wording("parks-benchmark")), Table.Header(wording("parks-kind"))]
                + detail.parks.map { Table.Header(context.area($0.area)) }, rows: rows)
        return Section(
            "statuses", wording("parks-status-heading"),
            [.paragraph(wording("parks-status-text")), .table(table)])
    }

    private var method: Section {
        let notes = detail.lines.compactMap { line in
            line.note.map { [Run(wording("notice-line", ["item": name(line.item), "text": $0[context.language]]))] }
        }
        return Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("parks-method-text")),
                .list((1...5).map { [Run(wording("parks-assumption-\($0)"))] } + notes),
            ])
    }
}
