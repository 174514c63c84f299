import InputOutput
import LinearAlgebra
import TestSupport

/// Tables for tests.
enum Sample {
    /// A table of one area.
    static func table(_ flows: [[Double]], demand: [Double], negative: Bool = false) throws -> InputOutputTable {
        let count = flows.count
        return try InputOutputTable(
            industries: (0..<count).map { Industry(sector: "s\($0)") },
            flows: try Matrix(rows: count, columns: count, elements: flows.flatMap { $0 }),
            demandCategories: [DemandCategory(category: "final")],
            finalDemand: try Matrix(rows: count, columns: 1, elements: demand), allowsNegativeFlows: negative)
    }

    /// A random table of several areas, each with its own number of sectors, two categories of demand, two stressors.
    static func random(_ sectors: [Int], seed: UInt64) throws -> (table: InputOutputTable, account: SatelliteAccount) {
        var generator = SeededGenerator(seed: seed)
        let industries = sectors.enumerated().flatMap { area, count in
            (0..<count).map { Industry(area: "r\(area)", sector: "s\($0)") }
        }
        let categories = sectors.indices.flatMap { area in
            ["h", "g"].map { DemandCategory(area: "r\(area)", category: $0) }
        }
        let table = try InputOutputTable(
            industries: industries,
            flows: Matrix(rows: industries.count, columns: industries.count) { _, _ in
                generator.uniform() < 0.2 ? 0 : generator.uniform()
            },
            demandCategories: categories,
            finalDemand: Matrix(rows: industries.count, columns: categories.count) { _, _ in generator.uniform() * 3 })
        let account = try SatelliteAccount(
            name: "e", stressors: [Stressor(["a"]), Stressor(["b"])],
            industryFlows: Matrix(rows: 2, columns: industries.count) { _, _ in generator.uniform() * 9 },
            demandFlows: Matrix(rows: 2, columns: categories.count) { _, _ in generator.uniform() }, of: table)
        return (table, account)
    }

    /// The largest difference, relative to the largest expected value.
    static func gap(_ found: [Double], _ expected: [Double]) -> Double {
        guard found.count == expected.count else { return .infinity }
        let largest = expected.map(abs).max() ?? 1
        return (zip(found, expected).map { abs($0 - $1) }.max() ?? 0) / largest
    }
}
