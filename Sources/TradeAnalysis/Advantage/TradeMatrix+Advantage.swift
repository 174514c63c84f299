internal import LinearAlgebra

/// What is too small to be told from noise: an advantage is not defined below it.
public struct AdvantageLimits: Hashable, Sendable {
    /// The least total X_c of an area.
    public var area: Double
    /// The least total X_p of a product.
    public var product: Double

    /// Limits; zero, the default, leaves out only what is not traded at all.
    public init(area: Double = 0, product: Double = 0) {
        self.area = area
        self.product = product
    }
}

extension TradeMatrix {
    /// Revealed comparative advantage RCA_cp = (x_cp/X_c)/(X_p/X): an advantage at 1 or more.
    ///
    /// Not defined where X_c or X_p is zero or below a limit. Holds: unchanged when all values are multiplied.
    /// Source: Balassa, "Trade liberalisation and revealed comparative advantage", Manchester School 33 (1965).
    public func advantage(_ limits: AdvantageLimits = AdvantageLimits()) -> AreaProductTable {
        AreaProductTable(areas, products) { area, product in
            guard isDefined(area, product, limits) else { return nil }
            return (values[area, product] / areaTotals[area]) / (productTotals[product] / total)
        }
    }

    private func isDefined(_ area: Int, _ product: Int, _ limits: AdvantageLimits) -> Bool {
        areaTotals[area] > 0 && productTotals[product] > 0 && areaTotals[area] >= limits.area
            && productTotals[product] >= limits.product
    }

    /// Symmetric advantage (RCA - 1)/(RCA + 1), from -1 to 1 (Dalum, Laursen, Villumsen 1998).
    public func symmetricAdvantage(_ limits: AdvantageLimits = AdvantageLimits()) -> AreaProductTable {
        let advantage = advantage(limits)
        return AreaProductTable(areas, products) { area, product in
            guard let value = advantage[area, product] else { return nil }
            return (value - 1) / (value + 1)
        }
    }

    /// Normalised advantage x_cp/X - X_c X_p/X^2: sums to zero over areas and over products, comparable over time.
    ///
    /// Source: Yu, Cai, Leung, "The normalized revealed comparative advantage index", Annals of Regional Science 43 (2009).
    public func normalisedAdvantage() -> AreaProductTable {
        AreaProductTable(areas, products) { area, product in
            values[area, product] / total - (areaTotals[area] / total) * (productTotals[product] / total)
        }
    }

    /// Lafay's index of these exports x and imports m:
    /// 100 [(x - m)/(x + m) - (X_c - M_c)/(X_c + M_c)] (x + m)/(X_c + M_c); the first ratio is 0 where x + m = 0.
    ///
    /// Sums to zero in each area; not defined for an area that trades nothing.
    /// - Throws: `TradeFaults` for tables of different areas or products.
    public func lafay(imports: TradeMatrix) throws(TradeFaults) -> AreaProductTable {
        let other = try aligned(imports)
        let otherTotals = other.rowSums
        return AreaProductTable(areas, products) { area, product in
            let (sold, bought) = (values[area, product], other[area, product])
            let trade = areaTotals[area] + otherTotals[area]
            guard trade > 0 else { return nil }
            let ratio = sold + bought > 0 ? (sold - bought) / (sold + bought) : 0
            return 100 * (ratio - (areaTotals[area] - otherTotals[area]) / trade) * (sold + bought) / trade
        }
    }
}

extension TradeMatrix {
    /// PRODY_p = sum_c [(x_cp/X_c) / sum_c' (x_c'p/X_c')] Y_c: the income that goes with a product; `nil` without trade.
    ///
    /// Source: Hausmann, Hwang, Rodrik, "What you export matters", Journal of Economic Growth 12 (2007).
    /// - Throws: `TradeFaults` for an area without an income.
    public func incomeLevels(_ income: [String: Double]) throws(TradeFaults) -> [Double?] {
        let incomes = areas.map { income[$0] }
        try zip(areas, incomes).filter { $1 == nil }.map { TradeFault.missing($0.0) }.throwIfAny()
        return products.indices.map { product in
            var (shares, weighted) = (0.0, 0.0)
            for (area, income) in incomes.enumerated() where areaTotals[area] > 0 {
                let share = values[area, product] / areaTotals[area]
                shares += share
                weighted += share * (income ?? 0)
            }
            return shares > 0 ? weighted / shares : nil
        }
    }

    /// EXPY_c = sum_p (x_cp/X_c) PRODY_p: the income level of what an area sells; `nil` for one that sells nothing.
    ///
    /// - Throws: `TradeFaults` for an area without an income.
    public func exportSophistication(_ income: [String: Double]) throws(TradeFaults) -> [Double?] {
        let levels = try incomeLevels(income)
        return areas.indices.map { area in
            guard areaTotals[area] > 0 else { return nil }
            return products.indices.reduce(0) {
                $0 + values[area, $1] / areaTotals[area] * (levels[$1] ?? 0)
            }
        }
    }
}
