import Charts
import TestSupport

/// One chart of each kind with the data of a province report, in both languages.
enum Samples {
    static let provinces = [
        "Beijing", "Tianjin", "Hebei", "Shanxi", "Inner Mongolia", "Liaoning", "Jilin", "Heilongjiang", "Shanghai",
        "Jiangsu", "Zhejiang", "Anhui", "Fujian", "Jiangxi", "Shandong", "Henan", "Hubei", "Hunan", "Guangdong",
        "Guangxi",
        "Hainan", "Chongqing", "Sichuan", "Guizhou", "Yunnan", "Tibet", "Shaanxi", "Gansu", "Qinghai", "Ningxia",
        "Xinjiang",
    ]
    static let provincesChinese = [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
        "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海",
        "宁夏", "新疆",
    ]

    static let charts: [(name: String, chart: any Chart)] =
        (drawn + IndexSamples.drawn + FlowSamples.drawn + DriverSamples.drawn).map {
            name, chart in
            (name, chart.described(by: name.hasSuffix("-zh") ? Phrases.chinese : Phrases.english))
        }

    private static let drawn: [(name: String, chart: any Chart)] = [
        ("line", line), ("line-zh", lineChinese), ("line-many", lineMany), ("bar-vertical", barVertical),
        ("bar-horizontal", barHorizontal), ("ranked-bar", ranked(.bar)), ("ranked-dot-zh", rankedChinese),
        ("heat", heat), ("heat-zh", heatChinese), ("bullet", bullet), ("multiples", multiples),
        ("multiples-own-zh", multiplesOwn), ("trajectory", trajectory), ("contribution", contribution),
        ("contribution-zh", contributionChinese), ("fan", fan), ("fan-zh", fanChinese),
    ]

    static func frame(_ title: String, _ language: String = "en") -> ChartFrame {
        ChartFrame(title: title, language: language, noData: language == "en" ? "No data" : "无数据")
    }

    static func series(_ name: String, _ values: [Double?], from year: Int = 2012, preliminary: Int = 0) -> Series {
        Series(
            name: name,
            observations: values.enumerated().map { index, value in
                DataPoint(
                    x: Double(year + index), value: value, isPreliminary: index >= values.count - preliminary,
                    href: index == 0 ? "derivation.html#first&x=<1>" : nil)
            })
    }

    static var line: LineChart {
        let jiangsu: [Double?] = [66.1, 67.3, 68.0, nil, 70.9, 71.5, 73.8, 74.4, 76.0, 77.9, 78.2, 80.4]
        var main = series("Jiangsu", jiangsu, preliminary: 2)
        for index in 4..<12 {
            main.observations[index].lower = (jiangsu[index] ?? 0) - 1.6
            main.observations[index].upper = (jiangsu[index] ?? 0) + 1.4
        }
        return LineChart(
            frame: frame("Green economy index of Jiangsu and its neighbours, 2012 to 2023"),
            series: [
                main,
                series(
                    "Zhejiang", [68.2, 69.0, 70.3, 71.1, 72.0, 73.9, 74.6, 76.3, 77.8, 79.0, 80.1, 80.9], preliminary: 1
                ),
                series("Anhui", [58.4, 58.9, 59.7, 60.8, 61.1, 62.9, 64.0, 64.8, 66.5, 67.2, 68.8, 69.5]),
            ],
            target: TargetMark(label: "Target 2025", value: 82, lower: 80, upper: 84),
            breaks: [SeriesBreak(x: 2018, label: "New census")],
            valueTitle: "Index, 0 to 100", timeTitle: "Year", preliminaryLabel: "preliminary",
            style: .english(decimals: 1))
    }

    static var lineChinese: LineChart {
        LineChart(
            frame: frame("江苏省地区生产总值与工业增加值", "zh-Hans"),
            series: [
                series(
                    "地区生产总值",
                    [54058, 59162, 65088, 70116, 76086, 85900, 92595, 99632, 102719, 116364].map { $0 * 1e4 },
                    from: 2012),
                series(
                    "工业增加值", [23908, 25612, 27064, 27997, 30455, 34014, 36000, 37825, 37744, 44683].map { $0 * 1e4 },
                    from: 2012, preliminary: 1),
            ],
            valueTitle: "万元", timeTitle: "年份", preliminaryLabel: "初步数", style: .chinese(decimals: 2), includesZero: true
        )
    }

    static var lineMany: LineChart {
        let names = provinces.prefix(9)
        return LineChart(
            frame: frame("Nine provinces with names too long for the ends of their lines"),
            series: names.enumerated().map { index, name in
                series(
                    "\(name) province and its neighbouring regions", (0..<8).map { Double(($0 * 7 + index * 11) % 23) })
            },
            target: TargetMark(label: "Target", value: 20), valueTitle: "Index", timeTitle: "Year",
            style: .english(decimals: 0))
    }

