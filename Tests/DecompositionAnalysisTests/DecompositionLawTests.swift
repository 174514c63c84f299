import DecompositionAnalysis
import Foundation
import Testing
import TestSupport

/// Laws of the methods on random values; seeds stand beside the draws.
struct DecompositionLawTests {
    private static func cells(_ random: inout SeededGenerator, zeros: Bool = false, spread: Double = 2) -> FactorCells {
        let (count, factors) = (Int.random(in: 1...7, using: &random), Int.random(in: 1...5, using: &random))
        func values(_ random: inout SeededGenerator) -> [[Double]] {
            (0..<count).map { _ in
                (0..<factors).map { _ in
                    let value = exp(spread * (2 * random.uniform() - 1))
                    return zeros && random.uniform() < 0.15 ? 0 : value
                }
            }
        }
        return FactorCells(
            factors: (0..<factors).map { "f\($0)" }, cells: (0..<count).map { "c\($0)" }, start: values(&random),
            end: values(&random))
    }

    private static func same(_ left: [Double], _ right: [Double], _ scale: Double) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-12 * scale }
    }

    private static func scale(_ result: Decomposition) -> Double {
        (result.effects + [result.start, result.end, 1]).map { abs($0) }.max() ?? 1
    }

    @Test(arguments: DecompositionMethod.allCases) func effectsMakeUpTheChange(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 11)
        for round in 0..<400 {
            let cells = Self.cells(&random, zeros: round.isMultiple(of: 2))
            let totals = [cells.before, cells.after].map { $0.reduce(0, +) }
            let isShared = zip(cells.before, cells.after).contains { $0 != 0 && $1 != 0 }
            if method.isMultiplicative && totals.contains(0) || method.isSecond && !isShared { continue }
            let result = try Decomposition(cells, method: method)
            let whole = method.isMultiplicative ? totals[1] / totals[0] : totals[1] - totals[0]
            let made = method.isMultiplicative ? result.effects.reduce(1, *) : result.effects.reduce(0, +)
            #expect(abs(made - whole) <= 1e-12 * Self.scale(result), "round \(round)")
            #expect(result.residual <= 1e-12)
        }
    }

    @Test(arguments: DecompositionMethod.allCases) func timeReversal(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let cells = Self.cells(&random)
            let back = FactorCells(factors: cells.factors, cells: cells.cells, start: cells.end, end: cells.start)
            let forth = try Decomposition(cells, method: method)
            let reversed = try Decomposition(back, method: method).effects
            let turned = reversed.map { method.isMultiplicative ? 1 / $0 : -$0 }
            #expect(Self.same(forth.effects, turned, Self.scale(forth)))
        }
    }

    /// Permuting factors permutes effects; permuting cells changes nothing.
    @Test(arguments: DecompositionMethod.allCases) func factorReversal(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<200 {
            let cells = Self.cells(&random)
            let turned = FactorCells(
                factors: cells.factors.reversed(), cells: cells.cells.reversed(),
                start: cells.start.reversed().map { $0.reversed() }, end: cells.end.reversed().map { $0.reversed() })
            let result = try Decomposition(cells, method: method)
            let effects = try Decomposition(turned, method: method).effects
            #expect(Self.same(result.effects, effects.reversed(), Self.scale(result)))
        }
    }

    /// A factor in another unit changes no effect; the total in another unit scales additive effects.
    @Test(arguments: DecompositionMethod.allCases) func units(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<200 {
            let cells = Self.cells(&random)
            func inUnits(_ rows: [[Double]]) -> [[Double]] { rows.map { [$0[0] * 1000] + $0.dropFirst() } }
            let other = FactorCells(
                factors: cells.factors, cells: cells.cells, start: inUnits(cells.start), end: inUnits(cells.end))
            let result = try Decomposition(cells, method: method)
            let effects = try Decomposition(other, method: method).effects
            let expected = result.effects.map { method.isMultiplicative ? $0 : 1000 * $0 }
            #expect(Self.same(effects, expected, 1000 * Self.scale(result)))
        }
    }

    /// LMDI-I and Shapley: effects of two halves add to those of the whole.
    @Test(arguments: [DecompositionMethod.lmdi1Additive, .shapley]) func aggregation(method: DecompositionMethod) throws
    {
        var random = SeededGenerator(seed: 15)
        for _ in 0..<200 {
            let cells = Self.cells(&random, zeros: true)
            guard cells.cells.count > 1 else { continue }
            let cut = cells.cells.count / 2
            let whole = try Decomposition(cells, method: method)
            let parts = try [0..<cut, cut..<cells.cells.count].map { range in
                try Decomposition(
                    FactorCells(
                        factors: cells.factors, cells: Array(cells.cells[range]), start: Array(cells.start[range]),
                        end: Array(cells.end[range])), method: method
                ).effects
            }
            let sums = zip(parts[0], parts[1]).map { $0 + $1 }
            #expect(Self.same(whole.effects, sums, Self.scale(whole)))
            #expect(Self.same(whole.effects(ofCells: Array(0..<cut)), parts[0], Self.scale(whole)))
        }
    }

    /// LMDI-II has no such law: on the two sectors the halves miss the whole.
    @Test func secondIsNotConsistentInAggregation() throws {
        let cells = DecompositionTests.twoSectors
        let whole = try Decomposition(cells, method: .lmdi2Additive).effects
        let sums = try (0..<2).map { cell in
            try Decomposition(
                FactorCells(
                    factors: cells.factors, cells: ["1"], start: [cells.start[cell]], end: [cells.end[cell]]),
                method: .lmdi2Additive
            ).effects
        }.reduce([0, 0, 0]) { zip($0, $1).map { $0 + $1 } }
        #expect(abs(whole[0] - sums[0]) > 0.1)
    }

    /// LMDI-II: a factor common to all cells has the ratio of its values.
    @Test func commonFactor() throws {
        #expect(
            try abs(Decomposition(DecompositionTests.twoSectors, method: .lmdi2Multiplicative).effects[0] - 1.6) < 1e-14
        )
    }

    @Test(arguments: DecompositionMethod.allCases) func equalMoments(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 16)
        for _ in 0..<50 {
            let cells = Self.cells(&random)
            let still = FactorCells(factors: cells.factors, cells: cells.cells, start: cells.end, end: cells.end)
            let effects = try Decomposition(still, method: method).effects
            #expect(effects.allSatisfy { abs($0 - (method.isMultiplicative ? 1 : 0)) < 1e-12 })
        }
    }

    /// For changes of a few per cent LMDI-I and Shapley differ by less than 1 % of the largest effect.
    @Test func smallChangesAgree() throws {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<200 {
            let cells = Self.cells(&random)
            let end = cells.start.map { $0.map { $0 * (1 + 0.06 * (random.uniform() - 0.5)) } }
            let near = FactorCells(factors: cells.factors, cells: cells.cells, start: cells.start, end: end)
            let terms = try Decomposition(near).terms.flatMap { $0 }
            let other = try Decomposition(near, method: .shapley).terms.flatMap { $0 }
            let largest = terms.map { abs($0) }.max() ?? 0
            #expect(zip(terms, other).allSatisfy { abs($0 - $1) <= 0.01 * largest })
        }
    }

    /// A chain adds or multiplies the steps and ends where it should.
    @Test(arguments: DecompositionMethod.allCases) func chain(method: DecompositionMethod) throws {
        var random = SeededGenerator(seed: 18)
        let first = Self.cells(&random)
        let second = FactorCells(
            factors: first.factors, cells: first.cells, start: first.end,
            end: first.start.map { $0.map { $0 * 1.5 } })
        let steps = try [first, second].map { try Decomposition($0, method: method) }
        let whole = try #require(Decomposition.chained(steps))
        let joined = zip(steps[0].effects, steps[1].effects).map { method.isMultiplicative ? $0 * $1 : $0 + $1 }
        #expect(Self.same(whole.effects, joined, Self.scale(whole)) && whole.residual < 1e-12)
        #expect(Decomposition.chained([]) == nil)
        #expect(try Decomposition.chained([steps[0], Decomposition(DecompositionTests.twoSectors)]) == nil)
    }
}
