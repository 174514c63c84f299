/// Changes that multiply over years: in per cent, signed, a cut of 17 % being -17.
///
/// With annual changes r_s: C_t = product of (1 + r_s/100), less one. They must never be added.
/// Source: Guides/CumulativeTargets.md, "Formula and source".
public enum CumulativeChange {
    /// The change over all years together, 100 (product of (1 + r/100) - 1), per cent; 0 for none.
    ///
    /// The order of the changes does not matter. Not finite when one of them is not.
    public static func compound(_ percentChanges: some Sequence<Double>) -> Double {
        100 * (percentChanges.reduce(1.0) { $0 * (1 + $1 / 100) } - 1)
    }

    /// The cumulative change due after `step` of `of` years, 100 ((1 + C/100)^(k/n) - 1), per cent.
    ///
    /// Not a number for a total under -100 or for `of` not positive.
    public static func requiredPath(total: Double, step: Int, of years: Int) -> Double {
        guard years > 0 else { return .nan }
        return step == years ? total : Growth.cumulative(total, years: Double(step) / Double(years))
    }

    /// The equal annual change that makes the total over `years`, 100 ((1 + C/100)^(1/n) - 1), per cent a year.
    ///
    /// Not a number for a total under -100 or for `years` not positive.
    public static func equalAnnual(total: Double, years: Int) -> Double {
        requiredPath(total: total, step: 1, of: years)
    }

    /// The equal annual change still needed, 100 (((1 + C/100)/(1 + C_t/100))^(1/(n - k)) - 1), per cent a year.
    ///
    /// For a cut, negative means that it must fall, positive that it may rise and still meet the target: slack.
    /// `nil` when no year is left or a change is -100 % or less.
    public static func stillNeeded(total: Double, achieved: Double, yearsLeft: Int) -> Double? {
        Growth.rate(from: 1 + achieved / 100, to: 1 + total / 100, years: Double(yearsLeft))
    }

    /// The level before a change: later/(1 + change/100), as a base from a cap and a cut; `nil` for -100 % or less.
    public static func impliedBase(later: Double, change: Double) -> Double? {
        change > -100 ? later / (1 + change / 100) : nil
    }
}
