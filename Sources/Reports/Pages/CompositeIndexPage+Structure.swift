import Charts
import StatisticalData
import Studies

/// What the index is made of, and how its parts go together.
extension CompositeIndexPage {
    var structure: Section {
        var blocks: [Block] = [.paragraph(wording("index-structure-text"))]
        if let root = element(detail.index) { blocks.append(context.figure(tree(root))) }
        if detail.components.count > 1 {
            blocks += [.paragraph(wording("index-correlation-text")), context.figure(correlations)]
        }
        return Section("structure", wording("index-structure-heading"), blocks)
    }

    private func tree(_ root: FrameworkElement) -> FrameworkTree {
        FrameworkTree(
            frame: context.frame(wording("index-tree-title")), root: root,
            titles: FrameworkTitles(
                name: wording("index-element"), parent: wording("index-part-of"), share: wording("measure-share")),
            style: context.style(decimals: 1, suffix: " %"))
    }

    private func element(_ item: String) -> FrameworkElement? {
        let share = value(item, "share", detail.whole)
        return FrameworkElement(
            name: name(item), weight: share?.number, href: share.map { context.links.explanation($0.key) },
            children: detail.tree.filter { $0.parent == item }.compactMap { element($0.item) })
    }

    private var correlations: CorrelationMap {
        let items = detail.components + [detail.index]
        let cells = items.map { second in
            items.map { first -> CorrelationCell in
                guard let pair = pair(first, second) else { return CorrelationCell(nil) }
                let found = value(pair.item, "correlation", detail.whole)
                return CorrelationCell(
                    found?.number, count: pair.count, href: found.map { context.links.explanation($0.key) })
            }
        }
        return CorrelationMap(
            frame: context.frame(wording("index-correlation-title")), names: items.map { name($0) },
            groups: detail.components.map { _ in "" } + [detail.index], cells: cells,
            titles: CorrelationTitles(
                first: wording("index-first"), second: wording("index-second"),
                value: wording("measure-correlation"), count: wording("index-areas"),
                missing: wording("not-available")),
            style: context.style(decimals: 2))
    }

    private func pair(_ first: String, _ second: String) -> CompositeIndexDetail.Pair? {
        detail.pairs.first { ($0.first, $0.second) == (first, second) || ($0.first, $0.second) == (second, first) }
    }
}
