import Foundation

/// Weights from judgments of pairs (Saaty 1980): a_ij says how many times as important i is as j.
public struct AnalyticHierarchy: Hashable, Sendable {
    /// Three judgments that contradict each other: a_ij a_jk should be a_ik.
    public struct Triple: Hashable, Sendable {
        /// The positions i, j, k.
        public let positions: [Int]
        /// a_ij a_jk / a_ik, or its inverse if that is larger: 1 if consistent.
        public let factor: Double
    }

    /// The judgments.
    public let matrix: [[Double]]
    /// The principal eigenvector, summing to 1.
    public let weights: [Double]
    /// The means of the rows by the geometric mean, summing to 1.
    public let geometricWeights: [Double]
    /// The largest eigenvalue.
    public let largestEigenvalue: Double

    /// Works out the weights.
    ///
    /// - Parameter judgments: row by row, a_ij > 0 and a_ji = 1/a_ij within 1e-6.
    /// - Throws: `AnalyticHierarchyError`.
    public init(_ judgments: [[Double]]) throws(AnalyticHierarchyError) {
        try Self.check(judgments)
        matrix = judgments
        let means = judgments.map { row in exp(row.reduce(0) { $0 + log($1) } / Double(row.count)) }
        geometricWeights = means.map { $0 / means.reduce(0, +) }
        (weights, largestEigenvalue) = try Self.principal(judgments, start: geometricWeights)
    }

    /// The weights of a group: judgments combined by the geometric mean first (Aczel and Saaty 1983).
    ///
    /// - Parameter group: the judgments of each member, of one size.
    /// - Throws: `AnalyticHierarchyError`.
    public init(group: [[[Double]]]) throws(AnalyticHierarchyError) {
        guard let first = group.first else { throw .empty }
        for member in group {
            try Self.check(member)
            if member.count != first.count { throw .notSquare(row: 0) }
        }
        let combined = first.indices.map { row in
            first.indices.map { column in
                exp(group.reduce(0) { $0 + log($1[row][column]) } / Double(group.count))
            }
        }
        try self.init(combined)
    }

    /// CI = (largest eigenvalue - n)/(n - 1); 0 for one element.
    public var consistencyIndex: Double {
        let count = Double(matrix.count)
        return matrix.count < 2 ? 0 : (largestEigenvalue - count) / (count - 1)
    }

    /// The consistency index of random judgments, RI, of Saaty 1980; later tables differ slightly. `nil` beyond 10.
    public var randomIndex: Double? {
        let table = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
        return matrix.count <= table.count ? table[matrix.count - 1] : nil
    }

    /// CR = CI/RI; 0 for one or two elements, `nil` beyond 10.
    public var consistencyRatio: Double? {
        matrix.count <= 2 ? 0 : randomIndex.map { consistencyIndex / $0 }
    }

    /// Whether CR < 0.10; `nil` beyond 10 elements.
    public var isConsistent: Bool? {
        consistencyRatio.map { $0 < 0.1 }
    }

    /// The triples that contradict each other most, worst first.
    public func mostInconsistent(_ count: Int = 3) -> [Triple] {
        var triples: [Triple] = []
        for i in matrix.indices {
            for j in matrix.indices where j > i {
                for k in matrix.indices where k > j {
                    let factor = matrix[i][j] * matrix[j][k] / matrix[i][k]
                    triples.append(Triple(positions: [i, j, k], factor: max(factor, 1 / factor)))
                }
            }
        }
        return Array(triples.sorted { $0.factor > $1.factor }.prefix(count))
    }

    private static func check(_ matrix: [[Double]]) throws(AnalyticHierarchyError) {
        if matrix.isEmpty { throw .empty }
        if let row = matrix.firstIndex(where: { $0.count != matrix.count }) { throw .notSquare(row: row) }
        for row in matrix.indices {
            for column in matrix.indices {
                let value = matrix[row][column]
                guard value > 0, value.isFinite else { throw .notPositive(row: row, column: column) }
                if column <= row, abs(value * matrix[column][row] - 1) > 1e-6 {
                    throw .notReciprocal(row: row, column: column)
                }
            }
        }
    }

    /// Power iteration, which converges for positive matrices (Perron).
    private static func principal(
        _ matrix: [[Double]], start: [Double]
    ) throws(AnalyticHierarchyError) -> ([Double], Double) {
        var weights = start
        for _ in 0..<10_000 {
            let image = matrix.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
            let sum = image.reduce(0, +)
            let next = image.map { $0 / sum }
            let change = zip(next, weights).reduce(0) { max($0, abs($1.0 - $1.1)) }
            weights = next
            if change < 1e-15 { return (weights, eigenvalue(matrix, weights)) }
        }
        throw .noConvergence
    }

    private static func eigenvalue(_ matrix: [[Double]], _ weights: [Double]) -> Double {
        matrix.reduce(0) { sum, row in sum + zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}

/// What is wrong with judgments of pairs.
public enum AnalyticHierarchyError: Error, Hashable, Sendable {
    /// No judgments.
    case empty
    /// A row that is longer or shorter than there are rows, or members of a group with different numbers of elements.
    case notSquare(row: Int)
    /// A judgment that is not a positive number.
    case notPositive(row: Int, column: Int)
    /// A judgment that is not the inverse of the one opposite.
    case notReciprocal(row: Int, column: Int)
    /// The eigenvector was not found.
    case noConvergence
}
