import LinearAlgebra

extension Concordance {
    /// The table by groups.
    ///
    /// Columns of final demand stay; where groups are in other areas than the industries, each area of the table must have
    /// all its groups in one area, whose demand is then the sum.
    ///
    /// - Throws: `InputOutputFaults` for a table of other industries, and an area whose groups are in several areas.
    public func table(_ table: InputOutputTable) throws(InputOutputFaults) -> InputOutputTable {
        let (categories, columns) = try demand(of: table)
        return try InputOutputTable(
            industries: groups, flows: self.columns(rows(table.flows)), demandCategories: categories,
            finalDemand: Self.summed(rows(table.finalDemand), to: columns, count: categories.count),
            allowsNegativeFlows: true)
    }

    /// The imports of a table by groups.
    ///
    /// - Parameters:
    ///   - imports: those of `table`.
    ///   - result: the table by groups.
    /// - Throws: `InputOutputFaults` as for the table.
    public func imports(
        _ imports: ImportTable, of table: InputOutputTable, in result: InputOutputTable
    ) throws(InputOutputFaults) -> ImportTable {
        let (categories, columns) = try demand(of: table)
        return try ImportTable(
            flows: self.columns(rows(imports.flows)),
            finalDemand: Self.summed(rows(imports.finalDemand), to: columns, count: categories.count), of: result,
            allowsNegativeFlows: true)
    }

    /// A satellite account by groups.
    ///
    /// - Throws: `InputOutputFaults` as for the table.
    public func account(
        _ account: SatelliteAccount, of table: InputOutputTable, in result: InputOutputTable
    ) throws(InputOutputFaults) -> SatelliteAccount {
        let (categories, columns) = try demand(of: table)
        return try SatelliteAccount(
            name: account.name, stressors: account.stressors, industryFlows: self.columns(account.industryFlows),
            demandFlows: account.demandFlows.map { Self.summed($0, to: columns, count: categories.count) },
            of: result)
    }

    /// The columns of final demand of the result, and which of them each column of the table goes to.
    private func demand(
        of table: InputOutputTable
    ) throws(InputOutputFaults) -> (categories: [DemandCategory], columns: [Int]) {
        guard table.industries == industries else {
            let known = Set(industries)
            let missing = table.industries.filter { !known.contains($0) }
            throw InputOutputFaults([.construction(.notInConcordance(missing.isEmpty ? table.industries : missing))])
        }
        var areas: [String: Set<String>] = [:]
        for (position, industry) in industries.enumerated() {
            areas[industry.area, default: []].formUnion(groupAreas(position))
        }
        let divided = table.areas.filter { areas[$0]?.count != 1 }
        guard divided.isEmpty else { throw InputOutputFaults(divided.map { .construction(.areaDivided($0)) }) }
        let labels = table.demandCategories.map { category in
            DemandCategory(area: areas[category.area]?.first ?? category.area, category: category.category)
        }
        let categories = labels.distinct
        let positions = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        return (categories, labels.map { positions[$0] ?? 0 })
    }

    private static func summed(_ matrix: Matrix, to columns: [Int], count: Int) -> Matrix {
        var result = Matrix(rows: matrix.rows, columns: count)
        for row in 0..<matrix.rows {
            for (column, target) in columns.enumerated() { result[row, target] += matrix[row, column] }
        }
        return result
    }
}
