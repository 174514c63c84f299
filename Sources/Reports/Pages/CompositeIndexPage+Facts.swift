import Charts
import StatisticalData
import Studies

extension CompositeIndexPage {
    /// The place of the area, its strength and weakness, and its profile.
    var facts: [Block] {
        let home = context.assessment.homeArea
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
                label: name(component), value: value(component, "score")?.number,
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
                    label: wording("glance-strength"), value: place(best), note: [Run(name(best))]),
                Block.Fact(
                    label: wording("glance-weakness"), value: place(worst), note: [Run(name(worst))]),
            ]),
            context.figure(chart),
        ]
    }
}
