import TargetTracking
import Testing

/// The columns of the published methods in the reference data `tracking_expected.csv`: ratios, classes, index, regression
/// with interval (own formulas there, regression and interval as statsmodels 0.15.0 gives them).
struct MethodReferenceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let target: Target
        let series: [Double]
        let linearPath: Double
        let compoundPath: Double
        let eurostatRatio: Double
        let eurostat: EurostatProgress.Rating
        let linearRatio: Double
        let arrow: TrendArrow
        let csi: Double
        let anticipated: Double
        let low: Double
        let high: Double
        let error: Double
        let probability: Double
        let gap: Double
        let gapClass: AnticipatedProgress

        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "non-fossil share", target: .plan(18, base: 11, from: 2020, to: 2025),
            series: [11, 11.9, 12.9, 13.6], linearPath: 15.2, compoundPath: 14.781570433847246,
            eurostatRatio: 0.7080129064803331, eurostat: .moderate, linearRatio: 0.6190476190476191,
            arrow: .moderatelyImproving, csi: 3.714285714285714, anticipated: 15.370000000000008,
            low: 14.838554602497764, high: 15.901445397502252, error: 0.1820027472320136,
            probability: 0.0023774328302683667, gap: 37.571428571428456, gapClass: .accelerate),
        Row(
            name: "energy intensity", target: .plan(.level, .down, .atMost, 86, base: 100, from: 2020, to: 2025),
            series: [100, 97.6, 95.2, 93.5], linearPath: 91.6, compoundPath: 91.34800578945334,
            eurostatRatio: 0.7455647189568, eurostat: .moderate, linearRatio: 0.7738095238095238,
            arrow: .moderatelyImproving, csi: 4.642857142857143, anticipated: 89.12000000000008,
            low: 87.67468087661551, high: 90.56531912338464, error: 0.4949747468305911,
            probability: 0.012128237287465041, gap: 22.285714285714825, gapClass: .accelerate),
        Row(
            name: "good surface water", target: .plan(90, base: 87.1, from: 2020, to: 2025),
            series: [87.1, 87.1, 91.0, 91.9], linearPath: 88.84, compoundPath: 88.82858983138406,
            eurostatRatio: 2.7452904183817255, eurostat: .significant, linearRatio: 2.7586206896551735,
            arrow: .onTrack, csi: 16.551724137931043, anticipated: 95.95000000000009, low: 90.56333884293326,
            high: 101.33666115706691, error: 1.8447560814373254, probability: 0.9579159011084165,
            gap: -205.1724137931061, gapClass: .maintain),
    ]

    @Test(arguments: rows)
    func methodsGiveTheReferenceRow(row: Row) throws {
        let found = MethodComparison(row.target, values: .from(2020, row.series))
        #expect(close(found.linearPath, row.linearPath))
        #expect(close(found.compoundPath, row.compoundPath))
        #expect(close(found.eurostatRatio, row.eurostatRatio))
        #expect(found.eurostatRating == row.eurostat)
        #expect(close(found.linearRatio, row.linearRatio))
        #expect(found.arrow == row.arrow)
        #expect(close(found.currentStatus?.value, row.csi))
        #expect(close(found.currentStatus?.due, 6))
        let anticipation = try #require(found.anticipation)
        #expect(close(anticipation.value, row.anticipated))
        #expect(close(anticipation.low, row.low))
        #expect(close(anticipation.high, row.high))
        #expect(close(anticipation.predictionError, row.error))
        #expect(anticipation.degreesOfFreedom == 2)
        #expect(close(anticipation.probabilityOfMeeting, row.probability))
        #expect(close(anticipation.gap, row.gap))
        #expect(found.gapClass == row.gapClass)
        #expect(!anticipation.isClipped)
    }

    /// Sheet, section 4: PM2.5 38, 33, 31.5, 33 with target 33: anticipated 30.05, 90 % interval 19.3 to 40.8,
    /// probability 0.75, "met now" and slipping.
    @Test func shortSeriesMakeWideIntervals() throws {
        let target = Target.plan(.level, .down, .atMost, 33, base: 38, from: 2020, to: 2025)
        let found = MethodComparison(target, values: .from(2020, [38, 33, 31.5, 33]))
        let anticipation = try #require(found.anticipation)
        #expect(abs(anticipation.value - 30.05) < 1e-9)
        #expect(abs((anticipation.low ?? .nan) - 19.3) < 0.05)
        #expect(abs((anticipation.high ?? .nan) - 40.8) < 0.05)
        #expect(abs((anticipation.probabilityOfMeeting ?? .nan) - 0.75) < 0.005)
        #expect(found.assessment?.verdict == .metButSlipping)
        #expect(found.arrow == .onTrack)
        #expect(found.openSDGScore == 5)
        #expect(found.notes == [.noneNeeded])
    }

    /// Sheet, section 5: methods disagree near their limits by design.
    @Test func methodsDisagree() {
        let found = MethodComparison(
            .plan(18, base: 11, from: 2020, to: 2025), values: .from(2020, [11, 11.9, 12.9, 13.6]))
        #expect(found.eurostatRating == .moderate)
        #expect(found.arrow == .moderatelyImproving)
        #expect(found.assessment?.status == .belowExpectation)
        #expect(found.gapClass == .accelerate)
        #expect(found.eurostatTrendRating == .significant)
    }

    /// 1e-10 of the size.
    private func close(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) <= 1e-10 * abs(right) } ?? false
    }
}
