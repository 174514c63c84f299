import StatisticalData

/// Days as spreadsheet programs count them.
enum SerialDate {
    /// A date, a date with time, or a time of day as ISO 8601 writes it; `nil` for a number that stands for none.
    ///
    /// In the calendar of 1900 day 1 is 1900-01-01, and day 60 a 29 February that never was: later numbers are one
    /// too high. In that of 1904 day 0 is 1904-01-01. Below 1 in the calendar of 1900 it is a time of day.
    static func text(_ serial: Double, calendar1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial.rounded(.down))
        var seconds = Int(((serial - serial.rounded(.down)) * 86400).rounded())
        if seconds == 86400 {
            day += 1
            seconds = 0
        }
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
        if day == 0, !calendar1904 { return time }
        if day == 60, !calendar1904 { return nil }
        let days = calendar1904 ? day - 24_107 : (day > 60 ? day - 25_569 : day - 25_568)
        let date = KnownDate(latestDay: days, precision: .day).description
        return seconds == 0 ? date : date + "T" + time
    }

    /// The number of a day, in days since 1970-01-01, in the calendar of 1900; days before 1900-03-01 are counted as if
    /// 29 February 1900 had not been inserted.
    static func serial(day: Int) -> Double {
        Double(day + (day >= -25_508 ? 25_569 : 25_568))
    }
}
