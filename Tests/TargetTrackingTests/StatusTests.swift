import TargetTracking
import Testing

/// Every word of the vocabulary, by the rules of Guides/TargetTracking.md, on figures whose progress is plain.
struct StatusTests {
    /// From 100 in 2015 to 110 (or 90) in 2020: the linear path is 102, 104, 106, 108, 110.
    @Test(arguments: [
        (2017, 104.0, Status.onTarget), (2017, 103.9, .belowExpectation), (2017, 100.0, .belowExpectation),
        (2017, 99.9, .regress), (2017, 110.0, .onTarget), (2017, 130.0, .onTarget), (2020, 110.0, .met),
        (2020, 109.9, .missed), (2020, 100.0, .missed), (2020, 99.9, .missedAndRegressed),
    ])
    func levelUpAndDown(year: Int, value: Double, expected: Status) throws {
        let up = Target.plan(110, base: 100)
        let rising = try #require(Tracking.assess(up, values: .one(year, value)).last)
        #expect(rising.status == expected)
        let down = Target.plan(.level, .down, .atMost, 90, base: 100)
        let falling = try #require(Tracking.assess(down, values: .one(year, 200 - value)).last)
        #expect(falling.status == expected)
        #expect(rising.verdict == Verdict(expected))
        #expect(Tracking.verdict(up, values: .one(year, value)).verdict.rawValue == expected.rawValue)
    }

    /// The same from 0 to -10 per cent with the linear path, and with the compound path, which asks more at first:
    /// 0.9^0.4 = 0.95873, so a cut of 4.127 % is due after two years.
    @Test(arguments: [
        (-4.0, Target.Path.linear, Status.onTarget), (-3.9, .linear, .belowExpectation),
        (-4.0, .compound, .belowExpectation), (-4.13, .compound, .onTarget), (-4.12, .compound, .belowExpectation),
        (0.0, .compound, .belowExpectation), (0.1, .compound, .regress),
    ])
    func cumulativeCut(value: Double, path: Target.Path, expected: Status) {
        let target = Target.plan(.cumulativeCut, .down, .atMost, -10, path: path)
        #expect(Tracking.assess(target, values: .one(2017, value)).map(\.status) == [expected])
    }

    /// Growth of 10 %: 1.1^0.4 = 1.03886 after two of five years.
    @Test(arguments: [
        (2017, 3.89, Status.onTarget), (2017, 3.88, .belowExpectation), (2017, -0.1, .regress), (2020, 10.0, .met),
        (2020, 9.9, .missed), (2020, -1.0, .missedAndRegressed),
    ])
    func cumulativeGrowth(year: Int, value: Double, expected: Status) {
        let target = Target.plan(.cumulativeGrowth, .up, .atLeast, 10)
        #expect(Tracking.assess(target, values: .one(year, value)).map(\.status) == [expected])
    }

    @Test func fourOfTenInTwoOfFiveYearsIsOnTarget() {
        for steps in 1...4 {
            let target = Target.plan(0.3, base: 0.1)
            let due = 0.1 + 0.2 * Double(steps) / 5
            for value in [due, due.nextDown, due * (1 - 1e-12)] {
                #expect(Tracking.assess(target, values: .one(2015 + steps, value)).map(\.status) == [.onTarget])
            }
            let short = due - 0.2e-7
            #expect(Tracking.assess(target, values: .one(2015 + steps, short)).map(\.status) == [.belowExpectation])
        }
    }

    @Test(arguments: [
        (Target.Comparison.atLeast, 72.0, true), (.above, 72.0, false), (.above, 72.1, true), (.atLeast, 71.9, false),
    ])
    func comparisonIsRespected(comparison: Target.Comparison, value: Double, isMet: Bool) {
        let up = Target.plan(.level, .up, comparison, 72, base: 66.8)
        #expect(Tracking.assess(up, values: .one(2020, value)).map(\.isTargetMet) == [isMet])
        let mirrored: Target.Comparison = comparison == .above ? .below : .atMost
        let down = Target.plan(.level, .down, mirrored, -72, base: -66.8)
        #expect(Tracking.assess(down, values: .one(2020, -value)).map(\.isTargetMet) == [isMet])
    }

    /// A base of 3 is better than a cap of 4, a base of 72 than a level of 70 to be held.
    @Test(arguments: [
        (2018, 3.9, Status.onTarget), (2018, 4.0, .onTarget), (2018, 4.1, .regress), (2020, 4.0, .met),
        (2020, 4.1, .missedAndRegressed),
    ])
    func baseBetterThanTheTargetIsHeld(year: Int, value: Double, expected: Status) throws {
        let cap = Target.plan(.cap, .down, .atMost, 4, base: 3)
        let assessment = try #require(Tracking.assess(cap, values: .one(year, value)).last)
        #expect(assessment.status == expected)
        #expect(assessment.progress == nil)
        #expect(assessment.timeDistance == nil)
        #expect(assessment.required == 4)
        let floor = Target.plan(.floor, .up, .atLeast, -4, base: -3)
        #expect(Tracking.assess(floor, values: .one(year, -value)).map(\.status) == [expected])
        let hold = Target.plan(.level, .hold, .atMost, 4, base: 3)
        #expect(Tracking.assess(hold, values: .one(year, value)).map(\.status) == [expected])
        let same = Target.plan(.level, .down, .atMost, 4, base: 4)
        #expect(Tracking.assess(same, values: .one(year, value)).map(\.status) == [expected])
    }

    /// Before the target year a value at a strict limit has covered all of the way; in it, it fails.
    @Test func strictLimitsDecideInTheTargetYear() {
        for base in [10, 4, 3, nil] as [Double?] {
            let cap = Target.plan(.cap, .down, .below, 4, base: base)
            let assessments = Tracking.assess(cap, values: .one(2018, 4) + .one(2020, 4))
            #expect(assessments.map(\.status) == [.onTarget, base == 3 ? .missedAndRegressed : .missed])
            #expect(assessments.map(\.isTargetMet) == [false, false])
        }
    }

    /// A cap below its base has a path like any level: 10 to 5, due 8 after two years.
    @Test(arguments: [(8.0, Status.onTarget), (8.1, .belowExpectation), (10.1, .regress), (4.9, .onTarget)])
    func capBelowItsBaseHasAPath(value: Double, expected: Status) {
        let cap = Target.plan(.cap, .down, .atMost, 5, base: 10)
        #expect(Tracking.assess(cap, values: .one(2017, value)).map(\.status) == [expected])
    }

    @Test func slippingNeedsAMetTargetAndAWorseValue() {
        let target = Target.plan(10, base: 5)
        let slipping = Tracking.assess(target, values: .from(2016, [9, 8, 12, 11, 11])).map(\.isSlipping)
        #expect(slipping == [false, false, false, true, false])
        #expect(Tracking.verdict(target, values: .from(2018, [12, 12, 11])).verdict == .metButSlipping)
    }

    @Test func wordsOfStatusAndVerdictAreTheSame() {
        let words = Status.allCases.map { Verdict($0).rawValue }
        #expect(words == Status.allCases.map(\.rawValue))
        #expect(Set(Verdict.allCases.map(\.rawValue)).subtracting(words) == ["met but slipping"])
    }
}
