public import StatisticalData

/// A good practice as pages show it.
public struct CaseChapter: Sendable {
    /// The id.
    public let id: String
    /// The title.
    public let title: LocalisedText
    /// Who acted: `policy`, `business`, `park` or `city`.
    public let kind: String
    /// The area.
    public let area: Area.ID
    /// The years.
    public let period: Period
    /// The problem.
    public let problem: LocalisedText
    /// What was done.
    public let done: LocalisedText
    /// What the evidence shows.
    public let reading: LocalisedText
    /// What would transfer.
    public let transfer: LocalisedText
    /// The series that are evidence.
    public let evidence: [[Observation]]

    /// Puts a case together.
    public init(
        id: String, title: LocalisedText, kind: String, area: Area.ID, period: Period, problem: LocalisedText,
        done: LocalisedText, reading: LocalisedText, transfer: LocalisedText, evidence: [[Observation]]
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.area = area
        self.period = period
        self.problem = problem
        self.done = done
        self.reading = reading
        self.transfer = transfer
        self.evidence = evidence
    }
}

/// The pages of good practices: the list, and each with its evidence, whose figures lead to their rows.
struct CasePages {
    let context: PageContext

    static let path = "cases.html"

    static func path(_ practice: CaseChapter) -> String { "cases/" + practice.id + ".html" }

    private var wording: Wording { context.wording }
    private var language: Language { context.language }

    func contents() -> Page {
        let headers = [
            wording("case-column-case"), wording("case-column-kind"), wording("case-column-area"),
            wording("case-column-period"),
        ]
        let table = Table(
            caption: wording("case-title"), headers: headers.map { Table.Header($0) },
            rows: context.assessment.cases.map { practice in
                Table.Row([
                    .runs([Run(practice.title[language], href: context.links.page(Self.path(practice)))]),
                    .text(kind(practice)), .text(context.area(practice.area)), .text(practice.period.description),
                ])
            })
        return Page(
            path: context.path, title: wording("case-title"), lead: [Run(wording("case-lead"))],
            sections: [Section("cases", wording("case-heading"), [.table(table)])],
            dataKnownOn: context.assessment.dataKnownOn)
    }

    func page(_ practice: CaseChapter) -> Page {
        let parts = [
            ("problem", wording("case-problem"), practice.problem), ("done", wording("case-done"), practice.done),
        ]
        let after = [
            ("reading", wording("case-reading"), practice.reading),
            ("transfer", wording("case-transfer"), practice.transfer),
        ]
        func sections(_ list: [(id: String, heading: String, text: LocalisedText)]) -> [Section] {
            list.map { Section($0.id, $0.heading, [.paragraph($0.text[language])]) }
        }
        let evidence = Section(
            "evidence", wording("case-evidence"), practice.evidence.map { .table(table($0)) })
        return Page(
            path: context.path, title: practice.title[language],
            lead: [
                Run(wording("case-title"), href: context.links.page(Self.path)),
                Run(
                    wording(
                        "parenthesis",
                        [
                            "text": [kind(practice), context.area(practice.area), practice.period.description]
                                .joined(separator: wording("list-separator"))
                        ])),
            ], sections: sections(parts) + [evidence] + sections(after), dataKnownOn: context.assessment.dataKnownOn)
    }

    private func kind(_ practice: CaseChapter) -> String {
        switch practice.kind {
        case "policy": wording("case-kind-policy")
        case "business": wording("case-kind-business")
        case "park": wording("case-kind-park")
        default: wording("case-kind-city")
        }
    }

    private func table(_ series: [Observation]) -> Table {
        let first = series.first
        let name = first.flatMap { context.assessment.indicators[$0.series.indicator]?.name[language] } ?? ""
        let area = first.map { context.area($0.series.area) } ?? ""
        let kind = first.map { wording("transformation-" + $0.series.transformation.rawValue) } ?? ""
        return Table(
            caption: [name, kind, area].joined(separator: wording("list-separator")),
            headers: [
                Table.Header(wording("case-column-period")), Table.Header(wording("case-column-value"), isNumber: true),
                Table.Header(wording("case-column-source")),
            ],
            rows: series.map { observation in
                Table.Row([
                    .text(observation.period.description),
                    .number([
                        Run(
                            (observation.qualifier?.rawValue ?? "") + value(observation),
                            href: context.links.row(observation.place),
                            mark: wording.mark(observation.trust))
                    ]), .runs([Run(observation.source.rawValue, href: context.links.source(observation.source))]),
                ])
            })
    }

    private func value(_ observation: Observation) -> String {
        guard let value = observation.value else { return wording("none") }
        return context.numbers.text(value, unit: observation.unit, decimals: max(observation.decimals, 0))
    }
}
