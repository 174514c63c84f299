internal import LinearAlgebra
public import StatisticalData
public import TradeAnalysis

/// A table of flows of trade: long, wide, or as UN Comtrade and BACI write them.
public struct TradeTable: Hashable, Sendable {
    /// How a table is laid out.
    public enum Layout: String, Hashable, Sendable, CaseIterable {
        /// A row a flow: columns of area, product and value, and of partner, year and direction where there are any.
        case long
        /// A row an area, a column a product; an empty cell is no trade.
        case wide
        /// The columns of UN Comtrade's files: `refYear, flowCode, reporterISO, partnerISO, cmdCode, primaryValue`.
        case comtrade
        /// The columns of BACI's files: `t, i, j, k, v, q`, value in thousands of dollars.
        case baci
    }

    /// Which way goods go, seen from the area.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// What the area sells.
        case exports
        /// What the area buys.
        case imports
    }

    /// What is asked of a table; columns that are not named are found.
    public struct Request: Hashable, Sendable {
        /// The layout; `nil` to find it.
        public var layout: Layout?
        /// The columns of a long table.
        public var area, product, value, partner, year, flow: String?

        /// Asks for columns.
        public init(
            layout: Layout? = nil, area: String? = nil, product: String? = nil, value: String? = nil,
            partner: String? = nil, year: String? = nil, flow: String? = nil
        ) {
            self.layout = layout
            self.area = area
            self.product = product
            self.value = value
            self.partner = partner
            self.year = year
            self.flow = flow
        }
    }

    /// A flow, its names by number.
    struct Flow: Hashable, Sendable {
        var area, partner, product: Int32
        var year: Int32
        var direction: Direction
        var value: Double
    }

    /// The layout that was read.
    public let layout: Layout
    /// The years, ascending; empty where no column tells them.
    public let years: [Int]
    /// The vintage of the codes, as the file names it; `nil` where it does not.
    public let vintage: String?
    /// What a reader should know: rows left out, codes repaired.
    public let notices: [Fault]
    /// Whether partners are told.
    public let hasPartners: Bool

    /// The name used in faults.
    public let file: String
    let areas, partners, products: [String]
    let flows: [Flow]

    /// Names of the world as a partner, which are no partner.
    static let world: Set<String> = ["W00", "0", "WLD", "World", "world"]
    /// No partner told.
    static let noPartner: Int32 = -1
    /// No year told.
    static let noYear: Int32 = .min

    /// Reads a table.
    ///
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String, _ request: Request = Request()) throws(Faults) {
        var faults = FaultCollector()
        let rows = TradeRows(bytes, file: file, request, faults: &faults)
        try faults.throwIfFaulty(in: file)
        guard let rows, !rows.flows.isEmpty else { throw Faults([TradeFault.empty.fault(in: file)]) }
        self.file = file
        layout = rows.columns.layout
        vintage = rows.vintages.count == 1 ? rows.vintages.first : nil
        notices = rows.notices
        hasPartners = rows.columns.partner != nil
        (areas, partners, products) = (rows.areas.names, rows.partners.names, rows.products.names)
        flows = rows.flows
        years = Set(rows.flows.map { Int($0.year) }).filter { $0 != Int(Self.noYear) }.sorted()
    }
}

extension TradeTable {
    /// Areas by products, the mean of some years.
    ///
    /// Rows for the world as a partner are taken where there are any, else partners are summed. Areas without a record in
    /// one of the years are left out and told.
    /// - Parameter years: `nil` for the only year there is.
    /// - Throws: `Faults` for several years and none named, a year without records, a world smaller than its parts.
    public func matrix(
        _ direction: Direction, years: ClosedRange<Int>? = nil
    ) throws(Faults) -> (matrix: TradeMatrix, left: [String]) {
        let (chosen, count) = try chosen(direction, years)
        let cells = try cells(chosen)
        let present = Dictionary(grouping: chosen, by: \.area).mapValues { Set($0.map(\.year)).count }
        let left = areas.indices.filter { (present[Int32($0)] ?? count) < count }.map { areas[$0] }
        let rows = areas.indices.filter { present[Int32($0)] == count }
        let used = Set(chosen.map(\.product))
        let columns = products.indices.filter { used.contains(Int32($0)) }
        return (
            try build(rows.map { areas[$0] }, columns.map { products[$0] }) { row, column in
                (cells[Cell(area: Int32(rows[row]), product: Int32(columns[column]))] ?? 0) / Double(count)
            }, left
        )
    }

    /// Areas by partners, of all products, in one year or the mean of some.
    ///
    /// - Throws: `Faults` for a table without partners, several years and none named.
    public func partnerMatrix(
        _ direction: Direction, years: ClosedRange<Int>? = nil
    ) throws(Faults) -> TradeMatrix {
        if layout == .wide { return try matrix(direction).matrix }
        let (chosen, count) = try chosen(direction, years)
        guard hasPartners else { throw Faults([.tradeNoPartners(file: file)]) }
        var sums: [Cell: Double] = [:]
        for flow in chosen where isPartner(flow) {
            sums[Cell(area: flow.area, product: flow.partner), default: 0] += flow.value
        }
        let used = Set(sums.keys.map(\.product))
        let sellers = Set(sums.keys.map(\.area))
        let rows = areas.indices.filter { sellers.contains(Int32($0)) }
        let columns = partners.indices.filter { used.contains(Int32($0)) }
        return try build(rows.map { areas[$0] }, columns.map { partners[$0] }) { row, column in
            (sums[Cell(area: Int32(rows[row]), product: Int32(columns[column]))] ?? 0) / Double(count)
        }
    }

