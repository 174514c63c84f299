import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Trade, gross and in value added.
struct TradeTests {
    @Test(arguments: LawTests.tables.filter { $0.0.count > 1 }) func tradeAddsUp(sectors: [Int], seed: UInt64) throws {
        let (table, account) = try Sample.random(sectors, seed: seed)
        let gross = try GrossTrade(table)
        #expect(abs(gross.exports.reduce(0, +) - gross.imports.reduce(0, +)) < 1e-11)
        #expect(Sample.gap(gross.exportsOfProducts.filter { $0 != 0 }, gross.exports) < 1e-15)
        let model = try LeontiefModel(table)
        let footprint = try Footprint(model, account)
        let embodied = try model.embodied(account.intensities(in: table))
        for (row, matrix) in embodied.enumerated() {
            // Columns are consumption, rows production, without what final consumers emit themselves.
            let consumed = footprint.consumptionBased.row(row)
            #expect(abs(matrix.elements.reduce(0, +) - consumed.reduce(0, +)) < 1e-11)
            for (area, name) in table.areas.enumerated() {
                let column = zip(footprint.columns, consumed).filter { $0.0.area == name }.map(\.1).reduce(0, +)
                #expect(abs((0..<matrix.rows).map { matrix[$0, area] }.reduce(0, +) - column) < 1e-11)
                let made = zip(table.industries, account.industryFlows.row(row)).filter { $0.0.area == name }
                #expect(abs(matrix.row(area).reduce(0, +) - made.map(\.1).reduce(0, +)) < 1e-11)
            }
        }
    }

    @Test(arguments: LawTests.tables.filter { $0.0.count > 1 })
    func termsAddUpToExports(sectors: [Int], seed: UInt64) throws {
        let (table, _) = try Sample.random(sectors, seed: seed)
        let trade = try ValueAddedTrade(LeontiefModel(table), valueAdded: nil)
        let terms = try trade.exportTerms()
        let content = try trade.inExports()
        for (area, taken) in try trade.participation().enumerated() {
            let sum = terms[area].reduce(0, +)
            #expect(abs(sum - taken.exports) < 1e-11 * taken.exports)
            #expect(abs(terms[area][0..<3].reduce(0, +) - taken.valueAddedExports) < 1e-11 * taken.exports)
            #expect(abs(terms[area][6...].reduce(0, +) - taken.foreignContent) < 1e-11 * taken.exports)
            #expect(abs(taken.domesticContent + taken.foreignContent - taken.exports) < 1e-11 * taken.exports)
            var (domestic, others) = (0.0, 0.0)
            for row in table.industries.indices where table.industries[row].area == taken.area {
                for column in table.industries.indices {
                    if table.industries[column].area == taken.area {
                        domestic += content[row, column]
                    } else {
                        others += content[row, column]
                    }
                }
            }
            #expect(abs(domestic - taken.domesticContent) < 1e-11 * taken.exports)
            #expect(abs(others - taken.inExportsOfOthers) < 1e-11 * taken.exports)
        }
        // All final demand is somebody's value added.
        let absorbed = try trade.absorbed()
        let demand = table.demandByArea
        #expect(Sample.gap(absorbed.columnSums, demand.columnSums) < 1e-12)
    }

    @Test func whatHasNoAnswer() throws {
        let (table, account) = try Sample.random([2, 2], seed: 2)
        let model = try LeontiefModel(table)
        let given = Array(account.industryFlows.row(0))
        do {
            _ = try ValueAddedTrade(model, valueAdded: given)
            Issue.record("columns that do not balance were taken")
        } catch {
            guard case .unbalancedColumn(_, let gap)? = error.list.first else { throw error }
            #expect(gap > 1e-3)
        }
        #expect(throws: InputOutputFaults.self) { _ = try ValueAddedTrade(model, valueAdded: [1]) }
        let one = try Sample.table([[1]], demand: [1])
        #expect(throws: InputOutputFaults([.noTrade])) { _ = try GrossTrade(one) }
        let balanced = zip(table.output, table.flows.columnSums).map { $0 - $1 }
        #expect(try ValueAddedTrade(model, valueAdded: balanced).largestGap?.relative ?? 0 < 1e-12)
    }
}
