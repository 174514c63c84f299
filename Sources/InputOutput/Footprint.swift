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
    }

    /// D_cba (m x columns), consumption-based: by consuming area and demanded product.
    public var consumptionBased: Matrix {
        contracted(totalIntensities, areas: nil)
    }

    /// D_pba (m x n), production-based: by producing industry.
    public var productionBased: Matrix { account.industryFlows }

    /// D_imp (m x columns): the part of D_cba that occurs outside the consuming area.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func imported() throws(InputOutputFaults) -> Matrix {
        var result = consumptionBased
        let table = model.table
        let areas = table.areas
        let rows = intensities.rows
        let inBatch = max(1, Self.systemsInBatch / max(1, rows))
        for start in stride(from: 0, to: areas.count, by: inBatch) {
            // The intensities of one area after the other, each with the other areas set to zero.
            let batch = Array(areas[start..<min(areas.count, start + inBatch)])
            let atHome = Matrix(rows: rows * batch.count, columns: intensities.columns) { row, column in
                table.industries[column].area == batch[row / rows] ? intensities[row % rows, column] : 0
            }
            let total = try model.totalIntensities(atHome)
            for position in batch.indices {
                let own = Matrix(rows: rows, columns: total.columns) { total[position * rows + $0, $1] }
                let home = contracted(own, areas: [start + position])
                for row in 0..<rows {
                    for column in columns.indices where columns[column].area == batch[position] {
                        result[row, column] -= home[row, column]
                    }
                }
            }
        }
        return result
    }

    /// Systems solved at a time: enough for the speed of many, few enough to take little memory.
    private static let systemsInBatch = 320

    /// D_exp (m x n): the part of D_pba that final demand of other areas has caused.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func exported() throws(InputOutputFaults) -> Matrix {
        let table = model.table
        let outputs = try model.output(for: demand)
        let areas = table.areas
        return Matrix(rows: intensities.rows, columns: intensities.columns) { row, column in
            var abroad = 0.0
            for (position, area) in areas.enumerated() where area != table.industries[column].area {
                abroad += outputs[column, position]
            }
            return intensities[row, column] * abroad
        }
    }

    /// What happens in the area of the row for the demand of the area of the column, a matrix for each stressor.
    func embodied() throws(InputOutputFaults) -> [Matrix] { try model.embodied(intensities) }

    var industries: [Industry] { model.table.industries }
    var areas: [String] { model.table.areas }
    var demandFlows: Matrix? { account.demandFlows }
    var demandAreas: [String] { model.table.demandCategories.map(\.area) }

    /// Sums over origins: column (c, s) = sum over areas r of M (r, s) times the demand of c for (r, s).
    private func contracted(_ intensities: Matrix, areas: [Int]?) -> Matrix {
        let table = model.table
        let names = table.areas
        let positions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
        var result = Matrix(rows: intensities.rows, columns: columns.count)
        for area in areas ?? Array(names.indices) {
            for (industry, label) in table.industries.enumerated() where demand[industry, area] != 0 {
                guard let column = positions[Industry(area: names[area], sector: label.sector)] else { continue }
                for row in 0..<intensities.rows {
                    result[row, column] += intensities[row, industry] * demand[industry, area]
                }
            }
        }
        return result
    }
}
