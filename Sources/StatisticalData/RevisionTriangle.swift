/// The figures of some series by period and by the date on which they were known: what statisticians call a revision
/// triangle, or a real-time table.
public struct RevisionTriangle: Hashable, Sendable {
    /// A row: one series and period.
    public struct Row: Hashable, Sendable {
        /// The series.
        public let series: SeriesKey
        /// The period.
        public let period: Period
        /// The unit of all values of the row: that of the newest vintage.
        public let unit: UnitOfMeasure
        /// What held on each date of the triangle; `nil` where nothing was known, or no figure.
        public let vintages: [Observation?]

        /// The values, in the unit of the row; a figure that cannot be converted is `nil`.
        public var values: [Double?] { vintages.map { $0?.value(in: unit) } }
    }

    /// The days on which any figure became known, in their order.
    public let dates: [KnownDate]
    /// The rows, by series and period.
    public let rows: [Row]

    /// Lays out every vintage in `observations`: a column for each day on which something became known, after that of
    /// `from` where given. A figure holds from the day it became known until the next one replaces it.
    ///
    /// - Parameters:
    ///   - from: the first column shows what held on this date; earlier ones are left out. `nil` for all.
    ///   - to: what became known later is left out. `nil` for all.
    public init(_ observations: [Observation], from: KnownDate? = nil, to: KnownDate? = nil) {
        let known = observations.filter { $0.knownOn.latestDay <= to?.latestDay ?? Int.max }
        let days = Set(known.map(\.knownOn.latestDay)).filter { $0 > from?.latestDay ?? Int.min }.sorted()
        let dates = (from.map { [$0] } ?? []) + days.map { KnownDate(latestDay: $0, precision: .day) }
        self.dates = dates
        rows = Vintages.histories(of: known).compactMap { history in
            guard let newest = history.last else { return nil }
            return Row(
                series: newest.series, period: newest.period, unit: newest.unit,
                vintages: dates.map { date in history.last { $0.knownOn.latestDay <= date.latestDay } })
        }
    }
}