    static func projection(_ name: String, _ values: [(Double, Double, Double)], from year: Int) -> Series {
        Series(
            name: name,
            observations: values.enumerated().map { index, item in
                DataPoint(x: Double(year + index), value: item.0, lower: item.1, upper: item.2)
            })
    }

    static var fan: FanChart {
        FanChart(
            frame: frame("PM2.5 and the target of the plan"),
            observed: series("Achieved", [38, 35.2, 33.5, 33.0], from: 2020, preliminary: 1),
            path: series("Due", [38, 37, 36, 35, 34, 33], from: 2020),
            projected: projection("Projected", [(31.6, 26.1, 37.1), (30.1, 19.3, 40.8)], from: 2024),
            target: TargetMark(label: "Target", value: 33), valueTitle: "µg/m³", timeTitle: "Year",
            preliminaryLabel: "preliminary", style: .english(decimals: 1))
    }

    static var fanChinese: FanChart {
        FanChart(
            frame: frame("用水总量与控制区间", "zh-Hans"), observed: series("实际值", [5720, 5680, 5655], from: 2020),
            path: series("应达值", []), projected: projection("预计值", [(5621, 5540, 5702)], from: 2023),
            target: TargetMark(label: "目标", value: 5600, lower: 5550, upper: 5700), valueTitle: "亿立方米",
            timeTitle: "年份", style: .chinese(decimals: 0))
    }

    static var barVertical: BarChart {
        BarChart(
            frame: frame("Change of the index by period"),
            bars: [
                Bar(label: "2012 to 2015", value: 3.2, lower: 2.1, upper: 4.0), Bar(label: "2015 to 2018", value: 2.4),
                Bar(label: "2018 to 2021", value: -1.3, lower: -2.0, upper: -0.4),
                Bar(label: "2021 to 2023", value: nil),
            ],
            orientation: .vertical, valueTitle: "Points", categoryTitle: "Period", style: .english(decimals: 1))
    }

    static var barHorizontal: BarChart {
        BarChart(
            frame: frame("Use of energy by sector"),
            bars: [
                Bar(label: "Manufacturing", value: 12840, lower: 12000, upper: 13600, href: "energy.html"),
                Bar(label: "Electricity, gas and water supply of the province", value: 4210.4),
                Bar(label: "Transport", value: nil),
                Bar(label: "Forest sink", value: -1130),
            ],
            orientation: .horizontal, valueTitle: "10,000 t of standard coal", categoryTitle: "Sector",
            style: .english(decimals: 0))
    }

    static func rows(_ names: [String]) -> [RankedRow] {
        var generator = SeededGenerator(seed: 31)
        return names.enumerated().map { index, name in
            let value = 83.71 - Double(index) * 0.71 - Double.random(in: 0...0.5, using: &generator)
            return RankedRow(
                rank: "\(index + 1)", label: name, value: index == 29 ? nil : value,
                reference: index == 5 ? nil : value + Double.random(in: -2...2, using: &generator),
                href: "area-\(index).html")
        }
    }

    static func ranked(_ mark: RankedChart.Mark) -> RankedChart {
        RankedChart(
            frame: frame("Green economy index of 31 provinces, 2016, computed and published"), rows: rows(provinces),
            mark: mark, highlighted: 9,
            titles: RankedTitles(
                rank: "Rank", label: "Province", value: "Computed index", reference: "Published index"),
            style: .english(decimals: 2))
    }

    static var rankedChinese: RankedChart {
        RankedChart(
            frame: frame("2016年各地区绿色发展指数:计算值与公布值", "zh-Hans"), rows: rows(provincesChinese), mark: .dot,
            highlighted: 9, titles: RankedTitles(rank: "位次", label: "地区", value: "计算值", reference: "公布值"),
            style: .chinese(decimals: 2))
    }

    static func cells() -> [[HeatCell]] {
        var generator = SeededGenerator(seed: 6)
        return (0..<31).map { row in
            (0..<6).map { column in
                let value = Double.random(in: 55...100, using: &generator)
                return HeatCell(
                    (row * 7 + column) % 23 == 5 ? nil : value, href: column == 0 ? "cell-\(row).html" : nil)
            }
        }
    }

    static var heat: HeatMap {
        HeatMap(
            frame: frame("Scores by province and dimension, 2016"), rows: provinces,
            columns: [
                "Resource use", "Environmental management", "Environmental quality", "Ecological protection",
                "Growth quality", "Green living",
            ],
            cells: cells(), rowTitle: "Province", valueTitle: "Score, 60 to 100", missingLabel: "no data",
            style: .english(decimals: 1))
    }

