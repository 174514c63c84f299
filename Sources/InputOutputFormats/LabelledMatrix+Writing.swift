internal import LinearAlgebra
internal import Spreadsheets
internal import StatisticalData

extension LabelledMatrix {
    /// Writes the matrix as comma-separated text in the layout of pymrio.
    ///
    /// Columns of two levels take a line a level: its name, blanks over the other columns of row labels, the labels. A
    /// further line names the levels of the rows. Columns of one level share a line with those names. Numbers are the
    /// shortest text that reads back as the same double.
    ///
    /// - Parameter write: takes the text piece by piece, so that a large matrix never stands in memory as text.
    public func write(to write: (String) throws -> Void) rethrows {
        var writer = CSVWriter()
        for header in headers { writer.row(header) }
        var piece = writer.text
        writer = CSVWriter()
        for (row, label) in rows.labels.enumerated() {
            writer.row(label)
            // Numbers need no quotes.
            var text = writer.text
            if text.hasSuffix("\n") { text.removeLast() }
            for value in values.row(row) {
                text += ","
                text += Decimals.text(value)
            }
            piece += text
            piece += "\n"
            writer = CSVWriter()
            if piece.utf8.count > Self.pieceBytes {
                try write(piece)
                piece = ""
            }
        }
        try write(piece)
    }

    /// The whole text.
    public var csv: String {
        var text = ""
        write { text += $0 }
        return text
    }

    private static let pieceBytes = 1 << 20

    var headers: [[String]] {
        guard columns.levels.count > 1 else { return [rows.levels + columns.labels.map { $0.joined(separator: " ") }] }
        let blanks = Array(repeating: "", count: max(0, rows.levels.count - 1))
        let levels = columns.levels.indices.map { level in
            [columns.levels[level]] + blanks + columns.labels.map { $0[level] }
        }
        return levels + [rows.levels + columns.labels.map { _ in "" }]
    }
}
