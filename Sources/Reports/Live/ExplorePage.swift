import StatisticalData

/// The page from which the figures are found: a search in both languages, and all indicators.
struct ExplorePage {
    let context: PageContext
    let series: [SeriesKey]
    /// What is searched for; empty for nothing.
    let text: String

    private var wording: Wording { context.wording }
    private var assessment: Assessment { context.assessment }

    func page() -> Page {
        let form = Form(
            action: context.links.page(LiveSection.explore.path), button: wording("explore-search"),
            fields: [Form.Field(name: "q", label: wording("explore-search-label"), kind: .text(text))])
        return Page(
            path: context.path, title: wording("live-explore"), lead: [Run(wording("explore-first-lead"))],
            sections: [Section("search", wording("explore-search-heading"), [.form(form)] + answers), indicators],
            downloads: [Run(wording("explore-feed"), href: context.links.page("feed.atom"))],
            dataKnownOn: assessment.dataKnownOn, query: text.isEmpty ? nil : "q=" + QueryText.encoded(text))
    }

    private var answers: [Block] {
        guard !text.isEmpty else { return [] }
        let found = Search(assessment, indicators: Set(series.map(\.indicator))).find(text)
        guard !found.isEmpty else { return [.paragraph(wording("explore-nothing-found", ["text": text]))] }
        return [
            .list(
                found.map { hit in
                    [
                        Run(hit.name[context.language], href: context.links.page(hit.path) + (hit.anchor ?? "")),
                        Run(wording("parenthesis", ["text": kind(hit)])),
                    ]
                })
        ]
    }

    private func kind(_ hit: Search.Hit) -> String {
        wording("explore-kind-" + hit.kind.rawValue, hit.study.map { ["study": $0[context.language]] } ?? [:])
    }

    private var indicators: Section {
        let grouped = Dictionary(grouping: series, by: \.indicator)
        let shown = assessment.indicators.values.filter { grouped[$0.id] != nil }.sorted { $0.id < $1.id }
        let rows = shown.map { indicator -> Table.Row in
            let own = grouped[indicator.id] ?? []
            let kinds = Transformation.allCases.filter { kind in own.contains { $0.transformation == kind } }
            return Table.Row([
                .runs([
                    Run(
                        indicator.name[context.language], href: context.links.page(FiguresPage.path(indicator.id)))
                ]),
                .text(wording.unit(indicator.unit)),
                .text(
                    kinds.map { wording("transformation-" + $0.rawValue) }.joined(separator: wording("comma"))),
                .number([Run(String(Set(own.map(\.area)).count))]),
            ])
        }
        let title = wording("explore-indicators-heading")
        return Section(
            "indicators", title,
            [
                .table(
                    Table(
                        caption: title,
                        headers: [
                            Table.Header(wording("plan-indicator")), Table.Header(wording("explore-unit")),
                            Table.Header(wording("explore-transformation")),
                            Table.Header(wording("explore-area-count"), isNumber: true),
                        ], rows: rows))
            ])
    }
}
