import SensitivityAnalysis
import TestSupport
import Testing

@testable import DistributionAnalysis

/// What holds for any incomes.
struct DistributionLawTests {
    static let measures = DistributionReferenceTests.measures.map(\.1)

    private func sample(_ seed: UInt64) -> (incomes: [Double], weights: [Double]) {
        var generator = SeededGenerator(seed: seed)
        let incomes = (0..<30).map { _ in 1000 + 20000 * generator.uniform() * generator.uniform() }
        return (incomes, (0..<30).map { _ in Double(1 + generator.next() % 4) })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func weightsAreRepetitions(seed: UInt64) throws {
        let (incomes, weights) = sample(seed)
        let repeated = zip(incomes, weights).flatMap { Array(repeating: $0, count: Int($1)) }
        let (first, second) = (try IncomeDistribution(incomes, weights: weights), try IncomeDistribution(repeated))
        for measure in Self.measures {
            let (value, other) = (try #require(try first.value(measure)), try #require(try second.value(measure)))
            #expect(abs(value - other) < 1e-11 * max(1, abs(other)), "\(measure)")
        }
    }

    @Test func aTransferToThePoorLowersInequality() throws {
        var (incomes, weights) = sample(4)
        weights = weights.map { _ in 1 }
        incomes.sort()
        let before = try IncomeDistribution(incomes, weights: weights)
        incomes[3] += 50
        incomes[25] -= 50
        let after = try IncomeDistribution(incomes, weights: weights)
        for measure in [DistributionMeasure.gini, .theil, .mld, .ge2, .atkinson(1)] {
            #expect(try #require(try after.value(measure)) < #require(try before.value(measure)))
        }
    }

    @Test func groupsAddUp() throws {
        let (incomes, weights) = sample(5)
        let split = try GroupDecomposition(
            incomes, weights: weights, groups: incomes.indices.map { "G\($0 % 4)" })
        let theil = try #require(try split.theil())
        #expect(abs(theil.within + theil.between - (try split.whole.value(.theil) ?? 0)) < 1e-12)
        let mld = try #require(try split.mld())
        #expect(abs(mld.within + mld.between - (try split.whole.value(.mld) ?? 0)) < 1e-12)
    }

    @Test func intervalsHoldTheirValueAndRepeat() throws {
        let (incomes, weights) = sample(6)
        let distribution = try IncomeDistribution(incomes, weights: weights)
        let one = IncomeBootstrap(distribution, Bootstrap(replicates: 200, seed: 7, threads: 1)).intervals([.gini])
        let two = IncomeBootstrap(distribution, Bootstrap(replicates: 200, seed: 7, threads: 2)).intervals([.gini])
        #expect(one == two)
        #expect(try #require(one[0]).contains(try #require(try distribution.value(.gini))))
    }

    @Test func whatIsNotDefined() throws {
        let zero = try IncomeDistribution([0, 1, 2])
        #expect(try zero.value(.mld) == nil && zero.value(.watts(line: 1)) == nil)
        #expect(try zero.value(.atkinson(1)) == 1 && zero.value(.theil) != nil)
        #expect(throws: DistributionFaults([.noMean(0)])) { try IncomeDistribution([-1, 1]).value(.gini) }
        #expect(throws: DistributionFaults([.noWeight])) { try IncomeDistribution([1, 2], weights: [0, 0]) }
        #expect(throws: DistributionFaults([.badValue(row: 1, -1)])) {
            try IncomeDistribution([1, 2], weights: [1, -1])
        }
        #expect(throws: DistributionFaults([.negativeIncome(row: 0, -1)])) {
            try IncomeDistribution([-1, 3]).value(.theil)
        }
    }
}
