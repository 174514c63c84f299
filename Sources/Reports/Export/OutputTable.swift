import Foundation
import Spreadsheets
import StatisticalData

/// A table a command prints: numbers with all digits as CSV and JSON, aligned and rounded for reading.
public struct OutputTable: Sendable {
    /// The names of the columns.
    public let header: [String]
    /// The rows.
    public let rows: [[Cell]]

    /// A cell.
    public enum Cell: Hashable, Sendable {
        /// A word.
        case word(String)
        /// A number; `nil` is missing, written `NA` as in COINr's tables.
        case number(Double?)
    }

    /// How the table is written.
    public enum Format: String, CaseIterable, Sendable {
        /// Comma-separated text.
        case csv
        /// A list of objects.
        case json
        /// Aligned columns.
        case table
    }

    /// Makes a table.
    public init(header: [String], rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }

    /// The table as text.
    public func text(_ format: Format) throws -> String {
        switch format {
        case .csv:
            var writer = CSVWriter()
            writer.row(header)
            for row in rows { writer.row(row.map(Self.digits)) }
            return writer.text
        case .json:
            let objects = rows.map { row in
                Dictionary(zip(header, row.map { JSONCell(cell: $0) }), uniquingKeysWith: { first, _ in first })
            }
            return String(decoding: try JSONEncoder.readable.encode(objects), as: UTF8.self) + "\n"
        case .table:
            return TextTable.aligned([header] + rows.map { $0.map(Self.rounded) })
        }
    }

    private static func digits(_ cell: Cell) -> String {
        switch cell {
        case .word(let word): word
        case .number(let number): number.map { Decimals.text($0) } ?? "NA"
        }
    }

    private static func rounded(_ cell: Cell) -> String {
        guard case .number(.some(let number)) = cell, number.rounded() != number, abs(number) < 1e9 else {
            return digits(cell)
        }
        return Decimals.text((number * 1e4).rounded() / 1e4)
    }

    /// A cell in JSON: a word, a number, or null.
    private struct JSONCell: Encodable {
        let cell: Cell

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch cell {
            case .word(let word): try container.encode(word)
            case .number(let number): try container.encode(number)
            }
        }
    }
}
