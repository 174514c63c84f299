import Charts
import TestSupport

/// Charts of every kind from random values and texts, good and bad.
struct RandomCharts {
    var generator: SeededGenerator

    mutating func charts() -> [any Chart] {
        let names = TrajectoryNames(
            base: text(), value: text(), path: text(), target: text(), preliminary: text(), time: text(), part: text())
        let observations = list { $0.observation() }
        return [
            LineChart(
                frame: frame(), series: list { $0.series() }, target: target(),
                breaks: [SeriesBreak(x: number(), label: text())],
                valueTitle: text(), timeTitle: text(), preliminaryLabel: text(), style: style(), spacing: number(),
                includesZero: flag()),
            BarChart(
                frame: frame(), bars: list { $0.bar() }, orientation: .vertical, valueTitle: text(),
                categoryTitle: text(), style: style()),
            BarChart(
                frame: frame(), bars: list { $0.bar() }, orientation: .horizontal, valueTitle: text(),
                categoryTitle: text(), style: style()),
            ContributionChart(
                frame: frame(), parts: list { $0.bar() }, total: flag() ? bar() : nil, valueTitle: text(),
                categoryTitle: text(), style: style()),
            ranked(.bar), ranked(.dot),
            HeatMap(
                frame: frame(), rows: list { $0.text() }, columns: list { $0.text() },
                cells: list { generator in generator.list { HeatCell($0.value(), href: $0.text()) } },
                scale: heatScale(), rowTitle: text(),
                valueTitle: text(), missingLabel: text(), style: style()),
            BulletChart(
                frame: frame(),
                rows: list {
                    BulletRow(
                        label: $0.text(), base: $0.value(), actual: $0.value(), path: $0.value(), target: $0.value(),
                        isPreliminary: $0.flag())
                },
                names: names, style: style()),
            SmallMultiples(
                frame: frame(),
                panels: list { random in
                    SmallMultiples.Panel(
                        title: random.text(), series: random.list { $0.series() }, target: random.target())
                },
                sharesScale: flag(), panelWidth: number(), valueTitle: text(), panelTitle: text(), seriesTitle: text(),
                timeTitle: text(),
                style: style()),
            TrajectoryChart(
                frame: frame(), base: observation(), observations: observations, target: observation(), names: names,
                style: style()),
        ] + indexCharts() + flowCharts() + driverCharts()
    }

    private mutating func ranked(_ mark: RankedChart.Mark) -> RankedChart {
        RankedChart(
            frame: frame(),
            rows: list {
                RankedRow(
                    rank: $0.text(), label: $0.text(), value: $0.value(), reference: $0.value(), lower: $0.value(),
                    upper: $0.value())
            },
            mark: mark, highlighted: Int.random(in: -1...4, using: &generator),
            titles: RankedTitles(rank: text(), label: text(), value: text(), reference: text()), style: style())
    }

    mutating func text() -> String { RandomText.make(&generator) }
    mutating func flag() -> Bool { Bool.random(using: &generator) }

    mutating func number() -> Double {
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: .nan
        case 1: .infinity
        case 2: -.infinity
        case 3: 1.7e308
        case 4: -1.7e308
        case 5: .leastNonzeroMagnitude
        case 6: 0
        case 7: -0.0
        case 8: 1e16
        case 9, 10: 7
        default: Double.random(in: -1e4...1e4, using: &generator)
        }
    }

    mutating func value() -> Double? { Int.random(in: 0..<5, using: &generator) == 0 ? nil : number() }

    mutating func list<Element>(_ make: (inout RandomCharts) -> Element) -> [Element] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in make(&self) }
    }

    mutating func observation() -> DataPoint {
        let x = flag() ? number() : Double(Int.random(in: 2000...2025, using: &generator))
        return DataPoint(x: x, value: value(), lower: value(), upper: value(), isPreliminary: flag(), href: text())
    }

    mutating func series() -> Series { Series(name: text(), observations: list { $0.observation() }) }
    mutating func bar() -> Bar { Bar(label: text(), value: value(), lower: value(), upper: value(), href: text()) }

    mutating func target() -> TargetMark? {
        flag() ? TargetMark(label: text(), value: number(), lower: value(), upper: value()) : nil
    }

    mutating func frame() -> ChartFrame {
        ChartFrame(
            title: text(), description: text(), language: flag() ? "en" : "zh-Hans", noData: text(), width: number())
    }

    mutating func style() -> NumberStyle {
        let decimals = Int.random(in: -1...11, using: &generator)
        return flag() ? .english(decimals: decimals, suffix: flag() ? "%" : "") : .chinese(decimals: decimals)
    }

    mutating func heatScale() -> HeatScale {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: .sequential
        case 1: .sequentialBetween(number(), number())
        case 2: .divergingWithin(centre: number(), reach: number())
        default: .diverging(centre: number())
        }
    }
}
