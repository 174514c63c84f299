import Charts
import StatisticalData

/// The page of an indicator's figures: chart, table, downloads, a form to choose others.
struct FiguresPage {
    let context: PageContext
    let view: FigureView

    private var wording: Wording { context.wording }
    private var query: FigureQuery { view.query }

    static func path(_ indicator: Indicator.ID) -> String { "figures/" + indicator.rawValue }

    func page() -> Page {
        let language = context.language
        return Page(
            path: context.path, title: view.indicator.name[language],
            lead: wording.sentence(
                "explore-lead",
                [
                    "unit": Run(unitName), "known": Run(known),
                    "count": Run(String(view.observations.count)),
                ]),
            sections: [chart, figures, choice, revisions].compactMap { $0 },
            downloads: ["csv", "json"].map { format in
                Run(
                    wording("download-" + format),
                    href: context.links.root(
                        Self.path(view.indicator.id) + "." + format, query: query.text.isEmpty ? nil : query.text))
            }, dataKnownOn: view.observations.map(\.knownOn).max(), query: query.text.isEmpty ? nil : query.text)
    }

    private var transformation: Transformation { query.transformation ?? .level }

    /// The unit of the figures; that of the indicator where they are printed in several.
    private var unit: UnitOfMeasure { view.indicator.unit(after: transformation) }

    private var unitName: String {
        let name = wording.unit(unit)
        let what = wording("transformation-" + transformation.rawValue)
        return name.isEmpty ? what : what + wording("comma") + name
    }

    private var known: String {
        query.knownOn.map { wording("explore-known-on", ["date": $0.description]) } ?? wording("explore-newest")
    }

    /// Figures of one calendar unit, in one chart; figures in other units of measure are converted.
    private var chart: Section? {
        let yearly = view.observations.filter { $0.period.count == 1 }
        let frequencies = Dictionary(grouping: yearly) { $0.period.frequency }
        guard let shown = frequencies.max(by: { ($0.value.count, $0.key.rawValue) < ($1.value.count, $1.key.rawValue) })
        else { return nil }
        let perYear = 12 / Double(shown.key.rawValue)
        let series = query.areas.compactMap { area -> Series? in
            let points = shown.value.filter { $0.series.area == area }.map { observation in
                DataPoint(
                    x: Double(observation.period.ordinal) / perYear, value: observation.value(in: unit),
                    isPreliminary: observation.revision == .preliminary || observation.revision == .estimated,
                    href: context.links.row(observation.place))
            }
            return points.isEmpty ? nil : Series(name: context.area(area), observations: points)
        }
        guard !series.isEmpty else { return nil }
        let lines = LineChart(
            frame: context.frame(view.indicator.name[context.language], width: 640), series: series,
            valueTitle: unitName, timeTitle: wording("column-year"),
            preliminaryLabel: wording("revision-preliminary"), style: context.style(decimals: decimals),
            spacing: 1 / perYear)
        return Section(
            "chart", wording("explore-chart-heading"),
            [context.figure(lines, trusts: shown.value.map(\.trust))])
    }

    /// The finest printing among the figures, three places at most.
    private var decimals: Int {
        min(3, max(0, view.observations.filter { $0.unit == unit }.map(\.decimals).max() ?? 1))
    }

    private var figures: Section {
        let title = wording("explore-figures-heading")
        guard !view.observations.isEmpty else {
            return Section("figures", title, [.paragraph(wording("explore-none"))])
        }
        return Section("figures", title, [.table(table(title, view.observations))])
    }

    private func table(_ caption: String, _ observations: [Observation]) -> Table {
        Table(
            caption: caption,
            headers: [
                Table.Header(wording("column-area")), Table.Header(wording("column-period")),
                Table.Header(wording("column-value"), isNumber: true), Table.Header(wording("explore-known")),
                Table.Header(wording("explore-revision")), Table.Header(wording("explore-source")),
            ],
            rows: observations.map { observation in
                let source = context.assessment.sources.first { $0.id == observation.source }
                let note = observation.note.map { [Run(" — " + $0[context.language])] } ?? []
                return Table.Row([
                    .text(context.area(observation.series.area)), .date(observation.period.description),
                    .number([context.run(observation)]), .date(observation.knownOn.description),
                    .text(wording.revision(observation.revision)),
                    .runs(
                        [
                            Run(
                                source?.title[context.language] ?? observation.source.rawValue,
                                href: context.links.source(observation.source))
                        ] + note),
                ])
            })
    }

    private var choice: Section {
        let options = view.areas.map { area in
            Form.Option(
                value: area.rawValue, text: context.area(area), isChosen: query.areas.contains(area))
        }
        let transformations = view.transformations.map { choice in
            Form.Option(
                value: choice.rawValue, text: wording("transformation-" + choice.rawValue),
                isChosen: choice == transformation)
        }
        let form = Form(
            action: context.links.page(Self.path(view.indicator.id)), button: wording("explore-show"),
            fields: [
                Form.Field(
                    name: "area", label: wording("explore-areas"), kind: .several(options),
                    hint: wording("explore-areas-hint", ["count": String(FigureQuery.mostAreas)])),
                Form.Field(
                    name: "transformation", label: wording("explore-transformation"), kind: .choice(transformations)),
                Form.Field(
                    name: "from", label: wording("explore-from"), kind: .text(query.from?.description ?? ""),
                    hint: wording("explore-period-hint")),
                Form.Field(name: "to", label: wording("explore-to"), kind: .text(query.to?.description ?? "")),
                Form.Field(
                    name: "known-on", label: wording("explore-known-on-label"),
                    kind: .text(query.knownOn?.description ?? ""), hint: wording("explore-date-hint")),
            ])
        return Section("choose", wording("explore-choose-heading"), [.form(form)])
    }

    /// All vintages, where there is more than one of any figure.
    private var revisions: Section? {
        struct Figure: Hashable {
            let area: Area.ID
            let period: Period
        }
        let figures = Dictionary(grouping: view.vintages) { Figure(area: $0.series.area, period: $0.period) }
        let several = view.vintages.filter {
            (figures[Figure(area: $0.series.area, period: $0.period)]?.count ?? 0) > 1
        }
        guard !several.isEmpty else { return nil }
        let title = wording("explore-vintages-heading")
        return Section(
            "vintages", title, [.paragraph(wording("explore-vintages-text")), .table(table(title, several))])
    }
}
