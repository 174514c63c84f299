import StatisticalData
import Studies
import TargetTracking

extension PlanLedgerPage {
    /// The verdicts counted, and the targets that could be judged.
    var facts: [Block] {
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
}
