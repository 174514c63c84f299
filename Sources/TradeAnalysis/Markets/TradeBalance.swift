/// What an area sells and buys, made comparable by a stated margin.
///
/// Exports are told free on board, imports with cost, insurance and freight: imports/(1 + margin) are compared.
public struct TradeBalance: Hashable, Sendable {
    /// Exports, free on board.
    public let exports: Double
    /// Imports, free on board: as told, divided by 1 + margin.
    public let imports: Double
    /// Exports less imports.
    public var balance: Double { exports - imports }

    /// Compares totals.
    ///
    /// - Parameter margin: the cost of insurance and freight as a share of the value free on board; 0 where both are alike.
    /// - Throws: `TradeFaults` for a margin that is negative.
    public init(exports: Double, imports: Double, margin: Double) throws(TradeFaults) {
        guard margin >= 0, margin.isFinite else { throw TradeFaults([.share("margin", margin)]) }
        self.exports = exports
        self.imports = imports / (1 + margin)
    }
}
