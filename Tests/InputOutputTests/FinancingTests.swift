import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Who pays, what is refused, and trade.
struct FinancingTests {
    private static func weights(_ table: InputOutputTable, _ category: String) -> [Weight] {
        table.industries.enumerated().map { row, industry in
            var sum = 0.0
            for (column, found) in table.demandCategories.enumerated() where found.category == category {
                sum += table.finalDemand[row, column]
            }
            return Weight(industry, sum)
        }
    }

    /// A programme that buys what the budget would have bought changes nothing; with half the home share, half.
    @Test func aBudgetThatBuysTheSameChangesNothing() throws {
        let base = try ScenarioTests.base([4, 3], seed: 21)
        let weights = Self.weights(base.table, "g")
        let sum = weights.reduce(0) { $0 + $1.weight }
        let purchases = weights.map { Purchase($0.industry, 2 * $0.weight / sum) }
        let programme = [Shock("p", .once, .demand(purchases, labour: []))]
        let model = try ImpactModel(base)
        for structure in [FinancingRule.Structure.category("g"), .products(weights)] {
            let rules = [FinancingRule(.budgetNeutral, structure)]
            let result = try model.result(of: Scenario(programme: programme, financing: .rules(rules)))
            let net = try #require(result.net(.once))
            let gross = try #require(result.effects(of: .gross, .once))
            #expect(net.total.elements.allSatisfy { abs($0) < 1e-12 })
            #expect(gross.total.elements.allSatisfy { $0 >= 0 })
            let half = [FinancingRule(.priceFinanced, structure, homeShare: 0.5)]
            let paid = try model.result(of: Scenario(programme: programme, financing: .rules(half)))
            let rest = try #require(paid.net(.once)).total.elements
            #expect(Sample.gap(rest, gross.total.elements.map { $0 / 2 }) < 1e-12)
            #expect(try #require(paid.effects(of: .financed, .once)?.induced).elements.allSatisfy { $0 < 0 })
        }
    }

    /// What is displaced is subtracted, and what is saved is spent: the same vector gives nothing.
    @Test func savingsAreSpent() throws {
        let base = try ScenarioTests.base([5], seed: 22)
        let industries = base.table.industries
        let scenario = Scenario(
            programme: [Shock("insulation", .once, .demand([Purchase(industries[1], 4)], labour: []))],
            displaced: [Shock("fuel", .yearly, .demand([Purchase(industries[0], 1)], labour: []))],
            financing: .rules([
                FinancingRule(.savingsRespent, .products([Weight(industries[0], 1)])),
                FinancingRule(.priceFinanced, .category("h"), amounts: [.once: 4]),
            ]))
        let result = try ImpactModel(base).result(of: scenario)
        #expect(result.timings == [.once, .yearly])
        #expect(try #require(result.net(.yearly)).total.elements.allSatisfy { abs($0) < 1e-14 })
        let displaced = try #require(result.effects(of: .displaced, .yearly))
        #expect(displaced.direct[result.outputRow, 0] == -1)
        let once = try #require(result.effects(of: .financed, .once))
        #expect(abs(once.direct.row(result.outputRow).reduce(0, +) + 4) < 1e-14)
    }

    /// Imports carry their part of money spent as final demand is.
    @Test func importsLeak() throws {
        let base = try ScenarioTests.base([4], seed: 23, imports: true)
        let imports = try #require(base.imports)
        let rule = FinancingRule(.budgetNeutral, .category("g"), amounts: [.once: 1])
        let industry = base.table.industries[2]
        let scenario = Scenario(
            programme: [Shock("p", .once, .demand([Purchase(industry, 1)], labour: []))], financing: .rules([rule]))
        let result = try ImpactModel(base).result(of: scenario)
        let home = base.table.finalDemand.row(2).reduce(0, +)
        let abroad = imports.finalDemand.row(2).reduce(0, +)
        let direct = try #require(result.effects(of: .gross, .once)).direct.row(result.outputRow).reduce(0, +)
        #expect(abs(direct - home / (home + abroad)) < 1e-14)
        let spent = base.table.finalDemand.columnSums[1]
        let share = spent / (spent + imports.finalDemand.columnSums[1])
        let paid = try #require(result.effects(of: .financed, .once)).direct.row(result.outputRow).reduce(0, +)
        #expect(abs(paid + share) < 1e-14)
    }

