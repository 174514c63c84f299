import Foundation

/// How far ranks move: for each unit an interval, its median and the nominal rank, one row highlighted.
///
/// Rows are drawn in order of the nominal rank, units without one last. Rank 1, the best, is at the left.
public struct RankIntervalChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The units, in any order.
    public var rows: [RankIntervalRow]
    /// The unit to highlight, counted from zero in ``rows``.
    public var highlighted: Int?
    /// The names of the columns, in the chart's language.
    public var titles: RankIntervalTitles
    /// How broken ranks are written; whole ranks have no decimals.
    public var style: NumberStyle

    /// Creates a chart of intervals.
    public init(
        frame: ChartFrame, rows: [RankIntervalRow], highlighted: Int? = nil, titles: RankIntervalTitles,
        style: NumberStyle
    ) {
        self.frame = frame
        self.rows = rows
        self.highlighted = highlighted
        self.titles = titles
        self.style = style
    }

    /// Name, nominal rank, median if any unit has one, ends of the interval and, if any unit has one, the inner interval.
    public var table: ChartTable {
        let headers =
            [titles.label, titles.nominal] + (hasMedian ? [titles.median] : []) + [titles.lower, titles.upper]
        let cells = order.map { index in
            let row = rows[index]
            return [ChartTable.Cell(row.label), ChartTable.Cell(text(row.nominal), href: row.href)]
                + (hasMedian ? [ChartTable.Cell(text(row.median))] : [])
                + [ChartTable.Cell(text(row.interval?.lowerBound)), ChartTable.Cell(text(row.interval?.upperBound))]
                + (hasInner ? [ChartTable.Cell(text(row.innerInterval))] : [])
        }
        return ChartTable(headers: headers + (hasInner ? [titles.inner] : []), rows: cells)
    }

    /// The numbers of the rows from top to bottom.
    var order: [Int] {
        rows.indices.sorted {
            (rows[$0].nominal.finite ?? .infinity, $0) < (rows[$1].nominal.finite ?? .infinity, $1)
        }
    }

    var hasMedian: Bool { rows.contains { $0.median.finite != nil } }

    var hasInner: Bool { rows.contains { $0.innerInterval != nil } }

    /// A rank as text; what would be written as a whole rank has no decimals.
    func text(_ rank: Double?) -> String {
        var style = style
        let places = pow(10, Double(style.decimals))
        if let rank = rank.finite {
            let written = (rank * places).rounded() / places
            if written == written.rounded() { style.decimals = 0 }
        }
        return style.text(rank)
    }

    /// The ends of an interval, or one rank if they are equal.
    func text(_ interval: ClosedRange<Double>?) -> String {
        guard let interval else { return style.missing }
        let (low, high) = (text(interval.lowerBound), text(interval.upperBound))
        return low == high ? low : "\(low)\u{2013}\(high)"
    }
}
