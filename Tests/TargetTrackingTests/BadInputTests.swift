import StatisticalData
import TargetTracking
import Testing

/// Faulty and incomplete targets and values: each has a fault or a rule.
struct BadInputTests {
    @Test(arguments: [
        // National near-shore sea of class I and II, 13th plan: base 70.5, target about 70, wanted up.
        (Target.plan(70, base: 70.5), [TargetFault.againstDirection]),
        (.plan(.level, .down, .atMost, 11, base: 10), [.againstDirection]),
        (.plan(.annualRate, .up, .atLeast, -1), [.againstDirection]),
        (.plan(.cumulativeGrowth, .down, .atMost, 5), [.againstDirection]),
        (.plan(.level, .hold, .atLeast, 70, base: 70.5), []),
        (.plan(.level, .up, .atLeast, 70, base: 70), []),
        // Energy use of Jiangsu may rise to a cap over its base.
        (.plan(.cap, .down, .atMost, 33715, base: 30235), []),
        (.plan(.cumulativeCut, .down, .atMost, 17), [.signAgainstForm]),
        (.plan(.cumulativeGrowth, .up, .atLeast, -17), [.signAgainstForm]),
        (.plan(.cumulativeCut, .down, .atMost, 0), []),
        (.plan(.cumulativeCut, .down, .atMost, -100), [.changeAtMostMinusHundred]),
        (.plan(.annualRate, .down, .atMost, -120), [.changeAtMostMinusHundred]),
        (.plan(72, base: 66, from: 2020), [.baseYearNotBeforeTarget]),
        (.plan(72, base: 66, from: 2021), [.baseYearNotBeforeTarget]),
        (.plan(72, base: 66, from: nil), [.baseYearMissing]),
        (.plan(.cumulativeCut, .down, .atMost, -17, from: nil), [.baseYearMissing]),
        (.plan(72, from: nil), []),
        (.plan(.nan, base: 66), [.valueNotFinite]),
        (.plan(72, base: .infinity), [.baseNotFinite, .againstDirection]),
        (.plan(.level, .up, .atMost, 72), [.comparisonAgainstDirection]),
        (.plan(.level, .down, .above, 72), [.comparisonAgainstDirection]),
        (.plan(.cap, .hold, .atLeast, 72), [.comparisonAgainstForm]),
        (.plan(.floor, .hold, .below, 72), [.comparisonAgainstForm]),
        (.plan(72, base: 0, path: .compound), [.compoundNeedsPositive]),
        (.plan(.level, .down, .atMost, 0, base: 3, path: .compound), [.compoundNeedsPositive]),
        (.plan(72, base: -1), []),
        (.energyPerGDP, []),
    ])
    func faultsOfATarget(target: Target, faults: [TargetFault]) {
        #expect(target.faults() == faults)
    }

