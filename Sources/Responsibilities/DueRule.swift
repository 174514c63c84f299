public import StatisticalData

/// By when what is owed for a period must be delivered.
public enum DueRule: Hashable, Sendable, CustomStringConvertible {
    /// A day, `MM-DD`, of the year after the one in which the period ends.
    case dayOfNextYear(String)
    /// Whole months, then days, after the end of the period: `P8M`, `P45D`, `P1Y2M`. Months lead from the end of a month
    /// to the end of a month, so that `P8M` after a year is 31 August.
    case afterEnd(months: Int, days: Int)

    /// Reads `MM-DD` or a duration of ISO 8601 in years, months and days; `nil` for anything else, 29 February included,
    /// which most years do not have.
    public init?(_ text: String) {
        if KnownDate("2019-" + text)?.precision == .day {
            self = .dayOfNextYear(text)
            return
        }
        guard let match = text.wholeMatch(of: /P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?/), text != "P" else {
            return nil
        }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        self = .afterEnd(months: 12 * number(match.1) + number(match.2), days: number(match.3))
    }

    /// The rule as it can be written.
    public var description: String {
        switch self {
        case .dayOfNextYear(let day): return day
        case .afterEnd(let months, let days):
            let parts = (months > 0 ? "\(months)M" : "") + (days > 0 ? "\(days)D" : "")
            return parts.isEmpty ? "P0D" : "P" + parts
        }
    }

    /// The last day on which delivery is in time; `nil` beyond the years that dates can name (1000 to 9999).
    public func dueDate(of period: Period) -> KnownDate? {
        let nextMonth = period.firstMonth + period.months
        switch self {
        case .dayOfNextYear(let day):
            return KnownDate("\((nextMonth - 1) / 12 + 1)-" + day)
        case .afterEnd(let months, let days):
            return Self.end(ofMonth: nextMonth - 1 + months).map {
                KnownDate(latestDay: $0.latestDay + days, precision: .day)
            }
        }
    }

    /// The last day of a month counted from January of the year 0.
    static func end(ofMonth month: Int) -> KnownDate? {
        KnownDate(Period(.month, ordinal: month).description).map {
            KnownDate(latestDay: $0.latestDay, precision: .day)
        }
    }
}
