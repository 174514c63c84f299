import Charts

/// Charts of jobs: stacked bars and flows, in both languages.
enum FlowSamples {
    static let drawn: [(name: String, chart: any Chart)] = [
        ("stacked", stacked), ("stacked-zh", stackedChinese), ("sankey", sankey), ("sankey-zh", sankeyChinese),
    ]

    static let titles = StackedTitles(
        label: "Sector", parts: ["Direct", "Indirect", "Induced"], total: "In all", lower: "Lowest", upper: "Highest",
        axis: "Jobs per 100 million yuan of final demand")

    static var stacked: StackedBars {
        StackedBars(
            frame: Samples.frame("Jobs on a unit of final demand of each product"),
            rows: [
                StackedRow(
                    label: "Agriculture, forestry, livestock, fishing", parts: [1330, 120, 90], lower: 1490,
                    upper: 1610,
                    href: "a.html"),
                StackedRow(label: "Coal mining", parts: [145, 60, 44], lower: 220, upper: 290),
                StackedRow(label: "Jobs lost elsewhere", parts: [300, -420, nil]),
                StackedRow(label: "Net of who pays", parts: [300, -420, -80], lower: -330, upper: -110),
            ], titles: titles, style: .english(decimals: 0))
    }

    static var stackedChinese: StackedBars {
        StackedBars(
            frame: Samples.frame("各类产品每亿元最终需求带动的就业", "zh-Hans"),
            rows: [
                StackedRow(label: "农林牧渔", parts: [1330, 120, 90], lower: 1490, upper: 1610),
                StackedRow(label: "石油、炼焦和核燃料加工", parts: [12, 40, 25], lower: 60, upper: 95),
            ],
            titles: StackedTitles(
                label: "部门", parts: ["直接", "间接", "引致"], total: "合计", lower: "最低", upper: "最高", axis: "人/亿元"),
            style: .chinese(decimals: 0))
    }

    static var sankey: SankeyChart {
        SankeyChart(
            frame: Samples.frame("Where people work and for whom"),
            sources: ["Agriculture", "Machinery and electronics", "Trade, transport, hotels", "Nothing here"],
            targets: ["Use in the region", "Rest of the nation", "Abroad"],
            flows: [
                SankeyFlow(from: 0, to: 0, value: 420, href: "a.html"), SankeyFlow(from: 0, to: 1, value: 200),
                SankeyFlow(from: 0, to: 2, value: 55), SankeyFlow(from: 1, to: 1, value: 640),
                SankeyFlow(from: 1, to: 2, value: 380), SankeyFlow(from: 2, to: 0, value: 710),
                SankeyFlow(from: 2, to: 1, value: 150), SankeyFlow(from: 2, to: 2, value: nil),
                SankeyFlow(from: 3, to: 2, value: -4), SankeyFlow(from: 9, to: 2, value: 4),
            ], titles: SankeyTitles(from: "Work", to: "For", value: "10⁴ persons"), style: .english(decimals: 0))
    }

    static var sankeyChinese: SankeyChart {
        SankeyChart(
            frame: Samples.frame("各部门就业服务于何处", "zh-Hans"), sources: ["农业", "机械与电子", "公共与居民服务"],
            targets: ["本区域使用", "国内其他地区", "境外"],
            flows: (0..<9).map { SankeyFlow(from: $0 / 3, to: $0 % 3, value: Double(($0 * 7) % 5 + 1) * 100) },
            titles: SankeyTitles(from: "就业部门", to: "服务对象", value: "万人"), style: .chinese(decimals: 0))
    }

    static func empty(_ frame: ChartFrame) -> [any Chart] {
        [
            StackedBars(
                frame: frame, rows: [StackedRow(label: "a", parts: [1, .nan])], titles: titles, style: .year),
            SankeyChart(
                frame: frame, sources: ["a"], targets: ["b"], flows: [SankeyFlow(from: 0, to: 0, value: .infinity)],
                titles: sankey.titles, style: .year),
        ]
    }
}

extension RandomCharts {
    /// Charts of jobs from random values and texts.
    mutating func flowCharts() -> [any Chart] {
        [
            StackedBars(
                frame: frame(),
                rows: list { random in
                    StackedRow(
                        label: random.text(), parts: random.list { $0.value() }, lower: random.value(),
                        upper: random.value(), href: random.text())
                },
                titles: StackedTitles(
                    label: text(), parts: list { $0.text() }, total: text(), lower: text(), upper: text(), axis: text()),
                style: style()),
            SankeyChart(
                frame: frame(), sources: list { $0.text() }, targets: list { $0.text() },
                flows: list { random in
                    SankeyFlow(
                        from: Int.random(in: -1...3, using: &random.generator),
                        to: Int.random(in: 0...3, using: &random.generator), value: random.value(), href: random.text())
                }, titles: SankeyTitles(from: text(), to: text(), value: text()), style: style()),
        ]
    }
}
