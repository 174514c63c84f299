import Charts
import TestSupport

/// Charts of a composite index of 31 provinces, in both languages.
enum IndexSamples {
    static let drawn: [(name: String, chart: any Chart)] = [
        ("ranks", ranks(Samples.provinces, titles: rankTitles, language: "en")),
        ("ranks-zh", ranks(Samples.provincesChinese, titles: rankTitlesChinese, language: "zh-Hans")),
        ("tree", tree), ("tree-zh", treeChinese),
        ("correlations", correlations), ("correlations-zh", correlationsChinese),
        ("correlations-many", correlationsMany), ("sensitivity", sensitivity), ("sensitivity-zh", sensitivityChinese),
        ("above", above(Array(Samples.provinces.prefix(6)), "en")),
        ("above-zh", above(Samples.provincesChinese, "zh-Hans")),
    ]

    // MARK: Ranks

    static let rankTitles = RankIntervalTitles(
        label: "Province", nominal: "Nominal rank", median: "Median rank", interval: "5 to 95 % of the runs",
        inner: "25 to 75 % of the runs", lower: "5 %", upper: "95 %", axis: "Rank, 1 is the best")
    static let rankTitlesChinese = RankIntervalTitles(
        label: "地区", nominal: "基准位次", median: "位次中位数", interval: "5%至95%的运行", inner: "25%至75%的运行",
        lower: "5%分位", upper: "95%分位", axis: "位次（1为最优）")

    static func rankRows(_ names: [String]) -> [RankIntervalRow] {
        var generator = SeededGenerator(seed: 5)
        let last = Double(names.count)
        return names.enumerated().map { index, name in
            guard index != 25 else {
                return RankIntervalRow(label: name, nominal: nil, median: nil, lower: nil, upper: nil)
            }
            let nominal = Double((index * 7) % names.count + 1)
            let spread = Double(Int.random(in: 0...4, using: &generator))
            let median = min(max(nominal + Double(Int.random(in: -3...3, using: &generator)) / 2, 1), last)
            return RankIntervalRow(
                label: name, nominal: nominal, median: median, lower: max(median - spread * 1.5, 1).rounded(.down),
                upper: min(median + spread * 2, last).rounded(.up), innerLower: max(median - spread / 2, 1),
                innerUpper: min(median + spread / 2, last), href: "area-\(index).html")
        }
    }

    static func ranks(_ names: [String], titles: RankIntervalTitles, language: String) -> RankIntervalChart {
        RankIntervalChart(
            frame: Samples.frame(
                language == "en" ? "How far the ranks of 31 provinces move under other choices" : "31个地区的位次随方法选择的变动",
                language),
            rows: rankRows(names), highlighted: 6, titles: titles, style: .english(decimals: 1))
    }

    // MARK: Tree

    static func tree(
        _ name: String, _ pillars: [(code: String, name: String, groups: [(name: String, leaves: [String])])]
    ) -> FrameworkElement {
        FrameworkElement(
            code: "I", name: name, href: "index.html",
            children: pillars.enumerated().map { number, pillar in
                FrameworkElement(
                    code: pillar.code, name: pillar.name,
                    children: pillar.groups.enumerated().map { place, group in
                        FrameworkElement(
                            code: "\(pillar.code)\(place + 1)", name: group.name,
                            children: group.leaves.enumerated().map { index, leaf in
                                FrameworkElement(
                                    code: "\(pillar.code)\(place + 1)\(index + 1)", name: leaf,
                                    weight: leaf.hasSuffix("?") ? nil : Double((index + number * 2 + place) % 4 + 1),
                                    href: "\(pillar.code)-\(place)-\(index).html")
                            })
                    })
            })
    }

