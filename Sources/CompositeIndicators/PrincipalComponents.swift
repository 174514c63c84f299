import LinearAlgebra

/// The principal components of columns, centred and scaled: the eigenvectors of their correlation matrix.
///
/// Units with a missing value are dropped. The sign of a component is undefined: here its loadings sum to 0 or more.
public struct PrincipalComponents: Hashable, Sendable {
    /// The codes of the columns, in the order asked for.
    public let codes: [String]
    /// The variances of the components, largest first, summing to the number of columns.
    public let eigenvalues: [Double]
    /// The components, each of length 1, in the order of the eigenvalues.
    public let vectors: [[Double]]
    /// The units without a missing value, the only ones used.
    public let units: [String]

    /// Works out the components.
    ///
    /// - Parameters:
    ///   - scores: the columns among others.
    ///   - codes: the columns.
    /// - Throws: `WeightingError` for a code without column, a constant column, or not more complete units than columns.
    public init(_ scores: IndicatorMatrix, codes: [String]) throws(WeightingError) {
        if codes.isEmpty { throw .noElements }
        var positions: [Int] = []
        for code in codes {
            guard let position = scores.position(of: code) else { throw .unknown(element: code) }
            positions.append(position)
        }
        let kept = scores.units.indices.filter { unit in positions.allSatisfy { scores[unit, $0] != nil } }
        guard kept.count > codes.count else { throw .tooFewUnits(found: kept.count, needed: codes.count + 1) }
        let columns = positions.map { column in kept.compactMap { scores[$0, column] } }
        let eigen = try Self.decomposition(columns, codes: codes)
        self.codes = codes
        units = kept.map { scores.units[$0] }
        eigenvalues = eigen.values
        vectors = eigen.vectors.map { vector in vector.reduce(0, +) < 0 ? vector.map { -$0 } : vector }
    }

    /// The share of each component in the variance.
    public var varianceShares: [Double] {
        eigenvalues.map { $0 / Double(codes.count) }
    }

    /// A component by itself.
    public struct Component: Hashable, Sendable {
        /// Its variance.
        public let eigenvalue: Double
        /// Its share in the variance of all.
        public let share: Double
        /// The share of it and all before it.
        public let cumulative: Double
        /// The correlations of the columns with it: vector times the root of the eigenvalue.
        public let loadings: [Double]
    }

    /// The components, that of the largest variance first.
    public var components: [Component] {
        var sum = 0.0
        return zip(zip(eigenvalues, vectors), varianceShares).map { pair, share in
            sum += share
            let length = max(0, pair.0).squareRoot()
            return Component(
                eigenvalue: pair.0, share: share, cumulative: sum, loadings: pair.1.map { $0 * length })
        }
    }

    private static func decomposition(
        _ columns: [[Double]], codes: [String]
    ) throws(WeightingError) -> SymmetricEigen {
        var matrix: [Double] = []
        for (row, first) in columns.enumerated() {
            for (column, second) in columns.enumerated() {
                guard let value = Correlation.pearson(first, second) else {
                    let isFirst = first.allSatisfy { $0 == first.first }
                    throw .constant(element: codes[isFirst ? row : column])
                }
                matrix.append(row == column ? 1 : value)
            }
        }
        do throws(LinearAlgebraError) {
            return try SymmetricEigen(matrix, order: columns.count)
        } catch {
            throw .noConvergence
        }
    }
}
