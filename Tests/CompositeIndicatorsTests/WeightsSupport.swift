import CompositeIndicators
import TestSupport

/// Numbers from 0 to 1, and matrices of them.
struct WeightsRandom {
    private var generator: SeededGenerator

    init(_ seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> Double { generator.uniform() }

    /// Scores from 1 to 100, a share of them missing.
    mutating func matrix(units: Int, codes: [String], missing: Double = 0) -> IndicatorMatrix {
        let columns: [[Double?]] = codes.map { _ in
            (0..<units).map { _ in next() < missing ? nil : 1 + 99 * next() }
        }
        return IndicatorMatrix(units: (0..<units).map { "u\($0)" }, codes: codes, columns: columns)
    }
}

/// Indicators a to f, pillars p and q, index i.
enum SmallTree {
    static let codes = ["a", "b", "c", "d", "e", "f"]
    static let weights: [String: Double] = ["a": 1, "b": 2, "c": 1, "d": 0.5, "e": 3, "f": 1, "p": 2, "q": 1]

    static let metadata: [IndicatorMetadata] =
        codes.enumerated().map { position, code in
            IndicatorMetadata(code: code, level: 1, parent: position < 3 ? "p" : "q", kind: .indicator)
        } + [
            IndicatorMetadata(code: "p", level: 2, parent: "i", kind: .aggregate),
            IndicatorMetadata(code: "q", level: 2, parent: "i", kind: .aggregate),
            IndicatorMetadata(code: "i", level: 3, parent: nil, kind: .aggregate),
        ]
}

/// One aggregate i over columns.
func flat(_ codes: [String]) -> [IndicatorMetadata] {
    codes.map { IndicatorMetadata(code: $0, level: 1, parent: "i", kind: .indicator) }
        + [IndicatorMetadata(code: "i", level: 2, parent: nil, kind: .aggregate)]
}

/// Whether two numbers agree within a tolerance, relative to the larger of 1 and the second.
func agrees(_ first: Double?, _ second: Double?, _ tolerance: Double = 1e-12) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return abs(first - second) <= tolerance * max(1, abs(second))
}

/// The value of a unit in a column by code.
func value(_ matrix: IndicatorMatrix, _ unit: Int, _ code: String) -> Double? {
    matrix.position(of: code).flatMap { matrix[unit, $0] }
}
