import TargetTracking
import Testing

struct CumulativeSeriesTests {
    @Test func chainMultipliesAndStopsAtTheFirstGap() {
        let chain = CumulativeChange.chain([2014: 90, 2016: 10, 2017: 10, 2019: 10], from: 2015)
        #expect(chain.map(\.year) == [2016, 2017])
        #expect(agree(chain.first?.value, 10))
        #expect(agree(chain.last?.value, 21))
        #expect(CumulativeChange.chain([2017: 10], from: 2015).isEmpty)
        #expect(CumulativeChange.chain([2016: 10, 2017: .nan, 2018: 10], from: 2015).map(\.year) == [2016])
    }

    /// PM2.5 of Jiangsu: 58 in 2015, 48 in 2018, 38 in 2020.
    @Test func levelsGiveChanges() {
        let changes = CumulativeChange.fromLevels([2020: 38, 2018: 48, 2019: .nan], base: 58)
        #expect(changes.map(\.year) == [2018, 2020])
        #expect(agree(changes.first?.value, -100 * 10 / 58))
        #expect(agree(changes.last?.value, -100 * 20 / 58))
        #expect(CumulativeChange.fromLevels([2020: 38], base: 0).isEmpty)
        #expect(CumulativeChange.fromLevels([2020: 38], base: .nan).isEmpty)
    }

    @Test func aFallOfExactlyTheTargetMeetsItWhateverTheLastDigit() {
        let values = CumulativeChange.fromLevels([2020: 46.4], base: 58)
        let target = Target.plan(.cumulativeCut, .down, .atMost, -20)
        #expect(values.first?.value != -20)
        #expect(Tracking.verdict(target, values: values) == (.met, nil))
    }

    /// Pesticide use of Jiangsu was not to grow: no change but for the last binary digit meets 0 %.
    @Test func noChangeMeetsATargetOfZero() {
        let values = CumulativeChange.fromLevels([2018: 0.1 + 0.2, 2020: 0.1 + 0.2], base: 0.3)
        #expect(values.allSatisfy { $0.value > 0 })
        let target = Target.plan(.cumulativeCut, .down, .atMost, 0)
        #expect(Tracking.assess(target, values: values).map(\.status) == [.onTarget, .met])
    }

    @Test func nothingCompoundsToNothing() {
        #expect(CumulativeChange.compound([]) == 0)
        #expect(CumulativeChange.requiredPath(total: -17, step: 0, of: 5) == 0)
        #expect(CumulativeChange.requiredPath(total: -17, step: 5, of: 5) == -17)
    }

    /// Five annual cuts of 20 % would be -67 %: why a page that prints them must mean the total.
    @Test func fiveCutsOfTwentyPerCent() {
        #expect(agree(CumulativeChange.compound(repeatElement(-20, count: 5)), -67.232))
    }
}