    static var heatChinese: HeatMap {
        HeatMap(
            frame: frame("2016年各地区绿色发展指数的六个分指数", "zh-Hans"), rows: provincesChinese,
            columns: ["资源利用", "环境治理", "环境质量", "生态保护", "增长质量", "绿色生活"], cells: cells(),
            scale: .diverging(centre: 80), rowTitle: "地区", valueTitle: "得分", missingLabel: "缺数据",
            style: .chinese(decimals: 1))
    }

    static let names = TrajectoryNames(
        base: "Base", value: "Value now", path: "Required by now", target: "Target", preliminary: "preliminary",
        time: "Item",
        part: "Part")

    static var bullet: BulletChart {
        BulletChart(
            frame: frame("Progress to the targets of the five-year plan"),
            rows: [
                BulletRow(
                    label: "Energy use per unit of GDP, t/10,000 yuan", base: 0.462, actual: 0.421, path: 0.415,
                    target: 0.399, href: "energy.html"),
                BulletRow(
                    label: "Forest cover, %", base: 23.2, actual: 24.1, path: 23.9, target: 24.1, isPreliminary: true,
                    style: .english(decimals: 1)),
                BulletRow(
                    label: "Water use, 100 million m³", base: 5805, actual: 5921, path: 5790, target: 5750,
                    style: .english(decimals: 0)),
                BulletRow(
                    label: "Days with good air, %", base: nil, actual: nil, target: 87, style: .english(decimals: 0)),
                BulletRow(label: "Treated waste water, %", base: nil, actual: nil, target: nil),
            ],
            names: names, style: .english(decimals: 3))
    }

    static var multiples: SmallMultiples {
        var generator = SeededGenerator(seed: 8)
        let panels = provinces.prefix(8).map { name in
            var value = Double.random(in: 60...75, using: &generator)
            let values: [Double?] = (0..<10).map { _ in
                value += Double.random(in: -1...2.5, using: &generator)
                return value
            }
            return SmallMultiples.Panel(
                title: name, series: [series("Index", values, preliminary: 1)],
                target: TargetMark(label: "Target 2025", value: 85),
                href: "\(name.split(separator: " ").joined(separator: "-")).html")
        }
        return SmallMultiples(
            frame: frame("Index by province"), panels: panels, sharesScale: true, valueTitle: "Index, 0 to 100",
            panelTitle: "Province", seriesTitle: "Series", timeTitle: "Year", preliminaryLabel: "preliminary",
            style: .english(decimals: 1))
    }

    static var multiplesOwn: SmallMultiples {
        let panels = [
            SmallMultiples.Panel(
                title: "单位地区生产总值能耗",
                series: [series("江苏", [0.62, 0.58, 0.55, nil, 0.49]), series("全国", [0.80, 0.76, 0.73, 0.71, 0.68])]),
            SmallMultiples.Panel(
                title: "地区生产总值", series: [series("江苏", [5.4e8, 5.9e8, 6.5e8, 7.0e8, 7.6e8]), series("全国", [])]),
            SmallMultiples.Panel(title: "森林覆盖率", series: []),
        ]
        return SmallMultiples(
            frame: frame("三项指标", "zh-Hans"), panels: panels, sharesScale: false, panelWidth: 130, valueTitle: "各指标单位",
            panelTitle: "指标", seriesTitle: "地区", timeTitle: "年份", style: .chinese(decimals: 2))
    }

    static var trajectory: TrajectoryChart {
        TrajectoryChart(
            frame: frame("Energy use per unit of GDP"), base: DataPoint(x: 2020, value: 0.462),
            observations: [
                DataPoint(x: 2021, value: 0.455, href: "a.html"), DataPoint(x: 2022, value: 0.443),
                DataPoint(x: 2023, value: 0.421, isPreliminary: true),
            ],
            target: DataPoint(x: 2025, value: 0.399), names: names, style: .english(decimals: 3))
    }

    static var contribution: ContributionChart {
        ContributionChart(
            frame: frame("Why Jiangsu is behind the leader: contribution of each dimension"),
            parts: [
                Bar(label: "Resource use", value: 1.24, href: "resource.html"),
                Bar(label: "Environmental management", value: 0.31),
                Bar(label: "Environmental quality", value: -3.95), Bar(label: "Ecological protection", value: -1.6),
                Bar(label: "Growth quality", value: -0.42), Bar(label: "Green living", value: nil),
            ],
            total: Bar(label: "Distance", value: -4.42), valueTitle: "Points of the index", categoryTitle: "Dimension",
            style: .english(decimals: 2))
    }

    static var contributionChinese: ContributionChart {
        ContributionChart(
            frame: frame("江苏与首位的差距来自何处", "zh-Hans"),
            parts: [
                Bar(label: "资源利用", value: -1.24), Bar(label: "环境治理", value: -0.31), Bar(label: "环境质量", value: -3.95),
            ],
            total: Bar(label: "合计", value: -5.5), valueTitle: "指数点", categoryTitle: "分指数", style: .chinese(decimals: 2))
    }
}
