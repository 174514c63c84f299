/// A table of a page.
struct Table: Sendable {
    let caption: String
    let headers: [Header]
    let rows: [Row]

    /// A column's heading.
    struct Header: Sendable {
        let text: String
        let isNumber: Bool

        init(_ text: String, isNumber: Bool = false) {
            self.text = text
            self.isNumber = isNumber
        }
    }

    /// A row; the first cell is its heading.
    struct Row: Sendable {
        let id: String?
        let isHighlighted: Bool
        let cells: [Cell]

        init(_ cells: [Cell], id: String? = nil, isHighlighted: Bool = false) {
            self.cells = cells.enumerated().map { position, cell in
                var cell = cell
                cell.isHeading = position == 0
                return cell
            }
            self.id = id
            self.isHighlighted = isHighlighted
        }
    }

    /// A cell.
    struct Cell: Sendable {
        var runs: [Run] = []
        var isNumber = false
        var isHeading = false
        /// A drawing in the place of text.
        var drawing: String?
        /// A class for the style sheet.
        var style: String?

        static func text(_ text: String) -> Cell {
            Cell(runs: [Run(text)])
        }

        /// A date, which is not broken over lines.
        static func date(_ text: String) -> Cell {
            Cell(runs: [Run(text)], style: "date")
        }

        static func runs(_ runs: [Run]) -> Cell {
            Cell(runs: runs)
        }

        static func number(_ runs: [Run]) -> Cell {
            Cell(runs: runs, isNumber: true)
        }

        static func drawing(_ svg: String) -> Cell {
            Cell(drawing: svg)
        }
    }
}
