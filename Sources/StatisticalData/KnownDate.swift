/// The day, month or year in which a figure was known: the date of a vintage.
///
/// "As known on" a day takes what was surely known then: a figure known "in 2018" counts from 31 December 2018 on.
public struct KnownDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// How exactly the date is known.
    public enum Precision: Int, Sendable, Codable {
        /// Only the year.
        case year = 0
        /// Year and month.
        case month = 1
        /// The day.
        case day = 2
    }

    /// How exactly the date is known.
    public let precision: Precision
    /// The last day the date may mean, counted from 1970-01-01.
    public let latestDay: Int

    /// A date from its stored form.
    public init(latestDay: Int, precision: Precision) {
        self.latestDay = latestDay
        self.precision = precision
    }

    /// Reads `2018`, `2018-07` or `2018-07-25`; `nil` for anything else, impossible dates included.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4), year >= 1000 else {
            return nil
        }
        guard parts.count > 1 else {
            self.init(latestDay: Self.dayNumber(year: year, month: 12, day: 31), precision: .year)
            return
        }
        guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
        let length = Self.daysIn(month: month, year: year)
        guard parts.count > 2 else {
            self.init(latestDay: Self.dayNumber(year: year, month: month, day: length), precision: .month)
            return
        }
        guard let day = Self.number(parts[2], digits: 2), (1...length).contains(day) else { return nil }
        self.init(latestDay: Self.dayNumber(year: year, month: month, day: day), precision: .day)
    }

    /// The date as it was written.
    public var description: String {
        let (year, month, day) = Self.civil(latestDay)
        let yearText = String(year)
        switch precision {
        case .year: return yearText
        case .month: return yearText + "-" + Self.padded(month)
        case .day: return yearText + "-" + Self.padded(month) + "-" + Self.padded(day)
        }
    }

    /// Orders by the last day meant; on one day the less exact date comes first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.latestDay, left.precision.rawValue) < (right.latestDay, right.precision.rawValue)
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Days from 1970-01-01 in the Gregorian calendar (years counted from March, 146,097 days in 400 years).
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let days = dayNumber + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension KnownDate: Codable {
    /// Decodes the written form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = KnownDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = date
    }

    /// Encodes the written form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
