extension Correlation {
    /// The correlation of two elements.
    public struct Pair: Hashable, Sendable {
        /// The code of one.
        public let first: String
        /// The code of the other.
        public let second: String
        /// Their correlation.
        public let coefficient: Coefficient
    }

    /// The correlations of all columns with all, in the order of the columns, row by row.
    ///
    /// - Parameters:
    ///   - matrix: the values; each pair is taken over the units that have both.
    ///   - directions: by code 1 or -1, to multiply values with; without entry 1. Leave out for scores already turned.
    ///   - method: the coefficient.
    public static func table(
        _ matrix: IndicatorMatrix, directions: [String: Int] = [:], method: Method = .pearson
    ) -> [[Coefficient]] {
        let columns = matrix.codes.indices.map { directed(matrix, $0, directions) }
        let none = Coefficient(value: nil, pairs: 0, probability: nil, test: nil)
        var rows = columns.map { _ in columns.map { _ in none } }
        for first in columns.indices {
            for second in 0...first {
                let found = coefficient(columns[first], columns[second], method: method)
                rows[first][second] = found
                rows[second][first] = found
            }
        }
        return rows
    }

    /// The correlation of each indicator with each aggregate above it, in the order of the metadata, nearest first.
    ///
    /// - Parameters:
    ///   - matrix: indicators and aggregates as columns; elements without a column are left out.
    ///   - metadata: the tree.
    ///   - method: the coefficient.
    public static func withAncestors(
        _ matrix: IndicatorMatrix, metadata: [IndicatorMetadata], method: Method = .pearson
    ) -> [Pair] {
        let parents = Dictionary(metadata.map { ($0.code, $0.parent) }) { first, _ in first }
        var pairs: [Pair] = []
        for indicator in metadata where indicator.kind == .indicator {
            guard let column = matrix.position(of: indicator.code) else { continue }
            var seen: Set<String> = [indicator.code]
            var above = indicator.parent
            while let code = above, seen.insert(code).inserted {
                if let other = matrix.position(of: code) {
                    let found = coefficient(matrix.column(column), matrix.column(other), method: method)
                    pairs.append(Pair(first: indicator.code, second: code, coefficient: found))
                }
                above = parents[code] ?? nil
            }
        }
        return pairs
    }

    /// Pairs of elements of one parent that correlate strongly, of either sign: |r| >= threshold.
    ///
    /// - Parameters:
    ///   - matrix: the values.
    ///   - metadata: the tree; pairs are in its order.
    ///   - threshold: 0.9 asks whether two indicators say the same, or opposite, things.
    ///   - adjustsDirection: whether to multiply raw values with the direction; no for scores already turned.
    ///   - method: the coefficient.
    public static func strongPairs(
        _ matrix: IndicatorMatrix, metadata: [IndicatorMetadata], threshold: Double = 0.9,
        adjustsDirection: Bool, method: Method = .pearson
    ) -> [Pair] {
        let directions = adjustsDirection ? directionsByCode(metadata) : [:]
        var pairs: [Pair] = []
        for (position, first) in metadata.enumerated() {
            for second in metadata[(position + 1)...] where second.parent == first.parent && first.parent != nil {
                guard let one = matrix.position(of: first.code), let other = matrix.position(of: second.code) else {
                    continue
                }
                let found = coefficient(
                    directed(matrix, one, directions), directed(matrix, other, directions), method: method)
                guard let value = found.value, abs(value) >= threshold else { continue }
                pairs.append(Pair(first: first.code, second: second.code, coefficient: found))
            }
        }
        return pairs
    }

    static func directionsByCode(_ metadata: [IndicatorMetadata]) -> [String: Int] {
        Dictionary(metadata.filter { $0.kind == .indicator }.map { ($0.code, $0.direction) }) { first, _ in first }
    }

    private static func directed(
        _ matrix: IndicatorMatrix, _ column: Int, _ directions: [String: Int]
    ) -> [Double?] {
        guard directions[matrix.codes[column], default: 1] < 0 else { return matrix.column(column) }
        return matrix.column(column).map { value in value.map { -$0 } }
    }
}
