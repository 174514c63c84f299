/// How much each assumption moves a result: a bar for what it does alone above one for what it does in all.
///
/// The axis reaches at least from 0 to 1; estimates below zero are drawn to the left of it. Rows stay in the caller's
/// order.
public struct SensitivityBars: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The assumptions from top to bottom.
    public var rows: [SensitivityRow]
    /// The names of the columns, in the chart's language.
    public var titles: SensitivityTitles
    /// How shares are written.
    public var style: NumberStyle

    /// Creates a chart of shares.
    public init(frame: ChartFrame, rows: [SensitivityRow], titles: SensitivityTitles, style: NumberStyle) {
        self.frame = frame
        self.rows = rows
        self.titles = titles
        self.style = style
    }

    /// Name, first-order share with its interval, total share with its interval.
    public var table: ChartTable {
        let headers = [
            titles.label, titles.first, titles.firstLower, titles.firstUpper, titles.total, titles.totalLower,
            titles.totalUpper,
        ]
        let cells = rows.map { row in
            [ChartTable.Cell(row.label)]
                + [row.first, row.total].flatMap { share in
                    [
                        ChartTable.Cell(style.text(share.value), href: row.href),
                        ChartTable.Cell(style.text(share.lower)), ChartTable.Cell(style.text(share.upper)),
                    ]
                }
        }
        return ChartTable(headers: headers, rows: cells)
    }

    /// Returns which assumption matters most, and how much assumptions do only together: 1 less the sum of the
    /// first-order shares, if all are known.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        guard rows.contains(where: { $0.total.value.finite != nil || $0.first.value.finite != nil }) else {
            return [Template.filled(phrases.noValues, ["name": titles.total])]
        }
        let missing = rows.count { $0.total.value.finite == nil || $0.first.value.finite == nil }
        return [
            greatest(phrases.sensitivity), interaction(phrases.sensitivity),
            missing > 0 ? Template.filled(phrases.missing, ["name": titles.total, "count": "\(missing)"]) : "",
        ]
    }

    private func greatest(_ phrases: DescriptionPhrases.Sensitivity) -> String {
        let hasTotals = rows.contains { $0.total.value.finite != nil }
        let known = rows.compactMap { row in (hasTotals ? row.total : row.first).value.finite.map { (row, $0) } }
        guard let start = known.first else { return "" }
        let row = known.reduce(start) { $1.1 > $0.1 ? $1 : $0 }.0
        return Template.filled(
            phrases.greatest,
            ["name": row.label, "first": style.text(row.first.value), "total": style.text(row.total.value)])
    }

    private func interaction(_ phrases: DescriptionPhrases.Sensitivity) -> String {
        let shares = rows.compactMap(\.first.value.finite)
        let sum = shares.reduce(0, +)
        guard shares.count == rows.count, sum.isFinite else { return "" }
        let values = ["sum": style.text(sum), "rest": style.text(1 - sum)]
        return Template.filled(sum < 1 ? phrases.interaction : phrases.noInteraction, values)
    }
}
