import Spreadsheets
import StatisticalData

/// The page that lists every source.
struct SourcesPage {
    let context: PageContext

    private var wording: Wording { context.wording }

    func page() -> Page {
        Page(
            path: context.path, title: wording("sources-title"), lead: [Run(wording("sources-lead"))],
            sections: [
                Section("sources", wording("sources-heading"), [.table(table)]),
                Section("files", wording("files-heading"), [.paragraph(wording("files-text")), .list(files)]),
                TrustLegend.section(context),
            ], downloads: [Run(wording("download-csv"), href: context.links.root(Downloads.sourcesPath))],
            dataKnownOn: context.assessment.dataKnownOn)
    }

    /// The table as CSV, in both languages.
    static func csv(_ assessment: Assessment) -> String {
        var writer = CSVWriter(isForSpreadsheets: true)
        writer.row([
            "id", "publisher_en", "publisher_zh", "title_en", "title_zh", "address", "licence_en", "licence_zh",
            "published", "retrieved", "status", "observations", "note_en", "note_zh",
        ])
        for source in assessment.sources {
            writer.row([
                source.id.rawValue, source.publisher.en, source.publisher.zh, source.title.en, source.title.zh,
                source.address ?? "", source.licence.en, source.licence.zh, source.published?.description ?? "",
                source.retrieved?.description ?? "", source.trust.rawValue,
                String(assessment.observationCounts[source.id] ?? 0), source.note?.en ?? "", source.note?.zh ?? "",
            ])
        }
        return writer.text
    }

    private var table: Table {
        Table(
            caption: wording("sources-title"),
            headers: [
                Table.Header(wording("source-document")), Table.Header(wording("source-address")),
                Table.Header(wording("source-publisher")),
                Table.Header(wording("source-status")), Table.Header(wording("source-observations"), isNumber: true),
                Table.Header(wording("source-terms")),
            ],
            rows: context.assessment.sources.map { row($0) })
    }

    private func row(_ source: Source) -> Table.Row {
        let language = context.language
        let address = source.address.map { Run($0, href: $0) } ?? Run(wording("source-no-address"))
        let note = source.note.map { [Run(" " + $0[language])] } ?? []
        let published = source.published?.description ?? wording("source-not-recorded")
        let retrieved = source.retrieved?.description ?? wording("source-not-recorded")
        return Table.Row(
            [
                .runs([Run(source.title[language])]), .runs([Run(source.id.rawValue + ": "), address] + note),
                .text(source.publisher[language]),
                .runs([Run(wording.trust(source.trust), mark: wording.mark(source.trust))]),
                .number([Run(String(context.assessment.observationCounts[source.id] ?? 0))]),
                .text(
                    wording(
                        "source-terms-text",
                        ["published": published, "retrieved": retrieved, "licence": source.licence[language]])),
            ], id: source.id.rawValue)
    }

    private var files: [[Run]] {
        context.assessment.files.map { file in
            [
                Run(file.path, href: context.links.page(Links.filePath(file.path))),
                Run(wording("parenthesis", ["text": wording("files-rows", ["count": String(file.rowCount)])])),
            ]
        }
    }
}
