import StatisticalData
import Studies

/// The page that tells what revisions changed: figures, conclusions, numbers.
struct RevisionsPage {
    let context: PageContext
    let review: RevisionReview

    static let path = "revisions.html"
    static let figuresPath = "data/revisions-figures.csv"
    static let resultsPath = "data/revisions-results.csv"

    private var wording: Wording { context.wording }
    private var home: Area.ID { context.assessment.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: wording("revisions-title"),
            lead: [Run(wording("revisions-lead", ["area": context.area(home)]))],
            sections: [figures, conclusions, moved, notComputed].compactMap { $0 },
            downloads: [
                Run(wording("revisions-download-figures"), href: context.links.root(Self.figuresPath)),
                Run(wording("revisions-download-results"), href: context.links.root(Self.resultsPath)),
            ], dataKnownOn: context.assessment.dataKnownOn)
    }

    private var dates: [String: String] {
        let later = review.to.map { wording("revisions-on", ["date": $0.description]) }
        return ["from": review.from.description, "to": later ?? wording("revisions-now")]
    }

    private var figures: Section {
        let title = wording("revisions-figures-heading")
        guard !review.figures.isEmpty else {
            return Section("figures", title, [.paragraph(wording("revisions-figures-none"))])
        }
        let headers = [
            Table.Header(wording("revisions-indicator")), Table.Header(wording("column-period")),
            Table.Header(wording("revisions-first"), isNumber: true), Table.Header(wording("revisions-first-mark")),
            Table.Header(wording("revisions-newest"), isNumber: true), Table.Header(wording("revisions-newest-mark")),
            Table.Header(wording("revisions-difference"), isNumber: true),
        ]
        let table = Table(caption: title, headers: headers, rows: review.figures.map { row($0) })
        return Section("figures", title, [.paragraph(wording("revisions-figures-text")), .table(table)])
    }

    private func row(_ change: FigureChange) -> Table.Row {
        let series = change.after.series
        let indicator = context.assessment.indicators[series.indicator]?.name[context.language]
        let suffix =
            series.transformation == .level
            ? "" : wording("parenthesis", ["text": wording("transformation-" + series.transformation.rawValue)])
        return Table.Row([
            .text((indicator ?? series.indicator.rawValue) + suffix), .date(change.after.period.description),
            .number([change.before.map { context.run($0) } ?? Run(wording("none"))]),
            .text(change.before.map { mark($0) } ?? wording("none")), .number([context.run(change.after)]),
            .text(mark(change.after)), .number([Run(difference(change))]),
        ])
    }

    private func mark(_ observation: Observation) -> String {
        wording(
            "revisions-mark",
            ["revision": wording.revision(observation.revision), "date": observation.knownOn.description])
    }

    private func difference(_ change: FigureChange) -> String {
        guard let difference = change.difference else { return wording("none") }
        let decimals = max(change.before?.decimals ?? 0, change.after.decimals, 0)
        let unit = change.after.unit
        guard unit == .percent else { return context.numbers.text(difference, unit: unit, decimals: decimals) }
        return wording(
            "revisions-points", ["number": context.numbers.number(difference, unit: unit, decimals: decimals)])
    }

    /// What differs in the home area: first what a revision had a part in.
    private var changes: [(study: RevisionReview.StudyChanges, change: ResultChange)] {
        let all = review.studies.flatMap { study in study.changes.filter { $0.key.area == home }.map { (study, $0) } }
        let causes: Set<ResultChange.Cause> = [.revised, .both]
        return all.filter { causes.contains($0.1.cause) } + all.filter { !causes.contains($0.1.cause) }
    }

    private var conclusions: Section {
        let title = wording("revisions-conclusions-heading")
        let conclusions = changes.filter { $0.change.isConclusion && $0.change.after != nil }
        let changed = conclusions.filter { $0.change.before != nil }
        let drawn = conclusions.filter { $0.change.before == nil }.count
        var blocks: [Block] = [.paragraph(wording("revisions-conclusions-text", dates))]
        blocks.append(
            changed.isEmpty
                ? .paragraph(wording("revisions-conclusions-none")) : .table(table(title, changed, isNumber: false)))
        if drawn > 0 { blocks.append(.paragraph(wording("revisions-conclusions-new", ["count": String(drawn)]))) }
        return Section("conclusions", title, blocks)
    }

    private var moved: Section {
        let title = wording("revisions-numbers-heading")
        let numbers = changes.filter {
            let change = $0.change
            return !change.isConclusion && change.before != nil && change.after != nil && change.cause != .new
        }
        return Section(
            "numbers", title,
            [
                .paragraph(wording("revisions-numbers-text", dates)),
                numbers.isEmpty
                    ? .paragraph(wording("revisions-numbers-none")) : .table(table(title, numbers, isNumber: true)),
            ])
    }

    private func table(
        _ caption: String, _ rows: [(study: RevisionReview.StudyChanges, change: ResultChange)], isNumber: Bool
    ) -> Table {
        let headers = [
            Table.Header(wording("column-item")), Table.Header(wording("column-measure")),
            Table.Header(wording("column-period")), Table.Header(wording("revisions-then"), isNumber: isNumber),
            Table.Header(wording("revisions-later"), isNumber: isNumber), Table.Header(wording("revisions-cause")),
            Table.Header(wording("revisions-study")),
        ]
        return Table(
            caption: caption, headers: headers, rows: rows.map { row($0.study, $0.change, isNumber: isNumber) })
    }

    private func row(_ study: RevisionReview.StudyChanges, _ change: ResultChange, isNumber: Bool) -> Table.Row {
        let item = study.after?.items.first { $0.id == change.key.item }?.name[context.language]
        let then = [plain(change.before)]
        // With a later date of its own the value has no page: the pages tell the newest figures.
        let now = [review.to == nil ? context.run(change.after) : plain(change.after)]
        return Table.Row([
            .text(item ?? change.key.item), .text(wording.measure(change.key.measure)),
            .date(change.key.period.description), isNumber ? .number(then) : .runs(then),
            isNumber ? .number(now) : .runs(now), .text(wording("revisions-cause-" + change.cause.rawValue)),
            .runs([
                Run(
                    study.after?.title[context.language] ?? study.study,
                    href: context.links.page(study.study + ".html"))
            ]),
        ])
    }

    /// A value that has no page of its own, with its mark.
    private func plain(_ value: ResultValue?) -> Run {
        guard let value else { return Run(wording("none")) }
        return Run(context.numbers.text(value), mark: wording.mark(value.trust))
    }

    private var notComputed: Section? {
        let studies = review.studies.filter { !$0.faults.isEmpty }
        guard !studies.isEmpty else { return nil }
        return Section(
            "not-computed", wording("revisions-not-computed-heading"),
            [
                .paragraph(wording("revisions-not-computed-text", dates)),
                .list(studies.map { [Run($0.after?.title[context.language] ?? $0.study)] }),
            ])
    }
}
