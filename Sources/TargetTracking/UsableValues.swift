import StatisticalData

/// The values that can be tracked: finite, one for a year.
struct UsableValues: Sendable {
    /// The value of each year.
    let byYear: [Int: TrackedValue]
    /// Whether anything lies after the base year and not after the target year, usable or not.
    let hasAnyInSpan: Bool
    private let target: Target

    init(_ values: [TrackedValue], for target: Target) {
        self.target = target
        let years = Dictionary(grouping: Set(values), by: \.year)
        byYear = years.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { $0.value.value.isFinite }
        hasAnyInSpan = years.keys.contains { target.spans($0) }
    }

    /// The base of the plan, else the value of the base year if it is not a bound.
    var base: Double? {
        if let base = target.base { return base }
        guard let year = target.baseYear, let value = byYear[year] else { return nil }
        return Reading.Bound(value.qualifier, wantsHigh: true) == .exact ? value.value : nil
    }

    /// What the values say in each year after the base year up to the target year, ascending.
    func readings() -> [Reading] { readings(wantsHigh: target.comparison.wantsHigh) }

    /// The same where more is better or worse: a range has a bound of either kind.
    func readings(wantsHigh: Bool) -> [Reading] {
        let years = byYear.keys.filter { target.spans($0) }.sorted()
        return target.form == .annualRate
            ? means(of: years, wantsHigh: wantsHigh) : years.compactMap { plain($0, wantsHigh: wantsHigh) }
    }

    private func plain(_ year: Int, wantsHigh: Bool) -> Reading? {
        byYear[year].map {
            let bound = Reading.Bound($0.qualifier, wantsHigh: wantsHigh)
            return Reading(year: year, achieved: $0.value, figure: $0.value, bound: bound)
        }
    }

    /// Means of a chain without a gap: a change that is missing, or leaves no positive level, ends it.
    private func means(of years: [Int], wantsHigh: Bool) -> [Reading] {
        guard var last = target.baseYear else { return [] }
        var factor = 1.0
        var bound = Reading.Bound.exact
        var means: [Reading] = []
        for year in years {
            guard year - 1 == last, let change = plain(year, wantsHigh: wantsHigh) else { break }
            factor *= 1 + change.achieved / 100
            bound = bound.joined(change.bound)
            last = year
            guard let mean = Growth.rate(from: 1, to: factor, years: Double(means.count + 1)) else { break }
            means.append(Reading(year: year, achieved: mean, figure: 100 * (factor - 1), bound: bound))
        }
        return means
    }
}

extension Target {
    /// Whether `year` lies after the base year and not after the target year.
    func spans(_ year: Int) -> Bool {
        year <= targetYear && baseYear.map { year > $0 } ?? true
    }
}
