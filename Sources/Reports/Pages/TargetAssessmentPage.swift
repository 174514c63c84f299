import Charts
import StatisticalData
import Studies
import TargetTracking

/// The chapter on a five-year assessment: points that are certain, points still possible, and what a grade waits for.
struct TargetAssessmentPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: TargetAssessmentDetail

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [overview] + detail.groups.map { section($0) } + [annual, others, method],
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ period: Period? = nil) -> ResultValue? {
        index[item, measure, home, period ?? detail.period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    private func points(_ item: String, _ measure: String, _ period: Period? = nil) -> Table.Cell {
        context.cell(value(item, measure, period), decimals: 1)
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        func fact(_ label: String, _ measure: String, note: String) -> Block.Fact {
            Block.Fact(
                label: wording(label), value: [context.run(value(detail.whole, measure), decimals: 1)],
                note: [Run(wording(note))])
        }
        return [
            .facts([
                fact("assessment-secured", "earned-certain", note: "assessment-secured-note"),
                fact("assessment-possible", "points-possible", note: "assessment-possible-note"),
                fact("measure-grade", "grade", note: "assessment-grade-note"),
            ])
        ]
    }

    /// The points an item can bring, in as few digits as they need.
    private func wholePoints(_ item: String) -> String {
        guard let points = value(item, "points")?.number else { return "" }
        return context.numbers.number(points, unit: .one)
    }

    private var overview: Section {
        let items = detail.groups.map(\.item) + [detail.annual, detail.satisfaction]
        let rows = items.map { item in
            RankedRow(
                rank: wholePoints(item),
                label: name(item), value: value(item, "points-certain")?.number,
                reference: value(item, "points-possible")?.number,
                href: value(item, "points-certain").map { context.links.explanation($0.key) })
        }
        let chart = RankedChart(
            frame: context.frame(wording("assessment-chart-title")), rows: rows, mark: .bar,
            titles: RankedTitles(
                rank: wording("measure-points"), label: wording("assessment-part"),
                value: wording("measure-points-certain"), reference: wording("measure-points-possible")),
            style: context.style(decimals: 1))
        let text = wording.sentence(
            "assessment-headline",
            [
                "area": Run(context.area(home)),
                "certain": context.run(value(detail.whole, "earned-certain"), decimals: 1).strong,
                "possible": context.run(value(detail.whole, "earned-possible"), decimals: 1).strong,
                "lowest": context.run(value(detail.whole, "points-certain"), decimals: 1),
            ])
        let notices = result.notices.map { Block.notice([Run(wording($0.code, $0.arguments))]) }
        return Section(
            "result", wording("assessment-result-heading"),
            facts + [.paragraph(text)] + notices + [context.figure(chart)])
    }

    private func section(_ group: TargetAssessmentDetail.Group) -> Section {
        let rows = group.targets.map { target in
            Table.Row([
                .text(name(target.item)),
                .text(wording(target.isBinding ? "nature-binding" : "assessment-not-binding")),
                .runs([promised(target)]), .runs([achieved(target)]),
                context.wordCell(value(target.item, "outcome")), points(target.item, "points"),
                points(target.item, "points-certain"), points(target.item, "points-possible"),
            ])
        }
        let sum = Table.Row(
            [.text(wording("assessment-sum"))] + (0..<4).map { _ in Table.Cell.text("") } + [
                points(group.item, "points"), points(group.item, "points-certain"),
                points(group.item, "points-possible"),
            ], isHighlighted: true)
        let table = Table(
            caption: wording("assessment-group-title", ["group": name(group.item)]),
            headers: [
                Table.Header(wording("plan-indicator")), Table.Header(wording("plan-nature")),
                Table.Header(wording("assessment-promised")), Table.Header(wording("plan-latest")),
                Table.Header(wording("measure-outcome")),
            ] + pointHeaders, rows: rows + [sum])
        return Section(group.item, name(group.item), [.table(table)])
    }

    private var pointHeaders: [Table.Header] {
        ["measure-points", "measure-points-certain", "measure-points-possible"].map {
            Table.Header(wording($0), isNumber: true)
        }
    }

    /// The target of the plan an item is judged by.
    private func promised(_ target: TargetAssessmentDetail.Target) -> Run {
        guard let plan = target.plan else { return Run(wording("assessment-no-target")) }
        let found = index[target.item, "target", plan.area, .year(plan.target.targetYear)]
        return context.run(found, decimals: plan.isRelativeToBase ? nil : max(0, plan.decimals))
    }

    /// The latest figure on an item with its year.
    private func achieved(_ target: TargetAssessmentDetail.Target) -> Run {
        guard let plan = target.plan, let latest = index.series(target.item, "achieved", in: plan.area).last else {
            return Run(wording("none"))
        }
        let run = context.run(latest)
        return Run(
            run.text + wording("parenthesis", ["text": latest.key.period.description]), href: run.href, mark: run.mark)
    }

    private var annual: Section {
        let rows = detail.years.map { year -> Table.Row in
            let period = Period.year(year)
            return Table.Row([
                .text(String(year)), context.cell(value(detail.annual, "rank", period)),
                points(detail.annual, "points-certain", period), points(detail.annual, "points-possible", period),
            ])
        }
        let sum = Table.Row(
            [
                .text(wording("assessment-sum")), .text(""), points(detail.annual, "points-certain"),
                points(detail.annual, "points-possible"),
            ], isHighlighted: true)
        let table = Table(
            caption: name(detail.annual),
            headers: [
                Table.Header(wording("column-year")), Table.Header(wording("measure-rank"), isNumber: true),
                Table.Header(wording("measure-points-certain"), isNumber: true),
                Table.Header(wording("measure-points-possible"), isNumber: true),
            ], rows: rows + [sum])
        return Section(
            "annual", wording("assessment-annual-heading"),
            [.paragraph(wording("assessment-annual-text")), .table(table)])
    }

    /// Satisfaction, incidents, binding targets missed: what adds and what deducts beside the targets.
    private var others: Section {
        func row(_ label: String, _ item: String, _ certain: String, _ possible: String) -> Table.Row {
            Table.Row([.text(label), points(item, certain), points(item, possible)])
        }
        let table = Table(
            caption: wording("assessment-others-title"),
            headers: [
                Table.Header(wording("assessment-part")), Table.Header(wording("assessment-least"), isNumber: true),
                Table.Header(wording("assessment-most"), isNumber: true),
            ],
            rows: [
                row(name(detail.satisfaction), detail.satisfaction, "points-certain", "points-possible"),
                row(
                    wording("assessment-minus", ["part": wording("assessment-binding")]), "binding",
                    "deduction-certain", "deduction-possible"),
                row(
                    wording("assessment-minus", ["part": name(detail.incidents)]), detail.incidents,
                    "deduction-certain", "deduction-possible"),
                row(wording("assessment-total"), detail.whole, "points-certain", "points-possible"),
            ])
        return Section(
            "others", wording("assessment-others-heading"),
            [.paragraph(wording("assessment-others-text")), .table(table)])
    }

    private var method: Section {
        let rows = detail.rules.map { rule -> Table.Row in
            let text = rule.value.map { Decimals.text($0) } ?? wording("assessment-rule-unknown")
            let mark = rule.value == nil ? nil : wording.mark(rule.trust)
            return Table.Row([
                .text(rule.name[context.language]),
                .runs([Run(text, href: context.links.row(rule.place), mark: mark)]),
                .text(rule.note?[context.language] ?? ""),
            ])
        }
        let table = Table(
            caption: wording("assessment-rules-title"),
            headers: ["assessment-rule", "column-value", "assessment-remark"].map { Table.Header(wording($0)) },
            rows: rows)
        return Section(
            "method", wording("method-heading"),
            [
                .paragraph(wording("assessment-method-text")), .table(table),
                .list((1...5).map { [Run(wording("assessment-assumption-\($0)"))] }),
            ])
    }
}
