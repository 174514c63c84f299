/// The way of an indicator from its latest figure to the target year, by the trend that the methods anticipate with.
///
/// Source: Guides/TargetMethods.md, "Formula and source".
public enum Projection {
    /// One year ahead.
    public struct Point: Hashable, Sendable {
        /// The year.
        public let year: Int
        /// The value, in the form of the target.
        public let value: Double
        /// The lower end of the interval of prediction.
        public let low: Double
        /// The upper end.
        public let high: Double
    }

    /// The years after the latest exact figure up to the target year, by time-weighted regression; in the target year
    /// the value of ``MethodComparison/anticipation``.
    ///
    /// Empty without a base, with fewer than three figures (base included), from which no interval follows, and in the
    /// target year.
    public static func points(
        _ target: Target, values: [TrackedValue], options: Anticipation.Options = .init()
    ) -> [Point] {
        let usable = UsableValues(values, for: target)
        let range = RangeSides(target, base: usable.base)
        guard let series = LevelSeries(range?.main ?? target, usable), let last = series.points.last?.year,
            last < target.targetYear
        else { return [] }
        return (last + 1...target.targetYear).compactMap { year in
            let ahead = Anticipation(series, by: .weightedRegression, options, in: year, range: range)
            guard let ahead, let low = ahead.low, let high = ahead.high else { return nil }
            return Point(year: year, value: ahead.value, low: low, high: high)
        }
    }
}
