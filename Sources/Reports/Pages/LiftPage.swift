import Charts
import StatisticalData
import Studies

/// What would lift the home area: a page of its own beside the chapter on the index.
struct LiftPage {
    let context: PageContext
    let index: ResultIndex
    let detail: CompositeIndexDetail
    let lift: CompositeIndexDetail.Lift

    private var result: StudyResult { index.result }
    private var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }
    private var homeName: String { context.area(home) }
    private var rivalName: String { context.area(lift.rival) }
    private var elements: [String] { detail.indicators.isEmpty ? detail.components : detail.indicators }

    /// The path of the page of a study.
    static func path(_ study: String) -> String { study + "-lift.html" }

    func page() -> Page {
        Page(
            path: context.path, title: wording("lift-title", ["area": homeName]),
            lead: [
                Run(result.title[context.language], href: context.links.page(result.study + ".html"))
            ],
            sections: [alone, together, weights, method].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    private func value(_ item: String, _ measure: String, _ area: Area.ID? = nil) -> ResultValue? {
        index[item, measure, area ?? home, detail.period]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    private func figure(_ item: String) -> ResultValue? { value(item, "value") ?? value(item, "score") }

    private var alone: Section {
        let headline = wording.sentence(
            "lift-headline",
            [
                "area": Run(homeName), "rank": context.run(value(detail.index, "rank")).strong,
                "score": context.run(value(detail.index, "score")),
                "target": context.run(value(detail.index, "target-rank")).strong, "rival": Run(rivalName),
                "best": context.run(value(detail.index, "score", lift.rival)),
            ])
        return Section(
            "alone", wording("lift-alone-heading"),
            [
                .paragraph(headline), .paragraph(wording("lift-alone-text")),
                .table(table("alone", wording("lift-table-alone", ["area": homeName]))),
            ])
    }

    private var together: Section {
        Section(
            "together", wording("lift-together-heading"),
            [
                .paragraph(wording("lift-together-text")),
                .table(table("together", wording("lift-table-together", ["area": homeName]))),
            ])
    }

    private func table(_ kind: String, _ caption: String) -> Table {
        let rows = elements.map { element in
            Table.Row([
                .text(name(element)), context.cell(figure(element), withUnit: true),
                context.cell(value(element, "needed-" + kind), decimals: 2, withUnit: true),
                context.cell(value(element, "lift-" + kind), decimals: 2, withUnit: true),
                context.wordCell(value(element, "lift-" + kind + "-status")),
            ])
        }
        return Table(
            caption: caption,
            headers: [
                Table.Header(wording("index-dimension")), Table.Header(wording("lift-now"), isNumber: true),
                Table.Header(wording("lift-needed"), isNumber: true),
                Table.Header(wording("lift-change"), isNumber: true), Table.Header(wording("lift-result")),
            ], rows: rows)
    }

    private var method: Section {
        Section(
            "method", wording("method-heading"),
            [.list((1...4).map { [Run(wording("lift-assumption-\($0)"))] })])
    }
}

/// Which weights would do it.
extension LiftPage {
    private var weights: Section? {
        guard let within = lift.within, value(detail.index, "rank-by-weights") != nil else { return nil }
        let shift = value(detail.index, "weight-shift", lift.rival)
        let sentence = wording.sentence(
            shift == nil ? "lift-weights-never" : "lift-weights",
            [
                "area": Run(homeName), "rival": Run(rivalName),
                "points": context.run(shift, decimals: 2, withUnit: false).strong,
            ])
        return Section(
            "weights", wording("lift-weights-heading"),
            [.paragraph(sentence)] + (shift == nil ? [] : [.table(tie)])
                + [.paragraph(regionText(within)), context.figure(ranges)])
    }

    private var tie: Table {
        let rows = detail.components.map { component in
            Table.Row([
                .text(name(component)), context.cell(value(component, "share", detail.whole), withUnit: true),
                context.cell(value(component, "weight-at-tie", lift.rival), decimals: 2, withUnit: true),
                context.cell(value(component, "score")), context.cell(value(component, "score", lift.rival)),
            ])
        }
        return Table(
            caption: wording("lift-tie-title", ["area": homeName, "rival": rivalName]),
            headers: [
                Table.Header(wording("index-dimension")), Table.Header(wording("measure-share"), isNumber: true),
                Table.Header(wording("measure-weight-at-tie"), isNumber: true),
                Table.Header(wording("index-leader-score", ["leader": homeName]), isNumber: true),
                Table.Header(wording("index-leader-score", ["leader": rivalName]), isNumber: true),
            ], rows: rows)
    }

    private func regionText(_ within: Double) -> [Run] {
        let range = value(detail.index, "rank-by-weights")
        func text(_ number: Double?) -> Run {
            Run(number.map { context.numbers.text($0, unit: nil, decimals: 0) } ?? wording("not-available")).strong
        }
        return wording.sentence(
            "lift-region",
            [
                "within": Run(context.numbers.text(100 * within, unit: .percent, decimals: 0)), "area": Run(homeName),
                "best": text(range?.low), "worst": text(range?.high), "rank": context.run(range, withUnit: false),
            ])
    }

    private var ranges: RankIntervalChart {
        let areas = detail.areas.filter { value(detail.index, "rank-by-weights", $0) != nil }
        let rows = areas.map { area in
            let range = value(detail.index, "rank-by-weights", area)
            return RankIntervalRow(
                label: context.area(area), nominal: range?.number, median: nil, lower: range?.low,
                upper: range?.high, href: range.map { context.links.explanation($0.key) })
        }
        return RankIntervalChart(
            frame: context.frame(wording("lift-ranges-title")), rows: rows, highlighted: areas.firstIndex(of: home),
            titles: RankIntervalTitles(
                label: wording("column-area"), nominal: wording("measure-rank"), median: wording("index-median"),
                interval: wording("lift-range"), lower: wording("lift-best"), upper: wording("lift-worst"),
                axis: wording("index-rank-axis")),
            style: context.style(decimals: 1))
    }
}
