import Glibc
import SensitivityAnalysis

/// The value anticipated for the target year, with its interval and the chance of meeting the target.
public struct Anticipation: Hashable, Sendable {
    /// The method.
    public let method: Trend.Method
    /// The value, in the form of the target.
    public let value: Double
    /// The lower end of the interval of prediction; `nil` without an error.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// The standard error of the prediction: in the unit of the target, for cumulative forms in points of the base, on
    /// the logit where that was fitted; `nil` with too few values and for `annual-rate`.
    public let predictionError: Double?
    /// The degrees of freedom.
    public let degreesOfFreedom: Int?
    /// The probability of meeting the target, from Student's t.
    public let probabilityOfMeeting: Double?
    /// UNESCAP's gap, per cent of the way; `nil` where the base is at or better than the target.
    public let gap: Double?
    /// Whether value or interval left the bounds and was cut there.
    public let isClipped: Bool
}

extension Anticipation {
    /// How a value is anticipated.
    public struct Options: Hashable, Sendable {
        /// The probability that the interval holds, between 0 and 1.
        public var level: Double
        /// Years that an analyst has declared not to count for the trend, with a reason kept by the caller.
        public var excludedYears: Set<Int>
        /// What the indicator cannot leave, such as 0 and 100 for a share in per cent.
        public var bounds: ClosedRange<Double>?
        /// Whether the trend is fitted on the logit of the place between the bounds.
        public var usesLogit: Bool

        /// Usual: 90 %, all years, no bounds.
        public init(
            level: Double = 0.9, excludedYears: Set<Int> = [], bounds: ClosedRange<Double>? = nil,
            usesLogit: Bool = false
        ) {
            self.level = level
            self.excludedYears = excludedYears
            self.bounds = bounds
            self.usesLogit = usesLogit
        }
    }

    /// Anticipates; `nil` where the trend gives no value, see ``Trend/forecast(_:from:to:by:)``, and on the logit where a
    /// value is not inside the bounds.
    ///
    /// - Parameters:
    ///   - year: the year anticipated; the target year without it.
    ///   - range: the two bounds of which both must hold; the probability is then that of a value between them.
    init?(
        _ series: LevelSeries, by method: Trend.Method, _ options: Options, in year: Int? = nil,
        range: RangeSides? = nil
    ) {
        let year = year ?? series.target.targetYear
        let scale = options.scale(of: series.target)
        let points = series.points.filter { !options.excludedYears.contains($0.year) }
        let scaled = points.compactMap { point in
            scale.number(point.value).map { Trend.Point(year: point.year, value: $0) }
        }
        guard scaled.count == points.count,
            let forecast = Trend.forecast(
                scaled, from: series.baseYear, to: year, by: method),
            let level = scale.level(forecast.value), let value = series.inForm(level, in: year)
        else { return nil }
        let width = forecast.standardError.map { $0 * Self.quantile(options.level, forecast.degreesOfFreedom ?? 0) }
        func end(_ sign: Double) -> Double? {
            width.flatMap { scale.level(forecast.value + sign * $0) }.flatMap { series.inForm($0, in: year) }
        }
        let bounds = options.bounds
        func cut(_ value: Double) -> Double { bounds.map { min(max(value, $0.lowerBound), $0.upperBound) } ?? value }
        let (low, high) = (end(-1), end(1))
        self.method = method
        self.value = cut(value)
        self.low = high == nil ? nil : low.map(cut)
        self.high = low == nil ? nil : high.map(cut)
        isClipped = [value, low ?? value, high ?? value].contains { $0 != cut($0) }
        predictionError = series.target.form == .annualRate ? nil : forecast.standardError
        degreesOfFreedom = forecast.degreesOfFreedom
        if let range {
            let above = Self.probability(forecast, scale.goal(range.low.value), wantsHigh: true)
            let below = Self.probability(forecast, scale.goal(range.high.value), wantsHigh: false)
            probabilityOfMeeting = above.flatMap { above in below.map { max(0, above + $0 - 1) } }
        } else {
            probabilityOfMeeting = Self.probability(forecast, scale.goal(series.goal), wantsHigh: series.wantsHigh)
        }
        gap = range?.isHeld == true ? nil : series.figures.flatMap { AnticipatedProgress.gap(of: level, $0) }
    }

    private static func quantile(_ level: Double, _ degrees: Int) -> Double {
        StudentDistribution.quantile((1 + level) / 2, degreesOfFreedom: Double(degrees))
    }

    /// 1 - F((y* - anticipated)/se) where more is better, else F; an exact trend either meets the target or not.
    private static func probability(_ forecast: Trend.Forecast, _ goal: Double, wantsHigh: Bool) -> Double? {
        guard let error = forecast.standardError, let degrees = forecast.degreesOfFreedom else { return nil }
        let lead = wantsHigh ? forecast.value - goal : goal - forecast.value
        let size = max(forecast.value.magnitude, goal.isFinite ? goal.magnitude : 0)
        if error <= 1e-12 * size { return lead >= -Tolerance.share * size ? 1 : 0 }
        return StudentDistribution.cumulative(lead / error, degreesOfFreedom: Double(degrees))
    }
}

extension Anticipation.Options {
    /// The scale on which the trend is fitted.
    struct Scale {
        let bounds: ClosedRange<Double>?

        /// A level on the scale; `nil` on the logit when it is not inside the bounds.
        func number(_ level: Double) -> Double? {
            guard let bounds else { return level }
            guard level > bounds.lowerBound, level < bounds.upperBound else { return nil }
            return log((level - bounds.lowerBound) / (bounds.upperBound - level))
        }

        /// The target on the scale: without end where it is at a bound, which the logit never reaches.
        func goal(_ level: Double) -> Double {
            guard let bounds else { return level }
            return number(level) ?? (level <= bounds.lowerBound ? -.infinity : .infinity)
        }

        /// The level of a number on the scale.
        func level(_ number: Double) -> Double? {
            guard let bounds else { return number.isFinite ? number : nil }
            return bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) / (1 + exp(-number))
        }
    }

    /// The logit only for levels: changes in per cent have no bounds of their own.
    func scale(of target: Target) -> Scale {
        Scale(bounds: usesLogit && !target.form.isPercentage ? bounds : nil)
    }
}
