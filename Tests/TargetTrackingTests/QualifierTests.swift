import StatisticalData
import TargetTracking
import Testing

/// A printed sign decides only what it makes certain.
struct QualifierTests {
    struct Case: Sendable {
        let target: Target
        let year: Int
        let value: Double
        let qualifier: Qualifier
        let expected: Status
        var isMet = false
    }

    static let cap = Target.plan(.cap, .down, .below, 4)
    static let capWithBase = Target.plan(.cap, .down, .below, 4, base: 10)
    static let share = Target.plan(20, base: 10)

    static let decided = [
        // Unemployment of Jiangsu, 2016: under 3 %, cap under 4 %.
        Case(target: cap, year: 2016, value: 3, qualifier: .lessThan, expected: .onTarget, isMet: true),
        Case(target: cap, year: 2020, value: 3, qualifier: .lessThan, expected: .met, isMet: true),
        // Under 4 is under 4, though 4 is not.
        Case(target: cap, year: 2020, value: 4, qualifier: .lessThan, expected: .met, isMet: true),
        Case(target: cap, year: 2020, value: 4, qualifier: .about, expected: .missed),
        Case(target: cap, year: 2020, value: 4, qualifier: .greaterThan, expected: .missed),
        Case(target: capWithBase, year: 2016, value: 8.8, qualifier: .lessThan, expected: .onTarget),
        Case(target: capWithBase, year: 2016, value: 10, qualifier: .greaterThan, expected: .regress),
        Case(target: share, year: 2017, value: 14, qualifier: .greaterThan, expected: .onTarget),
        Case(target: share, year: 2017, value: 14, qualifier: .about, expected: .onTarget),
        Case(target: share, year: 2017, value: 10, qualifier: .lessThan, expected: .regress),
        Case(target: share, year: 2020, value: 10, qualifier: .lessThan, expected: .missedAndRegressed),
        Case(target: share, year: 2020, value: 20, qualifier: .greaterThan, expected: .met, isMet: true),
    ]

    static let open = [
        Case(target: cap, year: 2016, value: 5, qualifier: .lessThan, expected: .noData),
        Case(target: cap, year: 2020, value: 5, qualifier: .lessThan, expected: .noData),
        Case(target: cap, year: 2020, value: 3, qualifier: .greaterThan, expected: .noData),
        Case(target: capWithBase, year: 2016, value: 8.9, qualifier: .lessThan, expected: .noData),
        Case(target: share, year: 2017, value: 13, qualifier: .greaterThan, expected: .noData),
        Case(target: share, year: 2017, value: 13, qualifier: .lessThan, expected: .noData),
        Case(target: share, year: 2017, value: 25, qualifier: .lessThan, expected: .noData),
        Case(target: share, year: 2020, value: 19, qualifier: .greaterThan, expected: .noData),
        // Not met, but perhaps worse than the base.
        Case(target: share, year: 2020, value: 15, qualifier: .lessThan, expected: .noData),
    ]

    @Test(arguments: decided)
    func certain(row: Case) {
        let last = Tracking.assess(row.target, values: .one(row.year, row.value, row.qualifier)).last
        #expect(last?.status == row.expected)
        #expect(last?.reason == nil)
        #expect(last?.isTargetMet == row.isMet)
    }

    @Test(arguments: open)
    func undecided(row: Case) {
        let values = [TrackedValue].one(row.year, row.value, row.qualifier)
        let last = Tracking.assess(row.target, values: values).last
        #expect(last?.status == .noData)
        #expect(last?.reason == .qualifierUndecided)
        #expect(last?.isTargetMet == false)
        #expect(last?.achieved == row.value)
        #expect(Tracking.verdict(row.target, values: values) == (.noData, .qualifierUndecided))
    }

    @Test func numbersOfABoundAreNotGiven() throws {
        let values = [TrackedValue].one(2017, 14, .greaterThan)
        let bound = try #require(Tracking.assess(Self.share, values: values).last)
        #expect(bound.progress == nil)
        #expect(bound.achievedRate == nil)
        #expect(bound.stillNeeded == nil)
        #expect(bound.stillNeededLinear == nil)
        #expect(bound.timeDistance == nil)
        #expect(agree(bound.required, 14))
    }

    @Test func anUndecidedYearLeavesTheVerdictToTheYearBefore() {
        let values = [TrackedValue].one(2017, 14) + .one(2018, 15, .greaterThan)
        #expect(Tracking.verdict(Self.share, values: values) == (.onTarget, nil))
        let deciding = Tracking.deciding(among: Tracking.assess(Self.share, values: values))
        #expect(deciding?.year == 2017)
    }

    @Test func slippingIsNotReadFromBounds() {
        let values = [TrackedValue].one(2017, 25, .greaterThan) + .one(2018, 24)
        #expect(Tracking.assess(Self.share, values: values).map(\.isSlipping) == [false, false])
    }
}
