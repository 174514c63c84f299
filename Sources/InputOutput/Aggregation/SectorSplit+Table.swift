import LinearAlgebra

extension SectorSplit {
    /// The table with the rest in the place of the parent and the part behind it.
    ///
    /// - Throws: `InputOutputFaults` with all that is wrong: an unknown parent or partner, labels in use, a share outside 0 to
    ///   1, flows of the part above those of the parent, sales that do not fit into the part's output.
    public func table(_ table: InputOutputTable) throws(InputOutputFaults) -> InputOutputTable {
        let layout = try SplitLayout(self, table)
        let corner = layout.corner(of: table.flows)
        let faults = layout.faults(table, corner)
        guard faults.isEmpty else { throw InputOutputFaults(faults.map { .construction($0) }) }
        let (sold, demanded) = try layout.sales(table, corner)
        let bought = layout.purchases(table.flows)
        let count = table.industries.count
        let flows = Matrix(rows: count + 1, columns: count + 1) { row, column in
            let (from, to) = (layout.origin(row), layout.origin(column))
            switch (layout.role(row), layout.role(column)) {
            case (.other, .other): return table.flows[from, to]
            case (.part, .other): return sold[to]
            case (.rest, .other): return table.flows[from, to] - sold[to]
            case (.other, .part): return bought[from]
            case (.other, .rest): return table.flows[from, to] - bought[from]
            case (let seller, let buyer): return corner.value(seller, buyer)
            }
        }
        let demand = Matrix(rows: count + 1, columns: table.demandCategories.count) { row, column in
            switch layout.role(row) {
            case .other: table.finalDemand[layout.origin(row), column]
            case .part: demanded[column]
            case .rest: table.finalDemand[layout.origin(row), column] - demanded[column]
            }
        }
        return try InputOutputTable(
            industries: layout.industries, flows: flows, demandCategories: table.demandCategories,
            finalDemand: demand, allowsNegativeFlows: true)
    }

    /// A satellite account of the split table.
    ///
    /// - Parameter amounts: what the part has of stressors by their label; of others it has w of the parent's.
    /// - Throws: `InputOutputFaults` as for the table, and for an amount above the parent's.
    public func account(
        _ account: SatelliteAccount, of table: InputOutputTable, in result: InputOutputTable,
        amounts: [[String]: Double] = [:]
    ) throws(InputOutputFaults) -> SatelliteAccount {
        let layout = try SplitLayout(self, table)
        let parent = layout.parent
        let parts = account.stressors.enumerated().map { row, stressor in
            amounts[stressor.label] ?? outputShare * account.industryFlows[row, parent]
        }
        let above = account.stressors.indices.filter { !layout.fits(parts[$0], account.industryFlows[$0, parent]) }
        guard above.isEmpty else {
            throw InputOutputFaults(
                above.map { row in
                    .construction(
                        .partAboveParent(
                            from: account.stressors[row].label.joined(separator: " "), to: part.sector,
                            part: parts[row], parent: account.industryFlows[row, parent]))
                })
        }
        let flows = Matrix(rows: account.stressors.count, columns: layout.industries.count) { row, column in
            let whole = account.industryFlows[row, layout.origin(column)]
            switch layout.role(column) {
            case .other: return whole
            case .part: return parts[row]
            case .rest: return whole - parts[row]
            }
        }
        return try SatelliteAccount(
            name: account.name, stressors: account.stressors, industryFlows: flows,
            demandFlows: account.demandFlows, of: result)
    }

    /// The imports of the split table: those of the parent's products, and what it buys of imports, divided by w.
    ///
    /// - Throws: `InputOutputFaults` as for the table.
    public func imports(
        _ imports: ImportTable, of table: InputOutputTable, in result: InputOutputTable
    ) throws(InputOutputFaults) -> ImportTable {
        let layout = try SplitLayout(self, table)
        let share = { (position: Int) in
            switch layout.role(position) {
            case .other: 1.0
            case .part: outputShare
            case .rest: 1 - outputShare
            }
        }
        let count = layout.industries.count
        return try ImportTable(
            flows: Matrix(rows: count, columns: count) { row, column in
                imports.flows[layout.origin(row), layout.origin(column)] * share(row) * share(column)
            },
            finalDemand: Matrix(rows: count, columns: imports.finalDemand.columns) { row, column in
                imports.finalDemand[layout.origin(row), column] * share(row)
            }, of: result, allowsNegativeFlows: true)
    }

    /// The split for other output shares; figures that are known of the part stay.
    public func varied(over shares: [Double]) -> [SectorSplit] {
        shares.map { share in
            var split = self
            split.outputShare = share
            return split
        }
    }
}
