extension CumulativeChange {
    /// Cumulative changes since the end of the base year out of annual changes, per cent.
    ///
    /// Takes consecutive years from the one after `baseYear` on and stops at the first gap, or at a change that is not
    /// finite: what comes after a gap cannot be known.
    public static func chain(_ annual: [Int: Double], from baseYear: Int) -> [TrackedValue] {
        var factor = 1.0
        var last = baseYear
        var chained: [TrackedValue] = []
        for (year, change) in annual.sorted(by: { $0.key < $1.key }) where year > baseYear {
            guard year - 1 == last, change.isFinite else { break }
            factor *= 1 + change / 100
            last = year
            chained.append(TrackedValue(year: year, value: 100 * (factor - 1)))
        }
        return chained
    }

    /// Cumulative changes since the base out of levels, 100 (y_t/y_0 - 1), per cent; ascending, gaps allowed.
    ///
    /// Empty for a base that is not positive; levels that are not finite are left out. Levels of the base year and
    /// before it come out too: the target takes only the years after its base year.
    public static func fromLevels(_ levels: [Int: Double], base: Double) -> [TrackedValue] {
        guard base > 0, base.isFinite else { return [] }
        return levels.filter { $0.value.isFinite }.sorted { $0.key < $1.key }
            .map { TrackedValue(year: $0.key, value: 100 * ($0.value / base - 1)) }
    }
}
