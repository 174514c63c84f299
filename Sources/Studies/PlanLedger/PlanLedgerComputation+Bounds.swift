import StatisticalData
import TargetTracking

/// Ranges and yearly figures of a plan: targets that are more than one figure.
extension PlanLedgerComputation {
    /// Adds the upper bound of a range.
    mutating func addUpper(_ plan: PlanTarget) {
        guard let upper = plan.target.upper, let printed = plan.printedUpper else { return }
        let isRelative = plan.isRelativeToBase && plan.transformation == .level
        let evidence = PlanEvidence(plan, series: [], asKnownOn: nil)
        builder.add(
            key(plan, "target-high", plan.target.targetYear), .number(upper), unit: plan.unit,
            formula: isRelative ? "formula-relative-to-base" : "formula-declared", isRelative ? "y₀ + y**" : "y**",
            from: [declared(printed, "y**", plan)] + (isRelative ? evidence.base.map { [$0.input] } ?? [] : []))
    }

    /// Adds what the plan itself sets for single years.
    mutating func addPlannedYears(_ plan: PlanTarget) {
        for planned in plan.target.yearlyPlan {
            builder.add(
                key(plan, "planned", planned.year), .number(planned.value), unit: plan.unit,
                formula: "formula-declared", "y(t)", from: [declared(planned.value, "y(t)", plan)])
        }
    }

    /// Adds the value due in a year: on the path, or as the plan sets it for the year.
    mutating func addRequired(
        _ required: Double, of plan: PlanTarget, target: Target, year: Int, from inputs: [DerivationInput]
    ) {
        let planned = target.yearlyPlan.first { $0.year == year }
        if target.path == .annualPlan, year < target.targetYear, planned?.value == required {
            builder.add(
                key(plan, "required", year), .number(required), unit: plan.unit,
                formula: "formula-required-annual-plan", PlanExpressions(plan).required,
                from: [DerivationInput("y(t)", .result(key(plan, "planned", year)))])
            return
        }
        let isLinear = target.path != .compound || target.form == .annualRate
        builder.add(
            key(plan, "required", year), .number(required), unit: plan.unit,
            formula: isLinear ? "formula-required-linear" : "formula-required-compound",
            PlanExpressions(plan).required, from: inputs)
    }

    /// The target as an input; of a range the bound that an assessment goes by.
    func goal(_ plan: PlanTarget, target: Target, assessment: Assessment) -> DerivationInput {
        let isUpper = target.goesByUpperBound(at: assessment.achieved)
        return DerivationInput("y*", .result(key(plan, isUpper ? "target-high" : "target", target.targetYear)))
    }

    /// The target as an input of the published methods, which go by the bound that the base lies outside of.
    func methodGoal(_ plan: PlanTarget, target: Target) -> DerivationInput {
        let isUpper = target.upper.flatMap { upper in target.base.map { $0 > upper } } ?? false
        return DerivationInput("y*", .result(key(plan, isUpper ? "target-high" : "target", target.targetYear)))
    }

    /// Both bounds of a range, else the target: what a final verdict and a probability are about.
    func allGoals(_ plan: PlanTarget) -> [DerivationInput] {
        let year = plan.target.targetYear
        return [DerivationInput("y*", .result(key(plan, "target", year)))]
            + (plan.target.upper == nil ? [] : [DerivationInput("y**", .result(key(plan, "target-high", year)))])
    }

    private func declared(_ value: Double, _ role: String, _ plan: PlanTarget) -> DerivationInput {
        DerivationInput(
            role,
            .declared(
                .init(
                    .number(value), unit: plan.unit, trust: plan.trust, source: plan.source, note: plan.note,
                    place: plan.place)))
    }
}
