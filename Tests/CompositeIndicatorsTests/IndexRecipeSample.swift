import Testing

@testable import CompositeIndicators

/// A table worked by hand, and the recipe on it.
enum IndexRecipeSample {
    // x (more is better): 0, 5, 10, 2           scores 0, 50, 100, 20
    // y (less is better): 10, 20, 40, 50        scores (50 - y)/40: 100, 75, 25, 0
    // z (more is better): 1, 1, 3, 2            scores 0, 0, 100, 50
    // P = (x + 3 y)/4: 300/4, 275/4, 175/4, 20/4; Q = z; I = (2 P + Q)/3
    static let units = ["a", "b", "c", "d"]
    static let data = matrix(
        units, [("x", [0, 5, 10, 2]), ("y", [10, 20, 40, 50]), ("z", [1, 1, 3, 2])])
    static let metadata = [
        indicator("x", "P"), indicator("y", "P", direction: -1, weight: 3), indicator("z", "Q"),
        aggregate("P", "I", level: 2, weight: 2), aggregate("Q", "I", level: 2), aggregate("I", nil, level: 3),
    ]

    static let none = IndicatorMatrix(units: units, codes: [])

    static func run(_ recipe: IndexRecipe) throws -> IndexRecipe.Outcome {
        try recipe.run(data, denominators: none, metadata: metadata)
    }

    static func matrix(_ units: [String], _ columns: [(String, [Double?])]) -> IndicatorMatrix {
        IndicatorMatrix(units: units, codes: columns.map(\.0), columns: columns.map(\.1))
    }

    static func indicator(
        _ code: String, _ parent: String, direction: Int = 1, weight: Double = 1, denominator: String? = nil
    ) -> IndicatorMetadata {
        IndicatorMetadata(
            code: code, level: 1, parent: parent, direction: direction, weight: weight, kind: .indicator,
            denominator: denominator)
    }

    static func aggregate(
        _ code: String, _ parent: String?, level: Int, weight: Double = 1
    ) -> IndicatorMetadata {
        IndicatorMetadata(code: code, level: level, parent: parent, weight: weight, kind: .aggregate)
    }

    static func column(_ outcome: IndexRecipe.Outcome, _ code: String) -> [Double?] {
        outcome.aggregates.position(of: code).map { outcome.aggregates.column($0) } ?? []
    }

    static func expectClose(_ found: [Double?], _ expected: [Double?], _ place: SourceLocation = #_sourceLocation) {
        let isClose =
            found.count == expected.count
            && zip(found, expected).allSatisfy { pair in
                guard let left = pair.0, let right = pair.1 else { return pair.0 == nil && pair.1 == nil }
                return abs(left - right) <= 1e-9 * max(1, abs(right))
            }
        #expect(isClose, "found \(found), expected \(expected)", sourceLocation: place)
    }

    /// Scores from 0 to 100, plainly.
    static func minmax(_ values: [Double?], _ direction: Double) -> [Double?] {
        let turned = values.map { $0.map { $0 * direction } }
        let present = turned.compactMap { $0 }
        guard let low = present.min(), let high = present.max() else { return values }
        return turned.map { $0.map { 100 * ($0 - low) / (high - low) } }
    }
}
