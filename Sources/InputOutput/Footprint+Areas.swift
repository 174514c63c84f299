public import LinearAlgebra

/// Which account of a footprint.
public enum FootprintAccount: String, Hashable, Sendable, CaseIterable {
    /// Consumption-based.
    case consumptionBased = "D_cba"
    /// Production-based.
    case productionBased = "D_pba"
    /// Occurring abroad for home demand.
    case imported = "D_imp"
    /// Occurring at home for demand abroad.
    case exported = "D_exp"
}

extension Footprint {
    /// An account with its columns.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func account(_ account: FootprintAccount) throws(InputOutputFaults) -> (columns: [Industry], values: Matrix)
    {
        switch account {
        case .consumptionBased: (columns, consumptionBased)
        case .productionBased: (industries, productionBased)
        case .imported: (columns, try imported())
        case .exported: (industries, try exported())
        }
    }

    /// An account summed by area (m x areas); F_Y is part of D_cba and D_pba here, and only here.
    ///
    /// Trade by area takes as many systems as there are areas, that by product as many for each stressor.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func byArea(_ account: FootprintAccount) throws(InputOutputFaults) -> Matrix {
        if account == .imported || account == .exported { return try tradeByArea(account) }
        let (columns, values) = try self.account(account)
        var result = Matrix(rows: values.rows, columns: areas.count)
        Self.add(values, by: columns.map(\.area), areas: areas, to: &result)
        if account == .consumptionBased || account == .productionBased, let demandFlows {
            Self.add(demandFlows, by: demandAreas, areas: areas, to: &result)
        }
        return result
    }

    private func tradeByArea(_ account: FootprintAccount) throws(InputOutputFaults) -> Matrix {
        let embodied = try embodied()
        return Matrix(rows: embodied.count, columns: areas.count) { row, column in
            var sum = 0.0
            for other in areas.indices where other != column {
                sum += account == .imported ? embodied[row][other, column] : embodied[row][column, other]
            }
            return sum
        }
    }

    /// An account by area for each inhabitant.
    ///
    /// - Parameter population: the inhabitants of each area, in the order of the table's areas.
    /// - Throws: `InputOutputFaults` for areas without a population above zero.
    public func perCapita(_ account: FootprintAccount, population: [Double]) throws(InputOutputFaults) -> Matrix {
        let empty = areas.indices.filter { !population.indices.contains($0) || !(population[$0] > 0) }
        guard empty.isEmpty else { throw InputOutputFaults(empty.map { .noPopulation(areas[$0]) }) }
        var result = try byArea(account)
        for row in 0..<result.rows {
            for column in 0..<result.columns { result[row, column] /= population[column] }
        }
        return result
    }

    private static func add(_ values: Matrix, by labels: [String], areas: [String], to result: inout Matrix) {
        let positions = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        for (column, label) in labels.enumerated() {
            guard let position = positions[label] else { continue }
            for row in 0..<values.rows { result[row, position] += values[row, column] }
        }
    }
}
