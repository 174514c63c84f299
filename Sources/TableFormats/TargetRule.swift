internal import Spreadsheets
internal import StatisticalData
internal import TargetTracking

/// What the first row of a target says of the target itself.
struct TargetRule {
    let target: Target
    let decimals: Int
    let threshold: Double?
    let bounds: TargetTable.Bounds?
    let weight: Double?

    /// Reads a row; `nil` with the faults in the collector when the target cannot be told.
    ///
    /// - Parameter planned: what the rows of the target set for single years.
    init?(_ row: CSVTable.Row, planned: [PlannedValue], faults: inout FaultCollector) {
        for column in ["baseline_period", "target_period", "target", "form", "direction"] {
            _ = row.required(column, into: &faults)
        }
        let baseYear = row.year("baseline_period", faults: &faults)
        let targetYear = row.year("target_period", faults: &faults)
        let value = row.magnitude("target", faults: &faults)
        let base = row.magnitude("baseline", faults: &faults)?.value
        let form = row.word("form", Target.Form.self, into: &faults)
        let desired = row.word("direction", Target.Desired.self, into: &faults)
        let upper = row.magnitude("target_high", faults: &faults)?.value
        let path = row.word("path", Target.Path.self, into: &faults)
        let threshold = row.magnitude("threshold", faults: &faults)?.value
        let weight = row.magnitude("weight", faults: &faults)?.value
        let bounded = row.word("bounded", BoundedWord.self, into: &faults)
        guard let baseYear, let targetYear, let value, let form, let desired else { return nil }
        guard let comparison = Self.comparison(form, desired) else {
            faults.add(.targetsHoldNeedsSide(form.rawValue, at: row.place("form")))
            return nil
        }
        if form.isPercentage, let base, base != 0 {
            faults.add(.targetsBaselineOfChange(Decimals.text(base), at: row.place("baseline")))
        }
        target = Target(
            nature: .expected, form: form, desired: desired, comparison: comparison, baseYear: baseYear,
            base: form.isPercentage ? nil : base, targetYear: targetYear, value: value.value, upper: upper, path: path,
            yearlyPlan: planned)
        decimals = value.decimals
        self.threshold = threshold
        self.weight = weight
        bounds = bounded.flatMap { Self.bounds($0, form, row, faults: &faults) }
    }

    /// Which side is better. A level to be held has no side of its own: a cap or a floor says which.
    private static func comparison(_ form: Target.Form, _ desired: Target.Desired) -> Target.Comparison? {
        switch (desired, form) {
        case (.up, _), (.down, .range): .atLeast
        case (.down, _): .atMost
        case (.hold, .cap): .atMost
        case (.hold, .floor), (.hold, .range): .atLeast
        case (.hold, _): nil
        }
    }

    /// 0 to 100 for shares in per cent, 0 to 1 for those of one.
    private static func bounds(
        _ word: BoundedWord, _ form: Target.Form, _ row: CSVTable.Row, faults: inout FaultCollector
    ) -> TargetTable.Bounds? {
        let unit = row["unit"]
        guard !form.isPercentage, unit == nil || unit == "%" || unit == "1" else {
            faults.add(.targetsBounded(unit ?? form.rawValue, at: row.place("bounded")))
            return nil
        }
        let range = unit == "1" ? 0.0...1.0 : 0.0...100.0
        switch word {
        case .clip: return .clip(range)
        case .logit: return .logit(range)
        }
    }

    var range: ClosedRange<Double>? {
        switch bounds {
        case .clip(let range), .logit(let range): range
        case nil: nil
        }
    }

    /// Adds what is wrong with the target as a whole.
    func check(at row: CSVTable.Row, hasBaseFigure: Bool, faults: inout FaultCollector) {
        for fault in target.faults() {
            switch fault {
            case .againstDirection: faults.add(.targetsAgainstDirection(at: row.place("direction")))
            case .comparisonAgainstForm:
                faults.add(.targetsDirectionOfForm(target.form.rawValue, at: row.place("direction")))
            case .baseYearNotBeforeTarget: faults.add(fault.fault(at: row.place("baseline_period"), severity: .error))
            case .rangeWithoutUpper, .upperWithoutRange:
                faults.add(fault.fault(at: row.place("target_high"), severity: .error))
            case .rangeWithDirection: faults.add(fault.fault(at: row.place("direction"), severity: .error))
            case .yearlyPlanMissing: faults.add(fault.fault(at: row.place("path"), severity: .error))
            case .yearlyPlanYear, .yearlyPlanValue, .yearlyPlanOfForm:
                faults.add(fault.fault(at: row.place("planned"), severity: .error))
            default: faults.add(fault.fault(at: row.place("target"), severity: .error))
            }
        }
        if !target.form.isPercentage, target.base == nil, !hasBaseFigure, target.desired != .hold {
            faults.add(.targetsNoBase(at: row.place("baseline")))
        }
        if let start = target.baseYear, target.targetYear - start > TargetColumn.longestPlan {
            faults.add(.targetsSpan(target.targetYear - start, at: row.place("target_period")))
        }
        for (column, value) in [
            ("target", target.value), ("target_high", target.upper), ("baseline", target.base),
            ("threshold", threshold),
        ] {
            if let value { check(value, at: row.place(column), faults: &faults) }
        }
        if let weight, weight <= 0 { faults.add(.targetsWeight(Decimals.text(weight), at: row.place("weight"))) }
    }

    /// Adds what is wrong with a figure in the form of the target.
    func check(_ value: Double, at place: Place, faults: inout FaultCollector) {
        if let range, !range.contains(value) {
            faults.add(.targetsOutOfBounds(Decimals.text(value), range: range, at: place))
        }
        if target.form.isPercentage, abs(value) > TargetColumn.greatestChange {
            faults.add(.targetsOutOfRange(Decimals.text(value), at: place))
        }
    }
}
