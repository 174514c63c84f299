/// A stretch of time a figure is about: a year, half, quarter or month, or several of them counted together.
///
/// Written `2016`, `2016-H1`, `2019-Q3`, `2018-10`; `2016/2019` is the four years 2016 to 2019 counted together.
public struct Period: Hashable, Sendable {
    /// The kind of calendar unit; the raw value is its length in months.
    public enum Frequency: Int, Sendable, Codable, CaseIterable {
        /// A month.
        case month = 1
        /// A quarter.
        case quarter = 3
        /// A half-year.
        case half = 6
        /// A year.
        case year = 12
    }

    /// The kind of unit counted.
    public let frequency: Frequency
    /// The number of the first unit, counted from the first one of the year 0.
    public let ordinal: Int
    /// How many units are counted together; 1 for a simple period.
    public let count: Int

    /// `count` units of `frequency` from the unit `ordinal` on; `count` is at least 1.
    public init(_ frequency: Frequency, ordinal: Int, count: Int = 1) {
        self.frequency = frequency
        self.ordinal = ordinal
        self.count = max(1, count)
    }

    /// The calendar year `year`.
    public static func year(_ year: Int) -> Period {
        Period(.year, ordinal: year)
    }

    /// The years from `first` to `last` counted together.
    public static func years(_ first: Int, _ last: Int) -> Period {
        Period(.year, ordinal: first, count: last - first + 1)
    }

    /// The calendar year if this is a simple year.
    public var simpleYear: Int? {
        frequency == .year && count == 1 ? ordinal : nil
    }

    /// The first month, counted from January of the year 0.
    public var firstMonth: Int { ordinal * frequency.rawValue }

    /// The number of months covered.
    public var months: Int { count * frequency.rawValue }

    /// The last unit counted.
    public var last: Period { Period(frequency, ordinal: ordinal + count - 1) }

    /// The period `steps` units later (earlier when negative), of the same length.
    public func advanced(by steps: Int) -> Period {
        Period(frequency, ordinal: ordinal + steps, count: count)
    }

    /// How many units lie between the starts of two periods of one frequency; `nil` when the frequencies differ.
    public func distance(to other: Period) -> Int? {
        frequency == other.frequency ? other.ordinal - ordinal : nil
    }
}

extension Period: Comparable {
    /// Orders by the first month, then by length, then by frequency.
    public static func < (left: Self, right: Self) -> Bool {
        (left.firstMonth, left.months, left.frequency.rawValue)
            < (right.firstMonth, right.months, right.frequency.rawValue)
    }
}
