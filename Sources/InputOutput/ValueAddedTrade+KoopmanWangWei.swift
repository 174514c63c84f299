import LinearAlgebra

extension ValueAddedTrade {
    /// A term of the decomposition of gross exports; the words are those of the paper.
    public enum ExportTerm: String, Hashable, Sendable, CaseIterable {
        /// Domestic value added in exports of final products.
        case finalProducts = "DVA_FIN"
        /// In intermediate exports that the direct importer turns into what it consumes.
        case intermediates = "DVA_INT"
        /// In intermediate exports that the importer passes on to third areas.
        case passedOn = "DVA_INTrex"
        /// That returns home in imports of final products.
        case returnedInFinal = "RDV_FIN"
        /// That returns home in intermediate imports.
        case returnedInIntermediates = "RDV_INT"
        /// Double counted domestic intermediates.
        case domesticDoubleCounted = "DDC"
        /// Foreign value added in exports of final products.
        case foreignInFinal = "FVA_FIN"
        /// Foreign value added in exports of intermediates.
        case foreignInIntermediates = "FVA_INT"
        /// Double counted foreign intermediates.
        case foreignDoubleCounted = "FDC"
    }

    /// The nine terms of the gross exports of each area, in the order of the table's areas and of `ExportTerm.allCases`.
    ///
    /// Laws, as far as the columns balance: the nine add up to gross exports, the first three to VAX, the last three to
    /// vertical specialisation. The method holds for areas, not for their sectors.
    ///
    /// Source: Koopman, Wang, Wei (2014), equation 36.
    ///
    /// - Throws: `InputOutputFaults` for an area whose own system has no solution.
    public func exportTerms() throws(InputOutputFaults) -> [[Double]] {
        let table = model.table
        let home = try HomeOutput(model, exports: gross.exports)
        let demand = table.demandByArea
        let areas = table.areas
        return areas.indices.map { area in
            var terms = Array(repeating: 0.0, count: ExportTerm.allCases.count)
            for position in table.industries.indices {
                let content = contents[area, position]
                if home.areas[position] == area {
                    var (final, used, passed) = (0.0, 0.0, 0.0)
                    for other in areas.indices where other != area {
                        final += demand[position, other]
                        used += home.forDemand[position, other]
                        passed += home.forExports[position, other]
                    }
                    let foreign = areas.indices.reduce(0) { $1 == area ? $0 : $0 + contents[$1, position] }
                    terms[0] += content * final
                    terms[6] += foreign * final
                    terms[7] += foreign * used
                    terms[8] += foreign * passed
                } else {
                    let importer = home.areas[position]
                    for other in areas.indices where other != area && other != importer {
                        terms[2] += content * demand[position, other]
                    }
                    terms[1] += content * demand[position, importer]
                    terms[3] += content * demand[position, area]
                    terms[4] += content * home.forDemand[position, area]
                    terms[5] += content * home.forExports[position, area]
                }
            }
            return terms
        }
    }
}

/// What each industry delivers to each area for the part of its output that needs no trade: (I - A_rr)^-1 of each area r.
private struct HomeOutput {
    /// The position of the area of each industry.
    let areas: [Int]
    /// A_ir (I - A_rr)^-1 Y_rr (n x areas), for what area r makes for itself.
    let forDemand: Matrix
    /// A_ir (I - A_rr)^-1 E_r (n x areas), for the gross exports of area r.
    let forExports: Matrix

    init(_ model: LeontiefModel, exports: [Double]) throws(InputOutputFaults) {
        let table = model.table
        let names = table.areas
        let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let areas = table.industries.map { positions[$0.area] ?? 0 }
        let demand = table.demandByArea
        var (consumed, exported) = (exports, exports)
        for area in names.indices {
            let members = areas.indices.filter { areas[$0] == area }
            let difference = Matrix(rows: members.count, columns: members.count) { row, column in
                (row == column ? 1 : 0) - table.inputCoefficient(members[row], members[column])
            }
            let right = Matrix(rows: members.count, columns: 2) { row, column in
                column == 0 ? demand[members[row], area] : exports[members[row]]
            }
            let solved = try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
                try LUFactorisation(difference).solution(of: right)
            }
            for (row, member) in members.enumerated() {
                (consumed[member], exported[member]) = (solved[row, 0], solved[row, 1])
            }
        }
        var forDemand = Matrix(rows: areas.count, columns: names.count)
        var forExports = forDemand
        for row in areas.indices {
            for column in areas.indices {
                let coefficient = table.inputCoefficient(row, column)
                forDemand[row, areas[column]] += coefficient * consumed[column]
                forExports[row, areas[column]] += coefficient * exported[column]
            }
        }
        self.areas = areas
        self.forDemand = forDemand
        self.forExports = forExports
    }
}

extension InputOutputTable {
    /// An element of A.
    func inputCoefficient(_ row: Int, _ column: Int) -> Double {
        output[column] == 0 ? 0 : flows[row, column] / output[column]
    }
}
