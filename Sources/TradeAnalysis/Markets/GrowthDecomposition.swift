/// Why what an area sells has grown: constant market shares.
///
/// With V0 and V1 its sales by product p and market j, r the growth of the world's sales in all, r_p of a product, r_pj of a
/// product in a market (the world is the table given, the area included):
/// V1 - V0 = r V0 + sum_p (r_p - r) V0_p + sum_pj (r_pj - r_p) V0_pj + sum_pj (V1_pj - (1 + r_pj) V0_pj):
/// growth of the world, of the products it sells, of the markets it sells to, and what is left, called competitiveness.
/// - Holds: the four sum to the change. Does not hold: independence of the order of products and markets; an identity
///   does not tell causes. What is sold where the world sold nothing before is all of it in the last term.
/// Source: Leamer and Stern, "Quantitative International Economics" (1970), chapter 7.
public struct GrowthDecomposition: Hashable, Sendable {
    /// Sales of one product in one market, before and after, of the area and of the world.
    public struct Cell: Hashable, Sendable {
        /// The product.
        public var product: String
        /// The market.
        public var market: String
        /// The area's sales.
        public var before, after: Double
        /// The sales of all areas, this one included.
        public var worldBefore, worldAfter: Double

        /// A cell.
        public init(
            product: String, market: String, before: Double, after: Double, worldBefore: Double, worldAfter: Double
        ) {
            self.product = product
            self.market = market
            self.before = before
            self.after = after
            self.worldBefore = worldBefore
            self.worldAfter = worldAfter
        }
    }

    /// The change V1 - V0.
    public let change: Double
    /// What it would be at the growth of the world.
    public let world: Double
    /// What its products add.
    public let product: Double
    /// What its markets add.
    public let market: Double
    /// What is left.
    public let competitiveness: Double

    /// Decomposes.
    ///
    /// - Throws: `TradeFaults` for negative values, a cell that occurs twice, an area that sells more than the world, or a
    ///   world that sold nothing before.
    public init(_ cells: [Cell]) throws(TradeFaults) {
        try Self.faults(cells).throwIfAny()
        let worldBefore = cells.reduce(0) { $0 + $1.worldBefore }
        guard worldBefore > 0 else { throw TradeFaults([.nothing]) }
        let growth = cells.reduce(0) { $0 + $1.worldAfter } / worldBefore - 1
        var (product, market, left, before) = (0.0, 0.0, 0.0, 0.0)
        var sums: [String: (before: Double, after: Double)] = [:]
        for cell in cells {
            sums[cell.product, default: (0, 0)].before += cell.worldBefore
            sums[cell.product, default: (0, 0)].after += cell.worldAfter
        }
        for cell in cells {
            before += cell.before
            guard cell.worldBefore > 0, let sum = sums[cell.product] else {
                left += cell.after
                continue
            }
            let ofProduct = sum.after / sum.before - 1
            let ofCell = cell.worldAfter / cell.worldBefore - 1
            product += (ofProduct - growth) * cell.before
            market += (ofCell - ofProduct) * cell.before
            left += cell.after - (1 + ofCell) * cell.before
        }
        change = cells.reduce(0) { $0 + $1.after } - before
        world = growth * before
        self.product = product
        self.market = market
        competitiveness = left
    }

    private static func faults(_ cells: [Cell]) -> [TradeFault] {
        if cells.isEmpty { return [.empty] }
        var seen: Set<[String]> = []
        var faults: [TradeFault] = []
        for cell in cells {
            if !seen.insert([cell.product, cell.market]).inserted {
                faults.append(.repeated(cell.product + " · " + cell.market))
            }
            for value in [cell.before, cell.after, cell.worldBefore, cell.worldAfter]
            where !(value >= 0 && value.isFinite) {
                faults.append(.negative(area: cell.market, product: cell.product, value))
            }
            let tolerance = 1 + 1e-9
            for (own, world) in [(cell.before, cell.worldBefore), (cell.after, cell.worldAfter)]
            where own > world * tolerance {
                faults.append(.worldTooSmall(product: cell.product, world: world, sum: own))
            }
        }
        return faults
    }
}
