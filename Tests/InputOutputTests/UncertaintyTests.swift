import InputOutput
import LinearAlgebra
import Testing

/// Monte Carlo over an economy and a scenario.
struct UncertaintyTests {
    private static func study() throws -> (UncertainImpact, ScenarioResult) {
        let base = try ScenarioTests.base([4, 3], seed: 31)
        let purchase = Purchase(base.table.industries[1], 5)
        let scenario = Scenario(
            programme: [Shock("p", .once, .demand([purchase], labour: []))],
            financing: .rules([FinancingRule(.priceFinanced, .category("h"))]))
        return (.scenario(scenario, on: base), try ImpactModel(base).result(of: scenario))
    }

    private static func cells(_ spread: Double, _ policy: ImpactUncertainty.Cells.Policy) -> ImpactUncertainty.Cells {
        .init(spreads: (spread, spread / 5), sizes: (0.001, 0.1), policy: policy)
    }

    @Test func withoutSpreadEverythingIsThePointValue() throws {
        let (study, result) = try Self.study()
        let nothing = ImpactUncertainty(
            account: 0, cells: Self.cells(0, .moveValueAdded), spendingShare: .uniform(low: 0.6, high: 0.6),
            parameters: [.init("delta", .beta(mean: 0.3, standardDeviation: 0))])
        let found = try study.run(nothing, runs: 20, seed: 1)
        #expect(found.spreads.map(\.point).count == UncertainImpact.quantities(of: result).count)
        for (spread, value) in zip(found.spreads, UncertainImpact.values(of: result)) {
            #expect(spread.low == spread.point && spread.high == spread.point && spread.median == spread.point)
            #expect(abs(spread.point - value) < 1e-12)
            #expect(spread.correlations.allSatisfy { $0 == nil })
        }
        #expect(found.redraws == 0)
    }

    @Test func threadsDoNotMatter() throws {
        let (study, _) = try Self.study()
        let uncertainty = ImpactUncertainty(
            account: 0.2, cells: Self.cells(0.5, .keepValueAdded), spendingShare: .uniform(low: 0.4, high: 0.8))
        let one = try study.run(uncertainty, runs: 100, seed: 3, threads: 1)
        #expect(try study.run(uncertainty, runs: 100, seed: 3, threads: 4) == one)
        #expect(try study.run(uncertainty, runs: 100, seed: 4, threads: 4) != one)
        #expect(one.inputs == ["account", "cells", "spending-share"])
    }

    /// Jobs are S f for an industry that buys nothing: lognormal with quantiles m exp(-s^2/2 +- 1.645 s), s^2 = ln(1 + v^2).
    @Test func jobsFollowTheDeclaredDistribution() throws {
        let table = try Sample.table([[0, 1], [0, 1]], demand: [9, 8])
        let account = try SatelliteAccount(
            name: "jobs", stressors: [Stressor(["jobs"])],
            industryFlows: Matrix(rows: 1, columns: 2, elements: [20, 10]), of: table)
        let purchase = Purchase(table.industries[0], 1)
        let scenario = Scenario(
            programme: [Shock("p", .once, .demand([purchase], labour: []))], financing: .none)
        let study = UncertainImpact.scenario(scenario, on: ImpactBase(table, account: account))
        let found = try study.run(ImpactUncertainty(account: 0.3), runs: 4000, seed: 5)
        let spread = try #require(found.spreads.first)
        // s = 0.29356, mean 2: 1.1818, 1.9157, 3.1055 by hand.
        #expect(spread.point == 2)
        #expect(abs(spread.median - 1.9157) < 0.04 && abs(spread.low - 1.1818) < 0.04)
        #expect(abs(spread.high - 3.1055) < 0.09)
        #expect(spread.correlations == [1])
    }

    /// A parameter reaches base and outputs; what is all of the spread has rank correlation 1.
    @Test func parametersCarrySpread() throws {
        let base = try ScenarioTests.base([4], seed: 33)
        let study = UncertainImpact(base: { _ throws(InputOutputFaults) in base }) {
            model, parameters throws(InputOutputFaults) in
            let share = parameters["share"] ?? 0
            return [share * model.base.table.output[0]]
        }
        let uncertainty = ImpactUncertainty(
            account: 0.1, parameters: [.init("share", .beta(mean: 0.2, standardDeviation: 0.05))])
        let spread = try #require(try study.run(uncertainty, runs: 500, seed: 6).spreads.first)
        #expect(spread.correlations == [nil, 1])
        #expect(abs(spread.median / spread.point - 1) < 0.05)
        #expect(spread.low < spread.point && spread.point < spread.high)
    }

    /// Columns near their output are drawn again if value added may move, and not if it is kept.
    @Test func redrawsAreCounted() throws {
        let table = try Sample.table([[4, 3], [4.5, 4]], demand: [3, 1.5])
        let study = UncertainImpact.multipliers(on: ImpactBase(table))
        let moving = ImpactUncertainty(cells: .init(spreads: (0.3, 0.3), sizes: (0.001, 0.1), policy: .moveValueAdded))
        let kept = ImpactUncertainty(cells: .init(spreads: (0.3, 0.3), sizes: (0.001, 0.1), policy: .keepValueAdded))
        #expect(try study.run(moving, runs: 200, seed: 7).redraws > 0)
        #expect(try study.run(kept, runs: 200, seed: 7).redraws == 0)
    }

    @Test func badSpreads() throws {
        let (study, _) = try Self.study()
        for bad in [
            ImpactUncertainty(account: -1), ImpactUncertainty(spendingShare: .uniform(low: 1, high: 0)),
            ImpactUncertainty(parameters: [.init("w", .beta(mean: 0.5, standardDeviation: 0.6))]),
            ImpactUncertainty(cells: .init(spreads: (0.5, 0.1), sizes: (0.1, 0.1), policy: .moveValueAdded)),
        ] {
            #expect(throws: InputOutputFaults.self) { try study.run(bad, runs: 10, seed: 1) }
        }
        #expect(throws: InputOutputFaults.self) { try study.run(ImpactUncertainty(), runs: 1, seed: 1) }
    }
}
