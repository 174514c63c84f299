import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Structural decomposition between two tables.
struct StructuralDecompositionTests {
    typealias Factor = StructuralDecomposition.Factor

    /// Miller & Blair (2009), section 13.1, equations 13.3 to 13.7.
    private static func millerAndBlair() throws -> (before: InputOutputTable, after: InputOutputTable) {
        (
            try Sample.table([[10, 20, 25], [15, 5, 30], [30, 40, 5]], demand: [45, 30, 25]),
            try Sample.table([[12, 15, 35], [24, 11, 30], [36, 50, 8]], demand: [50, 35, 26])
        )
    }

    @Test func outputAfterMillerAndBlair() throws {
        let (before, after) = try Self.millerAndBlair()
        let found = try StructuralDecomposition(
            from: .init(before), to: .init(after), factors: [.technology, .demand])
        let technology = [0.8415077291714455, 9.14132563285854, 9.486932638286913]
        let demand = [11.158492270828532, 10.858674367141443, 10.513067361713059]
        #expect(Sample.gap(found.effects[0].byIndustry.elements, technology) < 1e-12)
        #expect(Sample.gap(found.effects[1].byIndustry.elements, demand) < 1e-12)
        // Equations 13.3 and 13.4 are the two orders.
        let orders = [18.530386392932307, 20.40914560770149]
        #expect(abs(found.effects[0].lowest[0] - orders[0]) < 1e-12)
        #expect(abs(found.effects[0].highest[0] - orders[1]) < 1e-12)
    }

    /// The employment case of the reference values: made-up jobs, brute force over all six orders with numpy.
    @Test func jobsInThreeFactors() throws {
        let (before, after) = try Self.millerAndBlair()
        let periods = try [(before, [30.0, 24, 40]), (after, [32.0, 26, 45])].map { table, jobs in
            try StructuralDecomposition.Period(
                table,
                SatelliteAccount(
                    name: "jobs", stressors: [Stressor(["jobs"])],
                    industryFlows: Matrix(rows: 1, columns: 3, elements: jobs), of: table))
        }
        let factors: [Factor] = [.intensity, .technology, .demand]
        let all = try StructuralDecomposition(from: periods[0], to: periods[1], factors: factors)
        let means = [-7.853657676893626, 6.476885105097878, 10.376772571795733]
        #expect(Sample.gap(all.effects.map { $0.total[0] }, means) < 1e-12)
        let lowest = [-8.600000000000009, 5.87714878575693, 9.656169847000186]
        let highest = [-7.128571428571433, 7.119133574007208, 11.139887446159662]
        #expect(Sample.gap(all.effects.map { $0.lowest[0] }, lowest) < 1e-12)
        #expect(Sample.gap(all.effects.map { $0.highest[0] }, highest) < 1e-12)
        let polar = try StructuralDecomposition(
            from: periods[0], to: periods[1], factors: factors, averaging: .polar)
        let polarMeans = [-7.864285714285721, 6.498141179882069, 10.366144534403638]
        #expect(Sample.gap(polar.effects.map { $0.total[0] }, polarMeans) < 1e-12)
        #expect(abs(all.after.rowSums[0] - all.before.rowSums[0] - 9) < 1e-12)
    }

    private static func periods(_ sectors: [Int], seed: UInt64) throws -> [StructuralDecomposition.Period] {
        var generator = SeededGenerator(seed: seed + 100)
        return try [seed, seed + 50].map { seed in
            let (table, account) = try Sample.random(sectors, seed: seed)
            return .init(table, account, population: sectors.map { _ in 1 + generator.uniform() })
        }
    }

    static let sets: [[Factor]] = [
        [.intensity, .technology, .demand], [.demand, .trade, .technology, .intensity],
        [.intensity, .technology, .level, .mix], [.intensity, .technology, .trade, .population, .level, .mix],
    ]

