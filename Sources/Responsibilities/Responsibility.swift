public import StatisticalData

/// What somebody owes again and again: a figure for each period, or an official evaluation.
public struct Responsibility: Hashable, Sendable {
    /// How often.
    public enum Frequency: String, CaseIterable, Sendable {
        /// Every year.
        case annual
        /// Every half-year.
        case halfYearly = "half-yearly"
        /// Every quarter.
        case quarterly
        /// Every month.
        case monthly
        /// Once, for the years from the first to the last counted together: a plan.
        case once

        /// The calendar unit of the periods.
        public var unit: Period.Frequency {
            switch self {
            case .annual, .once: .year
            case .halfYearly: .half
            case .quarterly: .quarter
            case .monthly: .month
            }
        }
    }

    /// The id.
    public let id: String
    /// What is owed; `nil` where the name of the indicator says it.
    public let name: LocalisedText?
    /// The indicator whose figure shows that it was delivered; `nil` where no figure can.
    public let indicator: Indicator.ID?
    /// Which transformation of the indicator; `nil` for any.
    public let transformation: Transformation?
    /// The area.
    public let area: Area.ID
    /// The office that owes it; `nil` where none is declared.
    public let owner: LocalisedText?
    /// How often.
    public let frequency: Frequency
    /// By when.
    public let due: DueRule
    /// The first period.
    public let from: Period
    /// The last period; `nil` for no end.
    public let until: Period?
    /// The source of the rule.
    public let source: Source.ID?
    /// How far the rule can be trusted.
    public let trust: Trust
    /// A remark.
    public let note: LocalisedText?
    /// Where it is declared.
    public let place: Place

    /// Declares a responsibility.
    public init(
        id: String, name: LocalisedText?, indicator: Indicator.ID?, transformation: Transformation?, area: Area.ID,
        owner: LocalisedText?, frequency: Frequency, due: DueRule, from: Period, until: Period?, source: Source.ID?,
        trust: Trust, note: LocalisedText?, place: Place
    ) {
        self.id = id
        self.name = name
        self.indicator = indicator
        self.transformation = transformation
        self.area = area
        self.owner = owner
        self.frequency = frequency
        self.due = due
        self.from = from
        self.until = until
        self.source = source
        self.trust = trust
        self.note = note
        self.place = place
    }

    /// The periods owed that have begun on `date`, the earliest first.
    public func periods(begunOn date: KnownDate) -> [Period] {
        guard frequency != .once else {
            let last = until ?? from
            return [Period(.year, ordinal: from.ordinal, count: last.ordinal - from.ordinal + 1)]
                .filter { Self.hasBegun($0, on: date) }
        }
        var periods: [Period] = []
        var next = from
        while next <= until ?? next, Self.hasBegun(next, on: date) {
            periods.append(next)
            next = next.advanced(by: 1)
        }
        return periods
    }

    /// Whether the first day of a period is `date` or earlier.
    private static func hasBegun(_ period: Period, on date: KnownDate) -> Bool {
        guard let dayBefore = DueRule.end(ofMonth: period.firstMonth - 1) else { return false }
        return dayBefore.latestDay < date.latestDay
    }
}
