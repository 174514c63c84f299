import StatisticalData
import Studies

/// The first page: the area at a glance.
struct GlancePage {
    let context: PageContext

    private var wording: Wording { context.wording }

    func page() -> Page {
        Page(
            path: context.path,
            title: wording(
                "glance-title",
                ["area": context.assessment.areas[context.assessment.homeArea]?.name[context.language] ?? ""]),
            lead: [Run(wording("glance-lead"))],
            sections: chapters.flatMap { sections($0) } + [others, TrustLegend.section(context)].compactMap { $0 },
            downloads: chapters.map { index in
                Run(
                    index.result.title[context.language] + " (CSV)",
                    href: context.links.root(Downloads.csvPath(index.result.study)))
            },
            dataKnownOn: context.assessment.dataKnownOn)
    }

    private var chapters: [ResultIndex] {
        context.assessment.results.filter { context.assessment.chapters.contains($0.result.study) }
    }

    private func sections(_ index: ResultIndex) -> [Section] {
        let result = index.result
        let blocks = Chapters.chapter(index, context).facts
        let address = context.links.page(result.study + ".html")
        return [
            Section(
                result.study, [Run(result.title[context.language], href: address)],
                blocks + [.paragraph([Run(wording("glance-more"), href: address)])])
        ]
    }

    private var others: Section? {
        let rest = context.assessment.results.filter { !context.assessment.chapters.contains($0.result.study) }
        guard !rest.isEmpty else { return nil }
        return Section(
            "more", wording("glance-others"),
            [
                .list(
                    rest.map { index in
                        [
                            Run(
                                index.result.title[context.language],
                                href: context.links.page(index.result.study + ".html"))
                        ] + (index.result.summary.map { [Run(wording("colon") + $0[context.language])] } ?? [])
                    })
            ])
    }
}
