/// Judges values against a target, year by year and in the end.
///
/// Pure functions of the target and the values; which vintage of a figure is given is the caller's choice.
/// Source: Guides/TargetTracking.md.
public enum Tracking {
    /// The assessment of every year after the base year, up to the target year, that has a figure; ascending.
    ///
    /// Missing years are allowed: the path is read at the years present. A mean (`annualRate`) needs every annual
    /// change since the base year, so its list ends at the first gap. Where the plan gives no base, the value of the
    /// base year is taken. Years with several different values, or with one that is not finite, are left out, see
    /// ``faults(in:for:)``. Empty for a target with numbers that are not finite or with years in the wrong order.
    public static func assess(_ target: Target, values: [TrackedValue]) -> [Assessment] {
        let usable = UsableValues(values, for: target)
        if let range = RangeSides(target, base: usable.base) { return range.assessments(of: usable) }
        guard let assessor = Assessor(target, base: usable.base) else { return [] }
        return assessor.assessments(of: usable.readings())
    }

    /// The final verdict, that of the latest year that could be decided, and the reason where it is `noData`.
    ///
    /// Values after the target year never decide; no value gives `noData`, never `regress`.
    public static func verdict(
        _ target: Target, values: [TrackedValue]
    ) -> (verdict: Verdict, reason: NoDataReason?) {
        let assessments = assess(target, values: values)
        if let deciding = deciding(among: assessments) { return (deciding.verdict, nil) }
        return (.noData, assessments.last?.reason ?? reasonForNone(target, values: values))
    }

    /// The assessment a final verdict rests on: the latest that is decided; `nil` when none is.
    public static func deciding(among assessments: [Assessment]) -> Assessment? {
        assessments.last { $0.status != .noData }
    }

    /// The values after the target year, ascending: to be shown apart.
    public static func later(than target: Target, among values: [TrackedValue]) -> [TrackedValue] {
        values.filter { $0.year > target.targetYear }.sorted { $0.year < $1.year }
    }

    /// Why there is not even one assessment.
    private static func reasonForNone(_ target: Target, values: [TrackedValue]) -> NoDataReason {
        guard target.isComputable else { return .faultyTarget }
        let usable = UsableValues(values, for: target)
        guard usable.hasAnyInSpan else { return .noValueAfterBase }
        guard target.form == .annualRate else { return .unusableValues }
        return target.baseYear == nil ? .noBase : .brokenChain
    }
}
