public import StatisticalData

/// A small CSV file read whole, its columns found by name: registries, frameworks, plans.
///
/// Large observation files are not read this way but row by row with `CSVReader`.
public struct CSVTable: Sendable {
    /// The file's name in faults.
    public let file: String
    /// The rows that could be read.
    public let rows: [Row]
    /// What was wrong with the others.
    public let faults: [Fault]

    /// One row.
    public struct Row: Sendable {
        /// The line it starts on.
        public let line: Int
        let file: String
        let fields: [String: String]

        /// The text in a column; `nil` when empty.
        public subscript(column: String) -> String? {
            fields[column].flatMap { $0.isEmpty ? nil : $0 }
        }

        /// The place of a column in this row.
        public func place(_ column: String) -> Place {
            Place(file: file, line: line, column: column)
        }
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - required: columns that must be there.
    ///   - optional: further columns allowed.
    /// - Throws: `Faults` when the file is unreadable or its header is wrong; faults of rows are kept in `faults`.
    public init(_ bytes: [UInt8], file: String, required: [String], optional: [String] = []) throws(Faults) {
        var rows: [Row] = []
        var collector = FaultCollector()
        let result: Result<Void, Faults> = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                var reader = try CSVReader(raw, file: file)
                let faults = Self.headerFaults(reader.header, required: required, optional: optional, file: file)
                if !faults.isEmpty { throw Faults(faults) }
                var row = CSVRow()
                while true {
                    do throws(Fault) {
                        guard try reader.next(&row) else { break }
                        let texts = (0..<row.count).map { reader.string(row, $0) }
                        let fields = Dictionary(zip(reader.header, texts), uniquingKeysWith: { first, _ in first })
                        rows.append(Row(line: row.line, file: file, fields: fields))
                    } catch {
                        collector.add(error)
                    }
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        self.file = file
        self.rows = rows
        self.faults = collector.all(in: file)
    }

    /// What is wrong with a header: columns missing, columns unknown.
    public static func headerFaults(
        _ header: [String], required: [String], optional: [String], file: String
    ) -> [Fault] {
        let known = required + optional
        let missing = required.filter { !header.contains($0) }
        let unknown = header.filter { !known.contains($0) }
        return missing.map { .csvMissingColumn($0, among: unknown, file: file) }
            + unknown.map { .csvUnknownColumn($0, known: known, file: file) }
    }
}
