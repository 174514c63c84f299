extension Tracking {
    /// Everything wrong with the values tracked against a target, by year, and a missing base last.
    ///
    /// ``Target/faults()`` tells what is wrong with the target itself. Source: Guides/TargetTracking.md, "Limits".
    public static func faults(in values: [TrackedValue], for target: Target) -> [TargetFault] {
        let years = Dictionary(grouping: values, by: \.year).sorted { $0.key < $1.key }
        let faults = years.flatMap { yearFaults(of: $0.value, in: $0.key, for: target) }
        let needsBase = !target.form.isPercentage && target.desired != .hold
        let hasBase = UsableValues(values, for: target).base != nil
        return needsBase && !hasBase ? faults + [.noBase] : faults
    }

    private static func yearFaults(of values: [TrackedValue], in year: Int, for target: Target) -> [TargetFault] {
        var faults: [TargetFault] = []
        if values.count > 1 { faults.append(.severalValues(year: year)) }
        if values.contains(where: { !$0.value.isFinite }) { faults.append(.trackedValueNotFinite(year: year)) }
        if target.form.isPercentage, values.contains(where: { $0.value <= -100 }) {
            faults.append(.trackedChangeAtMostMinusHundred(year: year))
        }
        return faults
    }
}
