public import LinearAlgebra

/// What each area trades of each product: x_cp, zero or more, in one currency and period.
///
/// A cell without trade is zero; an area without a record at all must not be in the table.
public struct TradeMatrix: Hashable, Sendable {
    /// The areas, in the order of the rows.
    public let areas: [String]
    /// The products, in the order of the columns.
    public let products: [String]
    /// x_cp.
    public let values: Matrix
    /// X_c, what an area trades in all.
    public let areaTotals: [Double]
    /// X_p, what all areas trade of a product.
    public let productTotals: [Double]
    /// X.
    public let total: Double

    /// A table of values.
    ///
    /// - Throws: `TradeFaults` for an empty table, repeated names, negative values, nothing traded at all.
    public init(areas: [String], products: [String], values: Matrix) throws(TradeFaults) {
        var faults: [TradeFault] = []
        if areas.isEmpty || products.isEmpty { faults.append(.empty) }
        for names in [areas, products] {
            var seen: Set<String> = []
            faults += names.filter { !seen.insert($0).inserted }.map { .repeated($0) }
        }
        let expected = areas.count * products.count
        if values.rows != areas.count || values.columns != products.count {
            faults.append(.wrongCount(found: values.elements.count, expected: expected))
        } else {
            for (position, value) in values.elements.enumerated() where !(value >= 0 && value.isFinite) {
                faults.append(
                    .negative(
                        area: areas[position / products.count], product: products[position % products.count], value))
            }
        }
        try faults.throwIfAny()
        self.areas = areas
        self.products = products
        self.values = values
        areaTotals = values.rowSums
        productTotals = values.columnSums
        total = areaTotals.reduce(0, +)
        guard total.isFinite, total > 0 else { throw TradeFaults([.nothing]) }
    }

    /// The number of an area.
    /// - Throws: `TradeFaults` if there is none of that name.
    public func index(ofArea area: String) throws(TradeFaults) -> Int {
        guard let index = areas.firstIndex(of: area) else { throw TradeFaults([.unknown(area)]) }
        return index
    }

    /// The same products of other areas, or the other way round, in the order of this table.
    ///
    /// - Throws: `TradeFaults` for names that are in one table only.
    func aligned(_ other: TradeMatrix) throws(TradeFaults) -> Matrix {
        let rows = Dictionary(other.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let columns = Dictionary(other.products.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var faults = areas.filter { rows[$0] == nil } + products.filter { columns[$0] == nil }
        let (mine, ours) = (Set(areas), Set(products))
        faults += other.areas.filter { !mine.contains($0) } + other.products.filter { !ours.contains($0) }
        try faults.map { TradeFault.mismatch($0) }.throwIfAny()
        let (rowOrder, columnOrder) = (areas.map { rows[$0] ?? 0 }, products.map { columns[$0] ?? 0 })
        return Matrix(rows: areas.count, columns: products.count) { other.values[rowOrder[$0], columnOrder[$1]] }
    }
}

/// Values by area and product; `nil` where the measure is not defined.
public struct AreaProductTable: Hashable, Sendable {
    /// The areas, in the order of the rows.
    public let areas: [String]
    /// The products, in the order of the columns.
    public let products: [String]
    /// The values, row by row.
    public let values: [Double?]

    init(_ areas: [String], _ products: [String], _ value: (_ area: Int, _ product: Int) -> Double?) {
        self.areas = areas
        self.products = products
        var values: [Double?] = []
        values.reserveCapacity(areas.count * products.count)
        for area in areas.indices {
            for product in products.indices { values.append(value(area, product)) }
        }
        self.values = values
    }

    /// A value.
    public subscript(area: Int, product: Int) -> Double? { values[area * products.count + product] }
}
