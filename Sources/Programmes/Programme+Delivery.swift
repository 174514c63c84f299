public import StatisticalData

/// A figure of an indicator, with what it rests on.
public struct IndicatorFigure: Hashable, Sendable {
    /// The value, in the unit of the indicator.
    public let value: Double
    /// The period it is of.
    public let period: Period
    /// The weakest mark of what it rests on.
    public let trust: Trust
    /// The sources it rests on.
    public let sources: [Source.ID]
    /// The row of the ledger; `nil` for others.
    public let place: Place?
    /// The value of a study; `nil` for others.
    public let key: ResultKey?

    /// Makes a figure.
    public init(
        value: Double, period: Period, trust: Trust, sources: [Source.ID], place: Place? = nil, key: ResultKey? = nil
    ) {
        self.value = value
        self.period = period
        self.trust = trust
        self.sources = sources
        self.place = place
        self.key = key
    }
}

/// How an indicator stands against its target.
public struct IndicatorDelivery: Hashable, Sendable {
    /// How it stands.
    public enum Status: String, Sendable, CaseIterable {
        /// The target is reached.
        case reached
        /// The period of the target has passed and it is not reached.
        case notReached = "not-reached"
        /// The newest figure is of an earlier period than the target.
        case open
        /// There is no figure.
        case noFigure = "no-figure"
        /// No target was set.
        case noTarget = "no-target"
    }

    /// The indicator.
    public let indicator: ProgrammeIndicator
    /// The figure of the baseline.
    public let baseline: IndicatorFigure?
    /// The newest figure up to the period of the target.
    public let actual: IndicatorFigure?

    /// Puts both together.
    public init(indicator: ProgrammeIndicator, baseline: IndicatorFigure?, actual: IndicatorFigure?) {
        self.indicator = indicator
        self.baseline = baseline
        self.actual = actual
    }

    /// How it stands. Without a direction (`none`) a target is reached by equality.
    public var status: Status {
        guard let actual else { return .noFigure }
        guard let target = indicator.target else { return .noTarget }
        let isReached =
            switch indicator.direction {
            case .up: actual.value >= target
            case .down: actual.value <= target
            case .none: actual.value == target
            }
        if isReached { return .reached }
        return actual.period.firstMonth + actual.period.months < indicator.period.firstMonth + indicator.period.months
            ? .open : .notReached
    }

    /// (actual - baseline)/(target - baseline); `nil` when one is missing or the target equals the baseline.
    public var share: Double? {
        guard let actual, let baseline, let target = indicator.target, target != baseline.value else { return nil }
        return (actual.value - baseline.value) / (target - baseline.value)
    }

    /// The weakest mark of its figures and its target.
    public var trust: Trust {
        let marks = [baseline?.trust, actual?.trust, indicator.target == nil ? nil : indicator.targetTrust]
        return Trust.weakest(of: marks.compactMap { $0 })
    }
}

extension Programme {
    /// The count of a rule over the register, for activities that began within `period` and are not only planned.
    ///
    /// - Parameter date: with a date, only those that surely had begun on it.
    /// - Returns: with the weakest mark of the activities counted; people are counted where a number was published.
    public func count(
        _ rule: ProgrammeIndicator.Register, in period: Period, begunOn date: KnownDate? = nil
    ) -> IndicatorFigure {
        let counted = activities.filter { activity in
            let month = activity.from.firstDay.monthNumber
            return !activity.isPlanned && activity.from.latestDay <= date?.latestDay ?? .max
                && month >= period.firstMonth && month < period.firstMonth + period.months
                && rule.kind ?? activity.kind == activity.kind
                && rule.workArea ?? activity.workArea == activity.workArea
        }
        let value: Int
        var shown = counted
        switch rule.subject {
        case .activities: value = counted.count
        case .organisations: value = Set(counted.flatMap { organisations(of: $0) }).count
        case .participants:
            let people = Dictionary(grouping: attendances, by: \.activity)
            shown = counted.filter { people[$0.id] != nil }
            value = shown.reduce(0) { sum, activity in people[activity.id, default: []].reduce(sum) { $0 + $1.count } }
        }
        return IndicatorFigure(
            value: Double(value), period: period, trust: Trust.weakest(of: shown.map(\.trust)),
            sources: Set(shown.compactMap(\.source)).sorted())
    }
}

extension KnownDate {
    /// The month, counted from January of the year 0.
    public var monthNumber: Int {
        let parts = description.split(separator: "-")
        return year * 12 + (parts.count > 1 ? (Int(parts[1]) ?? 1) - 1 : 0)
    }
}
