public import StatisticalData

/// The series a workbook draws: the newest figure of each period, of one length of period.
public struct ChartedSeries: Hashable, Sendable {
    /// What it is about.
    public let key: SeriesKey
    /// The figures in the order of time.
    public let observations: [Observation]

    /// A place on the axis of time.
    struct Point {
        let period: Period
        let observation: Observation?
    }

    /// Every period from the first figure to the last, those without a figure too: the axis is one of time, on which a gap
    /// is as wide as it was long. Only where periods follow each other; of others those with a figure.
    var points: [Point] {
        let known = observations.map { Point(period: $0.period, observation: $0) }
        guard let first = observations.first?.period, let last = observations.last?.period, first.count == 1,
            let steps = first.distance(to: last), steps < Self.longest
        else { return known }
        let found = Dictionary(observations.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        return (0...max(0, steps)).map { step in
            let period = first.advanced(by: step)
            return Point(period: period, observation: found[period])
        }
    }

    /// Periods beyond which gaps are not filled.
    private static let longest = 2000

    /// The unit of the newest figure, in which all are drawn.
    var unit: UnitOfMeasure { observations.last?.unit ?? .one }

    /// The series of `indicator` in `area` with the most figures, of all indicators where none is named; of several the
    /// first by indicator and transformation. `nil` when there are no figures.
    ///
    /// Figures of several lengths of period (years, quarters, five years counted together) cannot stand on one axis: those
    /// of the most frequent length are taken.
    public init?(_ observations: [Observation], indicator: Indicator.ID?, area: Area.ID) {
        let wanted = observations.filter { observation in
            observation.value != nil && observation.series.area == area
                && (indicator == nil || observation.series.indicator == indicator)
        }
        let series = Dictionary(grouping: wanted) { Group(series: $0.series, length: $0.period.months) }
        let newest = series.mapValues { Self.newest($0) }
        let best = newest.max { left, right in
            if left.value.count != right.value.count { return left.value.count < right.value.count }
            return (right.key.series, right.key.length) < (left.key.series, left.key.length)
        }
        guard let best else { return nil }
        key = best.key.series
        self.observations = best.value
    }

    private struct Group: Hashable {
        let series: SeriesKey
        let length: Int
    }

    private static func newest(_ observations: [Observation]) -> [Observation] {
        Dictionary(grouping: observations, by: \.period).values.compactMap { Vintages.newest($0) }
            .sorted { $0.period < $1.period }
    }
}