    /// What buyers of an area buy in all stays; all of a share of 1 comes from the other area.
    @Test func originsShift() throws {
        let base = try ScenarioTests.base([3, 3], seed: 24)
        let change = TradeMixChange(sector: "s1", buyers: "r0", from: "r1", to: "r0", share: 1)
        let result = try ImpactModel(base).result(
            of: Scenario(programme: [Shock("t", .yearly, .tradeMix(change))], financing: .none))
        let direct = Array(try #require(result.effects(of: .gross, .yearly)).direct.row(result.outputRow))
        let table = base.table
        let moved = (0..<3).reduce(0) { $0 + table.flows[4, $1] } + table.finalDemand[4, 0] + table.finalDemand[4, 1]
        #expect(Sample.gap(direct, [0, moved, 0, 0, -moved, 0]) < 1e-13)
    }

    /// Households that buy other things: money in all is the same. Exports that fall by a fifth.
    @Test func demandShifts() throws {
        let base = try ScenarioTests.base([4], seed: 25)
        let industries = base.table.industries
        let shift = Shock.Change.householdShift(
            amount: 0.5, from: [Weight(industries[0], 1), Weight(industries[1], 3)], to: [Weight(industries[2], 7)])
        let fall = Shock.Change.scaledDemand(products: [industries[3]], categories: ["g"], factor: 0.8)
        let result = try ImpactModel(base).result(
            of: Scenario(programme: [Shock("a", .yearly, shift), Shock("b", .yearly, fall)], financing: .none))
        let direct = result.contributions.map { Array($0.effects.direct.row(result.outputRow)) }
        #expect(direct[0] == [-0.125, -0.375, 0.5, 0])
        #expect(Sample.gap(direct[1], [0, 0, 0, -0.2 * base.table.finalDemand[3, 1]]) < 1e-15)
    }

    /// The sum of the column stays where other inputs give way.
    @Test func otherInputsGiveWay() throws {
        let base = try ScenarioTests.base([5], seed: 26)
        let industries = base.table.industries
        let change = CoefficientChange(
            seller: industries[1], buyer: industries[2], .factor(1.5), compensation: .otherInputs)
        let result = try ImpactModel(base).result(
            of: Scenario(programme: [Shock("c", .yearly, .coefficient(change))], financing: .none))
        let direct = try #require(result.effects(of: .gross, .yearly)).direct.row(result.outputRow)
        #expect(abs(direct.reduce(0, +)) < 1e-14)
        #expect(direct.contains { abs($0) > 1e-6 })
    }

    @Test func allFaultsAreToldWithTheirPlace() throws {
        let base = try ScenarioTests.base([4], seed: 27)
        let industries = base.table.industries
        let stranger = Industry(sector: "x")
        let huge = CoefficientChange(seller: industries[1], buyer: industries[2], .value(1.2))
        let scenario = Scenario(
            programme: [
                Shock("a", .once, .demand([Purchase(stranger, 1), Purchase(industries[0], .nan)], labour: [])),
                Shock("b", .yearly, .coefficient(huge)), Shock("c", .yearly, .coefficient(huge)),
                Shock("d", .yearly, .importSubstitution(.init(product: industries[0], share: 0.5))),
            ], displaced: [Shock("e", .yearly, .demand([Purchase(industries[0], -1)], labour: []))],
            financing: .rules([FinancingRule(.budgetNeutral, .category("nobody"), amounts: [.once: 1])]))
        do {
            _ = try ImpactModel(base).result(of: scenario)
            Issue.record("accepted")
        } catch {
            let found = error.list.compactMap { fault -> ScenarioFault? in
                if case .scenario(let found) = fault { found } else { nil }
            }
            let gross = { ScenarioAddress(.gross, $0) }
            #expect(found.contains(ScenarioFault(gross(0), .unknownIndustry(stranger))))
            #expect(found.contains { $0.address == gross(0) && $0.problem != .unknownIndustry(stranger) })
            #expect(found.contains { if case .columnSum = $0.problem { $0.address == gross(2) } else { false } })
            #expect(
                found.contains(
                    ScenarioFault(gross(2), .changedTwice(seller: industries[1], buyer: industries[2]))))
            #expect(found.contains(ScenarioFault(gross(3), .noImports)))
            #expect(found.contains(ScenarioFault(ScenarioAddress(.displaced, 0), .badNumber(-1))))
            #expect(found.contains(ScenarioFault(ScenarioAddress(.financed, 0), .unknownCategory("nobody"))))
        }
    }

    @Test func nothingFallsBelowZero() throws {
        let base = try ScenarioTests.base([4], seed: 28)
        let purchase = Purchase(base.table.industries[0], -10 * base.table.output[0])
        #expect(throws: InputOutputFaults.self) {
            try ImpactModel(base).result(
                of: Scenario(programme: [Shock("a", .yearly, .demand([purchase], labour: []))], financing: .none))
        }
    }
}
