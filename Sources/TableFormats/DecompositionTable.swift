public import DecompositionAnalysis
internal import Spreadsheets
public import StatisticalData

/// Figures of several moments for a decomposition, long or wide.
///
/// Long: a row a moment and cell, with a column of moments (`year`, `time`, `period` or `t` unless another is named).
/// Wide: a row a cell, with columns such as `energy_2016` and `energy_2019`. Columns of labels make the cells: those
/// that are named, else every other column that holds words or whole numbers alone.
public struct DecompositionTable: Hashable, Sendable {
    /// The figures.
    public let data: DetailedData
    /// Columns that are neither figures asked for nor labels.
    public let ignored: [String]

    /// Cells times moments that a table may have.
    public static let largest = 10_000_000
    /// The columns of moments that need not be named.
    static let momentColumns = ["year", "time", "period", "t"]

    /// What is asked of a table.
    public struct Request: Hashable, Sendable {
        /// Columns of figures that must be there.
        public var required: [String]
        /// Columns of figures that may be there.
        public var optional: [String]
        /// Columns of labels that must be there.
        public var dimensions: [String]
        /// The column of moments.
        public var over: String?
        /// All columns of labels; `nil` to find them.
        public var cells: [String]?

        /// Asks for figures.
        public init(
            required: [String], optional: [String] = [], dimensions: [String] = [], over: String? = nil,
            cells: [String]? = nil
        ) {
            self.required = required
            self.optional = optional
            self.dimensions = dimensions
            self.over = over
            self.cells = cells
        }
    }

    /// Reads a table.
    ///
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String, _ request: Request) throws(Faults) {
        var faults = FaultCollector()
        let table = Sheet.read(bytes, file: file, faults: &faults).flatMap { sheet -> DecompositionTable? in
            guard let layout = MomentLayout(sheet, request, faults: &faults) else { return nil }
            var rows = DecompositionRows(sheet, layout)
            guard rows.read(faults: &faults) else { return nil }
            return DecompositionTable(data: rows.data, ignored: layout.ignored)
        }
        try faults.throwIfFaulty(in: file)
        guard let table else { throw Faults([.momentTableEmpty(file: file)]) }
        self = table
    }

    private init(data: DetailedData, ignored: [String]) {
        self.data = data
        self.ignored = ignored
    }
}

extension Fault {
    static func momentTableEmpty(file: String) -> Fault {
        Fault("moments-empty", at: Place(file: file))
    }

    static func noMoments(known: [String], file: String) -> Fault {
        Fault("moments-no-column", at: Place(file: file, line: 1), ["expected": known.joined(separator: ", ")])
    }

    static func momentTableTooLarge(limit: Int, file: String) -> Fault {
        Fault("moments-too-large", at: Place(file: file), ["limit": String(limit)])
    }

    static func duplicateCell(_ moment: String, _ cell: [String], line: Int, at place: Place) -> Fault {
        Fault(
            "moments-duplicate", at: place,
            [
                "moment": moment.clipped, "cell": cell.isEmpty ? "-" : cell.joined(separator: " · ").clipped,
                "line": String(line),
            ])
    }

    static func cellsAreFigures(_ column: String, at place: Place) -> Fault {
        Fault("moments-label-is-figure", at: place, ["found": column.clipped])
    }
}
