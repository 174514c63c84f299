/// The runs of a series that may be joined by a line.
///
/// A run ends at a missing value, at a distance in time greater than the spacing, and at a break of the series.
struct LineSegments {
    /// Runs of observations with values.
    let lines: [[DataPoint]]
    /// Runs of observations with intervals.
    let bands: [[DataPoint]]

    init(of series: Series, spacing: Double, breaks: [SeriesBreak]) {
        let limit = spacing.isFinite && spacing > 0 ? spacing * 1.5 : Double.infinity
        func isJoined(_ earlier: DataPoint, _ later: DataPoint) -> Bool {
            let isCrossed = breaks.contains { earlier.x < $0.x && $0.x <= later.x }
            return later.x - earlier.x <= limit && !isCrossed
        }
        let ordered = series.ordered
        lines = Self.runs(ordered, where: { $0.value.finite != nil }, isJoined: isJoined)
        bands = Self.runs(
            ordered, where: { $0.lower.finite != nil && $0.upper.finite != nil }, isJoined: isJoined)
    }

    private static func runs(
        _ items: [DataPoint], where isPresent: (DataPoint) -> Bool,
        isJoined: (DataPoint, DataPoint) -> Bool
    ) -> [[DataPoint]] {
        var result: [[DataPoint]] = []
        var previous: DataPoint?
        for item in items {
            defer { previous = isPresent(item) ? item : nil }
            guard isPresent(item) else { continue }
            if let previous, isJoined(previous, item) {
                result[result.count - 1].append(item)
            } else {
                result.append([item])
            }
        }
        return result
    }
}
