public import LinearAlgebra

/// Who has an advantage in what: M_cp = 1 if RCA_cp >= 1 - 1e-12, without areas and products that have none.
public struct AdvantageNetwork: Hashable, Sendable {
    /// The areas that have an advantage in something.
    public let areas: [String]
    /// The products that somebody has an advantage in.
    public let products: [String]
    /// M, ones and zeros.
    public let members: Matrix
    /// k_c, the number of products of an area: its diversity.
    public let diversity: [Double]
    /// k_p, the number of areas of a product: its ubiquity.
    public let ubiquity: [Double]
    /// What was left out.
    public let notices: [TradeNotice]

    /// The network of advantages.
    ///
    /// - Throws: `TradeFaults` if nothing is left.
    public init(_ advantage: AreaProductTable, threshold: Double = 1) throws(TradeFaults) {
        let count = advantage.products.count
        var isKept = (Array(repeating: false, count: advantage.areas.count), Array(repeating: false, count: count))
        let limit = threshold - 1e-12
        for (position, value) in advantage.values.enumerated() {
            guard let value, value >= limit else { continue }
            isKept.0[position / count] = true
            isKept.1[position % count] = true
        }
        let rows = advantage.areas.indices.filter { isKept.0[$0] }
        let columns = advantage.products.indices.filter { isKept.1[$0] }
        guard !rows.isEmpty else { throw TradeFaults([.noVariation]) }
        areas = rows.map { advantage.areas[$0] }
        products = columns.map { advantage.products[$0] }
        members = Matrix(rows: rows.count, columns: columns.count) { row, column in
            guard let value = advantage[rows[row], columns[column]] else { return 0 }
            return value >= limit ? 1 : 0
        }
        diversity = members.rowSums
        ubiquity = members.columnSums
        var notices: [TradeNotice] = []
        let lost = advantage.areas.indices.filter { !isKept.0[$0] }
        if !lost.isEmpty { notices.append(.areasWithoutAdvantage(lost.map { advantage.areas[$0] })) }
        let gone = advantage.products.indices.filter { !isKept.1[$0] }
        if !gone.isEmpty { notices.append(.productsWithoutAdvantage(gone.map { advantage.products[$0] })) }
        self.notices = notices
    }

    /// The parts that share neither an area nor a product: the areas of each.
    public var parts: [[String]] {
        var part = Array(repeating: -1, count: areas.count)
        var isReached = Array(repeating: false, count: products.count)
        var found: [[String]] = []
        for start in areas.indices where part[start] < 0 {
            var (waiting, inPart) = ([start], [start])
            part[start] = found.count
            while let area = waiting.popLast() {
                for product in products.indices where members[area, product] == 1 && !isReached[product] {
                    isReached[product] = true
                    for other in areas.indices where part[other] < 0 && members[other, product] == 1 {
                        part[other] = found.count
                        waiting.append(other)
                        inPart.append(other)
                    }
                }
            }
            found.append(inPart.sorted().map { areas[$0] })
        }
        return found
    }
}
