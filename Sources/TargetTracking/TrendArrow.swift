/// The arrow of the reports of SDSN (SDG Index): achieved over required linear rate.
///
/// Source: recalled from the methodology of the Sustainable Development Report; the limits were not read.
public enum TrendArrow: String, Codable, CaseIterable, Sendable {
    /// The ratio is 1 or more, or the target is met.
    case onTrack = "on track"
    /// 0.5 to 1.
    case moderatelyImproving = "moderately improving"
    /// 0 to 0.5.
    case stagnating
    /// Less than 0.
    case decreasing

    /// What is known of the rule.
    public static let knowledge = MethodKnowledge.unverified

    /// ((y_t - y_0)/(t - t_0))/((y* - y_0)/(T - t_0)), which is P/tau; `nil` where the base is at or better than the
    /// target.
    public static func ratio(_ figures: ProgressFigures) -> Double? {
        figures.progress.map { $0 / figures.elapsed }
    }

    /// The arrow of a ratio; a ratio within 1e-9 of a limit counts as at it.
    public init(ratio: Double, isMet: Bool) {
        if isMet || Tolerance.order(ratio, 1, scale: 1) >= 0 {
            self = .onTrack
        } else if Tolerance.order(ratio, 0.5, scale: 1) >= 0 {
            self = .moderatelyImproving
        } else {
            self = Tolerance.order(ratio, 0, scale: 1) >= 0 ? .stagnating : .decreasing
        }
    }
}
