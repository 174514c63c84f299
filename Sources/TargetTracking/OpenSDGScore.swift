/// The score from -5 to 5 of Open SDG, from the same rates as Eurostat's assessment.
///
/// Of several series of an indicator one copy of the code takes the mean and another the worst: not done here.
/// Source: Open SDG, sdg-build, ProgressMeasure.py (release 2.4.0 and later), with its rounded coefficients.
public enum OpenSDGScore {
    /// What is known of the rule.
    public static let knowledge = MethodKnowledge.read

    /// With a target: 5 once it is met; 7.1429 r - 4.2857 from r = 0.6 on, 4.1667 r - 2.5 below, within -5 and 5.
    ///
    /// - Parameter ratio: of compound rates, see ``EurostatProgress/ratio(_:)``.
    public static func score(ratio: Double, isMet: Bool) -> Double {
        if isMet { return 5 }
        let isModerate = Tolerance.order(ratio, 0.6, scale: 1) >= 0
        return isModerate ? min(7.1429 * ratio - 4.2857, 5) : max(4.1667 * ratio - 2.5, -5)
    }

    /// Without a target, of a rate g in the desired direction (as a fraction): 500 g - 5 from 1.5 % on, 250 g - 1.25
    /// from 0.5 %, 500 g - 2.5 from 0, 125 g - 2.5 below, within -5 and 5.
    ///
    /// - Parameter desiredRate: per cent a year, see ``EurostatProgress/desiredRate(_:)``.
    public static func score(desiredRate: Double) -> Double {
        let rate = desiredRate / 100
        if Tolerance.order(desiredRate, 1.5, scale: 1) >= 0 { return min(500 * rate - 5, 5) }
        if Tolerance.order(desiredRate, 0.5, scale: 1) >= 0 { return 250 * rate - 1.25 }
        return rate >= 0 ? 500 * rate - 2.5 : max(125 * rate - 2.5, -5)
    }
}
