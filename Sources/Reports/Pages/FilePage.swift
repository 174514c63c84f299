import StatisticalData

/// The page that shows the rows of a file as they stand.
struct FilePage {
    let context: PageContext
    let file: CitedFile

    private var wording: Wording { context.wording }

    func page() -> Page {
        let isPart = file.rows.count < file.rowCount
        let lead = wording(
            isPart ? "file-lead-part" : "file-lead",
            ["count": String(file.rowCount), "shown": String(file.rows.count)])
        return Page(
            path: context.path, title: file.path, lead: [Run(lead)],
            sections: [Section("rows", wording("file-heading"), [.table(table)])],
            downloads: [
                Run(wording("download-file"), href: context.links.root(Downloads.filePath(file.path)))
            ], dataKnownOn: context.assessment.dataKnownOn)
    }

    private var table: Table {
        let known = Set(context.assessment.sources.map(\.id))
        return Table(
            caption: file.path,
            headers: [Table.Header(wording("file-line"), isNumber: true)] + file.header.map { Table.Header($0) },
            rows: file.rows.map { row in
                Table.Row(
                    [.text(String(row.line))]
                        + zip(file.header, row.fields).map { column, field in
                            let source = Source.ID(field)
                            let isSource = column == "source" && known.contains(source)
                            return .runs([Run(field, href: isSource ? context.links.source(source) : nil)])
                        }, id: "L\(row.line)")
            })
    }
}
