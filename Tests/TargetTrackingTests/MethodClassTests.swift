import TargetTracking
import Testing

/// The limits of the classes, from both sides and at them, and where a method is not defined.
struct MethodClassTests {
    @Test(arguments: [
        (0.95, EurostatProgress.Rating.significant), (0.95 - 1e-12, .significant), (0.9499, .moderate),
        (0.6, .moderate),
        (0.5999, .insufficient), (0, .insufficient), (-0.0001, .away), (3, .significant),
    ])
    func eurostatWithTarget(_ ratio: Double, _ rating: EurostatProgress.Rating) {
        #expect(EurostatProgress.rating(ratio: ratio) == rating)
    }

    @Test(arguments: [
        (1.0, EurostatProgress.Rating.significant), (0.99, .moderate), (0.01, .moderate), (0, .none),
        (-0.01, .moderatelyAway), (-0.99, .moderatelyAway), (-1, .significantlyAway), (-5, .significantlyAway),
    ])
    func eurostatWithoutTarget(_ rate: Double, _ rating: EurostatProgress.Rating) {
        #expect(EurostatProgress.rating(desiredRate: rate) == rating)
    }

    /// Open SDG, ProgressMeasure.py: 7.1429 r - 4.2857 from 0.6 on, 4.1667 r - 2.5 below; 5 once met.
    @Test(arguments: [
        (0.95, false, 2.500055), (0.6, false, 0.00004), (2, false, 5), (0.3, false, -1.24999), (0, false, -2.5),
        (-0.5, false, -4.58335), (-9, false, -5), (-9, true, 5),
    ])
    func openSDGWithTarget(_ ratio: Double, _ isMet: Bool, _ score: Double) {
        #expect(abs(OpenSDGScore.score(ratio: ratio, isMet: isMet) - score) < 1e-9)
    }

    /// Without a target: 1.5, 0.5 and 0 % a year.
    @Test(arguments: [
        (1.5, 2.5), (2, 5.0), (3, 5), (1, 1.25), (0.5, 0), (0.25, -1.25), (0, -2.5), (-1, -3.75), (-3, -5),
    ])
    func openSDGWithoutTarget(_ rate: Double, _ score: Double) {
        #expect(abs(OpenSDGScore.score(desiredRate: rate) - score) < 1e-9)
    }

    @Test(arguments: [
        (1.0, false, TrendArrow.onTrack), (0.999, false, .moderatelyImproving), (0.5, false, .moderatelyImproving),
        (0.499, false, .stagnating), (0, false, .stagnating), (-0.001, false, .decreasing), (-1, true, .onTrack),
    ])
    func arrows(_ ratio: Double, _ isMet: Bool, _ arrow: TrendArrow) {
        #expect(TrendArrow(ratio: ratio, isMet: isMet) == arrow)
    }

    @Test(arguments: [
        (-50.0, AnticipatedProgress.maintain), (10, .maintain), (10.001, .accelerate), (100, .accelerate),
        (100.001, .reverse),
    ])
    func gaps(_ gap: Double, _ expected: AnticipatedProgress) {
        #expect(AnticipatedProgress(gap: gap) == expected)
    }

    /// Parity rises to 10 at the target and falls beyond it: 10 of the way 4, then 14 of 10.
    @Test func parityFallsBeyondTheTarget() throws {
        func index(_ value: Double) throws -> CurrentStatusIndex {
            try #require(figures(base: 20, value: value, target: 10, false).flatMap { CurrentStatusIndex($0) })
        }
        #expect(try index(16).value == 4)
        #expect(try index(16).parity == 4)
        #expect(try index(10).parity == 10)
        #expect(try index(6).value == 14)
        #expect(try index(6).parity == 6)
        #expect(try index(6).due == 6)
    }

    /// Zero, negative and changing signs: compound methods are silent, linear ones speak.
    @Test(arguments: [(0.0, 3.0, 10.0), (-4, 2, 6), (5, -1, -10)])
    func compoundMethodsNeedPositiveLevels(_ base: Double, _ value: Double, _ target: Double) throws {
        let found = MethodComparison(
            .plan(.level, target > base ? .up : .down, target > base ? .atLeast : .atMost, target, base: base),
            values: .one(2018, value))
        #expect(found.eurostatRatio == nil && found.openSDGScore == nil && found.eurostatTrendRating == nil)
        #expect(found.compoundPath == nil)
        let progress = (value - base) / (target - base)
        #expect(abs(try #require(found.linearRatio) - progress / 0.6) < 1e-12)
        #expect(abs(try #require(found.currentStatus).value - 10 * progress) < 1e-12)
        #expect(found.notes.contains(.compoundUndefined))
        #expect(found[.compoundRate] == nil)
    }

    /// The base is at or better than the target: nothing is compared with a way that is not there.
    @Test(arguments: [70.0, 72.5])
    func heldTargetsHaveNoRatios(_ base: Double) {
        let found = MethodComparison(
            .plan(.floor, .hold, .atLeast, 70, base: base), values: .from(2016, [71, 70.5, 69]))
        #expect(found.notes.contains(.held))
        #expect(found.eurostatRatio == nil && found.linearRatio == nil && found.currentStatus == nil)
        #expect(found.arrow == nil && found.gapClass == nil && found.anticipation?.gap == nil)
        #expect(found.assessment?.status == .regress)
        #expect(found.eurostatTrendRating != nil)
        #expect(found.anticipation?.probabilityOfMeeting != nil)
    }

    @Test func figuresAreRefusedWithoutTimeOrNumbers() {
        #expect(figures(base: .nan, value: 1, target: 2) == nil)
        #expect(figures(base: 1, value: .infinity, target: 2) == nil)
        #expect(
            ProgressFigures(base: 1, value: 2, target: 3, yearsPassed: 0, years: 5, wantsHigh: true) == nil)
        #expect(
            ProgressFigures(base: 1, value: 2, target: 3, yearsPassed: 1, years: -1, wantsHigh: true) == nil)
    }

    private func figures(
        base: Double, value: Double, target: Double, _ wantsHigh: Bool = true
    ) -> ProgressFigures? {
        ProgressFigures(base: base, value: value, target: target, yearsPassed: 3, years: 5, wantsHigh: wantsHigh)
    }
}
