import StatisticalData
import TargetTracking
import Testing

/// Targets of the 13th plan of Jiangsu and the figures found, from the demonstration data `plan-13fyp.csv` and
/// `plan-13fyp-observations.csv`; the newest vintage of each figure.
struct JiangsuPlanTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let target: Target
        let values: [TrackedValue]
        let verdict: Verdict
        let reason: NoDataReason?
        let year: Int?

        var testDescription: String { name }

        init(
            _ name: String, _ target: Target, _ values: [TrackedValue], _ verdict: Verdict, in year: Int? = nil,
            because reason: NoDataReason? = nil
        ) {
            self.name = name
            self.target = target
            self.values = values
            self.verdict = verdict
            self.reason = reason
            self.year = year
        }
    }

    static let energyChanges = [2016: -4.68, 2017: -5.54, 2018: -6.18, 2019: -3.05, 2020: -3.1]
    static let particles: [Int: Double] = [2018: 48, 2019: 43, 2020: 38]

    static let rows = [
        Row("energy-per-gdp", .energyPerGDP, CumulativeChange.chain(energyChanges, from: 2015), .met, in: 2020),
        Row(
            "gdp", .plan(100_000, base: 71_300),
            .from(2015, [71_300, 76_000, 85_900.9, 92_600]) + .one(2020, 102_700) + .one(2022, 122_875.6), .met,
            in: 2020),
        Row("rd-share", .plan(2.8), .one(2016, 2.61) + .one(2020, 2.82), .met, in: 2020),
        Row("good-air-days", .plan(72, base: 66.8), .one(2015, 66.8) + .from(2019, [71.4, 81]), .met, in: 2020),
        Row(
            "pm25", .plan(.cumulativeCut, .down, .atMost, -20, base: 58),
            CumulativeChange.fromLevels(particles, base: 58), .met, in: 2020),
        Row(
            "gdp-growth", .plan(.annualRate, .up, .atLeast, 7.5), .from(2016, [7.8, 7.2, 6.7]) + .one(2020, 3.7),
            .belowExpectation, in: 2018),
        Row("registered-unemployment", .plan(.cap, .down, .below, 4), .one(2016, 3, .lessThan), .onTarget, in: 2016),
        Row("non-fossil-share", .plan(11), .one(2019, 10.4), .noData, because: .noBase),
        Row(
            "co2-per-gdp", .plan(.cumulativeCut, .down, .atMost, -20.5), .one(2019, -24.5, .about), .onTarget, in: 2019),
        Row(
            "cod", .plan(.cap, .down, .atMost, 91.2, base: 105.46), [], .noData, because: .noValueAfterBase),
    ]

    @Test(arguments: rows)
    func verdictOfThePlan(row: Row) {
        #expect(row.target.faults() == [])
        #expect(Tracking.verdict(row.target, values: row.values) == (row.verdict, row.reason))
        let deciding = Tracking.deciding(among: Tracking.assess(row.target, values: row.values))
        #expect(deciding?.year == row.year)
    }

    /// The figure is shown though it cannot be judged.
    @Test func nonFossilShareIsShown() {
        let assessments = Tracking.assess(.plan(11), values: .one(2019, 10.4))
        #expect(assessments.map(\.achieved) == [10.4])
        #expect(assessments.map(\.reason) == [.noBase])
        #expect(agree(assessments.first?.stillNeededLinear, 0.6))
        #expect(agree(assessments.first?.stillNeeded, 100 * (11 / 10.4 - 1)))
    }

    @Test func researchShareBefore2020HadNoBase() {
        let assessments = Tracking.assess(.plan(2.8), values: .one(2016, 2.61) + .one(2020, 2.82))
        #expect(assessments.map(\.status) == [.noData, .met])
    }

    /// Suzhou: CO2 per GDP 1.113 to 1.080 is -2.96 %, the page prints -4.96 %.
    @Test func impossiblePrintIsFound() {
        let change = CumulativeChange.fromLevels([2019: 1.080], base: 1.113).first?.value ?? .nan
        #expect(abs(change - -2.96) <= 0.005)
        #expect(abs(change - -4.96) > 1.9)
    }
}
