import Responsibilities
import StatisticalData

/// The page that tells who owes what by when, and how it stands.
struct ResponsibilityPage {
    let context: PageContext
    let duties: Assessment.Duties

    static let path = "responsibility.html"
    static let tablePath = "data/responsibility.csv"

    private var wording: Wording { context.wording }

    func page() -> Page {
        let title = wording("responsibility-title")
        return Page(
            path: context.path, title: title,
            lead: [Run(wording("responsibility-lead", ["date": duties.on.description]))],
            sections: [
                Section(
                    "obligations", wording("responsibility-heading"),
                    [.paragraph(wording("responsibility-text")), .table(table(title))])
            ], downloads: [Run(wording("download-csv"), href: context.links.root(Self.tablePath))],
            dataKnownOn: context.assessment.dataKnownOn)
    }

    private func table(_ caption: String) -> Table {
        let headers = ["what", "owner", "area", "period", "due", "status", "delivered"].map {
            Table.Header(wording("responsibility-column-" + $0))
        }
        return Table(
            caption: caption,
            headers: headers + [Table.Header(wording("responsibility-column-late"), isNumber: true)],
            rows: duties.obligations.map { row($0) })
    }

    private func row(_ obligation: Obligation) -> Table.Row {
        let owed = obligation.responsibility
        let name = owed.name ?? owed.indicator.flatMap { context.assessment.indicators[$0]?.name }
        return Table.Row([
            .runs([
                Run(
                    name?[context.language] ?? owed.id, href: owed.source.map { context.links.source($0) },
                    mark: wording.mark(owed.trust)),
                Run(owed.note.map { wording("parenthesis", ["text": $0[context.language]]) } ?? ""),
            ]),
            .text(owed.owner?[context.language] ?? wording("responsibility-no-owner")),
            .text(context.area(owed.area)), .date(obligation.period.description), .date(obligation.due.description),
            .text(wording("responsibility-status-" + obligation.status.rawValue)),
            .runs([
                obligation.delivery.map { Run($0.knownOn.description, href: context.links.row($0.place)) }
                    ?? Run(wording("none"))
            ]),
            .number([Run(obligation.daysLate.map(String.init) ?? wording("none"))]),
        ])
    }
}
