import LinearAlgebra
import TestSupport

@testable import TradeAnalysis

/// The reference tables of trade, and random ones.
enum TradeSamples {
    static let folder = ReferencePart("trade")

    static func matrix(_ file: String) throws -> TradeMatrix {
        let (header, rows) = try table(file)
        let values = rows.flatMap { $0.dropFirst().map { Double($0) ?? 0 } }
        return try TradeMatrix(
            areas: rows.map { $0[0] }, products: Array(header.dropFirst()),
            values: Matrix(rows: rows.count, columns: header.count - 1, elements: values))
    }

    static func table(_ file: String) throws -> (header: [String], rows: [[String]]) {
        let lines = String(decoding: try folder.bytes(file), as: UTF8.self).split(whereSeparator: \.isNewline)
        let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return (fields[0], Array(fields.dropFirst()))
    }

    static func column(_ file: String, _ name: String) throws -> [Double] {
        try folder.rows(file).map { Double($0[name] ?? "") ?? .nan }
    }

    /// A nested table with noise and empty cells.
    static func random(areas: Int, products: Int, seed: UInt64) throws -> TradeMatrix {
        var generator = SeededGenerator(seed: seed)
        let values = Matrix(rows: areas, columns: products) { area, product in
            let can = Double(area + 1) / Double(areas) * 1.2 > Double(product) / Double(products)
            return generator.uniform() < 0.2 ? 0 : (can ? 10 : 1) * (0.1 + generator.uniform())
        }
        return try TradeMatrix(
            areas: (1...areas).map { "A\($0)" }, products: (1...products).map { "P\($0)" }, values: values)
    }
}

/// Whether two numbers agree to a relative difference.
func isClose(_ first: Double, _ second: Double, _ tolerance: Double = 1e-10) -> Bool {
    abs(first - second) <= tolerance * max(1e-3, abs(first), abs(second))
}
