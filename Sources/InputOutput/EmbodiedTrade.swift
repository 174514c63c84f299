public import LinearAlgebra

extension LeontiefModel {
    /// E[r, c] = sum over the industries of area r of S X, X = L Y summed by area: what happens in area r for the final
    /// demand of area c, through whatever third areas (m matrices of areas x areas).
    ///
    /// Law: E summed over all areas is the sum of F where there is output.
    ///
    /// - Parameter intensities: S (m x n).
    /// - Throws: `InputOutputFaults` for a wrong number of columns or a value that is not finite.
    public func embodied(_ intensities: Matrix) throws(InputOutputFaults) -> [Matrix] {
        let faults = InputOutputTable.sizeFaults(
            intensities, .industryFlows, intensities.rows, table.industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        let areas = table.areas
        let positions = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        let outputs = try output(for: table.demandByArea)
        let home = table.industries.map { positions[$0.area] ?? 0 }
        return (0..<intensities.rows).map { stressor in
            var result = Matrix(rows: areas.count, columns: areas.count)
            for (position, area) in home.enumerated() {
                for column in areas.indices {
                    result[area, column] += intensities[stressor, position] * outputs[position, column]
                }
            }
            return result
        }
    }
}
