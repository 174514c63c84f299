import SDMX
import StatisticalData
import TestSupport
import Testing

/// The forms of `ObservationalTimePeriod` (SDMXCommon.xsd), and our periods there and back.
struct TimePeriodTests {
    @Test(arguments: [
        ("2020", "2020"), ("2020-A1", "2020"), ("2020-06", "2020-06"), ("2020-M06", "2020-06"), ("2016-S1", "2016-H1"),
        ("2019-Q3", "2019-Q3"), ("2020-T2", "2020-05/2020-08"), ("2016-01-01/P4Y", "2016/2019"),
        ("2018-01-01/P10M", "2018-01/2018-10"), ("2018-03-01/P1Y", "2018-03/2019-02"),
        ("2020-01-01/P1Y2M", "2020-01/2021-02"),
    ])
    func isOurs(text: String, ours: String) throws {
        #expect(TimePeriod(text)?.period == Period(ours))
    }

    @Test(arguments: [
        "2020-06-30", "2020-W01", "2020-W53", "2020-D366", "2020-06-30T12:00:00", "2020-06-30T12:00:00.5Z",
        "2020-06-30T23:59:59+08:00", "2020-06-15/P1M", "2020-06-01/P10D", "2020-06-30T12:00:00/PT1H",
    ])
    func isAPeriodWeDoNotHave(text: String) throws {
        let period = try #require(TimePeriod(text))
        #expect(period.period == nil)
    }

    @Test(arguments: [
        "", "20", "2019-13", "2019-00", "2019-H1", "2019-Q5", "2019-Q", "2019-S3", "2019-M13", "2019-W54", "2019-M1",
        "2019-02-30", "2019-06-30T24:00:00", "2019-06-30T", "2019/2020", "2019-01-01/4Y", "2019-01-01/P",
        "2019-01-01/PT",
        "2019-01/P1M", "0019", "２０１９", "2019 ", "2019-01-01/P1YT",
    ])
    func isNone(text: String) {
        #expect(TimePeriod(text) == nil)
    }

    @Test(arguments: [
        ("A", "2020", true), ("A", "2019-Q1", false), ("Q", "2019-Q1", true), ("S", "2019-S2", true),
        ("S", "2019", false),
        ("M", "2019-05", true), ("M", "2019", false), ("A3", "2020", true), ("D", "2019-05-01", true),
        ("W", "2019-W05", true),
        ("A", "2016-01-01/P4Y", true), ("_Z", "2019-Q1", true), ("D", "2019-05", false),
    ])
    func agreement(frequency: String, text: String, agrees: Bool) throws {
        #expect(try #require(TimePeriod(text)).agrees(withFrequency: frequency) == agrees)
    }

    /// Every period of ours comes back, with its frequency beside it.
    @Test func roundTrip() throws {
        var random = SeededGenerator(seed: 20_160_831)
        for _ in 0..<2000 {
            let frequency = try #require(Period.Frequency.allCases.randomElement(using: &random))
            let ordinal = Int.random(
                in: 1900 * 12 / frequency.rawValue..<2100 * 12 / frequency.rawValue, using: &random)
            let period = Period(frequency, ordinal: ordinal, count: Int.random(in: 1...30, using: &random))
            #expect(TimePeriod(period.sdmx)?.period(frequency: frequency.sdmx) == period, "\(period) \(period.sdmx)")
        }
    }
}
