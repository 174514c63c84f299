import StatisticalData
import TargetTracking

/// A target of a plan judged by simulated figures, by the same rules as by figures of the ledger.
struct SimulatedTarget {
    let plan: PlanTarget
    let output: ResolvedOutput

    /// The targets of a plan that an output can be judged by: those that fall due within the years.
    static func all(_ inputs: SimulationInputs, years: [Int]) -> [SimulatedTarget] {
        inputs.targets.compactMap { plan in
            let output = inputs.outputs.first {
                $0.indicator == plan.series && $0.isChange == (plan.target.form == .annualRate)
            }
            let baseYear = plan.target.baseYear ?? plan.target.targetYear
            guard let output, years.contains(plan.target.targetYear), plan.transformation != .absoluteChange,
                plan.transformation != .cumulativeAmount,
                years.contains(baseYear) || plan.base != nil || !plan.target.form.isPercentage
            else { return nil }
            return SimulatedTarget(plan: plan, output: output)
        }
    }

    /// The assessment in the target year; `nil` where it cannot be decided.
    func assessment(_ series: [(year: Int, value: Double)], in home: Area.ID) -> Assessment? {
        let key = SeriesKey(plan.series, output.isChange ? .annualChange : .level, in: home)
        let observations = series.map { year, value in
            Observation(
                series: key, period: .year(year), value: value, decimals: 0, unit: output.valueUnit,
                knownOn: KnownDate(latestDay: 0, precision: .day), revision: .estimated, trust: .unverified,
                source: Source.ID("simulation"), place: Place(file: ""))
        }
        return LinkedTarget(item: plan.item, plan: plan, series: [.init(key: key, observations: observations)]).final
    }
}

extension SimulationBuilder {
    /// Adds a target as the plan states it.
    mutating func addTarget(_ target: SimulatedTarget) {
        _ = LinkedTarget(item: target.plan.item, plan: target.plan, series: []).addTarget(to: &builder)
    }

    /// Adds whether a scenario meets a target, with what it achieves in the form of the target.
    mutating func addStatus(
        _ target: SimulatedTarget, _ series: [(year: Int, value: Double)], item: String, suffix: String
    ) {
        guard let assessment = target.assessment(series, in: home) else { return }
        let plan = target.plan
        let (year, name) = (plan.target.targetYear, plan.item + suffix)
        let achieved = builder.add(
            key(name, "achieved", year), .number(assessment.achieved), unit: plan.unit, formula: formula(plan).key,
            formula(plan).expression, from: evidence(target, item: item))
        builder.add(
            key(name, "status", year), .word(assessment.verdict.rawValue), unit: nil, formula: "formula-status",
            PlanExpressions(plan).status,
            from: [
                DerivationInput("y", .result(achieved)),
                DerivationInput("y*", .result(key(plan.item, "target", year))),
            ])
    }

    private func formula(_ plan: PlanTarget) -> (key: String, expression: String) {
        switch plan.target.form {
        case .annualRate: ("formula-mean-rate", "100 · ((Π (1 + r/100))^(1/n) − 1)")
        case .cumulativeCut, .cumulativeGrowth: ("formula-from-levels", "100 · (y / y₀ − 1)")
        case .level, .cap, .floor, .range: ("formula-simulated-figure", "y")
        }
    }

    private func evidence(_ target: SimulatedTarget, item: String) -> [DerivationInput] {
        let rule = target.plan.target
        func simulated(_ role: String, _ year: Int) -> DerivationInput {
            DerivationInput(role, .result(key(item, "simulated", year)))
        }
        let now = simulated("y", rule.targetYear)
        switch rule.form {
        case .annualRate:
            return ((rule.baseYear ?? 0) + 1...rule.targetYear).map { simulated("r(\($0))", $0) }
        case .cumulativeCut, .cumulativeGrowth:
            let stated = PlanEvidence(target.plan, series: [], asKnownOn: nil).base
            return [now, stated?.input ?? simulated("y₀", rule.baseYear ?? rule.targetYear)]
        case .level, .cap, .floor, .range: return [now]
        }
    }
}
