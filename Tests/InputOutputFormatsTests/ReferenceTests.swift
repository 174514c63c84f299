import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Testing
import TestSupport

/// The reference results of pymrio 0.7.0 and those printed for real tables; skipped where they are not at hand.
@Suite(.enabled(if: ReferenceFolder.subject("input-output") != nil, "needs GREENPRINT_REFERENCE"))
struct ReferenceTests {
    private static func path(_ file: String) throws -> String {
        try #require(ReferenceFolder.subject("input-output")) + "/" + file
    }

    private static func cells(_ file: String) throws -> [[String]] {
        try String(contentsOfFile: try path(file), encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Compares with a file written by pymrio: labels letter by letter, numbers within 1e-10 of each.
    private static func expect(
        _ rows: LabelAxis, _ columns: LabelAxis, _ values: Matrix, file: String,
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        let text = LabelledMatrix(rows: rows, columns: columns, values: values).csv
        let found = text.split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let expected = try cells("pymrio-test/outputs/" + file)
        #expect(found.map(\.count) == expected.map(\.count), sourceLocation: place)
        for (cell, other) in zip(found.joined(), expected.joined()) {
            guard let number = Double(other) else {
                #expect(cell == other, sourceLocation: place)
                continue
            }
            let value = try #require(Double(cell))
            #expect(abs(value - number) <= 1e-10 * abs(number), "\(file)", sourceLocation: place)
        }
    }

    @Test(arguments: ["directory-txt", "inputs"]) func pymrioTestSystem(layout: String) throws {
        let folder = try InputOutputFolder(Folders.onDisk(Self.path("pymrio-test/" + layout)))
        let axis = folder.industries
        try Self.expect(axis, axis, folder.table.inputCoefficients, file: "A.csv")
        try Self.expect(axis, axis, try folder.table.allocationCoefficients(), file: "B.csv")
        let model = try LeontiefModel(folder.table)
        for name in ["emissions", "factor_inputs"] {
            let (account, rows) = try folder.account(name)
            let footprint = try Footprint(model, account)
            try Self.expect(rows, axis, account.intensities(in: folder.table), file: name + "_S.csv")
            try Self.expect(rows, axis, footprint.totalIntensities, file: name + "_M.csv")
            try Self.expect(rows, folder.axis(footprint.columns), footprint.consumptionBased, file: name + "_D_cba.csv")
            let areas = folder.areas
            try Self.expect(rows, areas, try footprint.byArea(.consumptionBased), file: name + "_D_cba_reg.csv")
            let population = try #require(folder.population)
            let perCapita = try footprint.perCapita(.consumptionBased, population: population)
            try Self.expect(rows, areas, perCapita, file: name + "_D_cba_cap.csv")
        }
        let emissions = try folder.account("emissions")
        let demand = try #require(emissions.account.demandIntensities(in: folder.table))
        try Self.expect(emissions.stressors, folder.demandCategories, demand, file: "emissions_S_Y.csv")
    }

    /// A table as the reference folder keeps it, with numbers by row.
    private static func table(_ folder: String, demand: [Double]?) throws -> (InputOutputTable, [String]) {
        let rows = try cells(folder + "/domestic_flows.csv").dropFirst()
        let names = rows.compactMap(\.first)
        let flows = try Matrix(
            rows: names.count, columns: names.count,
            elements: rows.flatMap { $0.dropFirst().compactMap { Double($0) } })
        let final =
            try demand
            ?? cells(folder + "/final_demand.csv").dropFirst().map { row in
                row.dropFirst().compactMap { Double($0) }.reduce(0, +)
            }
        let table = try InputOutputTable(
            industries: names.map { Industry(sector: $0) }, flows: flows,
            demandCategories: [DemandCategory(category: "all")],
            finalDemand: Matrix(rows: names.count, columns: 1, elements: final))
        return (table, names)
    }

    private static func inputs(_ folder: String, _ name: String) throws -> [Double] {
        let row = try #require(try cells(folder + "/primary_inputs.csv").first { $0.first == name })
        return row.dropFirst().compactMap { Double($0) }
    }

    /// Eurostat (2008), chapter 15, and R ioanalysis 0.3.4 for the linkages.
    @Test func germany1995() throws {
        let (table, _) = try Self.table("germany-1995", demand: nil)
        let model = try LeontiefModel(table)
        let printed = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]
        for (found, printed) in zip(model.outputMultipliers, printed) { #expect(abs(found - printed) <= 0.00005001) }
        let linkages = try Linkages(model)
        for (row, cells) in try Self.cells("independent/germany_linkages_total.csv").dropFirst().enumerated() {
            #expect(abs(linkages.backward[row] - (try #require(Double(cells[1])))) < 1e-12)
            #expect(abs(linkages.forward[row] - (try #require(Double(cells[2])))) < 1e-12)
        }
    }

    /// Statistics Netherlands, table of 2000: direct and indirect compensation, printed to three decimals.
    @Test func netherlands2000() throws {
        let output = try Self.inputs("netherlands-2000", "output_bp")
        let rows = try Self.cells("netherlands-2000/domestic_flows.csv").dropFirst()
        let sold = rows.map { $0.dropFirst().compactMap { Double($0) }.reduce(0, +) }
        let (table, _) = try Self.table("netherlands-2000", demand: zip(output, sold).map { $0 - $1 })
        let names = try Self.cells("netherlands-2000/primary_inputs.csv").compactMap(\.first)
        let name = try #require(names.first { $0.contains("compensation") }, "\(names)")
        let paid = try Matrix(rows: 1, columns: 6, elements: try Self.inputs("netherlands-2000", name))
        let account = try SatelliteAccount(
            name: "pay", stressors: [Stressor([name])], industryFlows: paid, of: table)
        let total = try LeontiefModel(table).totalIntensities(account.intensities(in: table)).elements
        for (found, printed) in zip(total, [0.263, 0.099, 0.306, 0.212, 0.465, 0.493]) {
            #expect(abs(found - printed) <= 0.000501)
        }
    }
}
