extension Target {
    /// Everything wrong with the target itself, in a fixed order; empty when it can be tracked.
    ///
    /// A cap above its base and a floor below it are allowances, not faults. Source: Guides/TargetTracking.md, "Limits".
    public func faults() -> [TargetFault] {
        numberFaults() + yearFaults() + signFaults() + directionFaults()
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
        case .level, .annualRate, .cap, .floor: []
        }
    }

    private func directionFaults() -> [TargetFault] {
        var faults: [TargetFault] = []
        if isComparisonAgainstDirection { faults.append(.comparisonAgainstDirection) }
        if form == .cap && comparison.wantsHigh || form == .floor && !comparison.wantsHigh {
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
        guard form != .cap, form != .floor, let start = form.isPercentage ? 0 : base else { return false }
        return switch desired {
        case .up: value < start
        case .down: value > start
        case .hold: false
        }
    }
}
