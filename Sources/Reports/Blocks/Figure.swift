import Charts

/// A chart of a page with its caption and the table that says the same.
struct Figure: Sendable {
    let drawing: String
    let caption: [Run]
    let table: Table

    /// Draws a chart.
    ///
    /// - Parameters:
    ///   - caption: what to say below it, such as that some of its figures are unverified.
    ///   - mark: the mark of the figure an address leads to.
    init(_ chart: some Chart, caption: [Run], mark: (String) -> Run.Mark?) {
        drawing = chart.svg()
        self.caption = caption
        let alternative = chart.table
        table = Table(
            caption: chart.frame.title, headers: alternative.headers.map { Table.Header($0) },
            rows: alternative.rows.map { row in
                Table.Row(row.map { .runs([Run($0.text, href: $0.href, mark: $0.href.flatMap(mark))]) })
            })
    }
}
