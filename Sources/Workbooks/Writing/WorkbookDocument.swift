/// A workbook to be written: sheets of typed cells, with charts.
public struct WorkbookDocument: Hashable, Sendable {
    /// The title, kept in the properties of the file.
    public var title: String
    /// The day kept as that of its making, in days since 1970-01-01: that of the data, so that the same data give the
    /// same bytes.
    public var day: Int
    /// The sheets, in their order; the first is shown when the file is opened.
    public var sheets: [Sheet]

    /// Describes a workbook.
    public init(title: String, day: Int, sheets: [Sheet]) {
        self.title = title
        self.day = day
        self.sheets = sheets
    }

    /// A cell.
    public enum Cell: Hashable, Sendable {
        /// Nothing.
        case empty
        /// Text, never a formula.
        case text(String)
        /// A number, shown with so many decimals; as short as it can be when `nil`.
        case number(Double, decimals: Int? = nil)
        /// A day, in days since 1970-01-01.
        case day(Int)

        /// A text, or nothing where it is empty.
        public static func word(_ text: String?) -> Cell {
            guard let text, !text.isEmpty else { return .empty }
            return .text(text)
        }
    }

    /// A sheet: a header row that stays in sight, and rows below it.
    public struct Sheet: Hashable, Sendable {
        /// The name: at most 31 characters, none of `[ ] : * ? / \`.
        public var name: String
        /// The headers, with the width of each column in characters.
        public var columns: [Column]
        /// The rows.
        public var rows: [[Cell]]
        /// The chart, right of the columns.
        public var chart: Chart?

        /// Describes a sheet.
        public init(_ name: String, columns: [Column], rows: [[Cell]], chart: Chart? = nil) {
            self.name = name
            self.columns = columns
            self.rows = rows
            self.chart = chart
        }
    }

    /// A column.
    public struct Column: Hashable, Sendable {
        /// The header.
        public var header: String
        /// The width in characters of Latin letters.
        public var width: Int

        /// Describes a column.
        public init(_ header: String, width: Int) {
            self.header = header
            self.width = width
        }
    }

    /// A line with markers over the rows of its sheet: a chart of the spreadsheet program, which follows its cells.
    public struct Chart: Hashable, Sendable {
        /// The title.
        public var title: String
        /// The column along the axis.
        public var categories: Int
        /// The column of the values.
        public var values: Int
        /// The title of the axis of values.
        public var unit: String

        /// Describes a chart.
        public init(title: String, categories: Int, values: Int, unit: String) {
            self.title = title
            self.categories = categories
            self.values = values
            self.unit = unit
        }
    }
}