    @Test func severalFaultsAreReportedTogether() {
        let target = Target.plan(.cap, .up, .atMost, .nan, base: .nan, from: 2020)
        #expect(
            target.faults()
                == [.valueNotFinite, .baseNotFinite, .baseYearNotBeforeTarget, .comparisonAgainstDirection])
    }

    @Test func faultsOfValues() {
        let target = Target.plan(72, base: 66)
        let values: [TrackedValue] = .one(2018, 70) + .one(2017, 68) + .one(2017, 69) + .one(2016, .nan)
        #expect(
            Tracking.faults(in: values, for: target) == [
                .trackedValueNotFinite(year: 2016), .severalValues(year: 2017),
            ])
        #expect(Tracking.assess(target, values: values).map(\.year) == [2018])
        #expect(Tracking.faults(in: .one(2016, 50), for: .plan(72)) == [.noBase])
        #expect(Tracking.faults(in: .one(2015, 50), for: .plan(72)) == [])
        #expect(Tracking.faults(in: .one(2015, 50, .lessThan), for: .plan(72)) == [.noBase])
        #expect(
            Tracking.faults(in: .one(2016, -100), for: .energyPerGDP) == [.trackedChangeAtMostMinusHundred(year: 2016)])
        #expect(Tracking.faults(in: .one(2016, -100), for: target) == [])
        #expect(Tracking.faults(in: [], for: .energyPerGDP) == [])
    }

    @Test func noValueAfterTheBaseIsNoDataNotRegress() {
        let target = Target.plan(72, base: 66.8)
        for values in [[], .one(2015, 50), .one(2014, 50)] as [[TrackedValue]] {
            #expect(Tracking.verdict(target, values: values) == (.noData, .noValueAfterBase))
        }
    }

    @Test func valuesThatCannotBeUsedDecideNothing() {
        let target = Target.plan(72, base: 66.8)
        #expect(Tracking.verdict(target, values: .one(2018, .nan)) == (.noData, .unusableValues))
        #expect(Tracking.verdict(target, values: .one(2018, 70) + .one(2018, 80)) == (.noData, .unusableValues))
        #expect(Tracking.verdict(target, values: .one(2018, 72) + .one(2018, 72)) == (.onTarget, nil))
        #expect(Tracking.verdict(.plan(.nan, base: 1), values: .one(2018, 1)) == (.noData, .faultyTarget))
        #expect(Tracking.verdict(.plan(2, base: 1, from: 2020), values: .one(2018, 1)) == (.noData, .faultyTarget))
    }

    @Test func valuesAfterTheTargetYearNeverDecide() {
        let target = Target.plan(72, base: 66.8)
        let values: [TrackedValue] = .one(2022, 50) + .one(2021, 60) + .one(2020, 81)
        #expect(Tracking.verdict(target, values: values) == (.met, nil))
        #expect(Tracking.later(than: target, among: values).map(\.year) == [2021, 2022])
        #expect(Tracking.verdict(target, values: .one(2021, 81)) == (.noData, .noValueAfterBase))
    }

    @Test func missingYearsAreAllowed() throws {
        let target = Target.plan(110, base: 100)
        let assessments = Tracking.assess(target, values: .one(2019, 107.9) + .one(2016, 102))
        #expect(assessments.map(\.year) == [2016, 2019])
        #expect(assessments.map(\.status) == [.onTarget, .belowExpectation])
        #expect(agree(assessments.last?.required, 108))
    }

    @Test func baseIsReadFromTheBaseYearWhenThePlanGivesNone() {
        let target = Target.plan(110)
        let values = [TrackedValue].one(2015, 100) + .one(2017, 103)
        #expect(Tracking.assess(target, values: values).map(\.status) == [.belowExpectation])
        #expect(Tracking.verdict(target, values: .one(2017, 103)) == (.noData, .noBase))
        let planned = Target.plan(110, base: 105)
        #expect(Tracking.assess(planned, values: values).map(\.status) == [.regress])
    }

    @Test(
        arguments: [
            (2017, 110.0, Status.onTarget, nil), (2017, 103.0, .noData, .noBase), (2020, 110.0, .met, nil),
            (2020, 103.0, .missed, nil),
        ] as [(Int, Double, Status, NoDataReason?)])
    func withoutABase(year: Int, value: Double, status: Status, reason: NoDataReason?) {
        let targets = [
            Target.plan(110), .plan(.level, .hold, .atLeast, 110), .plan(.floor, .up, .atLeast, 110),
        ]
        for target in targets + [.plan(110, from: nil)] {
            let last = Tracking.assess(target, values: .one(year, value)).last
            #expect(last?.status == status)
            #expect(last?.reason == reason)
            #expect(last?.achieved == value)
            #expect(last?.required == (year == 2020 ? 110 : nil))
            #expect(last?.progress == nil)
        }
    }

    @Test func withoutABaseYearOnlyThePathIsUnknown() {
        let target = Target.plan(.cumulativeCut, .down, .atMost, -17, from: nil)
        let values: [TrackedValue] = .one(2016, 1) + .one(2017, -10) + .one(2018, -17) + .one(2020, -16)
        let assessments = Tracking.assess(target, values: values)
        #expect(assessments.map(\.status) == [.regress, .noData, .onTarget, .missed])
        #expect(assessments.map(\.reason) == [nil, .noBase, nil, nil])
        #expect(assessments.map(\.elapsed) == [nil, nil, nil, 1])
    }

    /// Zero or negative base: linear methods work, the compound path is refused, rates are not given.
    @Test func zeroBase() throws {
        let linear = try #require(Tracking.assess(.plan(10, base: 0), values: .one(2017, 4)).last)
        #expect(linear.status == .onTarget)
        #expect(agree(linear.progress, 0.4))
        #expect(linear.achievedRate == nil)
        #expect(linear.requiredRate == nil)
        #expect(agree(linear.stillNeededLinear, 2))
        let below = try #require(Tracking.assess(.plan(10, base: -10), values: .one(2017, -4)).last)
        #expect(below.status == .belowExpectation)
        #expect(below.stillNeeded == nil)
        let spent = Target.plan(.level, .down, .atMost, 50, base: 100, path: .compound)
        #expect(Tracking.assess(spent, values: .one(2017, 0)).map(\.timeDistance) == [nil])
        #expect(Tracking.assess(spent, values: .one(2017, 0)).map(\.achievedRate) == [nil])
        let compound = Target.plan(10, base: 0, path: .compound)
        let assessments = Tracking.assess(compound, values: .from(2016, [4, -1, 10]))
        #expect(assessments.map(\.status) == [.noData, .regress, .onTarget])
        #expect(assessments.map(\.reason) == [.pathUndefined, nil, nil])
    }

    /// The national near-shore sea, taken as a level to be held.
    @Test func targetAgainstItsDirectionIsHeld() {
        let sea = Target.plan(70, base: 70.5)
        #expect(sea.held().faults() == [])
        for target in [sea, sea.held()] {
            let statuses = Tracking.assess(target, values: .from(2017, [70.2, 69.9, 70, 69])).map(\.status)
            #expect(statuses == [.onTarget, .regress, .onTarget, .missedAndRegressed])
        }
    }

    @Test func yearsAtTheEdgeOfIntegersDoNotTrap() {
        let target = Target.plan(.annualRate, .up, .atLeast, 5, from: .min, to: .max)
        #expect(Tracking.assess(target, values: .one(.max, 5) + .one(.min, 5)).isEmpty)
        #expect(CumulativeChange.chain([.min: 1, .max: 2], from: .max).isEmpty)
        #expect(CumulativeChange.chain([.min: 1, .max: 2], from: .max - 1).map(\.year) == [.max])
    }
}
