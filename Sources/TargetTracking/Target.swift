/// What a plan promises of one indicator: where it starts, where it must be, and by when.
///
/// Level, cap and floor are in the unit of the indicator; the other forms in per cent, signed: a cut of 17 % is -17.
/// Source: Guides/TargetTracking.md, "What".
public struct Target: Hashable, Sendable, Codable {
    /// How hard the promise is.
    public enum Nature: String, Codable, CaseIterable, Sendable {
        /// Decides an assessment.
        case binding
        /// Informs an assessment.
        case expected
    }

    /// What the figure of the target says, and so what the tracked values must be.
    public enum Form: String, Codable, CaseIterable, Sendable {
        /// A level to be reached; values are levels.
        case level
        /// A fall over the whole plan, per cent; values are cumulative changes since the end of the base year.
        case cumulativeCut = "cumulative-cut"
        /// A rise over the whole plan, per cent; values are cumulative changes since the end of the base year.
        case cumulativeGrowth = "cumulative-growth"
        /// A mean change a year, per cent; values are annual changes.
        case annualRate = "annual-rate"
        /// A level not to be exceeded; values are levels.
        case cap
        /// A level not to be undercut; values are levels.
        case floor
        /// A level to stay between two bounds, both included; values are levels.
        case range
    }

    /// Which way the plan wants the indicator to move.
    public enum Desired: String, Codable, CaseIterable, Sendable {
        /// More is better.
        case up
        /// Less is better.
        case down
        /// Stay at or better than the target; the comparison says which side is better.
        case hold
    }

    /// The expectation between base and target.
    public enum Path: String, Codable, CaseIterable, Sendable {
        /// The same step every year.
        case linear
        /// The same rate every year.
        case compound
        /// The figure that the plan itself sets for each year.
        case annualPlan = "annual-plan"
    }

    /// How hard the promise is.
    public let nature: Nature
    /// What the figure says.
    public let form: Form
    /// Which way is wanted.
    public let desired: Desired
    /// How the value must stand to the figure.
    public let comparison: Comparison
    /// The year the plan starts from (its end); `nil` when the plan names none.
    public let baseYear: Int?
    /// The level in the base year; `nil` when not known. Not used by the forms in per cent, which start from 0.
    public let base: Double?
    /// The year in which the target falls due.
    public let targetYear: Int
    /// The figure to be reached, in the unit of the indicator or in per cent by `form`; of a range the lower bound.
    public let value: Double
    /// The upper bound of a range; `nil` for every other form.
    public let upper: Double?
    /// The expectation in between; of no effect for `annualRate`, where the same mean is due every year.
    public let path: Path
    /// What the plan itself sets for single years, in the form of the target, ascending; empty where it sets nothing.
    public let yearlyPlan: [PlannedValue]

    /// Makes a target; `path` defaults to `annualPlan` where the plan sets yearly figures, else to `compound` for the
    /// forms in per cent and to `linear` for levels.
    public init(
        nature: Nature, form: Form, desired: Desired, comparison: Comparison, baseYear: Int?, base: Double? = nil,
        targetYear: Int, value: Double, upper: Double? = nil, path: Path? = nil, yearlyPlan: [PlannedValue] = []
    ) {
        self.nature = nature
        self.form = form
        self.desired = desired
        self.comparison = comparison
        self.baseYear = baseYear
        self.base = base
        self.targetYear = targetYear
        self.value = value
        self.upper = upper
        self.path = path ?? (!yearlyPlan.isEmpty ? .annualPlan : form.isPercentage ? .compound : .linear)
        self.yearlyPlan = yearlyPlan.sorted { $0.year < $1.year }
    }

    /// The same target as one to be held: the way to keep a target set below its base.
    public func held() -> Target {
        Target(
            nature: nature, form: form, desired: .hold, comparison: comparison, baseYear: baseYear, base: base,
            targetYear: targetYear, value: value, upper: upper, path: path, yearlyPlan: yearlyPlan)
    }

    /// The same target with another base.
    public func based(on base: Double?) -> Target {
        Target(
            nature: nature, form: form, desired: desired, comparison: comparison, baseYear: baseYear, base: base,
            targetYear: targetYear, value: value, upper: upper, path: path, yearlyPlan: yearlyPlan)
    }
}

extension Target.Form {
    /// Whether target and values are changes in per cent, whatever the unit of the indicator.
    public var isPercentage: Bool {
        switch self {
        case .cumulativeCut, .cumulativeGrowth, .annualRate: true
        case .level, .cap, .floor, .range: false
        }
    }
}
