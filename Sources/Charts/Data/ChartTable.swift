/// The values of a chart as a table, for readers who cannot see the picture.
///
/// Cells are plain text: whoever renders the table escapes them.
public struct ChartTable: Sendable, Hashable {
    /// One cell: its text and where its value came about.
    public struct Cell: Sendable, Hashable {
        /// The text, formatted in the chart's number style.
        public var text: String
        /// The address of the derivation, if safe and given.
        public var href: String?

        /// Creates a cell.
        public init(_ text: String, href: String? = nil) {
            self.text = text
            self.href = Link.safe(href)
        }
    }

    /// The column headings.
    public var headers: [String]
    /// The rows, each as long as ``headers``; the first cell of a row is its heading.
    public var rows: [[Cell]]

    /// Creates a table.
    public init(headers: [String], rows: [[Cell]]) {
        self.headers = headers
        self.rows = rows
    }
}
