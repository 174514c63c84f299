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
        /// A list of objects, their keys in the order of the columns.
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
            return try json()
        case .table:
            return TextTable.aligned([header] + rows.map { $0.map(Self.rounded) })
        }
    }

    /// A number rounded to four decimals, for reading.
    public static func rounded(_ number: Double) -> String {
        rounded(.number(number))
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

    /// The rows as objects: an encoder would sort the keys or leave their order to chance.
    private func json() throws -> String {
        let names = try header.map { try Self.quoted($0) }
        let objects = try rows.map { row in
            let members = try zip(names, row).map { name, cell in try "    \(name) : \(Self.json(cell))" }
            return members.isEmpty ? "  {\n\n  }" : "  {\n" + members.joined(separator: ",\n") + "\n  }"
        }
        return objects.isEmpty ? "[\n\n]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    /// A cell in JSON: a word, a number, or null.
    private static func json(_ cell: Cell) throws -> String {
        switch cell {
        case .word(let word): return try quoted(word)
        case .number(nil): return "null"
        case .number(let number?):
            guard number.isFinite else {
                throw EncodingError.invalidValue(
                    number, EncodingError.Context(codingPath: [], debugDescription: "not a finite number"))
            }
            return Decimals.text(number)
        }
    }

    private static func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder.readable.encode(text), as: UTF8.self)
    }
}
