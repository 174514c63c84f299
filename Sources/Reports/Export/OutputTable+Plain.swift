extension OutputTable {
    /// A row of a table of another program.
    public struct Row: Sendable {
        /// Its line.
        public let line: Int
        /// Its cells.
        public let cells: [String]

        /// Makes a row.
        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// Rows as they stand, each after its line, aligned; long cells are cut and control characters written out, since
    /// a file must not be able to steer the terminal.
    public static func plain(_ rows: [Row]) -> String {
        TextTable.aligned(
            rows.map { row in [String(row.line)] + row.cells.map { String(FaultText.printable($0).prefix(24)) } })
    }
}
