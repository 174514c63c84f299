import StatisticalData
import Testing
import TestSupport

/// Periods as statistics write them.
struct PeriodTests {
    @Test(
        arguments: [
            ("2016", .year, 2016, 1), ("1000", .year, 1000, 1), ("9999", .year, 9999, 1),
            ("2016-H1", .half, 2 * 2016, 1), ("2016-H2", .half, 2 * 2016 + 1, 1),
            ("2019-Q1", .quarter, 4 * 2019, 1), ("2019-Q4", .quarter, 4 * 2019 + 3, 1),
            ("2018-01", .month, 12 * 2018, 1), ("2018-10", .month, 12 * 2018 + 9, 1),
            ("2016/2019", .year, 2016, 4), ("2019-Q1/2019-Q3", .quarter, 4 * 2019, 3),
            ("2015-H2/2017-H1", .half, 2 * 2015 + 1, 4), ("2018-11/2019-02", .month, 12 * 2018 + 10, 4),
        ] as [(String, Period.Frequency, Int, Int)])
    func reads(text: String, frequency: Period.Frequency, ordinal: Int, count: Int) throws {
        let period = try #require(Period(text))
        #expect(period.frequency == frequency)
        #expect(period.ordinal == ordinal)
        #expect(period.count == count)
        #expect(period.description == text)
    }

    @Test(arguments: [
        "", " ", "2019-13", "2019-00", "2016-H3", "2016-H0", "2019-Q5", "2019-Q0", "2019/2016", "2016/2016",
        "2016/2016-Q1", "2016-Q1/2016", "2016/2017/2018", "2016/", "/2016", "/", "１９９９", "2016-Ｈ1", "201", "0999",
        "0000", "-2016", "+2016", "20160", "2016-1", "2016-001", "2016-h1", "2016-q1", "2016H1", "2016-", "2016-Q",
        "2016-1H", " 2016", "2016 ", "2016\n", "2016\u{301}", "2016/\u{301}2019", "二〇一六", "nan", "2016-12-31",
        "99999999999999999999", "2016-99999999999999999999",
    ])
    func refuses(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func refusesAnythingLong() {
        #expect(Period(String(repeating: "9", count: 100_000)) == nil)
        #expect(Period("2016/" + String(repeating: "9", count: 100_000)) == nil)
        #expect(Period(String(repeating: "2016/", count: 20_000)) == nil)
    }

    /// Every unit of some years, and every pair of units in two neighbouring years.
    @Test(arguments: Period.Frequency.allCases)
    func writtenFormIsReadBack(frequency: Period.Frequency) throws {
        let perYear = 12 / frequency.rawValue
        for year in [1000, 1582, 1999, 2000, 2016, 9998] {
            for unit in 0..<perYear {
                for count in 1...(2 * perYear - unit) {
                    let period = Period(frequency, ordinal: year * perYear + unit, count: count)
                    #expect(Period(period.description) == period)
                    #expect(period.description.hasPrefix(String(year)))
                }
            }
        }
    }

    /// By first month, then by length, then by frequency.
    @Test func order() throws {
        let ascending = [
            "2015", "2015-12", "2016-01", "2016-01/2016-02", "2016-01/2016-03", "2016-Q1", "2016-H1",
            "2016-01/2016-12", "2016-Q1/2016-Q4", "2016-H1/2016-H2", "2016", "2016/2017", "2016-02", "2016-Q2",
            "2016-H2", "2017",
        ]
        let periods = try ascending.map { try #require(Period($0)) }
        var generator = SeededGenerator(seed: 2016)
        #expect(periods.shuffled(using: &generator).sorted() == periods)
        for (position, left) in periods.enumerated() {
            for (other, right) in periods.enumerated() { #expect((left < right) == (position < other)) }
        }
    }

    @Test func monthsAreThoseOfTheUnits() throws {
        for (text, first, months) in [
            ("2016", "2016-01", 12), ("2016-H2", "2016-07", 6), ("2019-Q3", "2019-07", 3), ("2018-10", "2018-10", 1),
            ("2016/2019", "2016-01", 48), ("2019-Q1/2019-Q3", "2019-01", 9),
        ] {
            let period = try #require(Period(text))
            #expect(period.firstMonth == Period(first)?.ordinal)
            #expect(period.months == months)
        }
    }

    @Test(arguments: [1, 42, 320_000] as [UInt64])
    func arithmetic(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let frequency = try #require(Period.Frequency.allCases.randomElement(using: &generator))
            let period = Period(
                frequency, ordinal: .random(in: 20_000...30_000, using: &generator),
                count: .random(in: 1...20, using: &generator))
            let steps = Int.random(in: -500...500, using: &generator)
            let moved = period.advanced(by: steps)
            #expect(period.distance(to: moved) == steps)
            #expect(moved.advanced(by: -steps) == period)
            #expect(moved.months == period.months)
            #expect((period < moved) == (steps > 0))
            #expect(period.last.advanced(by: 1 - period.count).firstMonth == period.firstMonth)
        }
    }

    @Test func distanceNeedsOneFrequency() {
        #expect(Period.year(2016).distance(to: Period(.quarter, ordinal: 4 * 2016)) == nil)
    }

    @Test func years() {
        #expect(Period.years(2016, 2019) == Period("2016/2019"))
        #expect(Period.years(2016, 2016) == Period("2016"))
        #expect(Period.year(2016).simpleYear == 2016)
        #expect(Period.years(2016, 2019).simpleYear == nil)
        #expect(Period(.month, ordinal: 2016).simpleYear == nil)
        #expect(Period(.year, ordinal: 2016, count: -5).count == 1)
    }
}
