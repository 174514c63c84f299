import StatisticalData
import TargetTracking

/// An item of a framework with the target of a plan it is judged by: what was promised and what was done.
struct LinkedTarget {
    let item: String
    let plan: PlanTarget
    let assessments: [Assessment]
    /// The level at the start, in the unit of the target; `nil` for targets in per cent and where it is not known.
    let baseLevel: Double?
    private let readings: [PlanEvidence.Reading]
    private let base: (value: Double, input: DerivationInput)?

    /// - Parameter last: the last year looked at; all years without it.
    init(item: String, plan: PlanTarget, series: [PlanLedgerStudy.SeriesVintages], through last: Int = .max) {
        self.item = item
        self.plan = plan
        let evidence = PlanEvidence(plan, series: series, asKnownOn: nil)
        let found = evidence.readings
        readings = found
        base = evidence.base
        let target = plan.target.withBase(evidence)
        baseLevel = target.base
        assessments = Tracking.assess(target, values: found.map(\.tracked)).filter { $0.year <= last }
    }

    /// The latest year with a figure.
    var latest: Assessment? { assessments.last }

    /// The assessment in the target year; nothing else decides whether the target was met.
    var final: Assessment? {
        assessments.last { $0.year == plan.target.targetYear && $0.status != .noData }
    }

    /// The target, filed under the target year.
    func addTarget(to builder: inout ResultBuilder) -> ResultKey {
        let key = builder.key(item, "target", plan.area, .year(plan.target.targetYear))
        let printed = DerivationInput(
            "y*",
            .declared(
                .init(
                    .number(plan.printedTarget), unit: plan.unit, trust: plan.trust, source: plan.source,
                    note: plan.note, place: plan.place)))
        let isRelative = plan.isRelativeToBase && plan.transformation == .level
        return builder.add(
            key, .number(plan.target.value), unit: plan.unit,
            formula: isRelative ? "formula-relative-to-base" : "formula-declared", isRelative ? "y₀ + y*" : "y*",
            from: [printed] + (isRelative ? base.map { [$0.input] } ?? [] : []))
    }

    /// The level at the start, where the progress of the target starts from one.
    func addBase(to builder: inout ResultBuilder) -> ResultKey? {
        guard let base, let year = plan.target.baseYear, !plan.target.form.isPercentage, plan.transformation == .level
        else { return nil }
        return builder.add(
            builder.key(item, "base", plan.area, .year(year)), .number(base.value), unit: plan.baseUnit ?? plan.unit,
            formula: "formula-declared", "y₀", from: [base.input])
    }

    /// The figure of the latest year; `nil` when there is none.
    func addAchieved(to builder: inout ResultBuilder) -> ResultKey? {
        guard let latest else { return nil }
        let key = builder.key(item, "achieved", plan.area, .year(latest.year))
        if plan.target.form == .annualRate {
            let used = readings.filter {
                ((plan.target.baseYear ?? 0) + 1...latest.year).contains($0.tracked.year)
            }
            return builder.add(
                key, .number(latest.achieved), unit: plan.unit, formula: "formula-mean-rate",
                "100 · ((Π (1 + r/100))^(1/n) − 1)", from: used.flatMap(\.inputs))
        }
        guard let reading = readings.first(where: { $0.tracked.year == latest.year }) else { return nil }
        return builder.add(
            key, .number(latest.achieved, low: reading.low, high: reading.high), unit: plan.unit,
            formula: reading.formula, reading.expression, from: reading.inputs)
    }
}
