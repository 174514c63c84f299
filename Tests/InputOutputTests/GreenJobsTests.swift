import InputOutput
import Testing

/// The five numbers of green jobs.
struct GreenJobsTests {
    private static func sector(decent: Estimate?) -> GreenJobs.Sector {
        GreenJobs.Sector(
            jobs: Estimate(1000), outputShare: Estimate(0.3, low: 0.2, high: 0.4),
            processShare: Estimate(0.1, low: 0.05, high: 0.2), overlap: Estimate(0.05, low: 0, high: 0.05),
            decentShare: decent)
    }

    /// By hand: 300 + 100 - 50 persons once; of 350 four fifths are decent.
    @Test func fiveNumbers() throws {
        let found = try GreenJobs([Self.sector(decent: Estimate(0.8, low: 0.5, high: 0.9))])
        #expect(found.outputJobs == Estimate(300, low: 200, high: 400))
        #expect(found.processJobs == Estimate(100, low: 50, high: 200))
        #expect(abs(found.environmentalEmployment.value - 350) < 1e-12)
        #expect(abs(found.environmentalEmployment.low - 200) < 1e-12)
        #expect(abs(found.environmentalEmployment.high - 600) < 1e-12)
        let green = try #require(found.greenJobs)
        #expect(abs(green.value - 280) < 1e-12 && abs(green.low - 100) < 1e-12 && abs(green.high - 540) < 1e-12)
        #expect(abs(try #require(found.decentShare).value - 0.8) < 1e-12)
        #expect(found.assumptions.count == 4)
    }

    /// Without the decent share of one sector nothing is called green jobs.
    @Test func environmentalEmploymentIsNotGreenJobs() throws {
        let found = try GreenJobs([Self.sector(decent: Estimate(1)), Self.sector(decent: nil)])
        #expect(found.greenJobs == nil && found.decentShare == nil)
        #expect(abs(found.environmentalEmployment.value - 700) < 1e-12)
        #expect(!found.assumptions.contains(.decentShareIsOfTheSector))
    }

    @Test func overlapsMustFit() {
        let share = Estimate(0.6)
        for overlap in [0.7, 0.1] {
            let sector = GreenJobs.Sector(
                jobs: Estimate(10), outputShare: share, processShare: share, overlap: Estimate(overlap))
            #expect(throws: InputOutputFaults.self) { try GreenJobs([sector]) }
        }
    }
}
