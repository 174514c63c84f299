import StatisticalData
import Studies
import TargetTracking

/// The chapter on parks set against a list of benchmarks.
struct EcoParksPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: EcoParksDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var states: [String] { detail.hasIntended ? ["", "intended-"] : [""] }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [overview, statuses] + detail.parks.map { park($0) } + [method],
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

    /// The parks that reach what they are to reach, for the first page too.
    var facts: [Block] {
        let reached = detail.parks.map { value(detail.whole, "verdict", $0.area) }
        let facts = zip(detail.parks, reached).map { park, verdict in
            Block.Fact(
                label: context.area(park.area), value: [verdict.map { context.run($0) } ?? Run(wording("none"))],
                note: wording.sentence(
                    "parks-fact-note",
                    [
                        "met": context.run(value(detail.whole, "benchmarks-met", park.area)),
                        "all": context.run(value(detail.whole, "applicable", park.area)),
                    ]))
        }
        return Self.warning(result, wording) + [.facts(facts)]
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
                [.text(context.area(park.area))]
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
            facts + remarks + [.paragraph(wording("parks-overview-text")), .table(table)])
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

    /// A row a benchmark, a column a park: where each stands, which is no ranking.
    private var statuses: Section {
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

    private func park(_ park: EcoParksDetail.Park) -> Section {
        let area = park.area
        let headers: [Table.Header] =
            [Table.Header(wording("parks-benchmark")), Table.Header(wording("parks-rule"), isNumber: true)]
            + states.flatMap { state in
                [
                    Table.Header(wording.measure(state + "park-value"), isNumber: true),
                    Table.Header(wording.measure(state + "status")),
                    Table.Header(wording.measure(state + "gap"), isNumber: true),
                ]
            }
        let rows = detail.lines.map { line in
            Table.Row(
                [.text(name(line.item)), .number(rule(line, area))]
                    + states.flatMap { state in
                        [
                            context.cell(value(line.item, state + "park-value", area), withUnit: true),
                            context.wordCell(value(line.item, state + "status", area)),
                            context.cell(value(line.item, state + "gap", area), decimals: 1, withUnit: true),
                        ]
                    })
        }
        let title = context.area(area)
        let table = Table(caption: wording("parks-lines-title", ["park": title]), headers: headers, rows: rows)
        return Section(
            "park-" + area.rawValue, title,
            EcoParksPage.warning(result, wording) + [.table(shares(area)), .table(table)] + plan(park))
    }

    private func rule(_ line: EcoParksDetail.Line, _ area: Area.ID) -> [Run] {
        let symbol = line.rule == ">=" ? "≥ " : line.rule == "<=" ? "≤ " : ""
        return (symbol.isEmpty ? [] : [Run(symbol)]) + [context.run(value(line.item, "benchmark", area))]
    }

    private func shares(_ area: Area.ID) -> Table {
        let measures = ["applicable", "benchmarks-met", "without-data", "share-met", "share-met-known"]
        let shown = measures + (detail.hasIntended ? ["intended-share-met"] : [])
        let items = detail.groups.map(\.item) + ThresholdFramework.Kind.allCases.map { "all-" + $0.rawValue }
        let rows = items.filter { value($0, "applicable", area) != nil }.map { item in
            Table.Row([.text(name(item))] + shown.map { context.cell(value(item, $0, area), decimals: 0) })
        }
        return Table(
            caption: wording("parks-shares-title", ["park": context.area(area)]),
            headers: [Table.Header(wording("parks-group"))]
                + shown.map { Table.Header(wording.measure($0), isNumber: true) }, rows: rows)
    }

    /// What is not met, in the order to mend it, with measure, owner and date.
    private func plan(_ park: EcoParksDetail.Park) -> [Block] {
        if park.measures.isEmpty { return [.paragraph(wording("parks-nothing-open"))] }
        func cell(_ text: String?) -> Table.Cell { .text(text ?? wording("none")) }
        let rows = park.measures.enumerated().map { order, measure in
            Table.Row([
                .number([Run(String(order + 1))]), .text(name(measure.item)),
                context.cell(value(measure.item, "gap", park.area), decimals: 1, withUnit: true),
                cell(measure.measure?[context.language]), cell(measure.owner?[context.language]), cell(measure.date),
                .number([Run(measure.cost.map { Decimals.text($0) } ?? wording("none"))]),
            ])
        }
        let headers = ["order", "benchmark", "gap", "measure", "owner", "date", "cost"].map {
            Table.Header(wording($0 == "benchmark" ? "parks-benchmark" : "parks-plan-" + $0))
        }
        let table = Table(
            caption: wording("parks-plan-title", ["park": context.area(park.area)]), headers: headers, rows: rows)
        return [.paragraph(wording("parks-plan-text")), .table(table)]
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
