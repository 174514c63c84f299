public import Foundation
import Spreadsheets

/// A table, declaration or model of the workspace whose rows or lines are shown so that a figure can be followed to where it is written.
public struct CitedFile: Sendable {
    /// The path in the workspace.
    public let path: String
    /// The bytes, to download.
    public let data: Data
    let header: [String]
    let rows: [Row]
    /// Rows of the file, shown or not.
    let rowCount: Int

    /// A row with its line.
    struct Row: Sendable {
        let line: Int
        let fields: [String]
    }

    /// Rows shown of files longer than this are only those that are cited.
    private static let fullyShown = 2000

    /// Whether the file is a table; other text is shown line by line.
    var isTable: Bool { Self.isTable(path) }

    /// Declarations and models are text; what else is cited is a table.
    private static func isTable(_ path: String) -> Bool {
        ![".yaml", ".xmile", ".stmx", ".itmx", ".xml", ".mdl"].contains { path.lowercased().hasSuffix($0) }
    }

    /// Reads a table, or the lines of a declaration or model.
    ///
    /// - Parameter cited: the lines figures lead back to; only these are shown of a long file.
    /// - Throws: `Faults` for a file that is no table, which ingestion excludes.
    public init(path: String, data: Data, cited: Set<Int>) throws {
        self.path = path
        self.data = data
        guard Self.isTable(path) else {
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            header = [path]
            rows = lines.enumerated().map { Row(line: $0 + 1, fields: [String($1)]) }
            rowCount = rows.count
            return
        }
        var rows: [Row] = []
        var count = 0
        header = try data.withUnsafeBytes { bytes in
            var reader = try CSVReader(bytes, file: path)
            var row = CSVRow()
            while try reader.next(&row) {
                count += 1
                guard count <= Self.fullyShown || cited.contains(row.line) else { continue }
                rows.append(Row(line: row.line, fields: (0..<row.count).map { reader.string(row, $0) }))
            }
            return reader.header
        }
        self.rows = count <= Self.fullyShown ? rows : rows.filter { cited.contains($0.line) }
        rowCount = count
    }
}
