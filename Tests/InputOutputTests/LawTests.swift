import InputOutput
import LinearAlgebra
import Testing

/// Identities on random tables, some with areas of different sectors.
struct LawTests {
    static let tables: [([Int], UInt64)] = [([3], 1), ([2, 2], 2), ([3, 2, 4], 3), ([1, 5], 4), ([4, 4, 4], 5)]

    @Test(arguments: tables) func accountsAddUp(sectors: [Int], seed: UInt64) throws {
        let (table, account) = try Sample.random(sectors, seed: seed)
        let footprint = try Footprint(try LeontiefModel(table), account)
        let consumed = try footprint.byArea(.consumptionBased)
        let produced = try footprint.byArea(.productionBased)
        let imported = try footprint.byArea(.imported)
        let exported = try footprint.byArea(.exported)
        let demandFlows = try #require(account.demandFlows)
        let everything = zip(account.industryFlows.rowSums, demandFlows.rowSums).map { $0 + $1 }
        #expect(Sample.gap(consumed.rowSums, everything) < 1e-12)
        #expect(Sample.gap(produced.rowSums, everything) < 1e-12)
        #expect(Sample.gap(footprint.consumptionBased.rowSums, account.industryFlows.rowSums) < 1e-12)
        let balance = produced.elements.indices.map {
            produced.elements[$0] + imported.elements[$0] - exported.elements[$0]
        }
        #expect(Sample.gap(consumed.elements, balance) < 1e-12)
        // By area trade is solved for another way than by product.
        for (row, amount) in imported.rowSums.enumerated() {
            #expect(abs(try footprint.imported().rowSums[row] - amount) < 1e-11)
            #expect(abs(try footprint.exported().rowSums[row] - exported.rowSums[row]) < 1e-11)
        }
        if sectors.count > 1 { #expect(Sample.gap(imported.rowSums, exported.rowSums) < 1e-12) }
    }

    /// pymrio's definitions word by word: x_diag is L times the demand of an area with every product but one set to zero.
    @Test(arguments: tables) func accountsAreThoseOfTheDefinition(sectors: [Int], seed: UInt64) throws {
        let (table, account) = try Sample.random(sectors, seed: seed)
        let model = try LeontiefModel(table)
        let footprint = try Footprint(model, account)
        let intensities = account.intensities(in: table)
        let demand = table.demandByArea
        var exported = Matrix(rows: 2, columns: table.industries.count)
        let (consumed, imported) = (footprint.consumptionBased, try footprint.imported())
        for (column, label) in footprint.columns.enumerated() {
            let area = try #require(table.areas.firstIndex(of: label.area))
            let product = Matrix(rows: table.industries.count, columns: 1) { row, _ in
                table.industries[row].sector == label.sector ? demand[row, area] : 0
            }
            let output = try model.output(for: product).elements
            for row in 0..<2 {
                var (all, abroad) = (0.0, 0.0)
                for (position, industry) in table.industries.enumerated() {
                    let amount = intensities[row, position] * output[position]
                    all += amount
                    guard industry.area != label.area else { continue }
                    abroad += amount
                    exported[row, position] += amount
                }
                #expect(abs(consumed[row, column] - all) < 1e-11)
                #expect(abs(imported[row, column] - abroad) < 1e-11)
            }
        }
        #expect(zip(try footprint.exported().elements, exported.elements).allSatisfy { abs($0 - $1) < 1e-11 })
    }

    @Test(arguments: tables) func inversesAreThoseOfTheDefinition(sectors: [Int], seed: UInt64) throws {
        let (table, account) = try Sample.random(sectors, seed: seed)
        let model = try LeontiefModel(table)
        let inverse = try model.leontiefInverse()
        let count = table.industries.count
        let product = try inverse.multiplied(by: LeontiefDifference.of(table))
        let identity = Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }
        #expect(Sample.gap(product.elements, identity.elements) < 1e-12)
        let total = try account.intensities(in: table).multiplied(by: inverse)
        #expect(Sample.gap(try model.totalIntensities(account.intensities(in: table)).elements, total.elements) < 1e-12)
        // G = x^-1 L x.
        let ghosh = Matrix(rows: count, columns: count) { inverse[$0, $1] * table.output[$1] / table.output[$0] }
        #expect(Sample.gap(try table.ghoshInverse().elements, ghosh.elements) < 1e-12)
        let linkages = try Linkages(model)
        #expect(Sample.gap(linkages.forward, ghosh.rowSums) < 1e-12)
        #expect(Sample.gap(linkages.backward, inverse.columnSums) < 1e-12)
        #expect(abs(linkages.normalisedForward.reduce(0, +) - Double(count)) < 1e-10)
    }

    @Test func coefficientsMakeTheSameTable() throws {
        let (table, _) = try Sample.random([3, 2], seed: 9)
        let again = try InputOutputTable(
            industries: table.industries, inputCoefficients: table.inputCoefficients,
            demandCategories: table.demandCategories, finalDemand: table.finalDemand)
        #expect(Sample.gap(again.flows.elements, table.flows.elements) < 1e-12)
        #expect(Sample.gap(again.output, table.output) < 1e-12)
    }
}

private enum LeontiefDifference {
    static func of(_ table: InputOutputTable) -> Matrix {
        let coefficients = table.inputCoefficients
        return Matrix(rows: coefficients.rows, columns: coefficients.columns) { row, column in
            (row == column ? 1 : 0) - coefficients[row, column]
        }
    }
}
