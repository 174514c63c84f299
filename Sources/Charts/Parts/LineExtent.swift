/// The values and times that the scales of lines must cover.
struct LineExtent {
    let values: [Double]
    let times: [Double]
    let hasValues: Bool

    init(series: [Series], target: TargetMark?) {
        let observations = series.flatMap(\.ordered)
        let drawn = observations.flatMap { [$0.value.finite, $0.lower.finite, $0.upper.finite] }.compactMap { $0 }
        let aim = [target?.value, target?.lower, target?.upper].compactMap(\.finite)
        values = drawn + aim
        times = observations.map(\.x)
        hasValues = !drawn.isEmpty
    }

    /// Returns the scale of time from its first to its last value.
    func timeScale(from start: Double, to end: Double) -> LinearScale {
        LinearScale(checkedDomain: times.min() ?? 0, times.max() ?? 0, range: start, end)
    }
}
