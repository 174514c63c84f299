public import StatisticalData

/// Something of a programme that a date asks after.
public struct ProgrammeDuty: Hashable, Sendable {
    /// What it is.
    public enum Subject: String, Sendable, CaseIterable {
        /// An activity that is planned.
        case activity
        /// A target of an indicator.
        case indicator
        /// A budget and what was spent of it.
        case budget
    }

    /// How it stands.
    public enum Status: String, Sendable, CaseIterable {
        /// The date has not come.
        case due
        /// It has passed, and nothing shows that it was done.
        case overdue
        /// It is done.
        case done
        /// It has passed, and the figure misses the target.
        case missed
    }

    /// What it is.
    public let subject: Subject
    /// Its slug.
    public let id: String
    /// Who answers for it.
    public let organisation: Organisation.ID?
    /// The last day in time.
    public let due: KnownDate
    /// How it stands.
    public let status: Status
}

extension Programme {
    /// What is due, overdue, done or missed on `date`: planned activities by their last day, targets by the end of their
    /// period, budgets by their last day.
    ///
    /// - Parameter deliveries: how the indicators stand on what was known.
    public func duties(on date: KnownDate, deliveries: [IndicatorDelivery]) -> [ProgrammeDuty] {
        let day = date.latestDay
        let planned = activities.filter(\.isPlanned).map { activity in
            let end = (activity.until ?? activity.from).lastDay
            return ProgrammeDuty(
                subject: .activity, id: activity.id.rawValue, organisation: activity.lead, due: end,
                status: end.latestDay < day ? .overdue : .due)
        }
        let targets = deliveries.filter { $0.indicator.target != nil }.map { delivery in
            let end = delivery.indicator.period.lastDay
            return ProgrammeDuty(
                subject: .indicator, id: delivery.indicator.id, organisation: nil, due: end,
                status: status(of: delivery, isPast: end.latestDay < day))
        }
        let budgets = money.filter { $0.kind == .budget }.map { budget in
            let spent = money.contains {
                $0.activity == budget.activity && [.expenditure, .disbursement].contains($0.kind)
                    && $0.from.firstDay.latestDay >= budget.from.firstDay.latestDay
                    && $0.until.latestDay <= budget.until.latestDay
            }
            return ProgrammeDuty(
                subject: .budget, id: budget.id, organisation: budget.provider, due: budget.until.lastDay,
                status: spent ? .done : budget.until.latestDay < day ? .overdue : .due)
        }
        return (planned + targets + budgets).sorted {
            ($0.due, $0.subject.rawValue, $0.id) < ($1.due, $1.subject.rawValue, $1.id)
        }
    }

    private func status(of delivery: IndicatorDelivery, isPast: Bool) -> ProgrammeDuty.Status {
        switch delivery.status {
        case .reached: .done
        case .notReached: isPast ? .missed : .due
        case .open, .noFigure, .noTarget: isPast ? .overdue : .due
        }
    }
}

extension Period {
    /// The last day; the first of the year 1000 for periods before what dates can name.
    public var lastDay: KnownDate {
        let month = firstMonth + months - 1
        let text = String(month % 12 + 1)
        let date = KnownDate("\(month / 12)-" + (text.count < 2 ? "0" + text : text))
        return (date ?? KnownDate(latestDay: 0, precision: .day)).lastDay
    }

    /// The first day.
    public var firstDay: KnownDate {
        let text = String(firstMonth % 12 + 1)
        let date = KnownDate("\(firstMonth / 12)-" + (text.count < 2 ? "0" + text : text) + "-01")
        return date ?? KnownDate(latestDay: 0, precision: .day)
    }
}
