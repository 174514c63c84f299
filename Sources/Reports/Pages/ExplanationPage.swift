import StatisticalData
import Studies

/// The page that tells how every value of a study for one area came about.
struct ExplanationPage {
    let context: PageContext
    let index: ResultIndex
    let area: Area.ID

    private var wording: Wording { context.wording }
    private var result: StudyResult { index.result }

    func page() -> Page {
        let name = context.area(area)
        let title = wording("explain-title", ["study": result.title[context.language], "area": name])
        let values = result.values.filter { $0.key.area == area }
        return Page(
            path: context.path, title: title,
            lead: [
                Run(wording("explain-lead") + " "),
                Run(wording("explain-back"), href: context.links.page(result.study + ".html")),
            ],
            sections: warning + values.map { section($0) }, downloads: Downloads.runs(of: result, context),
            dataKnownOn: result.dataKnownOn)
    }

    /// Invented values are told on every page.
    private var warning: [Section] {
        let blocks = EcoParksPage.warning(result, wording)
        return blocks.isEmpty ? [] : [Section("illustrative", wording("parks-illustrative-heading"), blocks)]
    }

    private func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language]
            ?? (wording.catalogue.has("nature-" + item, in: context.language) ? wording("nature-" + item) : item)
    }

    private func label(_ key: ResultKey) -> String {
        wording(
            "explain-label",
            ["item": name(key.item), "measure": wording.measure(key.measure), "period": key.period.description])
    }

    private func section(_ value: ResultValue) -> Section {
        let interval = context.numbers.interval(value).map { wording("explain-interval", ["interval": $0]) }
        let number = Run(context.numbers.text(value), mark: wording.mark(value.trust), isStrong: true)
        var first = [Run(wording("explain-value") + " "), number]
        if let interval { first.append(Run(" " + interval)) }
        if let exact = value.number {
            first.append(Run(" " + wording("explain-exact", ["value": Decimals.text(exact)])))
        }
        return Section(
            Links.anchor(value.key), label(value.key),
            [
                .paragraph(first),
                .paragraph([
                    Run(wording(value.derivation.formula)), Run(" "), Run(value.derivation.expression, isStrong: true),
                ]),
                .list(value.derivation.inputs.map { input($0) }),
            ]
                + (context.isLive
                    ? [.paragraph([Run(wording("derivation-link"), href: context.links.derivation(value.key))])] : []))
    }

    private func input(_ input: DerivationInput) -> [Run] {
        let role = Run(input.role + " = ")
        switch input.origin {
        case .observation(let observation):
            return [role, context.run(observation)] + row(observation.place) + [
                Run(
                    " "
                        + wording(
                            "explain-known",
                            [
                                "known": observation.knownOn.description,
                                "revision": wording.revision(observation.revision),
                            ]) + " "),
                source(observation.source),
            ] + (observation.note.map { [Run(" — " + $0[context.language])] } ?? [])
        case .result(let key):
            guard let value = index[key] else { return [role] }
            let place = key.area == area ? "" : context.area(key.area) + wording("comma")
            return [role, context.run(value), Run(wording("parenthesis", ["text": place + label(key)]))]
        case .declared(let declared):
            let text: String
            switch declared.finding {
            case .number(let number, _, _): text = context.numbers.text(number, unit: declared.unit)
            case .word(let word): text = wording.finding(word)
            }
            return [role, Run(text, href: context.links.row(declared.place), mark: wording.mark(declared.trust))]
                + row(declared.place) + (declared.source.map { [Run(" "), source($0)] } ?? [])
                + (declared.note.map { [Run(" — " + $0[context.language])] } ?? [])
        }
    }

    private func row(_ place: Place) -> [Run] {
        [
            Run(" ("),
            Run(
                wording("explain-place", ["file": place.file, "line": place.line.map(String.init) ?? "–"]),
                href: context.links.row(place)),
            Run(")"),
        ]
    }

    private func source(_ id: Source.ID) -> Run {
        let source = context.assessment.sources.first { $0.id == id }
        return Run(source?.title[context.language] ?? id.rawValue, href: context.links.source(id))
    }
}
