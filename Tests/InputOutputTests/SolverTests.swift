import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Whichever way systems are solved, results are the same; and what pymrio 0.7.0 gets wrong.
struct SolverTests {
    @Test(arguments: [.singlePrecision, .iterative, .automatic(systems: 1)] as [LeontiefModel.Solver])
    func solversAgree(solver: LeontiefModel.Solver) throws {
        for (sectors, seed) in LawTests.tables {
            let (table, account) = try Sample.random(sectors, seed: seed)
            let (exact, other) = (
                try LeontiefModel(table, solver: .factorised), try LeontiefModel(table, solver: solver)
            )
            let (expected, found) = (try Footprint(exact, account), try Footprint(other, account))
            #expect(Sample.gap(found.totalIntensities.elements, expected.totalIntensities.elements) < 1e-13)
            #expect(Sample.gap(found.consumptionBased.elements, expected.consumptionBased.elements) < 1e-13)
            // Trade can be a small difference of larger numbers.
            let scale = expected.consumptionBased.elements.max() ?? 0
            let pairs = [
                (try found.imported().elements, try expected.imported().elements),
                (try found.exported().elements, try expected.exported().elements),
            ]
            for (one, two) in pairs {
                #expect(zip(one, two).allSatisfy { abs($0 - $1) < 1e-13 * scale })
            }
            #expect(Sample.gap(other.outputMultipliers, exact.outputMultipliers) < 1e-13)
            #expect(Sample.gap(try other.leontiefInverse().elements, try exact.leontiefInverse().elements) < 1e-13)
        }
    }

    /// Small sectors beside large ones are as accurate; a sector without output has no part in it.
    @Test func smallSectors() throws {
        let table = try Sample.table([[1e9, 2e-3, 0], [3e8, 1e-3, 0], [1e-4, 1e-9, 0]], demand: [2e9, 1e9, 1e-5])
        let demand = try Matrix(rows: 3, columns: 1, elements: [1, 0, 0])
        let exact = try LeontiefModel(table, solver: .factorised).output(for: demand).elements
        for solver in [.singlePrecision, .iterative] as [LeontiefModel.Solver] {
            let found = try LeontiefModel(table, solver: solver).output(for: demand).elements
            for (one, two) in zip(found, exact) { #expect(abs(one - two) <= 1e-13 * two, "\(solver)") }
        }
        let empty = try Sample.table([[1, 1, 0], [1, 1, 0], [0, 0, 0]], demand: [3, 3, 0])
        let output = try LeontiefModel(empty, solver: .iterative).output(
            for: Matrix(rows: 3, columns: 1, elements: [1, 2, 3])
        ).elements
        #expect(Sample.gap(output, [2, 3, 3]) < 1e-14)
    }

    @Test func unproductiveTablesAreRefusedByAll() throws {
        let table = try Sample.table([[1, 3], [3, 1]], demand: [-1, -1])
        let singular = try Sample.table([[1, 1], [1, 1]], demand: [0, 0])
        for solver in [.factorised, .singlePrecision, .iterative] as [LeontiefModel.Solver] {
            for table in [table, singular] {
                #expect(throws: InputOutputFaults.self) { _ = try LeontiefModel(table, solver: solver) }
            }
        }
    }

    /// A large table takes the ways that small ones do not, and gives the identities. Its sums are those of the
    /// definition: D_cba and D_imp of pymrio are compared in the benchmarks.
    @Test(arguments: [1, 200, 5000]) func largeTables(systems: Int) throws {
        var generator = SeededGenerator(seed: 12)
        let count = 640
        let table = try InputOutputTable(
            industries: (0..<count).map { Industry(area: "r\($0 / 160)", sector: "s\($0 % 160)") },
            flows: Matrix(rows: count, columns: count) { _, _ in generator.uniform() < 0.4 ? 0 : generator.uniform() },
            demandCategories: (0..<4).map { DemandCategory(area: "r\($0)", category: "c") },
            finalDemand: Matrix(rows: count, columns: 4) { _, _ in 80 * generator.uniform() })
        let account = try SatelliteAccount(
            name: "e", stressors: [Stressor(["a"])],
            industryFlows: Matrix(rows: 1, columns: count) { _, _ in generator.uniform() }, of: table)
        let model = try LeontiefModel(table, solver: .automatic(systems: systems))
        let output = try model.output(for: table.demandByArea).rowSums
        for (found, expected) in zip(output, table.output) { #expect(abs(found - expected) < 1e-12 * expected) }
        let total = try model.totalIntensities(account.intensities(in: table)).elements
        let sum = zip(total, table.finalDemand.rowSums).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(sum - account.industryFlows.rowSums[0]) < 1e-11 * sum)
        let again = try LeontiefModel(table, solver: .automatic(systems: systems))
        #expect(try again.totalIntensities(account.intensities(in: table)).elements == total)
    }

    /// pymrio keeps all accounts of a table whose Y was changed. Here a changed Y is another table.
    @Test func changedDemandChangesAllAccounts() throws {
        let (table, account) = try Sample.random([2, 2], seed: 6)
        let doubled = try InputOutputTable(
            industries: table.industries, inputCoefficients: table.inputCoefficients,
            demandCategories: table.demandCategories,
            finalDemand: Matrix(rows: 4, columns: 4) { 2 * table.finalDemand[$0, $1] })
        let twice = try SatelliteAccount(
            name: "e", stressors: account.stressors,
            industryFlows: Matrix(rows: 2, columns: 4) { 2 * account.industryFlows[$0, $1] }, of: doubled)
        let (before, after) = (
            try Footprint(LeontiefModel(table), account), try Footprint(LeontiefModel(doubled), twice)
        )
        #expect(Sample.gap(doubled.output, table.output.map { 2 * $0 }) < 1e-13)
        for kind in FootprintAccount.allCases {
            let (old, new) = (try before.account(kind).values, try after.account(kind).values)
            #expect(Sample.gap(new.elements, old.elements.map { 2 * $0 }) < 1e-12)
        }
    }

    /// pymrio leaves M empty when it is asked for without L. Here M never needs L.
    @Test func totalIntensitiesNeedNoInverse() throws {
        let (table, account) = try Sample.random([3, 2], seed: 8)
        let model = try LeontiefModel(table)
        let expected = try account.intensities(in: table).multiplied(by: model.leontiefInverse())
        #expect(Sample.gap(try Footprint(model, account).totalIntensities.elements, expected.elements) < 1e-13)
    }

    /// Miller & Blair (2009), section 6.2: Type II over Type I income is one number for all industries, on any table.
    @Test(arguments: LawTests.tables.filter { $0.0.count == 1 }) func incomeRatioIsConstant(
        sectors: [Int], seed: UInt64
    ) throws {
        let (table, _) = try Sample.random(sectors, seed: seed)
        var generator = SeededGenerator(seed: seed)
        let income = table.output.map { $0 * 0.3 * generator.uniform() }
        let households = try HouseholdModel(
            table, income: income, spending: Matrix(rows: sectors[0], columns: 1, filledWith: 1), rule: .share(0.7))
        let closed = try households.incomeMultipliers()
        let direct = Matrix(rows: 1, columns: sectors[0]) { income[$1] / table.output[$1] }
        let open = try LeontiefModel(table).totalIntensities(direct).elements
        let ratios = zip(closed, open).map { $0 / $1 }
        for ratio in ratios { #expect(abs(ratio - ratios[0]) < 1e-12) }
        #expect(ratios[0] > 1)
    }
}
