/// A range as what it is: a floor and a cap that must both hold.
///
/// The status is the worse of the two. Path, progress and rates are those of the bound that the base lies outside of;
/// with a base inside, or unknown, the level is to be held, and what is due is the bound nearest to the value.
/// Source: Guides/TargetTracking.md, "Formula and source".
struct RangeSides: Sendable {
    let low: Target
    let high: Target
    private let base: Double?

    /// `nil` for a target that is no range or cannot be computed with.
    init?(_ target: Target, base: Double?) {
        guard target.form == .range, target.isComputable, let upper = target.upper else { return nil }
        self.base = base
        func side(_ form: Target.Form, _ value: Double, isOutside: Bool, _ comparison: Target.Comparison) -> Target {
            let moving: Target.Desired = comparison.wantsHigh ? .up : .down
            return Target(
                nature: target.nature, form: form, desired: isOutside ? moving : .hold, comparison: comparison,
                baseYear: target.baseYear, base: base, targetYear: target.targetYear, value: value, path: target.path)
        }
        low = side(.floor, target.value, isOutside: base.map { $0 < target.value } ?? false, .atLeast)
        high = side(.cap, upper, isOutside: base.map { $0 > upper } ?? false, .atMost)
    }

    /// Whether the base lies between the bounds, or is not known.
    var isHeld: Bool { low.desired == .hold && high.desired == .hold }

    /// The bound the base is outside of; with a base inside the one nearest to it.
    var main: Target {
        if low.desired != .hold { return low }
        if high.desired != .hold { return high }
        guard let base else { return low }
        return base - low.value <= high.value - base ? low : high
    }

    /// Both bounds judged; a year that neither can judge is left out, as without a range.
    func assessments(of usable: UsableValues) -> [Assessment] {
        let sides = [low, high].map { side -> [Assessment] in
            let own = usable.readings(wantsHigh: side.comparison.wantsHigh)
            return Assessor(side, base: base)?.assessments(of: own) ?? []
        }
        var previous: Double?
        return zip(sides[0], sides[1]).map { low, high in
            defer { previous = low.achieved }
            return joined(low, high, previous: previous)
        }
    }

    private func joined(_ low: Assessment, _ high: Assessment, previous: Double?) -> Assessment {
        let value = low.achieved
        let course = goesByUpper(at: value) ? high : low
        let worse = Self.weight(low.status) >= Self.weight(high.status) ? low : high
        let isMet = low.isTargetMet && high.isTargetMet
        return Assessment(
            year: low.year, achieved: value, required: course.required, progress: course.progress,
            elapsed: low.elapsed, achievedRate: course.achievedRate, requiredRate: course.requiredRate,
            stillNeeded: isMet ? nil : course.stillNeeded,
            stillNeededLinear: isMet ? nil : course.stillNeededLinear, isTargetMet: isMet,
            isSlipping: isMet && (previous.map { isLeaving(value, from: $0) } ?? false), status: worse.status,
            reason: worse.reason, timeDistance: course.timeDistance)
    }

    /// Whether the course to the upper bound counts: the one that is passed, else the one the base is outside of, else the
    /// nearest.
    func goesByUpper(at achieved: Double) -> Bool {
        if achieved > high.value { return true }
        if achieved < low.value { return false }
        if !isHeld { return !main.comparison.wantsHigh }
        return achieved - low.value > high.value - achieved
    }

    /// Whether the same change once more would leave the range; never of a value that has just come back into it.
    private func isLeaving(_ value: Double, from previous: Double) -> Bool {
        guard previous >= low.value, previous <= high.value else { return false }
        let next = value + (value - previous)
        let scale = high.value - low.value
        return Tolerance.order(next, low.value, scale: scale) < 0
            || Tolerance.order(next, high.value, scale: scale) > 0
    }

    /// The order from good to bad; what is certainly missed stays missed whatever the other bound leaves open.
    private static func weight(_ status: Status) -> Int {
        switch status {
        case .met, .onTarget: 0
        case .noData: 1
        case .belowExpectation: 2
        case .missed: 3
        case .regress, .missedAndRegressed: 4
        }
    }
}

extension Target {
    /// Whether an assessment of `achieved` goes by the upper bound of a range: the one that is passed, else the one the
    /// base is outside of, else the nearest. `false` for every other form.
    public func goesByUpperBound(at achieved: Double) -> Bool {
        RangeSides(self, base: base)?.goesByUpper(at: achieved) ?? false
    }
}