    static var tree: FrameworkTree {
        FrameworkTree(
            frame: Samples.frame("Tree of the green economy index with effective weights"),
            root: tree(
                "Green economy index",
                [
                    (
                        "R", "Resource use",
                        [
                            (
                                "Energy",
                                ["Energy use per unit of GDP", "Share of non-fossil energy in primary energy use"]
                            ),
                            (
                                "Water and land",
                                [
                                    "Water use per unit of GDP", "Efficiency of irrigation",
                                    "Building land per unit of GDP",
                                ]
                            ),
                        ]
                    ),
                    (
                        "E", "Environmental quality",
                        [
                            ("Air", ["Days with good air", "Concentration of fine particles (PM2.5)", "Ozone?"]),
                            ("Water", ["Surface water of class III or better", "Water bodies below class V"]),
                            ("Soil", ["Safe use of polluted arable land", "Pesticides per hectare of arable land"]),
                        ]
                    ),
                    ("G", "Green living", [("Life", ["Green travel", "Green buildings among new buildings"])]),
                ]),
            titles: FrameworkTitles(
                name: "Element", code: "Code", parent: "Part of", share: "Effective weight",
                missing: "weight not known",
                levels: ["Index", "Dimension", "Group", "Indicator"]),
            style: .english(decimals: 1, suffix: "%"))
    }

    static var treeChinese: FrameworkTree {
        let pillars = ["资源利用", "环境治理", "环境质量", "生态保护", "增长质量", "绿色生活"]
        let root = tree(
            "绿色发展指数",
            pillars.enumerated().map { number, pillar in
                (
                    "\(number + 1)", pillar,
                    (0..<2).map { group in
                        (
                            "\(pillar)方面\(group + 1)",
                            (0..<5).map { index in
                                index == 3 ? "单位国内生产总值能源消耗降低率及非化石能源占一次能源消费比重" : "\(pillar)指标\(index + 1)"
                            }
                        )
                    }
                )
            })
        return FrameworkTree(
            frame: Samples.frame("绿色发展指标体系及有效权重（60项指标）", "zh-Hans"), root: root,
            titles: FrameworkTitles(
                name: "名称", code: "代码", parent: "上级", share: "有效权重", levels: ["指数", "分指数", "领域", "指标"]),
            style: .chinese(decimals: 1, suffix: "%"))
    }

    // MARK: Correlations

    static func cells(_ count: Int, seed: UInt64) -> [[CorrelationCell]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { row in
            (0..<row).map { column in
                let value = Double.random(in: -0.4...1, using: &generator)
                let isMissing = (row * 5 + column) % 17 == 3
                return CorrelationCell(
                    isMissing ? nil : value, count: isMissing ? 2 : 31 - column % 3,
                    href: column == 0 ? "pair-\(row).html" : nil)
            }
        }
    }

    static var correlations: CorrelationMap {
        let names = [
            "Energy use", "Water use", "Building land", "Good air", "Surface water", "Waste water", "Forest cover",
            "Green travel",
        ]
        return CorrelationMap(
            frame: Samples.frame("Correlations of the indicators after normalisation"), names: names,
            groups: [
                "Resources", "Resources", "Resources", "Environment", "Environment", "Environment", "Ecology", "Life",
            ],
            cells: cells(8, seed: 2),
            titles: CorrelationTitles(
                first: "First", second: "Second", value: "Correlation (Pearson)", count: "n", missing: "too few values"),
            style: .english(decimals: 2))
    }

    static var correlationsChinese: CorrelationMap {
        CorrelationMap(
            frame: Samples.frame("六个分指数的相关系数", "zh-Hans"), names: ["资源利用", "环境治理", "环境质量", "生态保护", "增长质量", "绿色生活"],
            cells: cells(6, seed: 4), shape: .square,
            titles: CorrelationTitles(first: "其一", second: "其二", value: "相关系数（Pearson）", count: "n", missing: "数据不足"),
            style: .chinese(decimals: 2))
    }

    static var correlationsMany: CorrelationMap {
        CorrelationMap(
            frame: Samples.frame("Correlations of 31 series"), names: Samples.provinces,
            groups: (0..<31).map { ["North", "East", "South", "West"][$0 / 8] }, cells: cells(31, seed: 3),
            titles: CorrelationTitles(
                first: "First", second: "Second", value: "Correlation", missing: "too few values"),
            style: .english(decimals: 2))
    }

