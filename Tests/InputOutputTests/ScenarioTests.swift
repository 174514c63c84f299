import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Scenarios: laws against solving the changed economy anew.
struct ScenarioTests {
    /// A base of random numbers, its households those of category `h`.
    static func base(_ sectors: [Int], seed: UInt64, imports: Bool = false) throws -> ImpactBase {
        let (table, account) = try Sample.random(sectors, seed: seed)
        var generator = SeededGenerator(seed: seed + 1)
        let count = table.industries.count
        let areas = table.areas
        let spending = Matrix(rows: count, columns: areas.count) { table.finalDemand[$0, 2 * $1] }
        return ImpactBase(
            table,
            imports: imports
                ? try ImportTable(
                    flows: Matrix(rows: count, columns: count) { _, _ in generator.uniform() / 5 },
                    finalDemand: Matrix(rows: count, columns: table.demandCategories.count) { _, _ in
                        generator.uniform()
                    }, of: table) : nil,
            account: account,
            households: .init(income: table.output.map { 0.3 * $0 }, spending: spending, rule: .share(0.6)))
    }

    /// x' of a changed economy, from its coefficients and demand.
    private static func output(_ table: InputOutputTable, _ coefficients: Matrix, _ demand: [Double]) throws -> [Double]
    {
        let changed = try InputOutputTable(
            industries: table.industries, inputCoefficients: coefficients,
            demandCategories: [DemandCategory(area: table.areas[0], category: "all")],
            finalDemand: Matrix(rows: demand.count, columns: 1) { row, _ in demand[row] })
        return changed.output
    }

    private static func open(_ effects: ImpactEffects, _ row: Int) -> [Double] {
        zip(effects.direct.row(row), effects.indirect.row(row)).map { $0 + $1 }
    }

