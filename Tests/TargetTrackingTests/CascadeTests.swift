import TargetTracking
import Testing
import TestSupport

/// Targets of cities against the target of their province.
struct CascadeTests {
    private func parts(_ targets: [Double], halfWidth: Double = 0, weights: [Double?] = []) -> [Cascade.Part] {
        targets.enumerated().map { position, target in
            Cascade.Part(
                name: "c\(position)", target: target, halfWidth: halfWidth,
                weight: weights.isEmpty ? nil : weights[position])
        }
    }

    /// COD of Jiangsu 2020: a cap of 91.2 x 10^4 t. Three shares of it: 40 + 30 + 21.2.
    @Test(arguments: [
        ([40, 30, 21.2], Cascade.Verdict.reaches), ([40, 30, 21], .reaches), ([40, 30, 21.3], .withinRounding),
        ([40, 30, 21.4], .withinRounding), ([40, 30, 21.5], .fallsShort),
    ])
    func capsAddUp(_ targets: [Double], _ verdict: Cascade.Verdict) throws {
        let whole = Cascade.Part(name: "320000", target: 91.2, halfWidth: 0.05)
        let found = try Cascade(parts(targets, halfWidth: 0.05), of: whole, by: .sum, comparison: .atMost)
        #expect(found.verdict == verdict)
        #expect(abs(found.total.value - targets.reduce(0, +)) < 1e-12)
        #expect(abs(found.total.high - found.total.low - 0.3) < 1e-12)
        #expect(abs(found.contributions.compactMap(\.share).reduce(0, +) - 1) < 1e-12)
    }

    /// Energy per GDP by GDP: 0.5 of 3 and 0.3 of 1 make 0.45. The plain mean would be 0.4.
    @Test func ratiosAreWeightedByTheirDenominator() throws {
        let whole = Cascade.Part(name: "320000", target: 0.44)
        let cities = parts([0.5, 0.3], weights: [3, 1])
        let weighted = try Cascade(cities, of: whole, by: .weightedMean, comparison: .atMost)
        #expect(abs(weighted.total.value - 0.45) < 1e-12)
        #expect(abs(weighted.difference - 0.01) < 1e-12)
        #expect(weighted.verdict == .fallsShort)
        #expect(weighted.contributions.map(\.share) == [0.75, 0.25])
        let plain = try Cascade(cities, of: whole, by: .mean, comparison: .atMost)
        #expect(abs(plain.total.value - 0.4) < 1e-12)
        #expect(plain.verdict == .reaches)
    }

    /// The target shared out by 13 shares adds up again, and equal targets make every mean.
    @Test(arguments: LawTests.seeds)
    func sharingOutAddsUp(seed: UInt64) throws {
        var random = RandomCase(generator: SeededGenerator(seed: seed))
        for _ in 0..<100 {
            let shares = (0..<13).map { _ in random.number(0.01...5) }
            let whole = Cascade.Part(name: "w", target: random.number(1...1000))
            for rule in Cascade.Rule.allCases {
                let targets = try #require(Cascade.shareOut(whole.target, by: shares, rule: rule))
                for comparison in [Target.Comparison.atMost, .atLeast] {
                    let found = try Cascade(
                        parts(targets, weights: shares), of: whole, by: rule, comparison: comparison)
                    #expect(found.verdict == .reaches)
                    #expect(abs(found.difference) <= 1e-12 * whole.target)
                }
            }
        }
    }

    @Test func allFaultsAreTold() {
        let bad = [
            Cascade.Part(name: "a", target: .nan, weight: 1), Cascade.Part(name: "b", target: 1, weight: 0),
            Cascade.Part(name: "b", target: 1, halfWidth: -1),
        ]
        let whole = Cascade.Part(name: "w", target: .infinity)
        #expect(throws: CascadeFaults.self) { try Cascade(bad, of: whole, by: .weightedMean, comparison: .atMost) }
        do throws(CascadeFaults) {
            _ = try Cascade(bad, of: whole, by: .weightedMean, comparison: .atMost)
        } catch {
            #expect(
                error.list == [
                    .notFinite("w"), .notFinite("a"), .notFinite("b"), .weightMissing("b"), .repeatedPart("b"),
                    .weightMissing("b"),
                ])
        }
        #expect(throws: CascadeFaults.self) {
            try Cascade([], of: Cascade.Part(name: "w", target: 1), by: .sum, comparison: .atMost)
        }
        #expect(Cascade.shareOut(1, by: [0, 0], rule: .sum) == nil)
        #expect(Cascade.shareOut(1, by: [2, -1], rule: .sum) == nil)
        #expect(Cascade.shareOut(.nan, by: [1], rule: .mean) == nil)
    }
}
