import StatisticalData
import TargetTracking
import TestSupport
import Testing

/// Ranges, judged as a floor and a cap that must both hold, and yearly figures of a plan.
struct RangeTests {
    private func range(_ low: Double, _ high: Double, base: Double?) -> Target {
        Target(
            nature: .binding, form: .range, desired: .hold, comparison: .atLeast, baseYear: 2015, base: base,
            targetYear: 2020, value: low, upper: high)
    }

    private func verdicts(_ target: Target, _ values: [Double]) -> [Verdict] {
        Tracking.assess(target, values: .from(2016, values)).map(\.verdict)
    }

    @Test func baseInside() {
        let target = range(40, 50, base: 45)
        #expect(target.faults().isEmpty)
        #expect(verdicts(target, [45, 51, 39, 50, 40]) == [.onTarget, .regress, .regress, .onTarget, .metButSlipping])
        #expect(verdicts(target, [45, 45, 45, 45, 45]).last == .met)
        #expect(verdicts(target, [45, 45, 45, 45, 51]).last == .missedAndRegressed)
        #expect(Tracking.assess(target, values: .one(2017, 46)).first?.progress == nil)
    }

    /// From 47 to 49 the next step would pass 50; from 46 to 47 it would not.
    @Test func slipping() {
        let target = range(40, 50, base: 45)
        #expect(verdicts(target, [47, 49]).last == .metButSlipping)
        #expect(verdicts(target, [46, 47]).last == .onTarget)
        #expect(verdicts(target, [43, 41.5]).last == .onTarget)
        #expect(verdicts(target, [43, 41]).last == .metButSlipping)
    }

    @Test func withoutBase() {
        let target = range(40, 50, base: nil)
        #expect(verdicts(target, [45]) == [.onTarget])
        #expect(verdicts(target, [51]) == [.noData])
        #expect(verdicts(target, [51, 51, 51, 51, 51]).last == .missed)
    }

    /// Figures printed with a sign decide what they make certain of either bound.
    @Test func qualifiers() {
        let target = range(40, 50, base: 45)
        func status(_ value: TrackedValue) -> Status? {
            Tracking.assess(target, values: [value]).first?.status
        }
        let over = TrackedValue(year: 2017, value: 52, qualifier: .greaterThan)
        let open = TrackedValue(year: 2017, value: 45, qualifier: .greaterThan)
        #expect(status(over) == .regress)
        #expect(status(open) == .noData)
    }

    /// The status is that of the worse bound, and measuring from the other end changes nothing.
    @Test func mirrorLaw() {
        var random = SeededGenerator(seed: 20_261_125)
        for _ in 0..<500 {
            let low = Double.random(in: 1...10, using: &random)
            let high = low + Double.random(in: 0.5...10, using: &random)
            let base = Double.random(in: -5...25, using: &random)
            let values = (0..<5).map { _ in Double.random(in: -5...25, using: &random) }
            let found = Tracking.assess(range(low, high, base: base), values: .from(2016, values))
            let mirrored = Tracking.assess(range(-high, -low, base: -base), values: .from(2016, values.map { -$0 }))
            #expect(found.map(\.verdict) == mirrored.map(\.verdict))
            #expect(zip(found, mirrored).allSatisfy { agree($0.progress, $1.progress) })
            for assessment in found {
                #expect(assessment.isTargetMet == (low...high).contains(assessment.achieved))
            }
        }
    }

    /// P(low <= y <= high) is the difference of the probabilities of the two bounds.
    @Test func probabilityOfStaying() throws {
        let values: [TrackedValue] = .from(2016, [44, 47, 46])
        let target = range(40, 50, base: 45)
        let whole = MethodComparison(target, values: values)
        func probability(_ form: Target.Form, _ comparison: Target.Comparison, _ value: Double) throws -> Double {
            let side = Target.plan(form, .hold, comparison, value, base: 45)
            return try #require(MethodComparison(side, values: values).anticipation?.probabilityOfMeeting)
        }
        let expected = try probability(.floor, .atLeast, 40) + probability(.cap, .atMost, 50) - 1
        #expect(agree(whole.anticipation?.probabilityOfMeeting, expected))
        #expect(whole.eurostatRatio == nil && whole.eurostatTrendRating == nil && whole.notes.contains(.held))
    }

    /// With yearly figures on the straight line, the status is that of the linear path.
    @Test func yearlyPlanOnTheLineIsTheLine() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let base = Double.random(in: -10...10, using: &random)
            let goal = base + Double.random(in: 1...10, using: &random)
            let planned = (1...4).map { PlannedValue(year: 2015 + $0, value: base + (goal - base) * Double($0) / 5) }
            let values: [TrackedValue] = .from(
                2016, (0..<5).map { _ in Double.random(in: base - 2...goal + 2, using: &random) })
            let linear = Target.plan(goal, base: base)
            let yearly = Target(
                nature: .binding, form: .level, desired: .up, comparison: .atLeast, baseYear: 2015, base: base,
                targetYear: 2020, value: goal, yearlyPlan: planned.reversed())
            #expect(yearly.path == .annualPlan && yearly.faults().isEmpty)
            let pairs = zip(Tracking.assess(linear, values: values), Tracking.assess(yearly, values: values))
            for (left, right) in pairs {
                #expect(left.verdict == right.verdict && left.progress == right.progress)
                let (near, far) = (left.timeDistance ?? .nan, right.timeDistance ?? .nan)
                #expect(abs(near - far) <= 1e-9 * max(1, abs(near)))
            }
        }
    }
}
