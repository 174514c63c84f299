public import EfficiencyAnalysis
internal import Spreadsheets
public import StatisticalData

/// A table of what units use and produce: a row a unit (and period), a column a variable.
public struct ProductionTable: Hashable, Sendable {
    /// The columns that may hold the names of units.
    public static let unit = "unit"
    /// The columns that hold periods unless another is named.
    public static let periods = ["year", "period", "time"]

    /// What is asked of a table.
    public struct Request: Hashable, Sendable {
        /// The columns of inputs, good outputs and bad outputs.
        public var inputs, outputs, bads: [String]
        /// The column of periods; `nil` to find it.
        public var period: String?

        /// Asks for columns.
        public init(inputs: [String], outputs: [String], bads: [String] = [], period: String? = nil) {
            self.inputs = inputs
            self.outputs = outputs
            self.bads = bads
            self.period = period
        }
    }

    /// The data of each period, in ascending order of years or the order of the file; one without a name where there is
    /// no column of periods.
    public let parts: [Part]
    /// The period and unit of each row of the file.
    public let rows: [Row]
    /// Columns that are not used.
    public let ignored: [String]

    /// The data of a period.
    public struct Part: Hashable, Sendable {
        /// The period; empty where there is no column of periods.
        public let period: String
        /// The data.
        public let data: ProductionData
    }

    /// A row of the file: its period and unit.
    public struct Row: Hashable, Sendable {
        /// The number of the period among the parts.
        public let part: Int
        /// The number of the unit in it.
        public let unit: Int
    }

    /// Reads a table. Rows are numbered where no column is named `unit`.
    ///
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String, _ request: Request) throws(Faults) {
        var faults = FaultCollector()
        var found: ProductionTable?
        if let sheet = Sheet.read(bytes, file: file, faults: &faults) {
            found = ProductionRows(sheet, request, faults: &faults)?.table(request, faults: &faults)
        }
        try faults.throwIfFaulty(in: file)
        guard let found else { throw Faults([.productionEmpty(file: file)]) }
        self = found
    }

    init(parts: [Part], rows: [Row], ignored: [String]) {
        self.parts = parts
        self.rows = rows
        self.ignored = ignored
    }
}

extension Fault {
    static func productionEmpty(file: String) -> Fault { Fault("efficiency-empty", at: Place(file: file)) }

    static func productionRoles(_ column: String, file: String) -> Fault {
        Fault("efficiency-two-roles", at: Place(file: file, line: 1), ["found": column.clipped])
    }

    static func productionMissing(_ unit: String, at place: Place) -> Fault {
        Fault("efficiency-missing", at: place, ["unit": unit.clipped])
    }
}
