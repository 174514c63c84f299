/// What can be wrong with incomes, weights and employment.
public enum DistributionFault: Error, Hashable, Sendable {
    /// There is no row, or no region or industry.
    case empty
    /// Lists that must have one value a row do not.
    case wrongCount(found: Int, expected: Int)
    /// A value that is not finite, or a weight that is negative.
    case badValue(row: Int, Double)
    /// All weights are zero.
    case noWeight
    /// The mean is zero or less.
    case noMean(Double)
    /// Negative incomes where a measure needs logarithms.
    case negativeIncome(row: Int, Double)
    /// A poverty line or parameter that is not positive.
    case parameter(Double)
    /// An industry without employment in the reference before.
    case newIndustry(String)
    /// A negative figure of employment.
    case negative(region: String, industry: String, Double)
}

/// All faults of one analysis.
public struct DistributionFaults: Error, Hashable, Sendable {
    /// The faults.
    public let list: [DistributionFault]

    /// Bundles faults.
    public init(_ list: [DistributionFault]) {
        self.list = list
    }
}

extension [DistributionFault] {
    func throwIfAny() throws(DistributionFaults) {
        if !isEmpty { throw DistributionFaults(self) }
    }
}
