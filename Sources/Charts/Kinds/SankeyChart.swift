/// Flows from nodes at the left to nodes at the right, as bands whose width is the amount.
///
/// Every node carries its name and the sum of its bands, so that the picture reads without colour. Nodes stay in the
/// caller's order. The table lists every flow, also those that are not drawn.
public struct SankeyChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The names at the left.
    public var sources: [String]
    /// The names at the right.
    public var targets: [String]
    /// The flows.
    public var flows: [SankeyFlow]
    /// The names of the columns, in the chart's language.
    public var titles: SankeyTitles
    /// How values are written.
    public var style: NumberStyle

    /// Creates a chart of flows.
    public init(
        frame: ChartFrame, sources: [String], targets: [String], flows: [SankeyFlow], titles: SankeyTitles,
        style: NumberStyle
    ) {
        self.frame = frame
        self.sources = sources
        self.targets = targets
        self.flows = flows
        self.titles = titles
        self.style = style
    }

    /// A row for each flow between nodes that are there.
    public var table: ChartTable {
        ChartTable(
            headers: [titles.from, titles.to, titles.value],
            rows: known.map { flow in
                [
                    ChartTable.Cell(sources[flow.from]), ChartTable.Cell(targets[flow.to]),
                    ChartTable.Cell(style.text(flow.value), href: flow.href),
                ]
            })
    }

    /// A summary of what reaches each node at the right.
    public var summaries: [ValueSummary] {
        targets.indices.map { target in
            let entries = known.filter { $0.to == target }
                .map { ValueSummary.Entry(at: sources[$0.from], value: $0.value) }
            return ValueSummary(name: targets[target], entries: entries, isOverTime: false, style: style)
        }
    }

    /// The flows between nodes that are there.
    var known: [SankeyFlow] {
        flows.filter { sources.indices.contains($0.from) && targets.indices.contains($0.to) }
    }

    /// The flows that are drawn, with their amounts.
    var drawn: [(flow: SankeyFlow, amount: Double)] {
        known.compactMap { flow in
            guard let amount = flow.value.finite, amount > 0 else { return nil }
            return (flow, amount)
        }
    }
}
