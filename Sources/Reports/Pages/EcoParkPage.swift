import StatisticalData
import Studies
import TargetTracking

/// A park: what it meets now and as intended, by how much, and what is to be done by whom and when.
struct EcoParkPage {
    let context: PageContext
    let index: ResultIndex
    let detail: EcoParksDetail
    let park: EcoParksDetail.Park

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var states: [String] { detail.hasIntended ? ["", "intended-"] : [""] }

    /// The path of the page of a park.
    static func path(_ study: String, _ park: Area.ID) -> String { "\(study)-\(park.rawValue).html" }

    func page() -> Page {
        let title = context.area(park.area)
        return Page(
            path: context.path, title: title,
            lead: [Run(result.title[context.language], href: context.links.page(result.study + ".html"))],
            sections: [
                Section(
                    "result", wording("parks-overview-heading"),
                    EcoParksPage.warning(result, wording) + [.facts(facts), .table(shares)]),
                lines, Section("plan", wording("parks-plan-heading"), plan),
            ], downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ park: Area.ID) -> ResultValue? {
        index[item, measure, park, detail.period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// The verdict of each state, and whether the park reaches the benchmarks in time.
    private var facts: [Block.Fact] {
        let verdicts = states.map { state in
            Block.Fact(
                label: wording.measure(state + "verdict"),
                value: [context.run(value(detail.whole, state + "verdict", park.area))],
                note: wording.sentence(
                    "parks-fact-note",
                    [
                        "met": context.run(value(detail.whole, state + "benchmarks-met", park.area)),
                        "all": context.run(value(detail.whole, state + "applicable", park.area)),
                    ]))
        }
        guard let inTime = value(detail.whole, "in-time", park.area), let goal = detail.goal else { return verdicts }
        return verdicts + [
            Block.Fact(
                label: wording.measure("in-time"), value: [context.run(inTime)],
                note: [Run(goal.name[context.language])])
        ]
    }

    private var lines: Section {
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
                [.text(name(line.item)), .number(rule(line))]
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
            "benchmarks", wording("parks-lines-heading"),
            EcoParksPage.warning(result, wording) + [.table(table)])
    }

    private func rule(_ line: EcoParksDetail.Line) -> [Run] {
        let symbol = line.rule == ">=" ? "≥ " : line.rule == "<=" ? "≤ " : ""
        let benchmark = index[line.item, "benchmark", result.homeArea, detail.period]
        return (symbol.isEmpty ? [] : [Run(symbol)]) + [context.run(benchmark)]
    }

    private var shares: Table {
        let area = park.area
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
    private var plan: [Block] {
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
}
