import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Imports subtracted in a column, and imports set apart.
struct ImportTests {
    static let home = DemandCategory(category: "home")
    static let export = DemandCategory(category: "export")

    static func table(
        _ flows: [Double], _ demand: [Double], imports: [Double], exports: [DemandCategory] = [export]
    ) throws(any Error) -> CompetitiveTable {
        try CompetitiveTable(
            industries: [Industry(sector: "a"), Industry(sector: "b")],
            flows: Matrix(rows: 2, columns: 2, elements: flows), demandCategories: [home, export],
            finalDemand: Matrix(rows: 2, columns: 2, elements: demand), imports: imports, exports: exports)
    }

    /// By hand: use at home of a 10 + 20 + 30 = 60, imports 15, t = 0.25; of b 5 + 15 + 20 = 40, imports 4, t = 0.1.
    @Test func byHand() throws {
        let table = try Self.table([10, 20, 5, 15], [30, 40, 20, 60], imports: [15, 4])
        #expect(table.output == [85, 96])
        #expect(try table.importShares(.domesticUse) == [0.25, 0.1])
        let parts = try table.separated(by: .domesticUse)
        #expect(parts.domestic.flows.elements == [7.5, 15, 4.5, 13.5])
        #expect(parts.domestic.finalDemand.elements == [22.5, 40, 18, 60])
        #expect(parts.importFlows.elements == [2.5, 5, 0.5, 1.5])
        #expect(parts.importDemand.elements == [7.5, 0, 2, 0])
        #expect(parts.domestic.output == table.output)
        #expect(parts.separation == .domesticUse)
        // Supply is output and imports: 100 of both.
        #expect(Sample.gap(try table.importShares(.totalSupply), [0.15, 0.04]) < 1e-15)
        #expect(table.totalFlows.demandCategories.last == DemandCategory(category: "imports"))
        #expect(table.totalFlows.output == [85, 96])
    }

    /// Exports of a above its output: part of what is imported leaves again.
    @Test func reexports() throws {
        let table = try Self.table([10, 20, 5, 15], [30, 40, 20, 60], imports: [75, 4])
        let expected = InputOutputFault.construction(
            .importsAboveUse(Industry(sector: "a"), imports: 75, use: 60))
        #expect(throws: InputOutputFaults([expected])) { try table.separated(by: .domesticUse) }
        let parts = try table.separated(by: .totalSupply)
        #expect(parts.importDemand[0, 1] == 30)
        #expect(Sample.gap(parts.domestic.output, table.output) < 1e-15)
    }

    @Test func faults() throws {
        #expect(
            throws: InputOutputFaults([
                .construction(.negativeImports(Industry(sector: "b"), -1)),
                .construction(.unknownCategory("abroad")),
            ])
        ) {
            try Self.table(
                [1, 1, 1, 1], [9, 9, 9, 9], imports: [1, -1], exports: [DemandCategory(category: "abroad")])
        }
        #expect(throws: InputOutputFaults.self) { try Self.table([1, 1, 1, 1], [9, 9, 9, 9], imports: [1]) }
        // Imports above all that is used: output would be below zero.
        #expect(throws: InputOutputFaults([.negativeOutput(Industry(sector: "a"), -80)])) {
            try Self.table([1, 1, 1, 1], [9, 9, 9, 9], imports: [100, 0])
        }
    }

    /// Both parts add up to the whole, rows keep their balance, and multipliers are lower than as if made at home.
    @Test(arguments: [1, 2, 3] as [UInt64]) func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = 6
        let table = try CompetitiveTable(
            industries: (0..<count).map { Industry(sector: "s\($0)") },
            flows: Matrix(rows: count, columns: count) { _, _ in generator.uniform() },
            demandCategories: [Self.home, Self.export],
            finalDemand: Matrix(rows: count, columns: 2) { _, _ in 2 + generator.uniform() },
            imports: (0..<count).map { _ in generator.uniform() }, exports: [Self.export])
        for rule in [ImportSeparation.domesticUse, .totalSupply] {
            let parts = try table.separated(by: rule)
            let joined = try parts.joined(exports: table.exports)
            #expect(Sample.gap(joined.flows.elements, table.flows.elements) < 1e-14)
            #expect(Sample.gap(joined.finalDemand.elements, table.finalDemand.elements) < 1e-14)
            #expect(Sample.gap(parts.imports, table.imports) < 1e-13)
            #expect(Sample.gap(parts.domestic.output, table.output) < 1e-14)
            let domestic = try LeontiefModel(parts.domestic).outputMultipliers
            let total = try LeontiefModel(table.totalFlows).outputMultipliers
            #expect(zip(domestic, total).allSatisfy { $0 < $1 })
        }
    }

    @Test func balances() throws {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1700])
        let inputs = try Matrix(rows: 2, columns: 2, elements: [600, 1300, 50, 100.5])
        let report = try table.balance(givenOutput: [1000, 2001], primaryInputs: inputs)
        let row = try #require(report.largest(.row))
        #expect(row.industry.sector == "s1")
        #expect(abs(row.relative - 1.0 / 2001) < 1e-15)
        let column = try #require(report.largest(.column))
        #expect(column.gap == -0.5)
        #expect(report.entries.count == 4)
        let imports = try Matrix(rows: 2, columns: 2, elements: [0, 0.5, 0, 0])
        let closed = try table.balance(givenOutput: [1000, 2001], primaryInputs: inputs, importFlows: imports)
        #expect(closed.largest(.column)?.gap == 0)
        #expect(try table.balance().entries.isEmpty)
        #expect(throws: InputOutputFaults.self) {
            try table.balance(primaryInputs: imports.transposed, importFlows: inputs.firstRow)
        }
    }
}

extension Matrix {
    fileprivate var firstRow: Matrix { Matrix(rows: 1, columns: columns) { self[$0, $1] } }
}