    /// What an area sells or buys by year, partner and product; all areas where none is named.
    ///
    /// - Throws: `Faults` for a table without partners or years, or an area that is not in it.
    public func sales(_ direction: Direction, area: String?) throws(Faults) -> [PartnerTable.Sale] {
        guard hasPartners else { throw Faults([.tradeNoPartners(file: file)]) }
        if let area, !areas.contains(area) { throw Faults([TradeFault.unknown(area).fault(in: file)]) }
        return flows.filter {
            $0.direction == direction && isPartner($0) && (area == nil || areas[Int($0.area)] == area)
        }.map {
            PartnerTable.Sale(
                year: $0.year == Self.noYear ? 0 : Int($0.year), partner: partners[Int($0.partner)],
                product: products[Int($0.product)], value: $0.value)
        }
    }

    /// The cells of a decomposition of an area's growth between two years.
    ///
    /// - Throws: `Faults` for a table without partners, an area or a year that is not in it.
    public func growthCells(
        area: String, from first: Int, to last: Int
    ) throws(Faults) -> [GrowthDecomposition.Cell] {
        for year in [first, last] where !years.contains(year) {
            throw Faults([TradeFault.unknown(String(year)).fault(in: file)])
        }
        var cells: [Cell: GrowthDecomposition.Cell] = [:]
        guard hasPartners else { throw Faults([.tradeNoPartners(file: file)]) }
        guard areas.contains(area) else { throw Faults([TradeFault.unknown(area).fault(in: file)]) }
        for flow in flows where flow.direction == .exports && isPartner(flow) {
            guard Int(flow.year) == first || Int(flow.year) == last else { continue }
            var cell =
                cells[Cell(area: flow.partner, product: flow.product)]
                ?? GrowthDecomposition.Cell(
                    product: products[Int(flow.product)], market: partners[Int(flow.partner)], before: 0, after: 0,
                    worldBefore: 0, worldAfter: 0)
            let own = areas[Int(flow.area)] == area ? flow.value : 0
            if Int(flow.year) == first {
                cell.before += own
                cell.worldBefore += flow.value
            } else {
                cell.after += own
                cell.worldAfter += flow.value
            }
            cells[Cell(area: flow.partner, product: flow.product)] = cell
        }
        return cells.values.sorted { ($0.product, $0.market) < ($1.product, $1.market) }
    }

    private struct Cell: Hashable {
        var area, product: Int32
    }

    private func isPartner(_ flow: Flow) -> Bool {
        flow.partner >= 0 && !Self.world.contains(partners[Int(flow.partner)])
    }

    private func chosen(
        _ direction: Direction, _ asked: ClosedRange<Int>?
    ) throws(Faults) -> (flows: [Flow], years: Int) {
        if let asked, let missing = asked.first(where: { !years.contains($0) }) {
            throw Faults([TradeFault.unknown(String(missing)).fault(in: file)])
        }
        if asked == nil, years.count > 1 {
            throw Faults([.tradeSeveralYears(years.map(String.init).joined(separator: ", "), file: file)])
        }
        let found = flows.filter { flow in
            flow.direction == direction && asked?.contains(Int(flow.year)) != false
        }
        guard !found.isEmpty else { throw Faults([.tradeNoDirection(direction.rawValue, file: file)]) }
        return (found, asked?.count ?? 1)
    }

    /// The sum of each cell over years: the world's rows where there are any.
    private func cells(_ flows: [Flow]) throws(Faults) -> [Cell: Double] {
        var (sums, worlds): ([Cell: Double], [Cell: Double]) = ([:], [:])
        for flow in flows {
            let cell = Cell(area: flow.area, product: flow.product)
            if flow.partner >= 0, !isPartner(flow) {
                worlds[cell, default: 0] += flow.value
            } else {
                sums[cell, default: 0] += flow.value
            }
        }
        let small = worlds.compactMap { cell, world -> TradeFault? in
            guard let sum = sums[cell], sum > world * (1 + 1e-6) else { return nil }
            let name = areas[Int(cell.area)] + " · " + products[Int(cell.product)]
            return .worldTooSmall(product: name, world: world, sum: sum)
        }
        guard small.isEmpty else {
            let faults = small.map { $0.fault(in: file) }
            throw Faults(faults.sorted { ($0.arguments["product"] ?? "") < ($1.arguments["product"] ?? "") })
        }
        return sums.merging(worlds) { $1 }
    }

    private func build(
        _ areas: [String], _ products: [String], _ value: (Int, Int) -> Double
    ) throws(Faults) -> TradeMatrix {
        do throws(TradeFaults) {
            return try TradeMatrix(
                areas: areas, products: products, values: Matrix(rows: areas.count, columns: products.count, value))
        } catch {
            throw Faults(error.list.map { $0.fault(in: file) })
        }
    }
}
