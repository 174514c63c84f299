/// The figures of one target as levels from the base on; changes in per cent start from 100.
struct LevelSeries: Sendable {
    let target: Target
    let baseYear: Int
    /// The base and the exact figures after it up to the target year, ascending.
    let points: [Trend.Point]
    /// y*, as a level.
    let goal: Double
    private let origin: Double

    var wantsHigh: Bool { target.comparison.wantsHigh }

    /// `nil` without a base or base year, and for a target that cannot be computed with.
    init?(_ target: Target, _ usable: UsableValues) {
        guard target.isComputable, let baseYear = target.baseYear, let course = target.course(from: usable.base),
            let base = course.base
        else { return nil }
        self.target = target
        self.baseYear = baseYear
        origin = course.origin
        goal = course.goal + course.origin
        let later = usable.readings().filter { $0.bound == .exact }
        let start = Trend.Point(year: baseYear, value: base + course.origin)
        points = [start] + later.map { Trend.Point(year: $0.year, value: $0.figure + course.origin) }
    }

    /// What the methods compare at the latest exact figure; `nil` without one after the base.
    var figures: ProgressFigures? {
        guard let first = points.first, let last = points.last else { return nil }
        return ProgressFigures(
            base: first.value, value: last.value, target: goal, yearsPassed: Double(last.year - baseYear),
            years: Double(target.targetYear - baseYear), wantsHigh: wantsHigh)
    }

    /// A level of a year in the form of the target: the level, the cumulative change, or its mean a year.
    func inForm(_ level: Double, in year: Int) -> Double? {
        guard target.form == .annualRate else { return level - origin }
        return Growth.rate(from: origin, to: level, years: Double(year - baseYear))
    }
}
