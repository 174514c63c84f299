/// A figure that is not what it was: what was known of a series and period on one date and on a later one.
public struct FigureChange: Hashable, Sendable {
    /// What happened to a figure between two dates.
    public enum Kind: String, CaseIterable, Sendable {
        /// There was no figure before.
        case new
        /// The figure has another value.
        case revised
        /// The newest source says that there is no figure.
        case withdrawn
        /// The value stands; its mark of revision or its sign of inexactness is another.
        case statusChanged = "status-changed"
        /// A source says, for the first time, that there is no figure.
        case stated = "stated-missing"
    }

    /// What was known first; `nil` when nothing was.
    public let before: Observation?
    /// What was known later.
    public let after: Observation
    /// What happened.
    public let kind: Kind

    /// Compares two vintages of one series and period; `nil` when nothing a reader could see differs.
    ///
    /// Values in different units are compared in the unit of `after`, to a relative tolerance of 1e-12.
    public init?(_ before: Observation?, _ after: Observation) {
        guard let kind = Self.kind(before, after) else { return nil }
        self.before = before
        self.after = after
        self.kind = kind
    }

    private static func kind(_ before: Observation?, _ after: Observation) -> Kind? {
        guard let before else { return after.value == nil ? .stated : .new }
        guard let old = before.value(in: after.unit) else {
            return before.value == nil
                ? (after.value == nil ? nil : .new) : (after.value == nil ? .withdrawn : .revised)
        }
        guard let new = after.value else { return .withdrawn }
        if abs(new - old) > 1e-12 * max(abs(new), abs(old)) { return .revised }
        return before.revision == after.revision && before.qualifier == after.qualifier ? nil : .statusChanged
    }

    /// The later value less the earlier, in the unit of the later; rounded to the finer of the two printed places where
    /// both are printed in one unit, so that -3.05 less -3.2 is 0.15. `nil` when either is missing.
    public var difference: Double? {
        guard let before, let old = before.value(in: after.unit), let new = after.value else { return nil }
        guard before.unit == after.unit else { return new - old }
        let decimals = max(before.decimals, after.decimals, 0)
        return Decimals.scale(Decimals.scale(new - old, by: decimals).rounded(), by: -decimals)
    }

    /// The difference in per cent of the earlier value's size; `nil` when that is zero, and for figures that are per cent
    /// themselves: there the difference is in points, and a per cent of per cent misleads.
    public var percent: Double? {
        guard let difference, let old = before?.value(in: after.unit), old != 0, after.unit != .percent else {
            return nil
        }
        return 100 * difference / abs(old)
    }
}

extension Vintages {
    /// What was taken for one series and period over time: for each day on which something became known, the vintage
    /// taken from that day on; the last one is `newest`.
    ///
    /// - Parameter vintages: all of one series and period, in any order.
    public static func history(_ vintages: some Sequence<Observation>) -> [Observation] {
        var history: [Observation] = []
        for observation in vintages.sorted(by: precedes) {
            if history.last?.knownOn.latestDay == observation.knownOn.latestDay { history.removeLast() }
            history.append(observation)
        }
        return history
    }

    /// The figures among `observations` that are known on `to` and were not, or not so, on `from`; in the order of series
    /// and period.
    ///
    /// - Parameter observations: every vintage of the figures to compare, in any order.
    public static func changes(in observations: [Observation], from: KnownDate, to: KnownDate) -> [FigureChange] {
        histories(of: observations).compactMap { history in
            guard let after = history.last(where: { $0.knownOn.latestDay <= to.latestDay }) else { return nil }
            return FigureChange(history.last { $0.knownOn.latestDay <= from.latestDay }, after)
        }
    }

    /// The figures among `observations` whose first vintage with a value is not the newest one: first against newest, in
    /// the order of series and period. What only became known later, never to change, is none.
    public static func revisions(in observations: [Observation]) -> [FigureChange] {
        histories(of: observations).compactMap { history in
            guard let first = history.first(where: { $0.value != nil }), let last = history.last else { return nil }
            return FigureChange(first, last)
        }
    }

    /// The histories of all series and periods, in their order.
    static func histories(of observations: [Observation]) -> [[Observation]] {
        struct Figure: Hashable {
            let series: SeriesKey
            let period: Period
        }
        return Dictionary(grouping: observations) { Figure(series: $0.series, period: $0.period) }
            .sorted { ($0.key.series, $0.key.period) < ($1.key.series, $1.key.period) }
            .map { history($0.value) }
    }
}
