import TargetTracking
import Testing

/// Identities and back-casts: reference data `jiangsu_worked_examples.json`, independent arithmetic, and the printed
/// figures of Guides/CumulativeTargets.md.
struct WorkedExampleTests {
    @Test func equalAnnualCut() {
        #expect(agree(CumulativeChange.equalAnnual(total: -17, years: 5), -3.6580087137298323))
    }

    @Test func intensityOf2020FromEnergyAndGDP() {
        #expect(agree(IntensityIdentity.ratioChange(numerator: 0.5, denominator: 3.7), -3.0858244937319257))
    }

    @Test func growthOfHubei2020FromEnergyAndIntensity() {
        let growth = IntensityIdentity.impliedDenominatorGrowth(numerator: -6.1, ratio: -1.17)
        #expect(agree(growth, -4.988363857128397))
    }

    @Test(arguments: [
        // Base of 2015 out of the cap of 2020 and the cut, 10^4 t: COD, NH3-N, SO2, NOx, VOC.
        (91.2, -13.5, 105.4335260115607), (11.9, -13.4, 13.74133949191686), (66.8, -20, 83.49999999999999),
        (85.4, -20, 106.75), (149.6, -20, 186.99999999999997),
        // PM2.5 of 2019 out of 2020, and of 2020 out of 2025.
        (38, -11.6, 42.98642533936651), (31.3, -16.5, 37.485029940119766),
    ])
    func baseOutOfLaterLevelAndChange(later: Double, change: Double, base: Double) {
        #expect(agree(CumulativeChange.impliedBase(later: later, change: change), base))
    }

    /// Energy +0.5 %, GDP +3.7 %: -3.18 to -2.99 by rounding, printed -3.10.
    @Test func intensityOf2020IsAnInterval() throws {
        let interval = try #require(
            IntensityIdentity.ratioChange(
                numerator: 0.5, halfWidth: 0.05, denominator: 3.7, denominatorHalfWidth: 0.05))
        #expect(abs(interval.low - -3.18) <= 0.005)
        #expect(abs(interval.high - -2.99) <= 0.005)
        #expect(agree(interval.value, -3.0858244937319257))
        #expect(interval.agrees(with: -3.10))
        #expect(!interval.agrees(with: -3.2))
        #expect(!interval.agrees(with: -2.9))
        #expect(interval.agrees(with: -3.2, halfWidth: 0.05))
    }

    /// PM2.5 of 2020: 37.40 to 37.57 by rounding, so not the 38 printed at first.
    @Test func baseOf2020IsAnInterval() throws {
        let interval = try #require(
            CumulativeChange.impliedBaseInterval(later: 31.3, halfWidth: 0.05, change: -16.5, changeHalfWidth: 0.05))
        #expect(abs(interval.low - 37.40) <= 0.005)
        #expect(abs(interval.high - 37.57) <= 0.005)
        #expect(interval.agrees(with: 37.5))
        #expect(!interval.agrees(with: 38))
    }

    /// The bounds of a compound by hand: two falls of 10 %, each off by at most 10 points.
    @Test func compoundIsAnInterval() {
        let interval = CumulativeChange.interval([-10, -10], halfWidth: 10)
        #expect(agree(interval.value, -19))
        #expect(agree(interval.low, -36))
        #expect(interval.high == 0)
        #expect(CumulativeChange.interval([-99.9], halfWidth: 1).low == -100)
        let mixed = CumulativeChange.interval([(-10, 0), (-10, 10)])
        #expect(agree(mixed.low, -28))
        #expect(agree(mixed.high, -10))
    }

    @Test func growthOfTheDenominatorIsAnInterval() throws {
        let interval = try #require(
            IntensityIdentity.impliedDenominatorGrowth(
                numerator: 0.5, halfWidth: 0.05, ratio: -3.10, ratioHalfWidth: 0.005))
        #expect(interval.agrees(with: 3.7))
        #expect(!interval.agrees(with: 3.8))
    }

    @Test func nothingFollowsFromATotalLoss() {
        #expect(IntensityIdentity.ratioChange(numerator: 1, denominator: -100) == nil)
        #expect(IntensityIdentity.impliedDenominatorGrowth(numerator: 1, ratio: -120) == nil)
        #expect(CumulativeChange.impliedBase(later: 1, change: -100) == nil)
        #expect(
            IntensityIdentity.ratioChange(
                numerator: 1, halfWidth: 0, denominator: -99.97, denominatorHalfWidth: 0.05) == nil)
        #expect(
            CumulativeChange.impliedBaseInterval(
                later: 1, halfWidth: 0, change: -99.97, changeHalfWidth: 0.05) == nil)
        #expect(CumulativeChange.stillNeeded(total: -17, achieved: -100, yearsLeft: 2) == nil)
        #expect(CumulativeChange.stillNeeded(total: -17, achieved: -5, yearsLeft: 0) == nil)
        #expect(CumulativeChange.requiredPath(total: -17, step: 1, of: 0).isNaN)
    }
}
