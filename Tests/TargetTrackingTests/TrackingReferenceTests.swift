import TargetTracking
import Testing

/// Three illustrative indicators, 2020-2023 with targets for 2025: the reference data `indicators_input.csv`,
/// `series_input.csv` and the columns of `tracking_expected.csv` on progress, paths, status, rates and time distance,
/// computed by an independent program. Rates are fractions there and per cent here.
struct TrackingReferenceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let target: Target
        let series: [Double]
        let progress: Double
        let linearPath: Double
        let compoundPath: Double
        let status: Status
        let isMet: Bool
        let actualRate: Double
        let requiredRate: Double
        let timeDistance: Double
        let neededLinear: Double
        let neededCompound: Double

        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "non-fossil share", target: .plan(18, base: 11, from: 2020, to: 2025),
            series: [11, 11.9, 12.9, 13.6], progress: 0.3714285714285714, linearPath: 15.2,
            compoundPath: 14.781570433847246, status: .belowExpectation, isMet: false,
            actualRate: 0.07328585987639635, requiredRate: 0.10350921459993478, timeDistance: -1.1428571428571104,
            neededLinear: 2.2, neededCompound: 0.15044748327105562),
        Row(
            name: "energy intensity", target: .plan(.level, .down, .atMost, 86, base: 100, from: 2020, to: 2025),
            series: [100, 97.6, 95.2, 93.5], progress: 0.4642857142857143, linearPath: 91.6,
            compoundPath: 91.34800578945334, status: .belowExpectation, isMet: false,
            actualRate: -0.02215383474957988, requiredRate: -0.029714167243023115, timeDistance: -0.6785714285713311,
            neededLinear: -3.75, neededCompound: -0.040945206853808314),
        Row(
            name: "good surface water", target: .plan(90, base: 87.1, from: 2020, to: 2025),
            series: [87.1, 87.1, 91.0, 91.9], progress: 1.655172413793104, linearPath: 88.84,
            compoundPath: 88.82858983138406, status: .onTarget, isMet: true, actualRate: 0.018042210927877722,
            requiredRate: 0.006572059118799212, timeDistance: 5.27586206896558, neededLinear: -0.9500000000000028,
            neededCompound: -0.010391312868936797),
    ]

    @Test(arguments: rows)
    func assessmentGivesTheReferenceRow(row: Row) throws {
        let assessments = Tracking.assess(row.target, values: .from(2020, row.series))
        #expect(assessments.map(\.year) == [2021, 2022, 2023])
        let last = try #require(assessments.last)
        #expect(last.achieved == row.series.last)
        #expect(agree(last.progress, row.progress))
        #expect(agree(last.required, row.linearPath))
        #expect(agree(last.elapsed, 0.6))
        #expect(last.status == row.status)
        #expect(last.reason == nil)
        #expect(last.isTargetMet == row.isMet)
        #expect(!last.isSlipping)
        #expect(agree(last.achievedRate, 100 * row.actualRate))
        #expect(agree(last.requiredRate, 100 * row.requiredRate))
        // The reference finds the year on the path by search; its digits past 1e-12 are noise.
        #expect(abs((last.timeDistance ?? .nan) - row.timeDistance) < 1e-9)
        #expect(agree(last.stillNeededLinear, row.neededLinear))
        #expect(agree(last.stillNeeded, 100 * row.neededCompound))
    }

    @Test(arguments: rows)
    func compoundPathGivesTheReferenceColumn(row: Row) throws {
        let target = Target.plan(
            .level, row.target.desired, row.target.comparison, row.target.value, base: row.target.base, from: 2020,
            to: 2025, path: .compound)
        let last = try #require(Tracking.assess(target, values: .from(2020, row.series)).last)
        #expect(agree(last.required, row.compoundPath))
        #expect(agree(last.progress, row.progress))
        #expect(last.status == row.status)
    }

    /// PM2.5 38 -> 33 (2021), 31.5, 33.0 with target 33: "met now" and slipping; forest cover 24 -> 23.9 of 24.1 has
    /// P = -1 in `gep_unverified_expected.csv`.
    @Test func slippingAndRegress() throws {
        let pm25 = Target.plan(.level, .down, .atMost, 33, base: 38, from: 2020, to: 2025)
        let last = try #require(Tracking.assess(pm25, values: .from(2021, [33, 31.5, 33])).last)
        #expect(last.isTargetMet)
        #expect(last.isSlipping)
        #expect(last.status == .onTarget)
        #expect(last.verdict == .metButSlipping)
        #expect(agree(last.progress, 1))
        let forest = Target.plan(24.1, base: 24, from: 2020, to: 2025)
        let fallen = try #require(Tracking.assess(forest, values: .from(2021, [24, 24, 23.9])).last)
        #expect(fallen.status == .regress)
        #expect(abs((fallen.progress ?? .nan) - -1) < 1e-9)
    }
}
