import StatisticalData
import Studies
import TargetTracking

/// What the targets of a plan bring under the five-year assessments that are judged by them.
struct PlanScore {
    let context: PageContext
    let detail: PlanLedgerDetail

    private var wording: Wording { context.wording }

    /// One section for each assessment of the workspace that draws on the plan; none where no assessment does.
    var sections: [Section] {
        context.assessment.results.compactMap { index in
            guard case .targetAssessment(let assessment) = index.result.detail else { return nil }
            let own = assessment.groups.flatMap(\.targets).filter { item in
                item.plan.map { plan in detail.targets.contains { $0.place == plan.place } } ?? false
            }
            return own.isEmpty ? nil : section(index, assessment, own)
        }
    }

    private func section(
        _ index: ResultIndex, _ assessment: TargetAssessmentDetail, _ own: [TargetAssessmentDetail.Target]
    ) -> Section {
        func value(_ item: String, _ measure: String) -> ResultValue? {
            index[item, measure, index.result.homeArea, assessment.period]
        }
        let rows = own.map { target in
            Table.Row([
                .text(index.result.items.first { $0.id == target.item }?.name[context.language] ?? target.item),
                context.wordCell(value(target.item, "outcome")),
                context.cell(value(target.item, "points"), decimals: 1),
                context.cell(value(target.item, "points-certain"), decimals: 1),
                context.cell(value(target.item, "points-possible"), decimals: 1),
            ])
        }
        let numbers = ["measure-points", "measure-points-certain", "measure-points-possible"]
        let table = Table(
            caption: wording("plan-score-title"),
            headers: ["plan-indicator", "measure-outcome"].map { Table.Header(wording($0)) }
                + numbers.map { Table.Header(wording($0), isNumber: true) }, rows: rows)
        let text = wording.sentence(
            "plan-score-text",
            [
                "assessment": Run(
                    index.result.title[context.language], href: context.links.page(index.result.study + ".html")),
                "certain": context.run(value(assessment.whole, "earned-certain"), decimals: 1).strong,
                "possible": context.run(value(assessment.whole, "earned-possible"), decimals: 1).strong,
                "grade": context.run(value(assessment.whole, "grade")),
            ])
        return Section("score-" + index.result.study, wording("plan-score-heading"), [.paragraph(text), .table(table)])
    }
}
