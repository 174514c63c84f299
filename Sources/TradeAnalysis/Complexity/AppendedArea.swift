internal import LinearAlgebra

/// An area seen in the world's product space, which it does not change: a province beside countries.
///
/// Its advantage is against the world's shares, (x_p/X_a)/(X_p/X); complexity and proximity are the world's.
public struct AppendedArea: Hashable, Sendable {
    /// RCA against the world, in the order of the network's products; `nil` where not defined.
    public let advantage: [Double?]
    /// Whether it has an advantage in each product of the network.
    public let members: [Bool]
    /// w_p of each product of the network.
    public let density: [Double]
    /// 1 - w_p.
    public var distance: [Double] { density.map { 1 - $0 } }
    /// The mean PCI of its products: its ECI in the world's units; `nil` where it has an advantage in nothing.
    public let index: Double?
    /// Its outlook index, with the text of the Atlas.
    public let outlook: Double

    /// Places an area.
    ///
    /// - Parameter values: what it sells of each product of the world's table.
    public init(
        _ values: [Double], world: TradeMatrix, _ complexity: EconomicComplexity, _ space: ProductSpace
    ) throws(TradeFaults) {
        guard values.count == world.products.count else {
            throw TradeFaults([.wrongCount(found: values.count, expected: world.products.count)])
        }
        let total = values.reduce(0, +)
        let places = Dictionary(world.products.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let advantage: [Double?] = space.network.products.map { product in
            guard let place = places[product], total > 0 else { return nil }
            return (values[place] / total) / (world.productTotals[place] / world.total)
        }
        let members = advantage.map { ($0 ?? 0) >= 1 - 1e-12 }
        let own = space.hasDiagonal ? 0.0 : 1
        let density = members.indices.map { product in
            let near = members.indices.reduce(0) { $0 + (members[$1] ? space.proximity[$1, product] : 0) }
            let sum = space.surroundings[product]
            return sum > 0 ? (near - (members[product] ? own : 0)) / sum : 0
        }
        let worth = complexity.products()
        let count = members.count { $0 }
        index =
            count > 0 ? members.indices.reduce(0) { $0 + (members[$1] ? worth[$1] : 0) } / Double(count) : nil
        outlook = members.indices.reduce(0) { $0 + (members[$1] ? 0 : density[$1] * worth[$1]) }
        self.advantage = advantage
        self.members = members
        self.density = density
    }
}

extension TradeMatrix {
    /// The table without an area, and what that area trades of its products.
    ///
    /// - Throws: `TradeFaults` for an area that is not in the table, or where nothing else is traded.
    public func split(off area: String) throws(TradeFaults) -> (world: TradeMatrix, values: [Double]) {
        let row = try index(ofArea: area)
        let others = areas.indices.filter { $0 != row }
        let world = try TradeMatrix(
            areas: others.map { areas[$0] }, products: products,
            values: Matrix(rows: others.count, columns: products.count) { values[others[$0], $1] })
        return (world, Array(values.row(row)))
    }
}
