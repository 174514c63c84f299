/// Where a series is heading: a value for a later year, with the error of the prediction where the method has one.
///
/// Source: Guides/TargetMethods.md, "Formula and source".
public enum Trend {
    /// One year of a series.
    public struct Point: Hashable, Sendable {
        /// The year.
        public let year: Int
        /// The level.
        public let value: Double

        /// Makes a point.
        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }
    }

    /// How the value is anticipated.
    public enum Method: String, Codable, CaseIterable, Sendable {
        /// A straight line by least squares in which later years count more.
        case weightedRegression = "weighted-regression"
        /// The last change goes on every year.
        case lastChange = "last-change"
        /// The compound rate since the first year goes on.
        case compoundRate = "cagr"
        /// A random walk with the mean change as drift.
        case randomWalk = "random-walk"
    }

    /// A value anticipated.
    public struct Forecast: Hashable, Sendable {
        /// The value.
        public let value: Double
        /// The standard error of the prediction; `nil` where the method or the number of points gives none.
        public let standardError: Double?
        /// The degrees of freedom of Student's t; `nil` without an error.
        public let degreesOfFreedom: Int?

        fileprivate var isFinite: Bool { value.isFinite && (standardError ?? 0).isFinite }
    }

    /// The value in `year` of a series, each year once and finite, in any order.
    ///
    /// - Parameter start: the year t_0 from which the weights of the regression are counted; not after the first point.
    /// - Returns: `nil` for fewer than two points, for `cagr` without positive values, where `year` is not after the last
    ///   point, and where the numbers leave the range of the computer.
    public static func forecast(_ points: [Point], from start: Int, to year: Int, by method: Method) -> Forecast? {
        let points = points.sorted { $0.year < $1.year }
        guard let first = points.first, let last = points.last, points.count > 1, first.year >= start, year > last.year
        else { return nil }
        let ahead = Double(year) - Double(last.year)
        return value(points, from: start, to: year, ahead: ahead, by: method).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func value(
        _ points: [Point], from start: Int, to year: Int, ahead: Double, by method: Method
    ) -> Forecast? {
        guard let first = points.first, let last = points.last else { return nil }
        switch method {
        case .weightedRegression:
            return regression(points, from: start, to: year)
        case .lastChange:
            let previous = points[points.count - 2]
            let step = (last.value - previous.value) / Double(last.year - previous.year)
            return Forecast(value: last.value + step * ahead, standardError: nil, degreesOfFreedom: nil)
        case .compoundRate:
            let span = Double(last.year - first.year)
            return Growth.level(from: first.value, to: last.value, elapsed: 1 + ahead / span).map {
                Forecast(value: $0, standardError: nil, degreesOfFreedom: nil)
            }
        case .randomWalk:
            return randomWalk(points, ahead: ahead)
        }
    }

    /// Weighted least squares on the years present, w_t = (t - t_0 + 1)/(t_last - t_0 + 1), s^2 = sum w e^2/(n - 2),
    /// prediction variance s^2 (1 + x'(X'WX)^-1 x) with x = (1, T - t_0); centred, so that no digits cancel.
    private static func regression(_ points: [Point], from start: Int, to year: Int) -> Forecast {
        let times = points.map { Double($0.year - start) }
        let longest = (times.last ?? 0) + 1
        let weights = times.map { ($0 + 1) / longest }
        let total = weights.reduce(0, +)
        func mean(_ values: [Double]) -> Double { zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total }
        let (centre, level) = (mean(times), mean(points.map(\.value)))
        let spread = zip(weights, times).reduce(0) { $0 + $1.0 * ($1.1 - centre) * ($1.1 - centre) }
        var shared = 0.0
        for (position, point) in points.enumerated() {
            shared += weights[position] * (times[position] - centre) * (point.value - level)
        }
        let slope = shared / spread
        var squares = 0.0
        for (position, point) in points.enumerated() {
            let error = point.value - level - slope * (times[position] - centre)
            squares += weights[position] * error * error
        }
        let distance = Double(year - start) - centre
        let value = level + slope * distance
        let degrees = points.count - 2
        guard degrees > 0 else { return Forecast(value: value, standardError: nil, degreesOfFreedom: nil) }
        let variance = squares / Double(degrees) * (1 + 1 / total + distance * distance / spread)
        return Forecast(value: value, standardError: variance.squareRoot(), degreesOfFreedom: degrees)
    }

    /// Drift d = (y_last - y_first)/n, s^2 = sum (change - d h)^2/h / (changes - 1), prediction variance
    /// s^2 k (1 + k/n) for k years ahead after n years.
    private static func randomWalk(_ points: [Point], ahead: Double) -> Forecast? {
        guard let first = points.first, let last = points.last else { return nil }
        let span = Double(last.year - first.year)
        let drift = (last.value - first.value) / span
        let value = last.value + drift * ahead
        let degrees = points.count - 2
        guard degrees > 0 else { return Forecast(value: value, standardError: nil, degreesOfFreedom: nil) }
        let squares = zip(points, points.dropFirst()).reduce(0.0) { sum, pair in
            let gap = Double(pair.1.year - pair.0.year)
            let surprise = pair.1.value - pair.0.value - drift * gap
            return sum + surprise * surprise / gap
        }
        let variance = squares / Double(degrees) * ahead * (1 + ahead / span)
        return Forecast(value: value, standardError: variance.squareRoot(), degreesOfFreedom: degrees)
    }
}