    /// Miller & Blair (2009), chapter 2: for f = (600, 1500) in place of (350, 1700) x = (1247.52, 1841.58).
    @Test func millerAndBlair() throws {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1700])
        let result = try ImpactModel(ImpactBase(table)).result(
            of: Scenario(
                programme: [
                    Shock("s", .yearly, .demand([Purchase(table.industries[0], 250)], labour: [])),
                    Shock("t", .yearly, .demand([Purchase(table.industries[1], -200)], labour: [])),
                ], financing: .none))
        let gross = try #require(result.effects(of: .gross, .yearly))
        #expect(Sample.gap(Self.open(gross, 0), [247.52475247525, -158.41584158416]) < 1e-12)
        #expect(result.net(.yearly) == nil)
        #expect(result.assumptions.contains(.grossNotNet) && result.assumptions.contains(.boughtAtHome))
    }

    /// Changed coefficients, demand and imports: the same output as the changed economy, by update and by new factors.
    @Test(arguments: [1, 2, 7]) func changesMeetTheChangedEconomy(columns: Int) throws {
        let base = try Self.base([9, 8], seed: 40, imports: true)
        let table = base.table
        let count = table.industries.count
        var coefficients = table.inputCoefficients
        var demand = table.finalDemand.rowSums
        var shocks: [Shock] = []
        for column in 0..<columns {
            let (seller, buyer) = (table.industries[3], table.industries[column])
            switch column % 3 {
            case 0:
                coefficients[3, column] = 0.07
                shocks.append(Shock("v", .yearly, .coefficient(.init(seller: seller, buyer: buyer, .value(0.07)))))
            case 1:
                coefficients[3, column] *= 0.25
                shocks.append(Shock("f", .yearly, .coefficient(.init(seller: seller, buyer: buyer, .factor(0.25)))))
            default:
                coefficients[3, column] += 0.1 / table.output[column]
                shocks.append(Shock("z", .yearly, .coefficient(.init(seller: seller, buyer: buyer, .flow(0.1)))))
            }
        }
        let imports = try #require(base.imports)
        let substitution = ImportSubstitution(product: table.industries[5], share: 0.4, buyers: [table.industries[0]])
        coefficients[5, 0] += 0.4 * imports.flows[5, 0] / table.output[0]
        demand[5] += 0.4 * imports.finalDemand.row(5).reduce(0, +)
        demand[6] += 2 * 0.5
        shocks += [
            Shock("i", .yearly, .importSubstitution(substitution)),
            Shock("d", .yearly, .demand([Purchase(table.industries[6], 2, homeShare: 0.5)], labour: [])),
        ]
        let model = try ImpactModel(base)
        let result = try model.result(of: Scenario(programme: shocks, financing: .none))
        let gross = try #require(result.effects(of: .gross, .yearly))
        let expected = zip(try Self.output(table, coefficients, demand), table.output).map { $0 - $1 }
        #expect(Sample.gap(Self.open(gross, result.outputRow), expected) < 1e-11)
        let account = try #require(base.account)
        let intensities = account.intensities(in: table)
        let jobs = (0..<count).map { intensities[1, $0] * expected[$0] }
        #expect(Sample.gap(Self.open(gross, 1), jobs) < 1e-11)
        // The order of shocks has no meaning.
        let turned = try model.result(of: Scenario(programme: shocks.reversed(), financing: .none))
        for (one, other) in zip(result.contributions, turned.contributions.reversed()) {
            #expect(one.name == other.name)
            // A factor of an element that is 0 does nothing.
            let differences = zip(one.effects.total.elements, other.effects.total.elements).map { abs($0 - $1) }
            #expect(differences.allSatisfy { $0 < 1e-12 })
        }
    }

    @Test func importSubstitutionKeepsTheTotal() throws {
        let base = try Self.base([5], seed: 4, imports: true)
        let (table, imports) = (base.table, try #require(base.imports))
        let change = ImportSubstitution(product: table.industries[2], share: 0.3)
        let (left, flows, demand) = try imports.substituted(change, in: table)
        for row in 0..<5 {
            for column in 0..<5 {
                #expect(abs(left.flows[row, column] + flows[row, column] - imports.flows[row, column]) < 1e-16)
                #expect((flows[row, column] != 0) == (row == 2))
            }
        }
        #expect(
            Sample.gap(zip(left.finalDemand.elements, demand.elements).map { $0 + $1 }, imports.finalDemand.elements)
                < 1e-15)
    }

    /// Demand closed on households: S times the closed inverse of `HouseholdModel`.
    @Test func inducedEffectsAreThoseOfTheClosedModel() throws {
        let base = try Self.base([4, 3], seed: 7)
        let households = try #require(base.households)
        let closed = try HouseholdModel(
            base.table, income: households.income, spending: households.spending, rule: households.rule)
        let account = try #require(base.account)
        let multipliers = try closed.totalIntensities(account.intensities(in: base.table))
        let purchases = [Purchase(base.table.industries[1], 3), Purchase(base.table.industries[5], 2)]
        let result = try ImpactModel(base).result(
            of: Scenario(programme: [Shock("p", .once, .demand(purchases, labour: []))], financing: .none))
        let effects = try #require(result.effects(of: .gross, .once))
        for row in 0..<2 {
            let expected = 3 * multipliers[row, 1] + 2 * multipliers[row, 5]
            #expect(abs(effects.total.row(row).reduce(0, +) - expected) < 1e-11)
        }
        #expect(result.effects(of: .gross, .yearly) == nil)
    }

    /// Wages paid directly induce what spending them as households do would: h is the demand for a unit of income.
    @Test func wagesAreSpent() throws {
        let base = try Self.base([5], seed: 8)
        let spending = try #require(base.households).spending
        let industry = base.table.industries[1]
        let paid = DirectLabour(industry, wages: 10, amounts: [["a"]: 4])
        let bought = base.table.industries.enumerated().map {
            Purchase($1, 10 * 0.6 * spending[$0, 0] / spending.columnSums[0])
        }
        let model = try ImpactModel(base)
        let (wages, demand) = (
            try model.result(
                of: Scenario(programme: [Shock("w", .once, .demand([], labour: [paid]))], financing: .none)),
            try model.result(
                of: Scenario(programme: [Shock("d", .once, .demand(bought, labour: []))], financing: .none))
        )
        let (first, second) = (
            try #require(wages.effects(of: .gross, .once)), try #require(demand.effects(of: .gross, .once))
        )
        #expect(Sample.gap(Array(try #require(first.induced).elements), second.total.elements) < 1e-12)
        #expect(first.direct[0, 1] == 4 && first.direct[1, 1] == 0)
        #expect(wages.contributions[0].money == 10)
    }

    /// Mixed model by blocks: x_1 = (I - A11)^-1 (f_1 + A12 x_2), f_2 = (I - A22) x_2 - A21 x_1.
    @Test func closingAMine() throws {
        let base = try Self.base([5], seed: 12)
        let table = base.table
        let mine = table.industries[4]
        let coefficients = table.inputCoefficients
        let inner = Matrix(rows: 4, columns: 4) { ($0 == $1 ? 1 : 0) - coefficients[$0, $1] }
        for factor in [0.9, 0] {
            let set = factor * table.output[4]
            let demand = table.finalDemand.rowSums
            let right = Matrix(rows: 4, columns: 1) { row, _ in demand[row] + coefficients[row, 4] * set }
            let rest = try LUFactorisation(inner).solution(of: right).elements
            let left = (1 - coefficients[4, 4]) * set - (0..<4).reduce(0) { $0 + coefficients[4, $1] * rest[$1] }
            let scenario = { (shortage: CapacityChange.Shortage) in
                Scenario(
                    programme: [Shock("c", .yearly, .capacity(.init(mine, factor: factor, shortage: shortage)))],
                    financing: .none)
            }
            let result = try ImpactModel(base).result(of: scenario(.imported))
            let effects = try #require(result.effects(of: .gross, .yearly))
            let expected = zip(rest + [set], table.output).map { $0 - $1 }
            #expect(Sample.gap(Self.open(effects, result.outputRow), expected) < 1e-12)
            #expect(abs((try #require(result.setOutputs.first)).leftForDemand - left) < 1e-12)
            guard left < 0 else { continue }
            #expect(throws: InputOutputFaults.self) { try ImpactModel(base).result(of: scenario(.refused)) }
        }
    }
}
