import Glibc

/// Compound growth between levels.
enum Growth {
    /// The factor a year that leads from `start` to `end`; `nil` unless levels and years are positive.
    static func factor(from start: Double, to end: Double, years: Double) -> Double? {
        guard start > 0, end > 0, years > 0 else { return nil }
        return pow(end / start, 1 / years)
    }

    /// The rate in per cent a year that leads from `start` to `end`; `nil` unless levels and years are positive.
    static func rate(from start: Double, to end: Double, years: Double) -> Double? {
        factor(from: start, to: end, years: years).map { 100 * ($0 - 1) }
    }

    /// The level reached from `start` on the way to `end` after the share `elapsed` of the time, at one rate.
    static func level(from start: Double, to end: Double, elapsed: Double) -> Double? {
        guard start > 0, end > 0 else { return nil }
        return start * pow(end / start, elapsed)
    }

    /// The share of the time after which the way from `start` to `end` passes `level`, at one rate.
    static func elapsed(from start: Double, to end: Double, at level: Double) -> Double? {
        guard start > 0, end > 0, level > 0, start != end else { return nil }
        return log(level / start) / log(end / start)
    }

    /// The cumulative change in per cent of `rate` per cent a year over `years`; the fraction k/n of a total is
    /// given by `years` below one.
    static func cumulative(_ rate: Double, years: Double) -> Double {
        100 * (pow(1 + rate / 100, years) - 1)
    }
}
