import StatisticalData
import TargetTracking
import Testing

/// Weighted progress: the reference data `gep_unverified_expected.csv`, five indicators with invented thresholds.
struct GreenEconomyProgressTests {
    typealias Indicator = GreenEconomyProgress.Indicator

    static let indicators = [
        indicator("non-fossil", true, 11, 13.6, 18, 20), indicator("intensity", false, 100, 93.5, 86, 60),
        indicator("water", true, 87.1, 91.9, 90, 95), indicator("pm25", false, 38, 33, 33, 25),
        indicator("forest", true, 24, 23.9, 24.1, 26),
    ]

    private static func indicator(
        _ id: String, _ isHigherBetter: Bool, _ base: Double?, _ current: Double?, _ target: Double?,
        _ threshold: Double?, elapsed: Double = 0.6, isDashboard: Bool = false
    ) -> Indicator {
        Indicator(
            id: id, isHigherBetter: isHigherBetter, base: base, current: current, target: target, threshold: threshold,
            elapsed: elapsed, isDashboard: isDashboard)
    }

    @Test func theReferenceIsMet() throws {
        let result = try GreenEconomyProgress(Self.indicators).result()
        let expected = [
            (0.3714285714285714, 1.8181818181818181, 0.2532680962017491),
            (0.4642857142857143, 1.6666666666666667, 0.23216242151827005),
            (1.655172413793104, 1.0907003444316878, 0.15193177986844308), (1.0, 1.52, 0.21173212842466227),
            (-1.0, 1.0833333333333333, 0.1509055739868755),
        ]
        for (found, row) in zip(result.indicators, expected) {
            #expect(agree(found.progress, row.0) && agree(found.rawWeight, row.1) && agree(found.weight, row.2))
            #expect(found.counted == found.progress)
        }
        #expect(agree(result.index, 0.5141605481200809))
        #expect(!result.isOfficialFormula)
        #expect(
            result.indicators.map(\.status) == [.belowExpectation, .belowExpectation, .onTarget, .onTarget, .regress])
    }

    /// A cap of 1 takes 0.655172 of the water's progress out of the index, and leaves the progress itself.
    @Test func theCapIsForTheIndexOnly() throws {
        let result = try GreenEconomyProgress(Self.indicators, cap: 1).result()
        #expect(agree(result.index, 0.5141605481200809 - 0.655172413793104 * 0.15193177986844308))
        #expect(agree(result.indicators[2].progress, 1.655172413793104) && result.indicators[2].counted == 1)
    }

    /// 4 of 10 after 2 of 5 years is on target, whatever the last binary digit says; no progress is no regress.
    @Test func classes() {
        #expect(GreenEconomyProgress.status(of: 0.1 + 0.3, elapsed: 0.4) == .onTarget)
        #expect(GreenEconomyProgress.status(of: 0.399, elapsed: 0.4) == .belowExpectation)
        #expect(GreenEconomyProgress.status(of: 0, elapsed: 0.4) == .belowExpectation)
        #expect(GreenEconomyProgress.status(of: -0.001, elapsed: 0.4) == .regress)
    }

    /// One threshold or one figure missing: the progress of the others stands, the index does not.
    @Test func withoutEverythingThereIsNoIndex() throws {
        var missing = Self.indicators
        missing[0] = Self.indicator("non-fossil", true, 11, 13.6, 18, nil)
        let result = try GreenEconomyProgress(missing).result()
        #expect(result.index == nil && result.indicators.allSatisfy { $0.weight == nil })
        #expect(agree(result.indicators[0].progress, 0.3714285714285714))
        missing[0] = Self.indicator("non-fossil", true, 11, nil, 18, 20)
        let other = try GreenEconomyProgress(missing).result()
        #expect(other.index == nil && other.indicators[0].status == .noData)
        #expect(agree(other.indicators[0].weight, 0.2532680962017491))
        #expect(try GreenEconomyProgress([]).result().index == nil)
    }

    /// The dashboard has progress and class, and moves neither weights nor index.
    @Test func theDashboardStandsApart() throws {
        let dashboard = Self.indicator("emissions", false, 8, 9, 6, 2, isDashboard: true)
        let result = try GreenEconomyProgress(Self.indicators + [dashboard]).result()
        #expect(agree(result.index, 0.5141605481200809))
        #expect(result.indicators[5].status == .regress && agree(result.indicators[5].progress, -0.5))
        #expect(result.indicators[5].rawWeight == nil && result.indicators[5].weight == nil)
    }

    @Test(arguments: [
        (indicator("a", true, 11, 12, 11, 20), GreenEconomyProgressFault.Kind.targetIsBase),
        (indicator("a", true, 11, 12, 10, 20), .againstDirection),
        (indicator("a", false, 11, 12, 12, 20), .againstDirection),
        (indicator("a", true, 0, 1, 2, 3), .baseNotPositive),
        (indicator("a", false, 3, 2, 1, 0), .thresholdNotPositive),
        (indicator("a", true, 1, .nan, 2, 3), .notFinite),
    ])
    func faultsOfAnIndicator(row: Indicator, kind: GreenEconomyProgressFault.Kind) {
        let faults = GreenEconomyProgress([row]).faults()
        #expect(faults == [GreenEconomyProgressFault(indicator: "a", kind: kind)])
        let place = Place(file: "framework.csv", line: 2)
        #expect(faults.first?.fault(at: place).place == place)
        #expect(throws: GreenEconomyProgressFaults.self) { try GreenEconomyProgress([row]).result() }
    }

    @Test func everythingWrongIsTold() {
        let row = Self.indicator("a", true, 1, 1, 1, 1, elapsed: 0)
        let faults = GreenEconomyProgress([row, row], cap: -1).faults()
        #expect(
            faults.map(\.kind) == [
                .capNotPositive, .elapsedOutOfRange, .targetIsBase, .duplicate, .elapsedOutOfRange, .targetIsBase,
            ])
    }
}
