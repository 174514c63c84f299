import Glibc
import StatisticalData
import TargetTracking
import Testing

/// The value anticipated: other methods by hand, options, and what there is too little for.
struct AnticipationTests {
    private let target = Target.plan(18, base: 11, from: 2020, to: 2025)

    /// 11, 11.9, 12.9, 13.6: last change 0.7 a year; rate (13.6/11)^(1/3); drift 2.6/3, s^2 from the surprises.
    @Test func alternativesByHand() throws {
        let found = MethodComparison(target, values: .from(2020, [11, 11.9, 12.9, 13.6]))
        #expect(abs(try #require(found[.lastChange]).value - 15) < 1e-12)
        #expect(abs(try #require(found[.compoundRate]).value - 13.6 * pow(13.6 / 11, 2.0 / 3)) < 1e-12)
        let walk = try #require(found[.randomWalk])
        #expect(abs(walk.value - (13.6 + 5.2 / 3)) < 1e-12)
        let drift = 2.6 / 3
        let squares = [0.9, 1, 0.7].map { ($0 - drift) * ($0 - drift) }.reduce(0, +)
        #expect(abs((walk.predictionError ?? .nan) - (squares / 2 * 2 * (1 + 2.0 / 3)).squareRoot()) < 1e-12)
        #expect(walk.degreesOfFreedom == 2)
        for method in [Trend.Method.lastChange, .compoundRate] {
            #expect(found[method]?.low == nil && found[method]?.probabilityOfMeeting == nil)
        }
    }

    /// A wider level gives a wider interval around the same value; t(0.975, 2) = 4.302653, t(0.95, 2) = 2.919986.
    @Test func levelWidensTheInterval() throws {
        let wide = MethodComparison(
            target, values: .from(2020, [11, 11.9, 12.9, 13.6]), options: .init(level: 0.95))
        let usual = MethodComparison(target, values: .from(2020, [11, 11.9, 12.9, 13.6]))
        let (outer, inner) = (try #require(wide.anticipation), try #require(usual.anticipation))
        #expect(outer.value == inner.value)
        let ratio = (try #require(outer.high) - outer.value) / (try #require(inner.high) - inner.value)
        #expect(abs(ratio - 4.302652730 / 2.919985580) < 1e-8)
    }

    @Test func twoValuesGiveNoIntervalAndOneNoTrend() throws {
        let two = MethodComparison(target, values: .one(2022, 13))
        #expect(abs(try #require(two.anticipation).value - 16) < 1e-12)
        #expect(two.anticipation?.low == nil && two.anticipation?.probabilityOfMeeting == nil)
        #expect(two.notes == [.noInterval])
        let one = MethodComparison(target, values: .one(2022, 13), options: .init(excludedYears: [2022]))
        #expect(one.anticipation == nil)
        #expect(one.notes == [.noTrend, .excludedYears])
        let none = MethodComparison(target, values: [])
        #expect(none.assessment == nil && none.reason == .noValueAfterBase && none.notes == [])
        #expect(none.anticipations == [] && none.figures == nil)
    }

    /// The broken year of 2020: left out by declaration only, and only of the trend.
    @Test func excludedYearsLeaveTheTrendAlone() throws {
        let plan = Target.plan(.level, .down, .atMost, 86, base: 100, from: 2018, to: 2025)
        let values: [TrackedValue] = .from(2019, [98, 91, 94, 92])
        let kept = MethodComparison(plan, values: values)
        let left = MethodComparison(plan, values: values, options: .init(excludedYears: [2020]))
        #expect(abs(try #require(left.anticipation).value - 86) < 1e-9)
        #expect(left.anticipation?.value != kept.anticipation?.value)
        #expect(left.assessment == kept.assessment)
        #expect(left.notes.contains(.excludedYears) && !kept.notes.contains(.excludedYears))
        // 100, 98, 94, 92 in the years 0, 1, 3, 4 lie on one line: the interval is the value, the target just met.
        #expect(left.anticipation?.probabilityOfMeeting == 1)
    }

    /// Sheet: good water reaches 95.95, interval to 101.3; a share over 100 is cut with a notice.
    @Test func sharesAreCutAtTheirBounds() throws {
        let water = Target.plan(90, base: 87.1, from: 2020, to: 2025)
        let values: [TrackedValue] = .from(2020, [87.1, 87.1, 91, 91.9])
        let found = MethodComparison(water, values: values, options: .init(bounds: 0...100))
        #expect(found.anticipation?.high == 100)
        #expect(abs(try #require(found.anticipation).value - 95.95) < 1e-9)
        #expect(found.notes == [.noneNeeded, .clipped])
    }

    /// On the logit nothing leaves the bounds; two values are joined by a straight line of logits.
    @Test func logitStaysInside() throws {
        let water = Target.plan(90, base: 87.1, from: 2020, to: 2025)
        let options = Anticipation.Options(bounds: 0...100, usesLogit: true)
        let values: [TrackedValue] = .from(2020, [87.1, 87.1, 91, 91.9])
        let found = try #require(MethodComparison(water, values: values, options: options).anticipation)
        #expect(!found.isClipped)
        #expect(try #require(found.high) < 100)
        #expect(found.value > 91.9 && found.value < 95.95)
        func logit(_ share: Double) -> Double { log(share / (100 - share)) }
        let two = try #require(MethodComparison(water, values: .one(2021, 88), options: options).anticipation)
        let expected = logit(87.1) + 5 * (logit(88) - logit(87.1))
        #expect(abs(logit(two.value) - expected) < 1e-9)
        let full = MethodComparison(water, values: .from(2021, [88, 100]), options: options)
        #expect(full.anticipation == nil && full.notes == [.noneNeeded, .noTrend])
        let all = MethodComparison(.plan(100, base: 87.1, from: 2020, to: 2025), values: values, options: options)
        #expect(all.anticipation?.probabilityOfMeeting == 0)
    }

    /// Annual rates: the trend of the cumulative change, told as a mean a year.
    @Test func annualRatesAreToldAsMeans() throws {
        let plan = Target.plan(.annualRate, .up, .atLeast, 7.5)
        let found = MethodComparison(plan, values: .from(2016, [8, 8, 8]))
        #expect(abs(try #require(found[.compoundRate]).value - 8) < 1e-9)
        #expect(found.linearPath == 7.5 && found.compoundPath == 7.5)
        #expect(found.anticipation?.predictionError == nil)
        #expect(found.anticipation?.low != nil)
    }

    /// Years after the target year, the target year itself, thresholds, vintages and printed signs.
    @Test func notes() {
        let plan = Target.plan(18, base: 11, from: 2020, to: 2023)
        let over = MethodComparison(plan, values: .from(2020, [11.2, 12, 13, 15, 19]), threshold: 16)
        #expect(over.assessment?.status == .missed)
        #expect(over.anticipations == [])
        #expect(over.notes == [.mixedVintages, .laterValues, .beyondThreshold, .targetYear])
        let sign = MethodComparison(target, values: .from(2021, [11.9, 12]) + .one(2023, 19, .greaterThan))
        #expect(sign.notes == [.noneNeeded, .inexact])
        #expect(sign.figures?.value == 12)
    }
}
