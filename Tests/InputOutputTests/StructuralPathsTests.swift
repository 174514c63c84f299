import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Structural path analysis.
struct StructuralPathsTests {
    /// J. Kitzes, Resources 2(4) (2013), 489-503: the table, agriculture 0 and manufacturing 1; contributions by exhaustive
    /// enumeration, paths from the emitter to the final product.
    private static let kitzes: [(Double, [Int])] = [
        (2, [1]), (1.5, [0]), (1.25, [0, 1]), (0.75, [0, 0]), (0.625, [0, 0, 1]), (0.375, [0, 0, 0]),
        (1.0 / 3, [1, 1]), (0.3125, [0, 0, 0, 1]), (0.25, [1, 0]), (0.625 / 3, [0, 1, 1]), (0.625 / 3, [1, 0, 1]),
        (0.1875, [0, 0, 0, 0]), (0.15625, [0, 1, 0]), (0.15625, [0, 0, 0, 0, 1]),
    ]

    @Test func kitzes() throws {
        let table = try Sample.table([[8, 5], [4, 2]], demand: [3, 6])
        let found = try StructuralPaths(
            LeontiefModel(table), intensities: [0.5, 4.0 / 12], demand: [3, 6], threshold: 0.15 / 12)
        #expect(abs(found.total - 12) < 1e-13)
        #expect(found.paths.count == Self.kitzes.count)
        // Equal contributions may stand in any order of the enumeration; ours is that of labels.
        for (path, (contribution, _)) in zip(found.paths, Self.kitzes) {
            #expect(abs(path.contribution - contribution) < 1e-14)
        }
        #expect(Set(found.paths.map(\.industries)) == Set(Self.kitzes.map(\.1)))
        #expect(found.covered + found.remaining == found.total)
        #expect(found.paths.first?.subtree == found.paths.first.map { 6 * 1.2 * $0.contribution / 2 })
    }

    /// All chains layer by layer, as long as anything at least as large as `least` can be behind them: what is upstream of
    /// a unit is at most the largest intensity times the largest output multiplier.
    private static func enumerated(
        _ model: LeontiefModel, _ intensities: [Double], _ demand: [Double], least: Double
    ) -> [[Int]: Double] {
        let table = model.table
        let most = (intensities.map(abs).max() ?? 0) * (model.outputMultipliers.max() ?? 0)
        let coefficients = table.inputCoefficients
        var layer = Dictionary(uniqueKeysWithValues: demand.indices.map { ([$0], demand[$0]) })
        var found: [[Int]: Double] = [:]
        while !layer.isEmpty {
            for (path, weight) in layer { found[path] = weight * intensities[path[0]] }
            var next: [[Int]: Double] = [:]
            for (path, weight) in layer where abs(weight) * most >= least {
                for row in demand.indices where coefficients[row, path[0]] != 0 {
                    next[[row] + path] = weight * coefficients[row, path[0]]
                }
            }
            layer = next
        }
        return found
    }

    @Test(arguments: LawTests.tables) func noPathAboveTheThresholdIsMissed(sectors: [Int], seed: UInt64) throws {
        let (table, account) = try Sample.random(sectors, seed: seed)
        var intensities = Array(account.intensities(in: table).row(0))
        if seed == 3 { intensities[1] = -intensities[1] }
        let demand = (0..<table.industries.count).map { table.finalDemand.row($0).reduce(0, +) }
        let model = try LeontiefModel(table)
        let found = try StructuralPaths(model, intensities: intensities, demand: demand, threshold: 0.005)
        let small = try StructuralPaths(model, intensities: intensities, demand: demand, threshold: 1e-6, limit: 40)
        #expect(small.completeTo > 1e-6 * abs(small.total))
        let least = min(found.completeTo, small.completeTo)
        let all = Self.enumerated(model, intensities, demand, least: least)
        for list in [found, small] {
            let expected = all.filter { abs($0.value) >= list.completeTo }
            #expect(Set(list.paths.map(\.industries)) == Set(expected.keys))
        }
        for path in found.paths {
            #expect(abs(path.contribution - (all[path.industries] ?? .nan)) < 1e-14)
        }
        #expect(zip(found.paths, found.paths.dropFirst()).allSatisfy { abs($0.contribution) >= abs($1.contribution) })
        let total = try model.totalIntensities(Matrix(rows: 1, columns: demand.count) { intensities[$1] }).elements
        #expect(abs(found.total - zip(total, demand).map(*).reduce(0, +)) < 1e-12)
        let few = try StructuralPaths(model, intensities: intensities, demand: demand, threshold: 1e-5, most: 7)
        #expect(few.paths.map(\.industries) == found.paths.prefix(7).map(\.industries))
    }

    @Test func whatHasNoPaths() throws {
        let negative = try Sample.table([[1, -0.5], [1, 1]], demand: [5, 5], negative: true)
        #expect(throws: InputOutputFaults.self) {
            _ = try StructuralPaths(LeontiefModel(negative), intensities: [1, 1], demand: [5, 5])
        }
        let table = try Sample.table([[8, 5], [4, 2]], demand: [3, 6])
        #expect(throws: InputOutputFaults.self) {
            _ = try StructuralPaths(LeontiefModel(table), intensities: [1], demand: [3, 6])
        }
        let nothing = try StructuralPaths(LeontiefModel(table), intensities: [0, 0], demand: [3, 6])
        #expect(nothing.paths.isEmpty)
        #expect(nothing.total == 0)
    }
}
