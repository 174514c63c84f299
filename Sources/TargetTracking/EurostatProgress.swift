/// Eurostat's assessment of the indicators of sustainable development, by compound annual rates.
///
/// Source: the ratio and its limits 0.95 and 0.6 as read in the code of Open SDG (sdg-build, ProgressMeasure.py); the
/// names of the classes and the rule without a target are recalled from Eurostat's monitoring reports.
public enum EurostatProgress {
    /// A class of progress.
    public enum Rating: String, Codable, CaseIterable, Sendable {
        /// With target: ratio 0.95 or more. Without: 1 % a year or more.
        case significant = "significant progress"
        /// With target: 0.6 to 0.95. Without: more than 0 and less than 1 % a year.
        case moderate = "moderate progress"
        /// With target: 0 to 0.6.
        case insufficient = "insufficient progress"
        /// Without target: no change.
        case none = "no progress"
        /// With target: less than 0.
        case away = "movement away"
        /// Without target: between -1 and 0 % a year.
        case moderatelyAway = "moderate movement away"
        /// Without target: -1 % a year or less.
        case significantlyAway = "significant movement away"
    }

    /// What is known of the rule with a target.
    public static let knowledge = MethodKnowledge.namesUnverified
    /// What is known of the rule without a target.
    public static let knowledgeWithoutTarget = MethodKnowledge.unverified

    /// Achieved over required compound annual rate, ((y_t/y_0)^(1/(t - t_0)) - 1)/((y*/y_0)^(1/(T - t_0)) - 1).
    ///
    /// - Returns: `nil` without positive levels and where the base is at or better than the target.
    public static func ratio(_ figures: ProgressFigures) -> Double? {
        guard !figures.isHeld, let achieved = figures.achievedRate, let required = figures.requiredRate else {
            return nil
        }
        return achieved / required
    }

    /// The compound annual rate in the desired direction, per cent a year: positive is for the better.
    ///
    /// - Returns: `nil` without positive levels.
    public static func desiredRate(_ figures: ProgressFigures) -> Double? {
        figures.achievedRate.map { figures.wantsHigh ? $0 : -$0 }
    }

    /// The class of a ratio; a ratio within 1e-9 of a limit counts as at it.
    public static func rating(ratio: Double) -> Rating {
        if Tolerance.order(ratio, 0.95, scale: 1) >= 0 { return .significant }
        if Tolerance.order(ratio, 0.6, scale: 1) >= 0 { return .moderate }
        return Tolerance.order(ratio, 0, scale: 1) >= 0 ? .insufficient : .away
    }

    /// The class of a rate in the desired direction, per cent a year, where there is no target.
    public static func rating(desiredRate rate: Double) -> Rating {
        if Tolerance.order(rate, 1, scale: 1) >= 0 { return .significant }
        if Tolerance.order(rate, -1, scale: 1) <= 0 { return .significantlyAway }
        switch Tolerance.order(rate, 0, scale: 1) {
        case 1: return .moderate
        case 0: return .none
        default: return .moderatelyAway
        }
    }
}
