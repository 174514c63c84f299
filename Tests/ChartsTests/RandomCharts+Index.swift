import Charts
import TestSupport

extension RandomCharts {
    /// Charts of a composite index from random values and texts.
    mutating func indexCharts() -> [any Chart] {
        let titles = FrameworkTitles(
            name: text(), code: text(), parent: text(), share: text(), missing: text(), levels: list { $0.text() })
        return [
            rankIntervals(),
            FrameworkTree(frame: frame(), root: element(depth: 0), titles: titles, style: style()),
            CorrelationMap(
                frame: frame(), names: list { $0.text() }, groups: list { $0.flag() ? "a" : "b" },
                cells: list { random in
                    random.list { CorrelationCell($0.value(), count: $0.flag() ? 3 : nil, href: $0.text()) }
                },
                shape: flag() ? .square : .lowerTriangle,
                titles: CorrelationTitles(first: text(), second: text(), value: text(), count: text(), missing: text()),
                style: style()),
            SensitivityBars(
                frame: frame(),
                rows: list {
                    SensitivityRow(label: $0.text(), first: $0.share(), total: $0.share(), href: $0.text())
                },
                titles: SensitivityTitles(
                    label: text(), first: text(), firstLower: text(), firstUpper: text(), total: text(),
                    totalLower: text(), totalUpper: text(), axis: text()),
                style: style()),
            AboveMatrix(
                frame: frame(), names: list { $0.text() }, values: list { random in random.list { $0.value() } },
                titles: AboveTitles(
                    first: text(), second: text(), value: text(), above: text(), below: text(), missing: text()),
                style: style()),
        ]
    }

    private mutating func rankIntervals() -> RankIntervalChart {
        RankIntervalChart(
            frame: frame(),
            rows: list { random in
                func rank(_ random: inout RandomCharts) -> Double? {
                    random.flag() ? random.value() : Double.random(in: 1...31, using: &random.generator)
                }
                return RankIntervalRow(
                    label: random.text(), nominal: rank(&random), median: rank(&random), lower: rank(&random),
                    upper: rank(&random), innerLower: rank(&random), innerUpper: rank(&random), href: random.text())
            },
            highlighted: Int.random(in: -1...4, using: &generator),
            titles: RankIntervalTitles(
                label: text(), nominal: text(), median: text(), interval: text(), inner: text(), lower: text(),
                upper: text(), axis: text()),
            style: style())
    }

    private mutating func share() -> SensitivityRow.Share {
        SensitivityRow.Share(value(), lower: value(), upper: value())
    }

    mutating func element(depth: Int) -> FrameworkElement {
        FrameworkElement(
            code: text(), name: text(), weight: value(), href: text(),
            children: depth < 2 ? list { $0.element(depth: depth + 1) } : [])
    }
}
