/// Every method's word on one target at the latest year, side by side: they disagree near their limits by design, and
/// there is no mean of methods.
///
/// What is not defined is `nil`, and a note says why. Source: Guides/TargetMethods.md.
public struct MethodComparison: Hashable, Sendable {
    /// The assessment of the latest year that has a figure; `nil` when there is none.
    public let assessment: Assessment?
    /// Why there is no status.
    public let reason: NoDataReason?
    /// The value due now on the linear path, in the form of the target.
    public let linearPath: Double?
    /// The value due now on the compound path.
    public let compoundPath: Double?
    /// What the ratios compare, as levels; `nil` without a base or an exact figure after it.
    public let figures: ProgressFigures?
    /// Eurostat: achieved over required compound rate.
    public let eurostatRatio: Double?
    /// Open SDG's score of that ratio.
    public let openSDGScore: Double?
    /// UNESCAP's current status index.
    public let currentStatus: CurrentStatusIndex?
    /// SDSN: achieved over required linear rate.
    public let linearRatio: Double?
    /// What each method anticipates, by ``Trend/Method``, those that are defined.
    public let anticipations: [Anticipation]
    /// What a reader must know, in the order of the cases.
    public let notes: [MethodNote]

    /// Eurostat's class of the ratio.
    public var eurostatRating: EurostatProgress.Rating? { eurostatRatio.map { EurostatProgress.rating(ratio: $0) } }

    /// Eurostat's class as if there were no target.
    public var eurostatTrendRating: EurostatProgress.Rating? {
        figures.flatMap { EurostatProgress.desiredRate($0) }.map { EurostatProgress.rating(desiredRate: $0) }
    }

    /// Open SDG's score as if there were no target.
    public var openSDGTrendScore: Double? {
        figures.flatMap { EurostatProgress.desiredRate($0) }.map { OpenSDGScore.score(desiredRate: $0) }
    }

    /// SDSN's arrow.
    public var arrow: TrendArrow? {
        figures.flatMap { figures in linearRatio.map { TrendArrow(ratio: $0, isMet: figures.isMet) } }
    }

    /// The anticipation by time-weighted regression.
    public var anticipation: Anticipation? { self[.weightedRegression] }

    /// UNESCAP's class of the gap.
    public var gapClass: AnticipatedProgress? { anticipation?.gap.map { AnticipatedProgress(gap: $0) } }

    /// What a method anticipates.
    public subscript(method: Trend.Method) -> Anticipation? { anticipations.first { $0.method == method } }
}

extension MethodComparison {
    /// Compares the methods on the values of a target.
    ///
    /// - Parameters:
    ///   - options: how the trend is taken.
    ///   - threshold: a level that must not be crossed, apart from the target.
    public init(
        _ target: Target, values: [TrackedValue], options: Anticipation.Options = .init(), threshold: Double? = nil
    ) {
        let usable = UsableValues(values, for: target)
        let range = RangeSides(target, base: usable.base)
        let series = LevelSeries(range?.main ?? target, usable)
        // Inside a range no direction is the better one, and beyond its far bound no share of the way is progress.
        let latest = series?.points.last?.value
        let isUndirected = range.map { range in
            range.isHeld || latest.map { range.goesByUpper(at: $0) == range.main.comparison.wantsHigh } ?? true
        }
        let figures = isUndirected == true ? nil : series?.figures
        let assessment = Tracking.assess(target, values: values).last
        self.assessment = assessment
        self.figures = figures
        reason = assessment == nil ? Tracking.verdict(target, values: values).reason : assessment?.reason
        let main = range?.main ?? target
        let isFixed = range?.isHeld == true
        linearPath = isFixed ? nil : assessment.flatMap { Self.due(main, .linear, base: usable.base, at: $0) }
        compoundPath = isFixed ? nil : assessment.flatMap { Self.due(main, .compound, base: usable.base, at: $0) }
        let ratio = figures.flatMap { EurostatProgress.ratio($0) }
        eurostatRatio = ratio
        openSDGScore = figures.flatMap { figures in
            ratio.map { OpenSDGScore.score(ratio: $0, isMet: figures.isMet) }
        }
        currentStatus = figures.flatMap { CurrentStatusIndex($0) }
        linearRatio = figures.flatMap { TrendArrow.ratio($0) }
        let isOver = series?.figures.map { $0.yearsPassed >= $0.years } ?? true
        let anticipations =
            isOver
            ? []
            : series.map { series in
                Trend.Method.allCases.compactMap { Anticipation(series, by: $0, options, range: range) }
            } ?? []
        self.anticipations = anticipations
        let context = NoteContext(
            target: target, values: values, usable: usable, series: series, assessment: assessment,
            anticipation: anticipations.first { $0.method == .weightedRegression }, options: options,
            threshold: threshold)
        notes = MethodNote.allCases.filter { context.holds($0) }
    }

    /// The value a path asks for in the year of an assessment; the rate itself for a mean that is due every year.
    private static func due(
        _ target: Target, _ path: Target.Path, base: Double?, at assessment: Assessment
    ) -> Double? {
        if target.form == .annualRate { return target.value }
        guard let elapsed = assessment.elapsed, let course = target.course(from: base) else { return nil }
        if elapsed == 1 { return target.value }
        return Course(base: course.base, goal: course.goal, origin: course.origin, years: course.years, path: path)
            .due(at: elapsed)
    }
}

/// What decides which notes a comparison carries.
private struct NoteContext {
    let target: Target
    let values: [TrackedValue]
    let usable: UsableValues
    let series: LevelSeries?
    let assessment: Assessment?
    let anticipation: Anticipation?
    let options: Anticipation.Options
    let threshold: Double?

    private var figures: ProgressFigures? { series?.figures }

    func holds(_ note: MethodNote) -> Bool {
        switch note {
        case .held: figures?.isHeld == true
        case .compoundUndefined: figures.map { $0.achievedRate == nil || $0.requiredRate == nil } ?? false
        case .noneNeeded: assessment?.isTargetMet == true
        case .noInterval: anticipation != nil && anticipation?.predictionError == nil && anticipation?.low == nil
        case .noTrend: isBeforeTarget && anticipation == nil
        case .clipped: anticipation?.isClipped == true
        case .excludedYears: series?.points.contains { options.excludedYears.contains($0.year) } == true
        case .mixedVintages: hasTwoBases
        case .laterValues: values.contains { $0.year > target.targetYear }
        case .inexact: assessment.map { $0.year != series?.points.last?.year } ?? false && series != nil
        case .beyondThreshold: isBeyondThreshold
        case .targetYear: figures.map { $0.yearsPassed >= $0.years } ?? false
        }
    }

    private var isBeforeTarget: Bool { figures.map { $0.yearsPassed < $0.years } ?? false }

    private var hasTwoBases: Bool {
        guard !target.form.isPercentage, let base = target.base, let year = target.baseYear,
            let observed = usable.byYear[year]
        else { return false }
        return Tolerance.order(base, observed.value, scale: base.magnitude) != 0
    }

    private var isBeyondThreshold: Bool {
        guard let threshold, let achieved = assessment?.achieved else { return false }
        return target.comparison.wantsHigh ? achieved < threshold : achieved > threshold
    }
}