    @Test(arguments: sets, [2, 3] as [UInt64]) func effectsAddUp(factors: [Factor], seed: UInt64) throws {
        let periods = try Self.periods(seed == 2 ? [3] : [3, 2, 4], seed: seed)
        let there = try StructuralDecomposition(from: periods[0], to: periods[1], factors: factors)
        let back = try StructuralDecomposition(from: periods[1], to: periods[0], factors: factors)
        for row in 0..<2 {
            let change = there.after.rowSums[row] - there.before.rowSums[row]
            #expect(abs(there.effects.reduce(0) { $0 + $1.total[row] } - change) < 1e-11)
            for (effect, reverse) in zip(there.effects, back.effects) {
                #expect(abs(effect.total[row] + reverse.total[row]) < 1e-11)
                #expect(effect.lowest[row] <= effect.total[row] + 1e-12)
                #expect(effect.total[row] <= effect.highest[row] + 1e-12)
            }
        }
        for (column, amount) in there.after.elements.enumerated() {
            let sum = there.effects.reduce(0) { $0 + $1.byIndustry.elements[column] }
            #expect(abs(sum - (amount - there.before.elements[column])) < 1e-11)
        }
        let same = try StructuralDecomposition(from: periods[0], to: periods[0], factors: factors)
        #expect(same.effects.allSatisfy { $0.total.allSatisfy { abs($0) < 1e-11 } })
    }

    /// One order after the other, each factor in turn, instead of combinations and weights.
    @Test func meansAreThoseOverAllOrders() throws {
        let periods = try Self.periods([3, 2], seed: 7)
        let factors: [Factor] = [.intensity, .technology, .level, .mix]
        let found = try StructuralDecomposition(from: periods[0], to: periods[1], factors: factors)
        let parts = periods.map { period -> (Matrix, LeontiefModel?, [Double], Matrix) in
            let demand = period.table.demandByArea
            let sums = demand.columnSums
            let mix = Matrix(rows: demand.rows, columns: demand.columns) { demand[$0, $1] / sums[$1] }
            return (period.intensities, try? LeontiefModel(period.table), sums, mix)
        }
        func amount(_ years: [Int]) throws -> Double {
            let mix = parts[years[3]].3
            let demand = Matrix(rows: mix.rows, columns: 1) { row, _ in
                zip(mix.row(row), parts[years[2]].2).reduce(0) { $0 + $1.0 * $1.1 }
            }
            let output = try #require(parts[years[1]].1).output(for: demand)
            return zip(parts[years[0]].0.row(0), output.elements).reduce(0) { $0 + $1.0 * $1.1 }
        }
        var (sums, lowest, highest) = ([0.0, 0, 0, 0], [9e9, 9e9, 9e9, 9e9], [-9e9, -9e9, -9e9, -9e9])
        for order in Self.orders(4) {
            var years = [0, 0, 0, 0]
            for factor in order {
                let before = try amount(years)
                years[factor] = 1
                let effect = try amount(years) - before
                sums[factor] += effect / 24
                lowest[factor] = min(lowest[factor], effect)
                highest[factor] = max(highest[factor], effect)
            }
        }
        #expect(Sample.gap(found.effects.map { $0.total[0] }, sums) < 1e-12)
        #expect(Sample.gap(found.effects.map { $0.lowest[0] }, lowest) < 1e-12)
        #expect(Sample.gap(found.effects.map { $0.highest[0] }, highest) < 1e-12)
    }

    private static func orders(_ count: Int) -> [[Int]] {
        guard count > 1 else { return [[0]] }
        return orders(count - 1).flatMap { order in
            (0..<count).map { place in
                var longer = order
                longer.insert(count - 1, at: place)
                return longer
            }
        }
    }

