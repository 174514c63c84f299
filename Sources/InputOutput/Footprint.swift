public import LinearAlgebra

/// The accounts of a satellite account by who demands and who produces, the definitions of pymrio.
///
/// With X = L Y summed by area: D_cba tells what the demand of an area for a product has caused anywhere, D_pba what
/// happens at an industry, D_imp the part of D_cba caused abroad, D_exp the part of D_pba that final demand elsewhere
/// has caused. Imports include what passes through third areas.
///
/// Laws: summed over all columns D_cba = D_pba, D_imp = D_exp; by area D_cba = D_pba + D_imp - D_exp. D_pba is F, since
/// gross output is all that final demand takes. Amounts at industries without output are in D_pba alone: see
/// `SatelliteAccount.unattributed`.
///
/// Source: K. Stadler, pymrio, Journal of Open Research Software 9 (2021); R. Andrew, G. Peters, J. Lennox, Economic
/// Systems Research 21 (2009) for trade including third areas.
public struct Footprint: Sendable {
    /// The columns of D_cba and D_imp: the consuming area and the product it demands, of whatever origin. Those of the
    /// table if all areas have the same sectors, else each area with each sector of the table.
    public let columns: [Industry]
    /// M = S L (m x n).
    public let totalIntensities: Matrix

    private let model: LeontiefModel
    private let account: SatelliteAccount
    private let intensities: Matrix
    private let demand: Matrix
    private let layout: FootprintLayout

    /// Solves M for an account.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public init(_ model: LeontiefModel, _ account: SatelliteAccount) throws(InputOutputFaults) {
        let table = model.table
        self.model = model
        self.account = account
        intensities = account.intensities(in: table)
        demand = table.demandByArea
        totalIntensities = try model.totalIntensities(intensities)
        columns = table.products
        layout = FootprintLayout(table, columns: columns)
    }

    /// D_cba (m x columns), consumption-based: by consuming area and demanded product.
    public var consumptionBased: Matrix {
        var result = Matrix(rows: intensities.rows, columns: columns.count)
        for area in 0..<demand.columns { contract(totalIntensities, from: 0, of: area, sign: 1, into: &result) }
        return result
    }

    /// D_pba (m x n), production-based: by producing industry.
    public var productionBased: Matrix { account.industryFlows }

    /// D_imp (m x columns): the part of D_cba that occurs outside the consuming area.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func imported() throws(InputOutputFaults) -> Matrix {
        var result = consumptionBased
        let rows = intensities.rows
        let areas = model.table.areas.count
        let inBatch = max(1, Self.systemsInBatch / max(1, rows))
        for start in stride(from: 0, to: areas, by: inBatch) {
            // The intensities of one area after the other, each with the other areas set to zero.
            let end = min(areas, start + inBatch)
            var atHome = Matrix(rows: rows * (end - start), columns: intensities.columns)
            for (column, area) in layout.areas.enumerated() where area >= start && area < end {
                for row in 0..<rows { atHome[(area - start) * rows + row, column] = intensities[row, column] }
            }
            let total = try model.totalIntensities(atHome)
            for area in start..<end { contract(total, from: (area - start) * rows, of: area, sign: -1, into: &result) }
        }
        return result
    }

    /// Systems solved at a time: enough for the speed of many, few enough to take little memory.
    private static let systemsInBatch = 320

    /// D_exp (m x n): the part of D_pba that final demand of other areas has caused.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func exported() throws(InputOutputFaults) -> Matrix {
        let outputs = try model.output(for: demand)
        var abroad = outputs.rowSums
        for (industry, area) in layout.areas.enumerated() {
            abroad[industry] = 0
            for other in 0..<outputs.columns where other != area { abroad[industry] += outputs[industry, other] }
        }
        return Matrix(rows: intensities.rows, columns: intensities.columns) { intensities[$0, $1] * abroad[$1] }
    }

    /// What happens in the area of the row for the demand of the area of the column, a matrix for each stressor.
    func embodied() throws(InputOutputFaults) -> [Matrix] { try model.embodied(intensities) }

    var industries: [Industry] { model.table.industries }
    var areas: [String] { model.table.areas }
    var demandFlows: Matrix? { account.demandFlows }
    var demandAreas: [String] { model.table.demandCategories.map(\.area) }

    /// Adds or subtracts what the demand of an area causes, summed over origins: column (c, s) is the sum over areas r of
    /// the intensity of (r, s) times the demand of c for it.
    ///
    /// - Parameter first: the row of the first stressor among the intensities.
    private func contract(
        _ intensities: Matrix, from first: Int, of area: Int, sign: Double, into result: inout Matrix
    ) {
        for row in 0..<result.rows {
            for (industry, intensity) in intensities.row(first + row).enumerated() {
                let column = layout.column(area, layout.sectors[industry])
                result[row, column] += sign * intensity * demand[industry, area]
            }
        }
    }
}

/// Where industries and columns of a footprint stand, as numbers.
private struct FootprintLayout: Sendable {
    /// The position of the area of each industry.
    let areas: [Int]
    /// The position of the sector of each industry.
    let sectors: [Int]

    private let columns: [Int]
    private let sectorCount: Int

    init(_ table: InputOutputTable, columns: [Industry]) {
        let (areaNames, sectorNames) = (table.areas, table.sectors)
        let areaOf = Dictionary(uniqueKeysWithValues: areaNames.enumerated().map { ($1, $0) })
        let sectorOf = Dictionary(uniqueKeysWithValues: sectorNames.enumerated().map { ($1, $0) })
        areas = table.industries.map { areaOf[$0.area] ?? 0 }
        sectors = table.industries.map { sectorOf[$0.sector] ?? 0 }
        sectorCount = sectorNames.count
        var positions = Array(repeating: 0, count: areaNames.count * sectorNames.count)
        for (column, label) in columns.enumerated() {
            positions[(areaOf[label.area] ?? 0) * sectorNames.count + (sectorOf[label.sector] ?? 0)] = column
        }
        self.columns = positions
    }

    /// The column of a product that an area demands.
    func column(_ area: Int, _ sector: Int) -> Int { columns[area * sectorCount + sector] }
}
