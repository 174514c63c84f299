extension Target {
    /// Everything wrong with the target itself, in a fixed order; empty when it can be tracked.
    ///
    /// A cap above its base and a floor below it are allowances, not faults. Source: Guides/TargetTracking.md, "Limits".
    public func faults() -> [TargetFault] {
        numberFaults() + yearFaults() + signFaults() + directionFaults() + rangeFaults() + yearlyPlanFaults()
    }

    private func numberFaults() -> [TargetFault] {
        var faults: [TargetFault] = []
        if !value.isFinite { faults.append(.valueNotFinite) }
        if let base, !base.isFinite { faults.append(.baseNotFinite) }
        if form.isPercentage, value <= -100 { faults.append(.changeAtMostMinusHundred) }
        if !form.isPercentage, path == .compound, value <= 0 || (base ?? 1) <= 0 {
            faults.append(.compoundNeedsPositive)
        }
        return faults
    }

    private func yearFaults() -> [TargetFault] {
        if let baseYear { return baseYear < targetYear ? [] : [.baseYearNotBeforeTarget] }
        return form.isPercentage || base != nil ? [.baseYearMissing] : []
    }

    private func signFaults() -> [TargetFault] {
        switch form {
        case .cumulativeCut: value > 0 ? [.signAgainstForm] : []
        case .cumulativeGrowth: value < 0 ? [.signAgainstForm] : []
        case .level, .annualRate, .cap, .floor, .range: []
        }
    }

    private func directionFaults() -> [TargetFault] {
        var faults: [TargetFault] = []
        if isComparisonAgainstDirection { faults.append(.comparisonAgainstDirection) }
        if form == .cap && comparison.wantsHigh || form == .floor && !comparison.wantsHigh
            || form == .range && comparison != .atLeast
        {
            faults.append(.comparisonAgainstForm)
        }
        if isAgainstDirection, signFaults().isEmpty { faults.append(.againstDirection) }
        return faults
    }

    private var isComparisonAgainstDirection: Bool {
        switch desired {
        case .up: !comparison.wantsHigh
        case .down: comparison.wantsHigh
        case .hold: false
        }
    }

    private var isAgainstDirection: Bool {
        guard form != .cap, form != .floor, form != .range, let start = form.isPercentage ? 0 : base else {
            return false
        }
        return switch desired {
        case .up: value < start
        case .down: value > start
        case .hold: false
        }
    }

    /// A range needs two finite bounds in order and no direction; other forms have one figure.
    private func rangeFaults() -> [TargetFault] {
        guard form == .range else { return upper == nil ? [] : [.upperWithoutRange] }
        guard let upper, upper.isFinite, upper > value else { return [.rangeWithoutUpper] }
        return desired == .hold ? [] : [.rangeWithDirection]
    }

    /// Yearly figures: one a year, inside the plan, of a form that has a course, and in the end the target itself.
    private func yearlyPlanFaults() -> [TargetFault] {
        if yearlyPlan.isEmpty { return path == .annualPlan ? [.yearlyPlanMissing] : [] }
        if form == .range || form == .annualRate { return [.yearlyPlanOfForm] }
        var faults: [TargetFault] = []
        for (position, planned) in yearlyPlan.enumerated() {
            let isRepeated = position > 0 && yearlyPlan[position - 1].year == planned.year
            if isRepeated || !spans(planned.year) { faults.append(.yearlyPlanYear(year: planned.year)) }
            let isImpossible = !planned.value.isFinite || form.isPercentage && planned.value <= -100
            if isImpossible || planned.year == targetYear && planned.value != value {
                faults.append(.yearlyPlanValue(year: planned.year))
            }
        }
        return faults
    }
}
