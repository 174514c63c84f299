public import LinearAlgebra

/// How an industry is tied to those it buys from and those it sells to.
///
/// Backward linkage: column sum of L. Forward linkage: row sum of the Ghosh inverse G = (I - B)^-1 (older work takes the row
/// sums of L). Divided by the mean over industries, above 1 in both marks a key sector.
///
/// Sources: Miller & Blair (2009), section 12.2; P. N. Rasmussen, Studies in Inter-sectoral Relations (1956).
public struct Linkages: Sendable {
    /// Column sums of L.
    public let backward: [Double]
    /// Row sums of G.
    public let forward: [Double]

    /// Computes the linkages of a model.
    ///
    /// - Throws: `InputOutputFaults` for industries that sell to others while their output is 0.
    public init(_ model: LeontiefModel) throws(InputOutputFaults) {
        backward = model.outputMultipliers
        forward = try SupplySide(of: model.table).rowSums()
    }

    /// The backward linkages divided by their mean.
    public var normalisedBackward: [Double] { Self.normalised(backward) }

    /// The forward linkages divided by their mean.
    public var normalisedForward: [Double] { Self.normalised(forward) }

    private static func normalised(_ values: [Double]) -> [Double] {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.map { $0 / mean }
    }
}

/// The supply side: I - B factorised.
private struct SupplySide {
    let factors: LUFactorisation
    let table: InputOutputTable

    init(of table: InputOutputTable) throws(InputOutputFaults) {
        self.table = table
        let difference = LeontiefModel.identityMinus(try table.allocationCoefficients())
        factors = try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in try LUFactorisation(difference) }
    }

    func rowSums() throws(InputOutputFaults) -> [Double] {
        let ones = Matrix(rows: table.industries.count, columns: 1, filledWith: 1)
        return try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
            try factors.solution(of: ones)
        }.elements
    }

    func inverse() throws(InputOutputFaults) -> Matrix {
        let count = table.industries.count
        let identity = Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }
        return try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
            try factors.rowSolution(of: identity)
        }
    }
}

extension InputOutputTable {
    /// G = (I - B)^-1 (n x n), the Ghosh inverse.
    ///
    /// - Throws: `InputOutputFaults` for industries that sell to others while their output is 0, and for a singular I - B.
    /// - Source: Miller & Blair (2009), section 12.1.
    public func ghoshInverse() throws(InputOutputFaults) -> Matrix {
        try SupplySide(of: self).inverse()
    }
}
