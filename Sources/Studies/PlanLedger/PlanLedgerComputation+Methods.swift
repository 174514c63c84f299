import StatisticalData
import TargetTracking

extension PlanLedgerComputation {
    /// The fewest yearly figures on which the published methods are set side by side.
    private static let fewestYears = 3

    /// Every published method's word on a target, year by year with the figures up to that year.
    mutating func addMethods(
        _ plan: PlanTarget, target: Target, tracked: [TrackedValue], assessments: [Assessment], base: ResultKey?
    ) {
        guard assessments.count >= Self.fewestYears else { return }
        for assessment in assessments {
            let found = MethodComparison(target, values: tracked.filter { $0.year <= assessment.year })
            guard !found.notes.contains(.inexact) else { continue }
            addRates(plan, target, found, assessment.year)
            addProgressMethods(plan, target, found, assessment, base: base)
            addAnticipation(
                plan, target, found, assessments.map(\.year).filter { $0 <= assessment.year }, base: base)
        }
        addProjection(plan, target: target, tracked: tracked, years: assessments.map(\.year), base: base)
    }

    /// Eurostat and Open SDG, by compound rates.
    private mutating func addRates(_ plan: PlanTarget, _ target: Target, _ found: MethodComparison, _ year: Int) {
        let rates = [("r", "achieved-rate"), ("r*", "required-rate")].map { role, measure in
            DerivationInput(role, .result(key(plan, measure, year)))
        }
        guard let ratio = found.eurostatRatio, rates.allSatisfy({ builder.number(of: $0) != nil }) else { return }
        add(plan, "eurostat-ratio", year, ratio, unit: .one, "R = r / r*", from: rates)
        let input = DerivationInput("R", .result(key(plan, "eurostat-ratio", year)))
        addClass(plan, "eurostat-class", year, found.eurostatRating?.rawValue, of: input, "R ↔ 0.95; 0.6; 0")
        add(
            plan, "open-sdg-score", year, found.openSDGScore, unit: .one,
            "y → y*: 5; R ≥ 0.6: min(7.1429 · R − 4.2857, 5); R < 0.6: max(4.1667 · R − 2.5, −5)",
            from: [input] + levels(plan, target, year))
    }

    /// UNESCAP's current status, SDSN and time distance, by progress.
    private mutating func addProgressMethods(
        _ plan: PlanTarget, _ target: Target, _ found: MethodComparison, _ assessment: Assessment, base: ResultKey?
    ) {
        let year = assessment.year
        let progress = DerivationInput("P", .result(key(plan, "progress", year)))
        guard builder.number(of: progress) != nil else { return }
        add(
            plan, "current-status-index", year, found.currentStatus?.value, unit: .one, "10 · P", from: [progress])
        add(
            plan, "linear-ratio", year, found.linearRatio, unit: .one, "Q = P / ((t − t₀) / (T − t₀))",
            from: [progress])
        if found.linearRatio != nil {
            let input = DerivationInput("Q", .result(key(plan, "linear-ratio", year)))
            addClass(plan, "sdsn-arrow", year, found.arrow?.rawValue, of: input, "Q ↔ 1; 0.5; 0")
        }
        guard plan.target.path != .annualPlan else {
            addPlannedDistance(plan, assessment)
            return
        }
        let isLinear = plan.target.path == .linear && plan.target.form != .annualRate
        add(
            plan, "time-distance", year, assessment.timeDistance, unit: .one,
            isLinear
                ? "P · (T − t₀) − (t − t₀)" : "(T − t₀) · ln(y / y₀) / ln(y* / y₀) − (t − t₀); y = 1 + y/100",
            from: isLinear ? [progress] : levels(plan, target, year) + baseInput(plan, base))
    }

