/// One target at one year: what was due, what was achieved, and what is still needed.
///
/// Letters: y_0 base, y_t achieved, y* target, t_0 base year, T target year; forms in per cent are turned into
/// levels by 1 + change/100 wherever a rate is taken. Numbers derived from a figure printed with `<` or `>` are `nil`.
/// Source: Guides/TargetTracking.md, "Formula and source".
public struct Assessment: Hashable, Sendable {
    /// The year t.
    public let year: Int
    /// What was achieved, in the form of the target: the level; the cumulative change in per cent, signed; for
    /// `annualRate` the geometric mean of the annual changes since the base year, per cent.
    public let achieved: Double
    /// The value of the path in this year, in the form of the target; in the target year, and where a level is to be
    /// held, the target itself. `nil` without a base, or where a compound path is not defined.
    public let required: Double?
    /// Progress P = (y_t - y_0)/(y* - y_0); for `annualRate` of the cumulative changes. `nil` without a base, and
    /// where the base is at or better than the target.
    public let progress: Double?
    /// Share of time elapsed, tau = (t - t_0)/(T - t_0); 1 in the target year, before it `nil` without a base year.
    public let elapsed: Double?
    /// 100 ((y_t/y_0)^(1/(t - t_0)) - 1), per cent a year; `nil` without positive levels.
    public let achievedRate: Double?
    /// 100 ((y*/y_0)^(1/(T - t_0)) - 1), per cent a year; `nil` without positive levels.
    public let requiredRate: Double?
    /// 100 ((y*/y_t)^(1/(T - t)) - 1), per cent a year; once the target is met, the slack. `nil` in the target year
    /// and without positive levels.
    public let stillNeeded: Double?
    /// (y* - y_t)/(T - t), in the unit of the target a year, for cumulative forms in points of the base; `nil` in the
    /// target year and for `annualRate`.
    public let stillNeededLinear: Double?
    /// Whether the target is certainly met; the mean of an `annualRate` only in the target year.
    public let isTargetMet: Bool
    /// Whether the target is met and the change since the previous assessed year went in the wrong direction.
    public let isSlipping: Bool
    /// The status.
    public let status: Status
    /// Why the status is `noData`; `nil` for every other.
    public let reason: NoDataReason?
    /// Years ahead (+) or behind (-): the year in which the required path passes y_t, minus t (Sicherl); `nil` where
    /// progress is.
    public let timeDistance: Double?

    /// The status, or `metButSlipping`.
    public var verdict: Verdict {
        isTargetMet && isSlipping ? .metButSlipping : Verdict(status)
    }
}
