import Foundation
import StatisticalData
import Testing
import TestSupport

/// Dates of vintages.
struct KnownDateTests {
    /// Every day of a whole Gregorian cycle of 400 years, counted one by one from Foundation's day number of the first.
    @Test func everyDayOfFourHundredYears() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let start = try #require(calendar.date(from: DateComponents(year: 1800, month: 1, day: 1)))
        let first = Int((start.timeIntervalSince1970 / 86_400).rounded())
        var day = first
        for year in 1800..<2200 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                let prefix = "\(year)-" + (month < 9 ? "0" : "") + "\(month + 1)"
                for number in 1...length {
                    let text = prefix + (number < 10 ? "-0" : "-") + "\(number)"
                    let date = KnownDate(text)
                    if date?.latestDay != day || date?.precision != .day || date?.description != text {
                        Issue.record("\(text) is read as \(String(describing: date))")
                    }
                    day += 1
                }
                #expect(KnownDate(prefix + "-\(length + 1)") == nil)
                #expect(KnownDate(prefix)?.latestDay == day - 1)
                #expect(KnownDate(prefix)?.description == prefix)
            }
            #expect(KnownDate("\(year)")?.latestDay == day - 1)
            #expect(KnownDate("\(year)")?.description == "\(year)")
        }
        #expect(day - first == 146_097)
    }

    /// Random days of the years 1583 to 9999 against Foundation, both ways.
    @Test func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var generator = SeededGenerator(seed: 1583)
        for _ in 0..<2000 {
            let day = Int.random(in: -141_000...2_932_000, using: &generator)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            let text = String(
                format: "%04d-%02d-%02d", try #require(parts.year), try #require(parts.month), try #require(parts.day))
            #expect(KnownDate(latestDay: day, precision: .day).description == text)
            #expect(KnownDate(text)?.latestDay == day)
        }
    }

    @Test func epoch() {
        #expect(KnownDate("1970-01-01")?.latestDay == 0)
        #expect(KnownDate("1969")?.latestDay == -1)
    }

    /// A year means its last day; on one day the less exact date comes first.
    @Test func order() throws {
        let ascending = [
            "2017", "2017-12", "2017-12-31", "2018-01-01", "2018-11", "2018-11-30", "2018-12-30", "2018", "2018-12",
            "2018-12-31", "2019-01-01",
        ]
        let dates = try ascending.map { try #require(KnownDate($0)) }
        var generator = SeededGenerator(seed: 2018)
        #expect(dates.shuffled(using: &generator).sorted() == dates)
        for (position, left) in dates.enumerated() {
            for (other, right) in dates.enumerated() { #expect((left < right) == (position < other)) }
        }
        #expect(KnownDate("2018")?.latestDay == KnownDate("2018-12-31")?.latestDay)
        #expect(KnownDate("2018") != KnownDate("2018-12-31"))
    }

    @Test(arguments: ["2000-02-29", "2016-02-29", "2020-02-29", "2400-02-29"])
    func leapDays(text: String) {
        #expect(KnownDate(text)?.description == text)
    }

    @Test(arguments: [
        "", " ", "-", "--", "1900-02-29", "2019-02-29", "2100-02-29", "2018-02-30", "2018-04-31", "2018-13", "2018-00",
        "2018-01-00", "2018-01-32", "2018-1", "2018-01-1", "2018-", "2018-01-", "-2018", "+201", "18", "0999", "99999",
        "20180101", "2018/01/01", "2018-01-01-01", "２０１８", "2018-0１", " 2018", "2018 ", "2018\n", "2018\u{301}",
        "2018-\u{301}07", "2018-12-31T00:00", "yesterday", "nan", "2018-Q1",
    ])
    func refuses(text: String) {
        #expect(KnownDate(text) == nil)
    }

    @Test func refusesAnythingLong() {
        #expect(KnownDate(String(repeating: "9", count: 100_000)) == nil)
        #expect(KnownDate(String(repeating: "2018-", count: 20_000)) == nil)
    }
}
