/// What can be wrong with figures of trade.
public enum TradeFault: Error, Hashable, Sendable {
    /// There is no area, or no product.
    case empty
    /// An area, product or partner occurs twice.
    case repeated(String)
    /// A value that is negative or not finite.
    case negative(area: String, product: String, Double)
    /// A table has not one value for each area and product.
    case wrongCount(found: Int, expected: Int)
    /// Two tables have different areas or products.
    case mismatch(String)
    /// Nothing is traded at all.
    case nothing
    /// An area or product without a figure that the measure needs.
    case missing(String)
    /// The areas and products with advantage fall into parts that share nothing: complexity is not defined.
    case disconnected(parts: Int, example: String)
    /// Too few areas or products with advantage, or all alike: complexity is not defined.
    case noVariation
    /// The computation did not converge.
    case noConvergence
    /// An area or product that is not in the table.
    case unknown(String)
    /// A code that is no code of goods.
    case code(String)
    /// A code whose leading zero may be lost, beside the one it would become.
    case ambiguousCode(String, other: String)
    /// A share outside 0 to 1.
    case share(String, Double)
    /// The world's total is less than the sum of its areas.
    case worldTooSmall(product: String, world: Double, sum: Double)
}

/// All faults of one analysis of trade.
public struct TradeFaults: Error, Hashable, Sendable {
    /// The faults.
    public let list: [TradeFault]

    /// Bundles faults.
    public init(_ list: [TradeFault]) {
        self.list = list
    }
}

extension [TradeFault] {
    func throwIfAny() throws(TradeFaults) {
        if !isEmpty { throw TradeFaults(self) }
    }
}

/// What a reader should know about results that hold all the same.
public enum TradeNotice: Hashable, Sendable {
    /// Areas left out because they have an advantage in nothing.
    case areasWithoutAdvantage([String])
    /// Products left out because nobody has an advantage in them.
    case productsWithoutAdvantage([String])
    /// The second and third eigenvalue are so close that the index is not well determined.
    case notWellDetermined(second: Double, third: Double)
    /// A green product that is not among the products of the table.
    case noTrade([String])
    /// An area that has an advantage in all green products: nothing is left to gain.
    case allGreen(area: String)
}