    /// What changes alone has all of the effect: demand twice as large is level, other origins are trade.
    @Test func oneChangeIsOneEffect() throws {
        let (table, account) = try Sample.random([3, 3], seed: 11)
        let count = table.industries.count
        // Every buyer takes from the one area what it took from the other.
        let coefficients = table.inputCoefficients
        let swapped = Matrix(rows: count, columns: count) { coefficients[($0 + 3) % 6, $1] }
        let other = try InputOutputTable(
            industries: table.industries, inputCoefficients: swapped, demandCategories: table.demandCategories,
            finalDemand: Matrix(rows: count, columns: 4) { 2 * table.finalDemand[($0 + 3) % 6, $1] })
        let intensities = account.intensities(in: table)
        let later = try SatelliteAccount(
            name: "e", stressors: account.stressors,
            industryFlows: Matrix(rows: 2, columns: count) { intensities[$0, $1] * other.output[$1] }, of: other)
        let found = try StructuralDecomposition(
            from: .init(table, account), to: .init(other, later),
            factors: [.intensity, .technology, .trade, .level, .mix])
        for effect in found.effects where effect.factor != .trade && effect.factor != .level {
            #expect(effect.byIndustry.elements.allSatisfy { abs($0) < 1e-12 }, "\(effect.factor)")
        }
        #expect(found.effects.filter { $0.total[0] > 0.1 || $0.total[0] < -0.1 }.contains { $0.factor == .level })
    }

    @Test func tablesThatDoNotMatch() throws {
        let (before, after) = try Self.millerAndBlair()
        func fault(_ later: StructuralDecomposition.Period, _ factors: [Factor]) -> InputOutputFault? {
            do {
                _ = try StructuralDecomposition(from: .init(before), to: later, factors: factors)
                return nil
            } catch {
                return error.list.first
            }
        }
        let small = try Sample.table([[1]], demand: [1])
        #expect(
            fault(.init(small), [.technology, .demand])
                == .otherClassification(.industries, missing: [["", "s1"], ["", "s2"]], surplus: []))
        for factors: [Factor] in [[.demand], [.technology, .level], [.technology, .demand, .mix, .level]] {
            #expect(fault(.init(after), factors) == .incompleteFactors)
        }
        #expect(fault(.init(after), [.technology, .population, .level, .mix]) == .noPopulation(""))
        let none = try Sample.table([[1, 0, 0], [0, 2, 0], [0, 0, 1]], demand: [1, -1, 0])
        #expect(fault(.init(none), [.technology, .level, .mix]) == .noDemandLevel(""))
        let units = try ["kg", "t"].map { unit in
            try StructuralDecomposition.Period(
                before,
                SatelliteAccount(
                    name: "e", stressors: [Stressor(["a"], unit: unit)],
                    industryFlows: Matrix(rows: 1, columns: 3, filledWith: 1), of: before))
        }
        #expect(throws: InputOutputFaults([.otherUnit(Stressor(["a"], unit: "kg"), "t")])) {
            _ = try StructuralDecomposition(from: units[0], to: units[1], factors: Self.sets[0])
        }
    }

    /// Rows and columns may stand in another order.
    @Test func orderOfIndustriesDoesNotMatter() throws {
        let (table, account) = try Sample.random([3, 2], seed: 4)
        let (other, otherAccount) = try Sample.random([3, 2], seed: 5)
        let order = [4, 0, 2, 1, 3]
        let turned = try InputOutputTable(
            industries: order.map { other.industries[$0] },
            flows: Matrix(rows: 5, columns: 5) { other.flows[order[$0], order[$1]] },
            demandCategories: other.demandCategories,
            finalDemand: Matrix(rows: 5, columns: 4) { other.finalDemand[order[$0], $1] })
        let turnedAccount = try SatelliteAccount(
            name: "e", stressors: otherAccount.stressors.reversed(),
            industryFlows: Matrix(rows: 2, columns: 5) { otherAccount.industryFlows[1 - $0, order[$1]] }, of: turned)
        let factors: [Factor] = [.intensity, .technology, .level, .mix]
        let expected = try StructuralDecomposition(
            from: .init(table, account), to: .init(other, otherAccount), factors: factors)
        let found = try StructuralDecomposition(
            from: .init(table, account), to: .init(turned, turnedAccount), factors: factors)
        for (effect, other) in zip(found.effects, expected.effects) {
            #expect(Sample.gap(effect.byIndustry.elements, other.byIndustry.elements) < 1e-11)
        }
    }
}
