/// A row of any table: of a text file or of a workbook.
public struct TableRow: Hashable, Sendable {
    /// The line of the file it begins on, or the row of the sheet; counted from 1.
    public var line: Int
    /// The cells.
    public var cells: [TableCell]

    /// Makes a row.
    public init(line: Int, cells: [TableCell]) {
        self.line = line
        self.cells = cells
    }

    /// Whether no cell holds anything but blanks.
    public var isBlank: Bool {
        cells.allSatisfy { CellText.trimmed($0.text).isEmpty }
    }
}

/// A cell: its text, and what a workbook says of it.
public struct TableCell: Hashable, Sendable {
    /// The text; a number in the shortest form that gives the same double.
    public var text: String
    /// What kind of cell it is.
    public var kind: Kind

    /// What a workbook says of a cell.
    public enum Kind: Hashable, Sendable {
        /// Text, as every cell of a text file is.
        case text
        /// A number.
        case number
        /// A number shown in per cent: 0.81 is shown as 81 %.
        case percentage
        /// A date, a date with time, or a time of day, written as ISO 8601 writes it.
        case date
        /// A day number that stands for no day.
        case invalidDate
        /// `TRUE` or `FALSE`.
        case boolean
        /// An error such as `#DIV/0!`.
        case error
        /// A formula of which the workbook keeps no value.
        case formulaWithoutValue
    }

    /// Makes a cell.
    public init(_ text: String, kind: Kind = .text) {
        self.text = text
        self.kind = kind
    }
}
