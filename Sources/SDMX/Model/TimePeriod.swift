public import StatisticalData

/// A period as SDMX writes it: `2020`, `2020-06`, `2020-06-30`, `2020-S1`, `2020-Q3`, `2020-W23`, `2016-01-01/P4Y` and the
/// other forms of `ObservationalTimePeriod`.
public struct TimePeriod: Hashable, Sendable {
    /// The kinds of periods; the raw value is the code of the frequency.
    public enum Kind: Character, Sendable {
        /// A year.
        case year = "A"
        /// A half-year.
        case half = "S"
        /// Four months.
        case third = "T"
        /// A quarter.
        case quarter = "Q"
        /// A month.
        case month = "M"
        /// A week.
        case week = "W"
        /// A day.
        case day = "D"
        /// A moment.
        case moment = "I"
        /// A stretch with a start and a length.
        case range = "R"
    }

    /// What kind it is.
    public let kind: Kind
    /// The period in our own form; `nil` for weeks, days, moments and ranges that do not begin with a month.
    public let period: Period?

    /// Reads a period; `nil` for anything else, such as `2019-13`, `2019-H1` or `2019-Q5`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, bytes.count <= 60, let year = Self.number(bytes[0..<4]), year >= 1000 else {
            return nil
        }
        if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
            self.init(start: bytes[..<slash], length: bytes[(slash + 1)...])
            return
        }
        let rest = bytes[4...]
        if rest.isEmpty {
            self.init(.year, .year(year))
        } else if rest.first == UInt8(ascii: "-"), rest.count >= 3, rest[5].isLetter {
            self.init(year: year, letter: rest[5], number: rest[6...])
        } else {
            self.init(date: text)
        }
    }

    private init(_ kind: Kind, _ period: Period?) {
        self.kind = kind
        self.period = period
    }

    /// A period named by its letter, as in `2020-Q3`.
    private init?(year: Int, letter: UInt8, number: ArraySlice<UInt8>) {
        guard let kind = Kind(rawValue: Character(UnicodeScalar(letter))), let digits = Self.digits[kind],
            number.count == digits.count, let value = Self.number(number), (1...digits.last).contains(value)
        else { return nil }
        switch kind {
        case .year: self.init(kind, .year(year))
        case .half: self.init(kind, Period(.half, ordinal: year * 2 + value - 1))
        case .third: self.init(kind, Period(.month, ordinal: year * 12 + (value - 1) * 4, count: 4))
        case .quarter: self.init(kind, Period(.quarter, ordinal: year * 4 + value - 1))
        case .month: self.init(kind, Period(.month, ordinal: year * 12 + value - 1))
        case .week, .day, .moment, .range: self.init(kind, nil)
        }
    }

    private static let digits: [Kind: (count: Int, last: Int)] = [
        .year: (1, 1), .half: (1, 2), .third: (1, 3), .quarter: (1, 4), .month: (2, 12), .week: (2, 53), .day: (3, 366),
    ]

    /// A month, a day or a moment of the calendar.
    private init?(date text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = KnownDate(halves[0]) else { return nil }
        if halves.count == 2 {
            guard date.precision == .day, halves[1].wholeMatch(of: Self.clock) != nil else { return nil }
            self.init(.moment, nil)
        } else {
            self.init(date.precision == .day ? .day : .month, Period(halves[0]))
        }
    }

    private static var clock: Regex<Substring> {
        /(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+\-][01][0-9]:[0-5][0-9])?/
    }

    /// A start and a length: of the lengths only whole years and months give a period of ours.
    private init?(start: ArraySlice<UInt8>, length: ArraySlice<UInt8>) {
        let text = String(decoding: start, as: UTF8.self)
        guard let first = TimePeriod(text), first.kind == .day || first.kind == .moment,
            let duration = Duration(String(decoding: length, as: UTF8.self))
        else { return nil }
        guard first.kind == .day, text.hasSuffix("-01"), let month = Period(text.dropLast(3)), duration.isMonths else {
            self.init(.range, nil)
            return
        }
        let isYears = duration.months % 12 == 0 && month.ordinal % 12 == 0
        self.init(
            .range,
            isYears
                ? Period(.year, ordinal: month.ordinal / 12, count: duration.months / 12)
                : Period(.month, ordinal: month.ordinal, count: duration.months))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy(\.isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

/// A length of time, such as `P4Y`, `P10M`, `P1DT12H`.
private struct Duration {
    let months: Int
    let isMonths: Bool

    init?(_ text: String) {
        let pattern = /P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:[0-9]{1,6}D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9.]+S)?)?/
        guard let match = text.wholeMatch(of: pattern), text.count > 2, text.last != "T" else { return nil }
        months = (match.1.flatMap { Int($0) } ?? 0) * 12 + (match.2.flatMap { Int($0) } ?? 0)
        isMonths = months > 0 && !text.contains("D") && !text.contains("T")
    }
}
