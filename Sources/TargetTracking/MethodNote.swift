/// Something a reader must know of a comparison of methods.
public enum MethodNote: String, Codable, CaseIterable, Sendable {
    /// The base is at or better than the target: it is held, and ratios to the way are not defined.
    case held
    /// Zero or negative levels: methods by compound rates are not defined, linear ones are.
    case compoundUndefined = "compound-undefined"
    /// Nothing further is needed: the target is met; the rates needed are the room left.
    case noneNeeded = "none-needed"
    /// Two values: the trend has no interval.
    case noInterval = "no-interval"
    /// Too few values, or values at the bounds of a logit: there is no trend.
    case noTrend = "no-trend"
    /// The anticipated value or its interval left the bounds and was cut there.
    case clipped
    /// Years were left out of the trend by declaration.
    case excludedYears = "excluded-years"
    /// The plan's base is not the value the series has in the base year: figures of different vintages.
    case mixedVintages = "mixed-vintages"
    /// There are values after the target year; they do not decide.
    case laterValues = "later-values"
    /// The latest figure is printed with `<` or `>`; the methods go by the latest exact one.
    case inexact
    /// The value is on the wrong side of a threshold that must not be crossed.
    case beyondThreshold = "beyond-threshold"
    /// The target year has come: nothing is anticipated any more.
    case targetYear = "target-year"
}
