/// Something wrong with a target or with the values tracked against it.
public enum TargetFault: Error, Hashable, Sendable {
    /// The figure lies on the wrong side of the base (of 0 for forms in per cent). The caller may take it as a
    /// warning: the assessment then holds the value at or better than the figure.
    case againstDirection
    /// The comparison asks for the side that the desired direction leaves.
    case comparisonAgainstDirection
    /// A cap compared from below or a floor from above.
    case comparisonAgainstForm
    /// A cumulative cut over 0 or a cumulative growth under 0: the sign was left out or is wrong.
    case signAgainstForm
    /// A change of -100 % or less.
    case changeAtMostMinusHundred
    /// The base year is the target year or later.
    case baseYearNotBeforeTarget
    /// A form in per cent, or a base, without the year it starts from.
    case baseYearMissing
    /// The figure of the target is not a finite number.
    case valueNotFinite
    /// The base is not a finite number.
    case baseNotFinite
    /// A compound path between levels of which one is zero or negative.
    case compoundNeedsPositive
    /// A range without an upper bound, or with one not over the lower.
    case rangeWithoutUpper
    /// A range that is to rise or fall: it can only be held.
    case rangeWithDirection
    /// An upper bound of a target that is no range.
    case upperWithoutRange
    /// The path of yearly figures without such figures.
    case yearlyPlanMissing
    /// Yearly figures of a range or of a mean a year, which have no course through them.
    case yearlyPlanOfForm
    /// A yearly figure given twice, or for a year outside the plan.
    case yearlyPlanYear(year: Int)
    /// A yearly figure that is not finite, a change of -100 % or less, or in the target year not the target.
    case yearlyPlanValue(year: Int)
    /// No base in the plan and no usable value in the base year: only a value that meets the target can be judged
    /// before the target year.
    case noBase
    /// More than one value for the year: the caller must choose the vintage.
    case severalValues(year: Int)
    /// A value that is not a finite number.
    case trackedValueNotFinite(year: Int)
    /// A change of -100 % or less.
    case trackedChangeAtMostMinusHundred(year: Int)

    /// Whether the caller may go on with a warning because the assessment has a rule for the case.
    public var canBeWarning: Bool {
        switch self {
        case .againstDirection, .noBase: true
        default: false
        }
    }
}
