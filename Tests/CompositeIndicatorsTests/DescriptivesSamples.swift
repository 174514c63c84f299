import CompositeIndicators
import TestSupport

/// Vectors of the reference files `unit/*.csv` (COINr 1.1.14), and random columns.
enum ColumnSamples {
    /// `vector_functions.csv`, column x.
    static let x: [Double?] = [3.2, nil, -1.5, 7.75, 3.2, 0, 120.5, 8.1, 2.2, 9.9, 5.5, 4.25]
    /// `winsorise_ties.csv`, column x.
    static let ties: [Double] = [1, 2, 3, 10, 50, 50, 50, 2, 3, 4, 1, 2, 3, 2, 1, 2, 3, 4, 2, 1]
    static let seeds: [UInt64] = [1, 2, 2016]

    /// Missing as not a number.
    static func column(_ values: [Double?]) -> [Double] {
        values.map { $0 ?? .nan }
    }

    /// One column named `i`, units named by position.
    static func matrix(_ columns: [Double?]...) -> IndicatorMatrix {
        IndicatorMatrix(
            units: (0..<(columns.first?.count ?? 0)).map { "u\($0)" },
            codes: columns.indices.map { "i\($0)" }, columns: columns)
    }

    /// Indicators of one parent.
    static func metadata(_ directions: Int...) -> [IndicatorMetadata] {
        directions.enumerated().map { position, direction in
            IndicatorMetadata(code: "i\(position)", level: 1, parent: "p", direction: direction, kind: .indicator)
        }
    }

    /// Values with a share missing.
    static func random(_ count: Int, missing: Double, _ generator: inout SeededGenerator) -> [Double?] {
        (0..<count).map { _ in
            let value = Double.random(in: -100...100, using: &generator)
            return Double.random(in: 0..<1, using: &generator) < missing ? nil : value
        }
    }
}

/// Whether two columns agree, missing with missing.
func agree(_ found: [Double?], _ expected: [Double?], within tolerance: Double = 1e-12) -> Bool {
    found.count == expected.count
        && zip(found, expected).allSatisfy { pair in
            guard let left = pair.0, let right = pair.1 else { return pair.0 == nil && pair.1 == nil }
            return left == right || abs(left - right) <= tolerance * max(abs(left), abs(right), 1e-3)
        }
}

/// Whether two columns agree, not a number with not a number.
func agree(_ found: [Double], _ expected: [Double?], within tolerance: Double = 1e-12) -> Bool {
    agree(found.map { $0.isNaN ? nil : $0 }, expected, within: tolerance)
}