    /// The value anticipated for the target year, with what follows from it.
    private mutating func addAnticipation(
        _ plan: PlanTarget, _ target: Target, _ found: MethodComparison, _ years: [Int], base: ResultKey?
    ) {
        guard let year = years.last, let trend = found.anticipation, let low = trend.low, let high = trend.high else {
            return
        }
        let inputs = baseInput(plan, base) + achieved(plan, years)
        let goal = [methodGoal(plan, target: target)]
        let anticipated = builder.add(
            key(plan, "anticipated", year), .number(trend.value, low: low, high: high), unit: plan.unit,
            formula: "formula-anticipated", "ŷ(T) = a + b · (T − t₀); w = (t − t₀ + 1) / (t(n) − t₀ + 1)",
            from: inputs)
        if plan.target.upper == nil {
            add(
                plan, "meeting-probability", year, trend.probabilityOfMeeting, unit: .one, "F((ŷ − y*) / s)",
                from: inputs + goal)
        } else if let probability = trend.probabilityOfMeeting {
            builder.add(
                key(plan, "meeting-probability", year), .number(probability), unit: .one,
                formula: "formula-staying-probability", "F((y** − ŷ) / s) − F((y* − ŷ) / s)",
                from: inputs + allGoals(plan))
        }
        guard let gap = trend.gap else { return }
        let ahead = [DerivationInput("ŷ", .result(anticipated))] + goal + baseInput(plan, base)
        add(
            plan, "anticipated-gap", year, gap, unit: .percent, "G = 100 · (y* − ŷ) / (y* − y₀)", from: ahead)
        let input = DerivationInput("G", .result(key(plan, "anticipated-gap", year)))
        addClass(plan, "gap-class", year, found.gapClass?.rawValue, of: input, "G ↔ 10; 100")
    }

    /// A class whose limits or names were recalled and not read, and which is marked so.
    private mutating func addClass(
        _ plan: PlanTarget, _ measure: String, _ year: Int, _ word: String?, of input: DerivationInput,
        _ expression: String
    ) {
        guard let word else { return }
        builder.add(
            key(plan, measure, year), .word(word), unit: nil, formula: "formula-" + measure, expression, from: [input],
            rule: .unverified)
    }

    /// The way to the target year from the latest figure that an interval follows from.
    private mutating func addProjection(
        _ plan: PlanTarget, target: Target, tracked: [TrackedValue], years: [Int], base: ResultKey?
    ) {
        let known = years.filter { $0 < target.targetYear && builder[key(plan, "anticipated", $0)] != nil }
        guard let last = known.last else { return }
        for point in Projection.points(target, values: tracked.filter { $0.year <= last }) {
            builder.add(
                key(plan, "projected", point.year), .number(point.value, low: point.low, high: point.high),
                unit: plan.unit, formula: "formula-projected",
                "ŷ(t) = a + b · (t − t₀); w = (t − t₀ + 1) / (t(n) − t₀ + 1)",
                from: baseInput(plan, base) + achieved(plan, years.filter { $0 <= last }))
        }
    }

    /// Years ahead of the figures the plan sets: where the lines between them pass the value.
    private mutating func addPlannedDistance(_ plan: PlanTarget, _ assessment: Assessment) {
        guard let distance = assessment.timeDistance else { return }
        let target = plan.target
        let year = assessment.year
        let planned = target.yearlyPlan.filter { $0.year < target.targetYear }.map { item in
            DerivationInput("y(\(item.year))", .result(key(plan, "planned", item.year)))
        }
        let start = target.baseYear.map { key(plan, "base", $0) }
        let base = target.form.isPercentage ? nil : start.flatMap { builder[$0]?.key }
        builder.add(
            key(plan, "time-distance", year), .number(distance), unit: .one, formula: "formula-planned-distance",
            "s − t; y(s) = y", from: levels(plan, target, year) + baseInput(plan, base) + planned)
    }

    private func achieved(_ plan: PlanTarget, _ years: [Int]) -> [DerivationInput] {
        years.map { DerivationInput("y(\($0))", .result(key(plan, "achieved", $0))) }
    }

    private func levels(_ plan: PlanTarget, _ target: Target, _ year: Int) -> [DerivationInput] {
        [
            DerivationInput("y", .result(key(plan, "achieved", year))),
            methodGoal(plan, target: target),
        ]
    }

    private func baseInput(_ plan: PlanTarget, _ base: ResultKey?) -> [DerivationInput] {
        guard let base, PlanExpressions(plan).usesBase else { return [] }
        return [DerivationInput("y₀", .result(base))]
    }
}
