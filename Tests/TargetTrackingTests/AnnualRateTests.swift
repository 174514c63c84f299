import StatisticalData
import TargetTracking
import Testing

/// Means of annual changes: (1 + mean)^k is the product of the growth factors.
struct AnnualRateTests {
    static let growth = Target.plan(.annualRate, .up, .atLeast, 10)

    /// 0 % and 21 % a year are 10 % on average, and 1.1^5 = 1.61051.
    @Test func meanIsGeometric() throws {
        let assessments = Tracking.assess(Self.growth, values: .from(2016, [0, 21]))
        #expect(assessments.map(\.status) == [.belowExpectation, .onTarget])
        let last = try #require(assessments.last)
        #expect(agree(last.achieved, 10))
        #expect(agree(last.achievedRate, 10))
        #expect(agree(last.required, 10))
        #expect(agree(last.requiredRate, 10))
        #expect(agree(last.stillNeeded, 10))
        #expect(agree(last.progress, 0.21 / 0.61051))
        #expect(abs(last.timeDistance ?? .nan) < 1e-9)
        #expect(last.stillNeededLinear == nil)
    }

    /// After 21 % in one year a growth of g is needed in the other four: 1.1^5/1.21 = 1.1^3, so g = 1.1^(3/4) - 1.
    @Test func rateNeededBringsTheMeanToTheTarget() throws {
        let first = try #require(Tracking.assess(Self.growth, values: .one(2016, 21)).first)
        let needed = try #require(first.stillNeeded)
        let mean = Tracking.assess(Self.growth, values: .from(2016, [21, needed, needed, needed, needed])).last
        #expect(agree(mean?.achieved, 10))
        #expect(mean?.status == .met)
        #expect(needed < 10)
        #expect(abs((first.timeDistance ?? .nan) - 1) < 1e-9)
    }

    @Test(
        arguments: [
            ([10, 10, 10, 10, 9], Status.missed), ([11, 10, 10, 10, 10], .met),
            ([-1, -1, -1, 0, 0], .missedAndRegressed),
        ] as [([Double], Status)])
    func targetYear(changes: [Double], expected: Status) {
        #expect(Tracking.assess(Self.growth, values: .from(2016, changes)).last?.status == expected)
    }

    @Test func meanIsMetOnlyAtTheEnd() {
        let assessments = Tracking.assess(Self.growth, values: .from(2016, [12, 11, 12, 12, 12]))
        #expect(assessments.map(\.isTargetMet) == [false, false, false, false, true])
        #expect(assessments.map(\.verdict).prefix(4) == [.onTarget, .onTarget, .onTarget, .onTarget])
        #expect(Tracking.assess(Self.growth, values: .one(2016, -1)).map(\.status) == [.regress])
    }

    @Test func chainEndsAtTheFirstGap() {
        let values = [TrackedValue].from(2016, [12, 12]) + .from(2019, [3, 3])
        #expect(Tracking.assess(Self.growth, values: values).map(\.year) == [2016, 2017])
        #expect(Tracking.verdict(Self.growth, values: values) == (.onTarget, nil))
    }

    @Test(arguments: [
        ([TrackedValue].from(2017, [12, 12]), NoDataReason.brokenChain), ([], .noValueAfterBase),
        (.one(2015, 12), .noValueAfterBase), (.one(2021, 12), .noValueAfterBase), (.one(2016, -100), .brokenChain),
        (.from(2016, [-150, -150]), .brokenChain),
    ])
    func noMean(values: [TrackedValue], reason: NoDataReason) {
        #expect(Tracking.verdict(Self.growth, values: values) == (.noData, reason))
        #expect(Tracking.assess(Self.growth, values: values).isEmpty)
    }

    @Test func meanWithoutBaseYearIsNotFormed() {
        let target = Target.plan(.annualRate, .up, .atLeast, 10, from: nil)
        #expect(Tracking.verdict(target, values: .from(2016, [12, 12])) == (.noData, .noBase))
    }

    /// Signs carry over to the mean: two bounds on one side stay a bound, on two sides nothing is certain.
    @Test(
        arguments: [
            (Qualifier.greaterThan, nil, Status.onTarget), (.greaterThan, .greaterThan, .onTarget),
            (nil, .greaterThan, .onTarget), (.greaterThan, .lessThan, .noData), (.lessThan, .lessThan, .noData),
            (.lessThan, .greaterThan, .noData), (.lessThan, nil, .noData),
            (.about, .about, .onTarget),
        ] as [(Qualifier?, Qualifier?, Status)])
    func signsOfAMean(first: Qualifier?, second: Qualifier?, expected: Status) {
        let values = [
            TrackedValue(year: 2016, value: 12, qualifier: first),
            TrackedValue(year: 2017, value: 12, qualifier: second),
        ]
        let last = Tracking.assess(Self.growth, values: values).last
        #expect(last?.status == expected)
        #expect(last?.reason == (expected == .noData ? .qualifierUndecided : nil))
    }

    /// A fall of 10 % a year: the rates are mirrored, not the numbers.
    @Test func fallingRate() {
        let fall = Target.plan(.annualRate, .down, .atMost, -10)
        #expect(
            Tracking.assess(fall, values: .from(2016, [-19, 0, 1])).map(\.status) == [
                .onTarget, .onTarget, .belowExpectation,
            ])
        #expect(Tracking.assess(fall, values: .one(2016, 1)).map(\.status) == [.regress])
    }
}
