/// What the published methods compare: base, value and target as levels, and the time between.
///
/// Letters: y_0 base, y_t value, y* target, t - t_0 years passed, T - t_0 years in all. Changes in per cent become
/// levels with the base 100. Source: Guides/TargetMethods.md, "Formula and source".
public struct ProgressFigures: Hashable, Sendable {
    /// y_0.
    public let base: Double
    /// y_t.
    public let value: Double
    /// y*.
    public let target: Double
    /// t - t_0, years.
    public let yearsPassed: Double
    /// T - t_0, years.
    public let years: Double
    /// Whether more is better.
    public let wantsHigh: Bool

    /// Takes the figures; `nil` unless all are finite and 0 < t - t_0, 0 < T - t_0.
    public init?(
        base: Double, value: Double, target: Double, yearsPassed: Double, years: Double, wantsHigh: Bool
    ) {
        let all = [base, value, target, yearsPassed, years]
        guard all.allSatisfy(\.isFinite), yearsPassed > 0, years > 0 else { return nil }
        self.base = base
        self.value = value
        self.target = target
        self.yearsPassed = yearsPassed
        self.years = years
        self.wantsHigh = wantsHigh
    }

    /// tau = (t - t_0)/(T - t_0).
    public var elapsed: Double { yearsPassed / years }

    /// P = (y_t - y_0)/(y* - y_0); `nil` where the level is to be held.
    public var progress: Double? {
        isHeld ? nil : (value - base) / (target - base)
    }

    /// Whether the base is at or better than the target: ratios to the way between are then not defined.
    public var isHeld: Bool { order(base, target) >= 0 }

    /// Whether the value is at or better than the target.
    public var isMet: Bool { order(value, target) >= 0 }

    /// 100 ((y_t/y_0)^(1/(t - t_0)) - 1), per cent a year; `nil` without positive levels.
    public var achievedRate: Double? { Growth.rate(from: base, to: value, years: yearsPassed) }

    /// 100 ((y*/y_0)^(1/(T - t_0)) - 1), per cent a year; `nil` without positive levels.
    public var requiredRate: Double? { Growth.rate(from: base, to: target, years: years) }

    /// Positive when `left` is better than `right` beyond the tolerance.
    func order(_ left: Double, _ right: Double) -> Int {
        let distance = (target - base).magnitude
        let order = Tolerance.order(left, right, scale: distance > 0 ? distance : target.magnitude)
        return wantsHigh ? order : -order
    }
}
