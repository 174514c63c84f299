import Charts

/// Waterfalls and states: what drives a change, and whether a pressure parts from growth.
enum DriverSamples {
    static let drawn: [(name: String, chart: any Chart)] = [
        ("waterfall", waterfall), ("waterfall-zh", waterfallChinese), ("states", states), ("states-zh", statesChinese),
    ]

    static var waterfall: WaterfallChart {
        WaterfallChart(
            frame: Samples.frame("Why energy use changed, 2015 to 2020"),
            start: Bar(label: "2015", value: 100),
            parts: [
                Bar(label: "Activity", value: 38.25, href: "activity.html"), Bar(label: "Structure", value: -6.5),
                Bar(label: "Intensity of the sectors", value: -21.75), Bar(label: "Fuel mix", value: nil),
            ],
            end: Bar(label: "2020", value: 110, href: "end.html"), valueTitle: "2015 = 100", categoryTitle: "Driver",
            style: .english(decimals: 2))
    }

    /// A chain that crosses zero: a net sink.
    static var waterfallChinese: WaterfallChart {
        WaterfallChart(
            frame: Samples.frame("净排放为何变化", "zh-Hans"), start: Bar(label: "2015年", value: 12),
            parts: [Bar(label: "规模效应", value: 9.5), Bar(label: "林业碳汇", value: -34), Bar(label: "强度效应", value: 0)],
            end: Bar(label: "2020年", value: -12.5), valueTitle: "万吨", categoryTitle: "驱动因素",
            style: .chinese(decimals: 1))
    }

    private static func states(_ names: [String], _ signs: [String]) -> [ChartState] {
        zip(names, signs).enumerated().map { number, pair in
            ChartState(name: pair.0, sign: pair.1, place: 1 - Double(number) / Double(names.count - 1))
        }
    }

    static var states: StateChart {
        StateChart(
            frame: Samples.frame("Energy use and growth: who decouples"), rows: ["Jiangsu", "Zhejiang", "Anhui"],
            columns: ["2016", "2017", "2018", "2019", "2020"],
            states: states(
                ["strong decoupling", "weak decoupling", "expansive coupling", "expansive negative decoupling"],
                ["SD", "WD", "EC", "EN"]),
            cells: [
                [
                    StateCell(1, value: 0.35, href: "a.html"), StateCell(1, value: 0.18), StateCell(1, value: 0.02),
                    StateCell(nil), StateCell(1, value: 0.13),
                ],
                [StateCell(0, value: -0.21), StateCell(1, value: 0.79), StateCell(2, value: 0.8)],
                [StateCell(3, value: 1.21), StateCell(9), StateCell(0), StateCell(3, value: 12.5), StateCell(0)],
            ],
            rowTitle: "Province", stateTitle: "State", missingLabel: "no data", style: .english(decimals: 2))
    }

    static var statesChinese: StateChart {
        StateChart(
            frame: Samples.frame("能源消费与经济增长的脱钩状态", "zh-Hans"), rows: ["江苏", "全国"], columns: ["2016—2020年"],
            states: states(["强脱钩", "弱脱钩", "扩张连接"], ["强", "弱", "连"]),
            cells: [[StateCell(1, value: 0.14)], [StateCell(2, value: 0.95)]], rowTitle: "地区", stateTitle: "状态",
            missingLabel: "无数据", style: .chinese(decimals: 2))
    }
}
