/// A distance between the frontier of one period and a unit in another.
public enum CrossDistance: String, Hashable, Sendable, CaseIterable {
    /// The first period against its own frontier.
    case firstOwn = "D^t(t)"
    /// The second period against its own frontier.
    case secondOwn = "D^t+1(t+1)"
    /// The second period against the frontier of the first.
    case secondOnFirst = "D^t(t+1)"
    /// The first period against the frontier of the second.
    case firstOnSecond = "D^t+1(t)"
    /// The first period against the frontier of all periods.
    case firstOnAll = "D^G(t)"
    /// The second period against the frontier of all periods.
    case secondOnAll = "D^G(t+1)"
}

/// How the productivity of a unit changed from one period to the next. Above 1 is progress.
///
/// What cannot be computed is `nil`; no value stands in for an infeasible program.
public struct ProductivityChange: Hashable, Sendable {
    /// The unit.
    public let unit: String
    /// The earlier period.
    public let from: String
    /// The later period.
    public let to: String
    /// The index: efficiency change times change of the frontier.
    public let index: Double?
    /// EC: how much nearer the unit is to the frontier of its own period.
    public let efficiencyChange: Double?
    /// TC, how far the frontier moved; for a frontier of all periods BPC, how much nearer that of the period is to it.
    public let frontierChange: Double?
    /// PEC: efficiency change under variable returns; `nil` where it is not asked for.
    public let pureEfficiencyChange: Double?
    /// What scale adds: EC / PEC, or the rest of the index where the frontier is that of variable returns.
    public let scaleChange: Double?
    /// The distances that could not be computed, and why.
    public let failures: [Failure]

    /// A distance that could not be computed.
    public struct Failure: Hashable, Sendable {
        /// Which.
        public let distance: CrossDistance
        /// Why.
        public let status: EfficiencyStatus
    }

    /// How the analysis ended: `optimal`, or the first failure.
    public var status: EfficiencyStatus { failures.first?.status ?? .optimal }
}
