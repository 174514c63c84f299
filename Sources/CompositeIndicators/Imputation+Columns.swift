import OrderedCollections

extension Imputation {
    /// Cells from a statistic of their own column over all units.
    static func columnCells(_ matrix: IndicatorMatrix, statistic: ([Double]) -> Double?) -> [ImputedCell] {
        var cells: [ImputedCell] = []
        for column in matrix.codes.indices {
            let values = matrix.values(of: column)
            guard let value = statistic(values) else { continue }
            for unit in values.indices where values[unit].isNaN {
                cells.append(ImputedCell(unit: unit, column: column, value: value, donors: nil))
            }
        }
        return cells
    }

    /// Cells from a statistic of their own column over the units of their group.
    static func groupCells(
        _ matrix: IndicatorMatrix, groups: [String?], statistic: ([Double]) -> Double?
    ) throws(ImputationFault) -> [ImputedCell] {
        guard groups.count == matrix.units.count else {
            throw .labelsMismatch(labels: groups.count, units: matrix.units.count)
        }
        let members = OrderedDictionary(grouping: groups.indices.filter { groups[$0] != nil }) { groups[$0] }
        var cells: [ImputedCell] = []
        for column in matrix.codes.indices {
            let values = matrix.values(of: column)
            for (group, units) in members where units.contains(where: { values[$0].isNaN }) {
                guard let value = statistic(units.map { values[$0] }) else { continue }
                for unit in units where values[unit].isNaN {
                    cells.append(ImputedCell(unit: unit, column: column, value: value, donors: group))
                }
            }
        }
        return cells
    }
}
