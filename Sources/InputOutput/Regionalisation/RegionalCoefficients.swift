public import LinearAlgebra

/// National input coefficients split into what a region makes itself and what it buys from the rest of the nation.
///
/// A_r = min(quotient, 1) A_n with A_n the national coefficients of home products; the rest, (1 - min(quotient, 1)) A_n, is
/// kept: both add up to A_n.
///
/// Limits: quotients see net flows alone, so that goods that go both ways (cross-hauling) are missed and multipliers tend to
/// be too large; the technology of the region is that of the nation. A result is an estimate, never a table.
public struct RegionalCoefficients: Sendable {
    /// The method.
    public let method: LocationQuotientMethod
    /// The quotients, not capped.
    public let quotients: Matrix
    /// A_r: what is bought in the region per unit of output.
    public let home: Matrix
    /// What is bought from the rest of the nation per unit of output.
    public let fromRest: Matrix
    /// The column sums of (I - A_r)^-1.
    public let outputMultipliers: [Double]

    /// Regionalises national coefficients.
    ///
    /// - Throws: `RegionalisationFaults` for coefficients of another size, a delta out of range, a system without solution.
    public init(
        national: Matrix, _ regional: LocationQuotients, _ method: LocationQuotientMethod
    ) throws(RegionalisationFaults) {
        let count = regional.simple.count
        guard national.rows == count, national.columns == count else {
            throw RegionalisationFaults([.wrongSize(rows: national.rows, columns: national.columns, expected: count)])
        }
        let quotients = try regional.matrix(method)
        let home = Matrix(rows: count, columns: count) { min(quotients[$0, $1], 1) * national[$0, $1] }
        guard let factors = try? LUFactorisation(LeontiefModel.identityMinus(home)),
            factors.reciprocalCondition >= LeontiefModel.smallestCondition,
            let multipliers = try? factors.rowSolution(of: Matrix(rows: 1, columns: count, filledWith: 1)),
            multipliers.elements.allSatisfy({ $0 > 0 })
        else { throw RegionalisationFaults([.unsolvable]) }
        self.method = method
        self.quotients = quotients
        self.home = home
        fromRest = Matrix(rows: count, columns: count) { national[$0, $1] - home[$0, $1] }
        outputMultipliers = multipliers.elements
    }

    /// The plain mean of the output multipliers.
    public var meanOutputMultiplier: Double { outputMultipliers.reduce(0, +) / Double(outputMultipliers.count) }
}
