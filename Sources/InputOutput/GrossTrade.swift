public import LinearAlgebra

/// Gross trade of a table of several areas: what each industry delivers to each other area, to industries and to final
/// demand.
///
/// Source: the definitions of `get_gross_trade` of pymrio 0.7.0 (K. Stadler 2025).
public struct GrossTrade: Sendable {
    /// Areas with each of their products: the industries of the table if all areas have the same sectors, else each area
    /// with each sector of the table.
    public let products: [Industry]
    /// Deliveries of each industry to each area (n x areas); 0 to its own.
    public let deliveries: Matrix
    /// What each industry delivers to other areas.
    public let exports: [Double]
    /// What other areas deliver of each of `products` to its area.
    public let imports: [Double]

    private let industries: [Industry]

    /// Adds up the trade of a table.
    ///
    /// - Throws: `InputOutputFaults` for a table of one area.
    public init(_ table: InputOutputTable) throws(InputOutputFaults) {
        let areas = table.areas
        guard areas.count > 1 else { throw InputOutputFaults([.noTrade]) }
        let positions = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        let home = table.industries.map { positions[$0.area] ?? 0 }
        var deliveries = table.demandByArea
        for row in home.indices {
            for (column, flow) in table.flows.row(row).enumerated() { deliveries[row, home[column]] += flow }
            deliveries[row, home[row]] = 0
        }
        let products = table.products
        let places = Dictionary(uniqueKeysWithValues: products.enumerated().map { ($1, $0) })
        var imports = Array(repeating: 0.0, count: products.count)
        for (row, industry) in table.industries.enumerated() {
            for (column, area) in areas.enumerated() {
                guard let place = places[Industry(area: area, sector: industry.sector)] else { continue }
                imports[place] += deliveries[row, column]
            }
        }
        self.products = products
        self.deliveries = deliveries
        self.imports = imports
        exports = deliveries.rowSums
        industries = table.industries
    }

    /// The exports of each of `products`; 0 where an area has no such industry.
    public var exportsOfProducts: [Double] {
        let places = Dictionary(uniqueKeysWithValues: industries.enumerated().map { ($1, $0) })
        return products.map { product in places[product].map { exports[$0] } ?? 0 }
    }
}

extension InputOutputTable {
    /// The industries if all areas have the same sectors, else each area with each sector of the table.
    var products: [Industry] {
        let all = areas.flatMap { area in sectors.map { Industry(area: area, sector: $0) } }
        return all.count == industries.count ? industries : all
    }
}
