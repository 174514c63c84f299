import StatisticalData

/// Remembers every figure of a table, so that a second one with the same key is found.
///
/// A key is packed into 64 bits without loss: the number of its series, date and source, and its period: memory does
/// not depend on the length of names.
struct DuplicateTable {
    /// A figure as it was first seen.
    struct Entry {
        var value: Double
        /// Its number among all figures of the table.
        var ordinal: UInt32
        var line: UInt32
        var status: FigureStatus
        var hasValue: Bool
    }

    private struct Series: Hashable {
        let key: SeriesKey
        let knownOn: KnownDate
        let source: Source.ID
    }

    private var numbers: [Series: UInt64] = [:]
    private var entries: [UInt64: Entry] = [:]
    /// Keys with several figures that differ: none of them is taken.
    private(set) var conflicts: Set<UInt64> = []

    /// The packed key: 24 bits series, 2 bits frequency, 18 bits each for first unit and count; `nil` beyond that.
    mutating func key(of figure: ImportedFigure) -> UInt64? {
        let series = Series(key: figure.series, knownOn: figure.knownOn, source: figure.source)
        let number = numbers[series] ?? UInt64(numbers.count)
        numbers[series] = number
        return Self.pack(number, figure.period)
    }

    private static func pack(_ number: UInt64, _ period: Period) -> UInt64? {
        guard number < 1 << 24, (0..<1 << 18).contains(period.ordinal), period.count < 1 << 18 else { return nil }
        let frequency = UInt64(Period.Frequency.allCases.firstIndex(of: period.frequency) ?? 0)
        return number << 38 | frequency << 36 | UInt64(period.ordinal) << 18 | UInt64(period.count)
    }

    /// The figure first seen under a key.
    subscript(key: UInt64) -> Entry? { entries[key] }

    /// Remembers a figure under a key that is new.
    mutating func add(_ entry: Entry, under key: UInt64) { entries[key] = entry }

    /// Notes that figures under a key differ.
    mutating func addConflict(_ key: UInt64) { conflicts.insert(key) }

    /// The series of the table with the sources of their figures.
    var sourcesOfSeries: [SeriesKey: Set<Source.ID>] {
        numbers.keys.reduce(into: [:]) { $0[$1.key, default: []].insert($1.source) }
    }

    /// Whether the table has a figure of a series for a period, of whatever date and source; for many questions.
    func presence() -> (SeriesKey, Period) -> Bool {
        let own = Dictionary(grouping: numbers, by: \.key.key).mapValues { $0.map(\.value) }
        return { series, period in
            (own[series] ?? []).contains { number in
                Self.pack(number, period).map { self.entries[$0] != nil || self.conflicts.contains($0) } ?? false
            }
        }
    }

    /// For each series, the months from the first to the last that its figures in the table are about.
    func spans() -> [SeriesKey: ClosedRange<Int>] {
        var byNumber: [UInt64: ClosedRange<Int>] = [:]
        for key in entries.keys {
            let frequency = Period.Frequency.allCases[Int(key >> 36 & 3)]
            let period = Period(frequency, ordinal: Int(key >> 18 & 0x3FFFF), count: Int(key & 0x3FFFF))
            let months = period.firstMonth...(period.firstMonth + period.months - 1)
            let known = byNumber[key >> 38] ?? months
            byNumber[key >> 38] =
                min(known.lowerBound, months.lowerBound)...max(known.upperBound, months.upperBound)
        }
        var spans: [SeriesKey: ClosedRange<Int>] = [:]
        for (series, number) in numbers {
            guard let own = byNumber[number] else { continue }
            let known = spans[series.key] ?? own
            spans[series.key] = min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
        }
        return spans
    }
}
