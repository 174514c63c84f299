/// What can be wrong with the figures of a decomposition.
public enum DecompositionFault: Error, Hashable, Sendable {
    /// The numbers of cells, factors and values do not fit.
    case shape
    /// There is no cell, or no factor.
    case noCells
    /// A product is beyond the range of numbers; the cell is empty where it is the total.
    case outOfRange(cell: String)
    /// A factor changes sign in a cell, where no logarithm is defined.
    case signChange(cell: String)
    /// The totals are zero or of different sign, so there is no ratio.
    case noRatio(start: Double, end: Double)
    /// No cell has a value at both moments, or those of both signs cancel: LMDI-II has no weights.
    case noCommonCells
    /// Too many factors for Shapley.
    case tooManyFactors(Int, limit: Int)
    /// The effects do not make up the change: the numbers are too far apart.
    case notExact(residual: Double)
    /// A figure is missing, or its row.
    case missingValue(column: String, moment: String, cell: String, line: Int?)
    /// A moment that the data do not have.
    case unknownMoment(String, known: [String])
    /// A year between the first and the last is missing.
    case missingMoment(String)
    /// A dimension of the identity is no column of labels.
    case unknownDimension(String, known: [String])
    /// A factor that the identity does not have.
    case unknownFactor(String, known: [String])
    /// The factors, as written, cancel to something else than the total.
    case leftover(String, target: String)
    /// The product of the factors is not the total that the data give; the cell is empty where the sum is meant.
    case notProduct(target: String, moment: String, cell: String, found: Double, expected: Double, line: Int?)
    /// A factor outside a sum varies over the dimensions of the sum.
    case notConstant(factor: String, moment: String, cell: String, line: Int?)
    /// Shares do not sum to 1.
    case shareSum(factor: String, moment: String, cell: String, sum: Double)
    /// A pressure or driver that must be above zero is not.
    case notPositive(column: String, moment: String, cell: String)
    /// A ratio with a denominator of zero and a numerator that is not.
    case zeroDenominator(factor: String, moment: String, cell: String, line: Int?)
}

/// All faults of one decomposition.
public struct DecompositionFaults: Error, Hashable, Sendable {
    /// The faults, in the order of moments and cells.
    public let list: [DecompositionFault]

    /// Bundles faults.
    public init(list: [DecompositionFault]) {
        self.list = list
    }
}

extension [DecompositionFault] {
    func throwIfAny() throws(DecompositionFaults) {
        if !isEmpty { throw DecompositionFaults(list: self) }
    }
}
