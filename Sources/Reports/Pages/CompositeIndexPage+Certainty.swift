import Charts
import StatisticalData
import Studies

/// How sure the ranks are.
extension CompositeIndexPage {
    var certainty: Section? {
        guard let uncertainty = detail.uncertainty, let runs = value(detail.index, "runs", detail.whole) else {
            return nil
        }
        var blocks: [Block] = [.paragraph(certaintySentence(uncertainty, runs)), context.figure(intervals)]
        blocks += [.paragraph(wording("index-varied-text")), .list(varied(uncertainty, runs))]
        if uncertainty.rows != nil {
            blocks += [.paragraph(wording("index-sensitivity-text")), context.figure(sensitivity(uncertainty))]
        }
        return Section("certainty", wording("index-certainty-heading"), blocks)
    }

    private func certaintySentence(_ uncertainty: CompositeIndexDetail.Uncertainty, _ runs: ResultValue) -> [Run] {
        guard let interval = value(detail.index, "rank-interval", home), let low = interval.low,
            let high = interval.high
        else { return [] }
        return wording.sentence(
            "index-certainty",
            [
                "area": Run(context.area(home)), "rank": context.run(value(detail.index, "rank", home)).strong,
                "runs": context.run(runs), "low": Run(context.numbers.text(low, unit: nil, decimals: 0)).strong,
                "high": Run(context.numbers.text(high, unit: nil, decimals: 0)).strong,
                "median": context.run(interval, withUnit: false),
                "top": Run(String(uncertainty.top)),
                "probability": context.run(value(detail.index, "probability-first", home), decimals: 0),
            ])
    }

    private var intervals: RankIntervalChart {
        let rows = ranked.map { area in
            let interval = value(detail.index, "rank-interval", area)
            let middle = value(detail.index, "rank-middle", area)
            return RankIntervalRow(
                label: context.area(area), nominal: value(detail.index, "rank", area)?.number,
                median: interval?.number, lower: interval?.low, upper: interval?.high, innerLower: middle?.low,
                innerUpper: middle?.high, href: interval.map { context.links.explanation($0.key) })
        }
        return RankIntervalChart(
            frame: context.frame(wording("index-intervals-title")), rows: rows,
            highlighted: ranked.firstIndex(of: home),
            titles: RankIntervalTitles(
                label: wording("column-area"), nominal: wording("measure-rank"), median: wording("index-median"),
                interval: wording("index-interval"), inner: wording("index-middle"), lower: "5 %", upper: "95 %",
                axis: wording("index-rank-axis")),
            style: context.style(decimals: 1))
    }

    /// The choices varied, each with the words of the study.
    private func varied(_ uncertainty: CompositeIndexDetail.Uncertainty, _ runs: ResultValue) -> [[Run]] {
        let words = runs.derivation.inputs.compactMap { input -> Run? in
            guard input.role == "C", case .declared(let declared) = input.origin,
                case .word(let word) = declared.finding
            else { return nil }
            return Run(word, href: context.links.row(declared.place))
        }
        return zip(uncertainty.choices, words).map { [Run(name($0) + wording("colon")), $1] }
    }

    private func sensitivity(_ uncertainty: CompositeIndexDetail.Uncertainty) -> SensitivityBars {
        func share(_ value: ResultValue?) -> SensitivityRow.Share {
            SensitivityRow.Share(value?.number, lower: value?.low, upper: value?.high)
        }
        let rows = uncertainty.choices.map { item in
            let total = value(item, "total-order", detail.whole)
            return SensitivityRow(
                label: name(item), first: share(value(item, "first-order", detail.whole)), total: share(total),
                href: total.map { context.links.explanation($0.key) })
        }
        let (low, high) = (wording("column-low"), wording("column-high"))
        return SensitivityBars(
            frame: context.frame(wording("index-sensitivity-title")), rows: rows,
            titles: SensitivityTitles(
                label: wording("index-choice"), first: wording("measure-first-order"), firstLower: low,
                firstUpper: high, total: wording("measure-total-order"), totalLower: low, totalUpper: high,
                axis: wording("index-sensitivity-axis")),
            style: context.style(decimals: 2))
    }
}
