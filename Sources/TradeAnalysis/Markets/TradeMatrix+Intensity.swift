internal import LinearAlgebra

/// Against what the share of a partner in the world's trade is taken.
public enum IntensityWorld: String, Hashable, Sendable, CaseIterable {
    /// The imports of the world less those of the exporter, which cannot buy from itself.
    case excludingReporter
    /// The imports of the world.
    case worldShare
}

extension TradeMatrix {
    /// Intensity T_ij = (X_ij/X_i)/(M_j/M_w) of a table whose columns are the partners: more than 1 is more than the
    /// partner's weight in the world explains.
    ///
    /// M_j is the sum of column j, M_w of all columns, less that of the exporter unless `worldShare` is asked for. Not
    /// defined for an area and itself, nor where a total is zero.
    /// Source: Kunimoto, "Typology of trade intensity indices", Hitotsubashi Journal of Economics 17 (1977).
    public func intensity(_ world: IntensityWorld = .excludingReporter) -> AreaProductTable {
        let imports = Dictionary(zip(products, productTotals), uniquingKeysWith: { first, _ in first })
        return AreaProductTable(areas, products) { area, partner in
            guard areas[area] != products[partner] else { return nil }
            let own = world == .excludingReporter ? imports[areas[area]] ?? 0 : 0
            guard areaTotals[area] > 0, productTotals[partner] > 0, total > own else { return nil }
            return (values[area, partner] / areaTotals[area]) / (productTotals[partner] / (total - own))
        }
    }

    /// Complementarity 1 - sum_p |m_jp/M_j - x_ip/X_i|/2 of these exports with imports: areas by areas.
    ///
    /// One where an area sells in just the shares the other buys; not defined where one of them trades nothing.
    /// Source: Michaely, "Trade preferential agreements in Latin America" (1996).
    /// - Throws: `TradeFaults` for tables of different products.
    public func complementarity(imports: TradeMatrix) throws(TradeFaults) -> AreaProductTable {
        let other = try aligned(imports)
        let otherTotals = other.rowSums
        return AreaProductTable(areas, areas) { seller, buyer in
            guard areaTotals[seller] > 0, otherTotals[buyer] > 0 else { return nil }
            return 1
                - products.indices.reduce(0) {
                    $0 + abs(other[buyer, $1] / otherTotals[buyer] - values[seller, $1] / areaTotals[seller])
                } / 2
        }
    }
}
