/// What can be wrong with what a region is estimated from.
public enum RegionalisationFault: Error, Hashable, Sendable {
    /// A list of another length than there are industries.
    case wrongCount(expected: Int, found: Int)
    /// A figure of an industry, by its position, that is negative, infinite or not a number.
    case badFigure(industry: Int, Double)
    /// An industry, by its position, that is larger in the region than in the nation.
    case beyondNation(industry: Int, region: Double, nation: Double)
    /// A region or nation whose figures add up to 0.
    case noTotal
    /// A delta outside 0 <= delta < 1.
    case badDelta(Double)
    /// National coefficients of another size than the quotients.
    case wrongSize(rows: Int, columns: Int, expected: Int)
    /// A national table of several areas.
    case severalAreas(Int)
    /// A share of a category of final demand outside 0 to 1.
    case badShare(category: Int, Double)
    /// The regional system cannot be solved.
    case unsolvable
}

/// All that is wrong.
public struct RegionalisationFaults: Error, Hashable, Sendable {
    /// The faults, in the order in which they were found.
    public let list: [RegionalisationFault]

    /// Bundles faults.
    public init(_ list: [RegionalisationFault]) {
        self.list = list
    }
}
