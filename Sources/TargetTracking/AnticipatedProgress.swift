/// UNESCAP's anticipated progress: how much of the way will be missing in the target year.
///
/// Source: regression and gap as read in notes of UNECE; weights and limits are recalled.
public enum AnticipatedProgress: String, Codable, CaseIterable, Sendable {
    /// At most 10 % of the way will be missing.
    case maintain
    /// More than 10 and at most 100 %.
    case accelerate
    /// More than 100 %: the value will be worse than the base.
    case reverse

    /// What is known of the rule.
    public static let knowledge = MethodKnowledge.unverified

    /// 100 (y* - anticipated)/(y* - y_0), per cent; negative when the target will be passed. `nil` where the base is
    /// at or better than the target.
    public static func gap(of anticipated: Double, _ figures: ProgressFigures) -> Double? {
        figures.isHeld ? nil : 100 * (figures.target - anticipated) / (figures.target - figures.base)
    }

    /// The class of a gap in per cent; a gap within 1e-9 of a limit counts as at it.
    public init(gap: Double) {
        if Tolerance.order(gap, 10, scale: 1) <= 0 {
            self = .maintain
        } else {
            self = Tolerance.order(gap, 100, scale: 1) <= 0 ? .accelerate : .reverse
        }
    }
}
