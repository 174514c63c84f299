/// Decides the status of one reading: what is certain, given the printed sign, and nothing else.
struct Judge: Sendable {
    /// How the value must stand to the goal.
    let comparison: Target.Comparison
    /// What is compared with `achieved`; for `annualRate` the base is 0 and the goal the rate.
    let base: Double?
    let goal: Double
    /// Whether figures are in per cent: then a tolerance is never finer than that of one per cent.
    let isPercentage: Bool

    /// Whether the base is at or better than the target: the level is to be held, and progress is not defined.
    var isHeld: Bool {
        base.map { order($0, goal) >= 0 } ?? false
    }

    /// Whether the target is met; `nil` when the printed sign leaves it open.
    func meets(_ reading: Reading) -> Bool? {
        isAtOrBetter(reading, than: goal, strictly: comparison.isStrict)
    }

    /// The status in the target year.
    func finalStatus(of reading: Reading) -> Result {
        guard let isMet = meets(reading) else { return .undecided(.qualifierUndecided) }
        if isMet { return .decided(.met) }
        guard let base else { return .decided(.missed) }
        return switch isAtOrBetter(reading, than: base) {
        case true?: .decided(.missed)
        case false?: .decided(.missedAndRegressed)
        case nil: .undecided(.qualifierUndecided)
        }
    }

    /// The status before the target year; `due` is the value of the path, `nil` where it has none.
    ///
    /// A value that equals the target is on target even where the comparison is strict: all of the way is covered.
    func interimStatus(of reading: Reading, due: Double?, elapsed: Double?) -> Result {
        let isAtGoal = isAtOrBetter(reading, than: goal)
        if isAtGoal == true { return .decided(.onTarget) }
        guard let base, !isHeld else {
            if isAtGoal == nil { return .undecided(.qualifierUndecided) }
            return isHeld ? .decided(.regress) : .undecided(.noBase)
        }
        let isAtBase = isAtOrBetter(reading, than: base)
        if isAtBase == false { return .decided(.regress) }
        guard let due else { return .undecided(elapsed == nil ? .noBase : .pathUndefined) }
        let isOnPath = isAtOrBetter(reading, than: due)
        if isOnPath == true { return .decided(.onTarget) }
        return isOnPath == nil || isAtBase == nil ? .undecided(.qualifierUndecided) : .decided(.belowExpectation)
    }

    /// Whether `later` is certainly worse than `earlier`: told only of figures without a sign.
    func isWorse(_ later: Reading, than earlier: Reading) -> Bool {
        later.bound == .exact && earlier.bound == .exact && order(later.achieved, earlier.achieved) < 0
    }

    /// Whether the true figure is at or better than `limit`; `nil` when the printed sign leaves it open.
    private func isAtOrBetter(_ reading: Reading, than limit: Double, strictly: Bool = false) -> Bool? {
        let order = order(reading.achieved, limit)
        switch reading.bound {
        case .exact: return order > 0 || (order == 0 && !strictly)
        case .better: return order >= 0 ? true : nil
        case .worse: return order <= 0 ? false : nil
        case .open: return nil
        }
    }

    /// Positive when `left` is better than `right`.
    private func order(_ left: Double, _ right: Double) -> Int {
        let order = Tolerance.order(left, right, scale: scale)
        return comparison.wantsHigh ? order : -order
    }

    /// The distance to go, so that the tolerance is one of progress; without one, the target itself.
    private var scale: Double {
        let distance = base.map { (goal - $0).magnitude } ?? 0
        if isPercentage { return max(distance, 1) }
        return distance > 0 ? distance : goal.magnitude
    }
}

extension Judge {
    /// A status, or why there is none.
    enum Result: Sendable {
        case decided(Status)
        case undecided(NoDataReason)

        var status: Status {
            if case .decided(let status) = self { status } else { .noData }
        }

        var reason: NoDataReason? {
            if case .undecided(let reason) = self { reason } else { nil }
        }
    }
}
