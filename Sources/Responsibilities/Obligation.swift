public import StatisticalData

/// What is owed for one period, and how it stands on a date.
public struct Obligation: Hashable, Sendable {
    /// How it stands.
    public enum Status: String, CaseIterable, Sendable {
        /// Not delivered; the date has not passed.
        case due
        /// Not delivered; the date has passed.
        case overdue
        /// A figure is known.
        case delivered
        /// The date has passed, and no figure of the workspace could show whether it was kept.
        case unrecorded = "not-recorded"
    }

    /// What is owed.
    public let responsibility: Responsibility
    /// For which period.
    public let period: Period
    /// The last day on which delivery is in time.
    public let due: KnownDate
    /// How it stands.
    public let status: Status
    /// The first figure that became known; `nil` when none is.
    public let delivery: Observation?
    /// Days past the due date: of the delivery, or up to now where it is overdue; `nil` when there are none.
    public let daysLate: Int?

    /// What is owed on `date`: every period that has begun, by due date, then in the order declared.
    ///
    /// Delivered is what a figure with a value, of any vintage, became known for by `date`: a preliminary figure counts. A
    /// figure whose date is known to the month or year counts from its last day on.
    ///
    /// - Parameter vintages: every vintage of the indicators and areas owed.
    public static func list(
        _ responsibilities: [Responsibility], on date: KnownDate, vintages: [Observation]
    ) -> [Obligation] {
        let known = vintages.filter { $0.value != nil && $0.knownOn.latestDay <= date.latestDay }
        let figures = Dictionary(grouping: known) { $0.series.indicator }
        let obligations = responsibilities.flatMap { responsibility in
            responsibility.periods(begunOn: date).compactMap { period in
                Obligation(
                    responsibility, period, on: date,
                    among: responsibility.indicator.flatMap { figures[$0] } ?? [])
            }
        }
        return obligations.enumerated().sorted { left, right in
            (left.element.due.latestDay, left.offset) < (right.element.due.latestDay, right.offset)
        }.map(\.element)
    }

    private init?(_ owed: Responsibility, _ period: Period, on date: KnownDate, among figures: [Observation]) {
        guard let due = owed.due.dueDate(of: period) else { return nil }
        let delivery = figures.filter {
            $0.period == period && $0.series.area == owed.area
                && (owed.transformation == nil || owed.transformation == $0.series.transformation)
        }.min(by: Vintages.precedes)
        responsibility = owed
        self.period = period
        self.due = due
        self.delivery = delivery
        let hasPassed = due.latestDay < date.latestDay
        if delivery != nil {
            status = .delivered
        } else if hasPassed {
            status = owed.indicator == nil ? .unrecorded : .overdue
        } else {
            status = .due
        }
        let end = delivery?.knownOn.latestDay ?? (status == .overdue ? date.latestDay : due.latestDay)
        daysLate = end > due.latestDay ? end - due.latestDay : nil
    }
}
