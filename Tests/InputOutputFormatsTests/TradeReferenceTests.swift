import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Testing
import TestSupport

/// Trade by R decompr 6.4.0 and pymrio 0.7.0; skipped where the reference results are not at hand.
@Suite(.enabled(if: ReferenceFolder.subject("input-output") != nil, "needs GREENPRINT_REFERENCE"))
struct TradeReferenceTests {
    private static func cells(_ file: String) throws -> [[String]] {
        let path = try #require(ReferenceFolder.subject("input-output")) + "/" + file
        return try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func number(_ cell: String) throws -> Double { try #require(Double(cell)) }

    private static func threeCountries() throws -> ValueAddedTrade {
        let cells = try cells("independent/three_countries_flows.csv").dropFirst()
        let industries = cells.map { row in
            let parts = row[0].split(separator: ".").map(String.init)
            return Industry(area: parts[0], sector: parts[1])
        }
        let values = try cells.map { try $0.dropFirst().map { try number($0) } }
        let table = try InputOutputTable(
            industries: industries, flows: Matrix(rows: 9, columns: 9) { values[$0][$1] },
            demandCategories: ["A", "B", "C"].map { DemandCategory(area: $0, category: "final") },
            finalDemand: Matrix(rows: 9, columns: 3) { values[$0][9 + $1] })
        return try ValueAddedTrade(LeontiefModel(table), valueAdded: nil)
    }

    @Test func koopmanWangWei() throws {
        let trade = try Self.threeCountries()
        let terms = try trade.exportTerms()
        let rows = try Self.cells("independent/three_countries_koopman_wang_wei.csv")
        #expect(rows[0].dropFirst() == ValueAddedTrade.ExportTerm.allCases.map(\.rawValue)[...])
        for (found, row) in zip(terms, rows.dropFirst()) {
            for (value, cell) in zip(found, row.dropFirst()) {
                #expect(abs(value - (try Self.number(cell))) < 1e-11)
            }
        }
        #expect(try trade.participation().map(\.exports) == [353, 230, 228])
    }

    @Test func valueAdded() throws {
        let trade = try Self.threeCountries()
        let (exports, absorbed) = (try trade.inExports().elements, try trade.absorbed().elements)
        let inExports = try Self.cells("independent/three_countries_value_added_in_exports.csv").dropFirst()
        let inDemand = try Self.cells("independent/three_countries_value_added_in_final_demand.csv").dropFirst()
        #expect(inExports.count == exports.count)
        #expect(inDemand.count == absorbed.count)
        for (value, row) in zip(exports, inExports) { #expect(abs(value - (try Self.number(row[4]))) < 1e-11) }
        for (value, row) in zip(absorbed, inDemand) { #expect(abs(value - (try Self.number(row[3]))) < 1e-11) }
    }

    @Test func grossTradeOfPymrio() throws {
        let path = try #require(ReferenceFolder.subject("input-output"))
        let folder = try InputOutputFolder(Folders.onDisk(path + "/pymrio-test/inputs"))
        let gross = try GrossTrade(folder.table)
        let exports = gross.exportsOfProducts
        let rows = try Self.cells("pymrio-test/outputs/gross_trade_totals.csv").dropFirst()
        #expect(rows.count == 48)
        for (position, row) in rows.enumerated() {
            #expect(gross.products[position] == Industry(area: row[0], sector: row[1]))
            let expected = [try Self.number(row[2]), try Self.number(row[3])]
            #expect(abs(exports[position] - expected[0]) <= 1e-10 * expected[0])
            #expect(abs(gross.imports[position] - expected[1]) <= 1e-10 * expected[1])
        }
        // Its value added does not balance its columns.
        let inputs = try folder.account("factor_inputs").account
        #expect(throws: InputOutputFaults.self) {
            _ = try ValueAddedTrade(LeontiefModel(folder.table), valueAdded: Array(inputs.industryFlows.row(0)))
        }
    }
}
