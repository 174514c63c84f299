/// The current status index of UNESCAP's progress assessment: tenths of the way covered since the base.
///
/// Source: formula as read in the code of UNICEF's progress assessment; base year there 2015, earlier 2000.
public struct CurrentStatusIndex: Hashable, Sendable {
    /// What is known of the rule.
    public static let knowledge = MethodKnowledge.read

    /// CSI = D (y_t - y_0)/|y* - y_0| with D = 10 where more is better, else -10.
    public let value: Double
    /// The same as distance to parity, 10 - 10 |y* - y_t|/|y* - y_0|: falls again beyond the target.
    public let parity: Double
    /// What is due now, 10 tau.
    public let due: Double

    /// The index of `figures`; `nil` where the base is at or better than the target.
    public init?(_ figures: ProgressFigures) {
        guard !figures.isHeld else { return nil }
        let way = (figures.target - figures.base).magnitude
        let factor: Double = figures.wantsHigh ? 10 : -10
        value = factor * (figures.value - figures.base) / way
        parity = 10 - 10 * (figures.target - figures.value).magnitude / way
        due = 10 * figures.elapsed
    }
}
