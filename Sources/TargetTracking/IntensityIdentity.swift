/// The identity between the changes of a ratio, its numerator and its denominator, all in per cent.
///
/// Energy per GDP: change = (1 + energy growth)/(1 + GDP growth) - 1. A free check of published triples, and it
/// gives the growth of GDP from the other two. Source: Guides/CumulativeTargets.md, "Formula and source".
public enum IntensityIdentity {
    /// The change of the ratio, 100 ((1 + a/100)/(1 + b/100) - 1), per cent; `nil` for a denominator falling by 100 %
    /// or more.
    public static func ratioChange(numerator: Double, denominator: Double) -> Double? {
        denominator > -100 ? quotient(numerator, denominator) : nil
    }

    /// The growth of the denominator, 100 ((1 + a/100)/(1 + c/100) - 1), per cent; `nil` for a ratio falling by 100 %
    /// or more.
    public static func impliedDenominatorGrowth(numerator: Double, ratio: Double) -> Double? {
        ratio > -100 ? quotient(numerator, ratio) : nil
    }

    /// ``ratioChange(numerator:denominator:)`` with the bounds that the rounding of both figures leaves; `nil` when
    /// the denominator may fall by 100 % or more.
    public static func ratioChange(
        numerator: Double, halfWidth: Double, denominator: Double, denominatorHalfWidth: Double
    ) -> RoundedValue? {
        interval(numerator, halfWidth, over: denominator, denominatorHalfWidth)
    }

    /// ``impliedDenominatorGrowth(numerator:ratio:)`` with the bounds that the rounding of both figures leaves; `nil`
    /// when the ratio may fall by 100 % or more.
    public static func impliedDenominatorGrowth(
        numerator: Double, halfWidth: Double, ratio: Double, ratioHalfWidth: Double
    ) -> RoundedValue? {
        interval(numerator, halfWidth, over: ratio, ratioHalfWidth)
    }

    private static func interval(
        _ numerator: Double, _ halfWidth: Double, over divisor: Double, _ divisorHalfWidth: Double
    ) -> RoundedValue? {
        guard divisor - divisorHalfWidth.magnitude > -100 else { return nil }
        return RoundedValue(
            rising: numerator, within: halfWidth, falling: divisor, within: divisorHalfWidth,
            { quotient(max($0, -100), $1) })
    }

    /// The change of a quotient of two changing figures; the operation is its own inverse in the divisor.
    private static func quotient(_ numerator: Double, _ divisor: Double) -> Double {
        100 * ((1 + numerator / 100) / (1 + divisor / 100) - 1)
    }
}