    // MARK: Sensitivity

    static func shares(_ names: [String]) -> [SensitivityRow] {
        let values: [(Double?, Double?)] = [(0.52, 0.61), (0.21, 0.27), (0.08, 0.19), (-0.02, 0.03), (nil, nil)]
        return zip(names, values).map { name, value in
            SensitivityRow(
                label: name,
                first: SensitivityRow.Share(
                    value.0, lower: value.0.map { $0 - 0.06 }, upper: value.0.map { $0 + 0.07 }),
                total: SensitivityRow.Share(
                    value.1, lower: value.1.map { $0 - 0.05 }, upper: value.1.map { $0 + 0.05 }),
                href: "assumption.html#\(name)".filter { $0 != " " })
        }
    }

    static var sensitivity: SensitivityBars {
        SensitivityBars(
            frame: Samples.frame("Which choice moves the ranks most"),
            rows: shares(["Weights of the dimensions", "Normalisation", "Aggregation", "Imputation", "Treatment"]),
            titles: SensitivityTitles(
                label: "Assumption", first: "First-order share", firstLower: "First-order, 2.5 %",
                firstUpper: "First-order, 97.5 %", total: "Total share", totalLower: "Total, 2.5 %",
                totalUpper: "Total, 97.5 %", axis: "Share of the variance of the mean shift of ranks"),
            style: .english(decimals: 2))
    }

    static var sensitivityChinese: SensitivityBars {
        SensitivityBars(
            frame: Samples.frame("各项选择对位次的影响", "zh-Hans"), rows: shares(["权重", "标准化方法", "汇总方法", "插补"]),
            titles: SensitivityTitles(
                label: "假设", first: "一阶份额", firstLower: "一阶2.5%", firstUpper: "一阶97.5%", total: "总份额",
                totalLower: "总2.5%", totalUpper: "总97.5%", axis: "占位次平均变动方差的份额"),
            style: .chinese(decimals: 2))
    }

    // MARK: Above

    static func above(_ names: [String], _ language: String) -> AboveMatrix {
        let values: [[Double?]] = names.indices.map { row in
            names.indices.map { column in
                row + column == 5 ? nil : min(max(0.5 + Double(column - row) / 9, 0), 1)
            }
        }
        let isEnglish = language == "en"
        return AboveMatrix(
            frame: Samples.frame(isEnglish ? "Who ranks above whom" : "位次先后的把握", language), names: names,
            values: values,
            titles: isEnglish
                ? AboveTitles(
                    first: "First", second: "Second", value: "Share of runs in which the row ranks above the column",
                    above: "First above second", below: "Second above first", missing: "no runs")
                : AboveTitles(
                    first: "其一", second: "其二", value: "行在列之前的运行占比", above: "其一在前", below: "其二在前", missing: "无运行"),
            style: .english(decimals: 2))
    }

    // MARK: Nothing to draw

    static func empty(_ frame: ChartFrame) -> [any Chart] {
        let share = SensitivityRow.Share(.nan, lower: 0, upper: 1)
        return [
            RankIntervalChart(
                frame: frame,
                rows: [RankIntervalRow(label: "a", nominal: .nan, median: nil, lower: nil, upper: .infinity)],
                titles: rankTitles, style: .year),
            FrameworkTree(
                frame: frame, root: FrameworkElement(name: "r", children: [FrameworkElement(name: "a", weight: -1)]),
                titles: FrameworkTitles(name: "", parent: "", share: ""), style: .year),
            CorrelationMap(frame: frame, names: ["a"], cells: [], titles: correlations.titles, style: .year),
            SensitivityBars(
                frame: frame, rows: [SensitivityRow(label: "a", first: share, total: share)],
                titles: sensitivity.titles, style: .year),
            AboveMatrix(frame: frame, names: ["a", "b"], values: [], titles: above([], "en").titles, style: .year),
        ]
    }
}
