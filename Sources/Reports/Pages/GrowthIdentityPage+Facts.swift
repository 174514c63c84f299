import StatisticalData
import Studies

extension GrowthIdentityPage {
    /// The growth over the whole period, of the area and its peers.
    var facts: [Block] {
        guard let last = detail.years.last else { return [] }
        let period = Period.year(last)
        let shown = ([context.assessment.homeArea] + detail.peers).filter {
            index[detail.item, "cumulative", $0, period] != nil
        }
        let facts = shown.map { area in
            Block.Fact(
                label: context.area(area), value: [context.run(index[detail.item, "cumulative", area, period])],
                note: [Run(wording("glance-span", ["years": "\(detail.years.first ?? 0)–\(last)"]))])
        }
        let name = index.result.items.first { $0.id == detail.item }?.name[context.language] ?? detail.item
        return [.paragraph(wording("glance-growth", ["item": name])), .facts(facts)]
    }
}
