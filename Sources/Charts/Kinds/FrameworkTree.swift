/// The tree of an index from left to right: a column for each level, heights as effective weights.
///
/// Each element stands beside the elements it is made of. Elements of weight zero have no height and are in the table
/// alone; elements of missing weight are hatched strips outside the proportions.
public struct FrameworkTree: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The whole with all below it.
    public var root: FrameworkElement
    /// The names of the columns, in the chart's language.
    public var titles: FrameworkTitles
    /// How shares are written, in per cent; the suffix is the caller's.
    public var style: NumberStyle

    /// Creates a tree.
    public init(frame: ChartFrame, root: FrameworkElement, titles: FrameworkTitles, style: NumberStyle) {
        self.frame = frame
        self.root = root
        self.titles = titles
        self.style = style
    }

    /// Name, code if any element has one, the element above, and the share of the whole; each element before those below.
    public var table: ChartTable {
        let entries = FrameworkEntry.list(root)
        let hasCodes = entries.contains { !$0.element.code.isEmpty }
        let headers = [titles.name] + (hasCodes ? [titles.code] : []) + [titles.parent, titles.share]
        let rows = entries.map { entry in
            [ChartTable.Cell(entry.element.name)] + (hasCodes ? [ChartTable.Cell(entry.element.code)] : [])
                + [
                    ChartTable.Cell(entry.parent ?? style.missing),
                    ChartTable.Cell(text(entry.share), href: entry.element.href),
                ]
        }
        return ChartTable(headers: headers, rows: rows)
    }

    /// Returns how large the tree is and which branches and leaves weigh most and least.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        let entries = FrameworkEntry.list(root)
        guard !root.children.isEmpty, entries.first?.share != nil else {
            return [Template.filled(phrases.noValues, ["name": root.name])]
        }
        let leaves = entries.filter { $0.element.children.isEmpty }
        let size = Template.filled(
            phrases.tree.size, ["name": root.name, "leaves": "\(leaves.count)", "levels": "\(root.levelCount - 1)"])
        let missing = leaves.count { $0.share == nil }
        return [
            size, extremes(entries.filter { $0.level == 1 && $0.descendants > 0 }, phrases.tree.branches),
            extremes(leaves, phrases.tree.leaves),
            missing > 0 ? Template.filled(phrases.missing, ["name": titles.share, "count": "\(missing)"]) : "",
        ]
    }

    /// A share as text in per cent.
    func text(_ share: Double?) -> String { style.text(share.map { $0 * 100 }) }

    private func extremes(_ entries: [FrameworkEntry], _ phrase: String) -> String {
        let known = entries.compactMap { entry in entry.share.map { (entry.element.name, $0) } }
        guard known.count > 1, let first = known.first else { return "" }
        let greatest = known.reduce(first) { $1.1 > $0.1 ? $1 : $0 }
        let least = known.reduce(first) { $1.1 < $0.1 ? $1 : $0 }
        return Template.filled(
            phrase,
            [
                "greatest": greatest.0, "greatestShare": text(greatest.1), "least": least.0,
                "leastShare": text(least.1),
            ])
    }
}
