import StatisticalData
import TargetTracking

/// The steps from targets and figures to progress and verdicts.
struct PlanLedgerComputation {
    let definition: PlanLedgerStudy
    let inputs: PlanLedgerStudy.Inputs
    var builder: ResultBuilder
    /// Verdicts by nature, for the counts.
    private var verdicts: [(nature: Target.Nature, verdict: Verdict, key: ResultKey)] = []

    /// The area the counts are filed under.
    var area: Area.ID { inputs.targets.first?.area ?? inputs.homeArea }
    /// The last target year.
    var period: Period { .year(inputs.targets.map(\.target.targetYear).max() ?? 0) }

    init(study: String, definition: PlanLedgerStudy, inputs: PlanLedgerStudy.Inputs) {
        self.definition = definition
        self.inputs = inputs
        builder = ResultBuilder(study: study)
    }

    /// Adds everything on one target.
    mutating func add(_ plan: PlanTarget) {
        addTarget(plan)
        addUpper(plan)
        addPlannedYears(plan)
        let evidence = PlanEvidence(plan, series: inputs.series, asKnownOn: nil)
        let target = plan.target.withBase(evidence)
        let base = addBase(plan, evidence)
        let readings = evidence.readings
        let tracked = readings.map(\.tracked)
        for fault in Tracking.faults(in: tracked, for: target) where fault != .noBase {
            builder.note(Notice("fault-" + fault.code, item: plan.item, fault.fault(at: plan.place).arguments))
        }
        let assessments = Tracking.assess(target, values: tracked)
        for assessment in assessments {
            addAssessment(assessment, of: plan, target: target, readings: readings, base: base)
        }
        addMethods(plan, target: target, tracked: tracked, assessments: assessments, base: base)
        addVerdict(plan, target: target, tracked: tracked, assessments: assessments)
        for view in definition.earlierViews ?? [] { addEarlierView(plan, view: view) }
        checkPrinted(plan, evidence)
        noteBaseVintages(plan)
    }

    func key(_ plan: PlanTarget, _ measure: String, _ year: Int) -> ResultKey {
        builder.key(plan.item, measure, plan.area, .year(year))
    }

    private func targetKey(_ plan: PlanTarget) -> ResultKey {
        key(plan, "target", plan.target.targetYear)
    }

    private mutating func addTarget(_ plan: PlanTarget) {
        let printed = DerivationInput(
            "y*",
            .declared(
                .init(
                    .number(plan.printedTarget), unit: plan.unit, trust: plan.trust, source: plan.source,
                    note: plan.note,
                    place: plan.place)))
        guard plan.isRelativeToBase, plan.transformation == .level else {
            builder.add(
                targetKey(plan), .number(plan.target.value), unit: plan.unit, formula: "formula-declared", "y*",
                from: [printed])
            return
        }
        let evidence = PlanEvidence(plan, series: [], asKnownOn: nil)
        builder.add(
            targetKey(plan), .number(plan.target.value), unit: plan.unit, formula: "formula-relative-to-base",
            "y₀ + y*",
            from: [printed] + (evidence.base.map { [$0.input] } ?? []))
    }

    private mutating func addBase(_ plan: PlanTarget, _ evidence: PlanEvidence) -> ResultKey? {
        guard let year = plan.target.baseYear, let base = evidence.base else { return nil }
        return builder.add(
            key(plan, "base", year), .number(base.value), unit: plan.baseUnit ?? plan.unit, formula: "formula-declared",
            "y₀", from: [base.input])
    }

    private mutating func addAssessment(
        _ assessment: Assessment, of plan: PlanTarget, target: Target, readings: [PlanEvidence.Reading],
        base: ResultKey?
    ) {
        let year = assessment.year
        let expressions = PlanExpressions(plan)
        let achieved = addAchieved(assessment, of: plan, target: target, readings: readings, measure: "achieved")
        var inputs = [DerivationInput("y", .result(achieved))] + [goal(plan, target: target, assessment: assessment)]
        if let base, expressions.usesBase { inputs.append(DerivationInput("y₀", .result(base))) }
        if let required = assessment.required {
            addRequired(required, of: plan, target: target, year: year, from: Array(inputs.dropFirst()))
        }
        let rates: [(String, Double?, String)] = [
            ("achieved-rate", assessment.achievedRate, expressions.achievedRate),
            ("required-rate", assessment.requiredRate, expressions.requiredRate),
            ("still-needed", assessment.stillNeeded, expressions.stillNeeded),
        ]
        add(plan, "progress", year, assessment.progress, unit: .one, expressions.progress, from: inputs)
        for (measure, value, expression) in rates {
            add(plan, measure, year, value, unit: .percent, expression, from: inputs)
        }
        add(
            plan, "still-needed-linear", year, assessment.stillNeededLinear, unit: plan.unit, "(y* − y) / (T − t)",
            from: inputs)
        if plan.target.upper != nil { inputs += allGoals(plan).suffix(1) }
        builder.add(
            key(plan, "status", year), .word(assessment.verdict.rawValue), unit: nil, formula: "formula-status",
            expressions.status, from: inputs)
    }

    /// Adds a number of the course whose formula bears the name of its measure; nothing where it is not defined.
    mutating func add(
        _ plan: PlanTarget, _ measure: String, _ year: Int, _ value: Double?, unit: UnitOfMeasure, _ expression: String,
        from inputs: [DerivationInput]
    ) {
        guard let value else { return }
        builder.add(
            key(plan, measure, year), .number(value), unit: unit, formula: "formula-" + measure, expression,
            from: inputs)
    }

    @discardableResult
    private mutating func addAchieved(
        _ assessment: Assessment, of plan: PlanTarget, target: Target, readings: [PlanEvidence.Reading], measure: String
    ) -> ResultKey {
        let key = key(plan, measure, assessment.year)
        guard target.form != .annualRate else {
            let used = readings.filter { ((target.baseYear ?? 0) + 1...assessment.year).contains($0.tracked.year) }
            return builder.add(
                key, .number(assessment.achieved), unit: plan.unit, formula: "formula-mean-rate",
                "100 · ((Π (1 + r/100))^(1/n) − 1)", from: used.flatMap(\.inputs))
        }
        let reading = readings.first { $0.tracked.year == assessment.year }
        return builder.add(
            key, .number(assessment.achieved, low: reading?.low, high: reading?.high), unit: plan.unit,
            formula: reading?.formula ?? "formula-observed", reading?.expression ?? "x", from: reading?.inputs ?? [])
    }

    private mutating func addVerdict(
        _ plan: PlanTarget, target: Target, tracked: [TrackedValue], assessments: [Assessment]
    ) {
        let (verdict, reason) = Tracking.verdict(target, values: tracked)
        let year = Tracking.deciding(among: assessments)?.year ?? target.targetYear
        var inputs = allGoals(plan)
        for (role, measure) in [("y", "achieved"), ("y(t)", "required")] where builder[key(plan, measure, year)] != nil
        {
            inputs.append(DerivationInput(role, .result(key(plan, measure, year))))
        }
        let verdictKey = builder.add(
            key(plan, "verdict", year), .word(verdict.rawValue), unit: nil, formula: "formula-verdict", "y ↔ y*",
            from: inputs)
        if let reason {
            builder.add(
                key(plan, "reason", year), .word(reason.rawValue), unit: nil, formula: "formula-reason", "—",
                from: inputs)
        }
        verdicts.append((target.nature, verdict, verdictKey))
    }

    /// What had been achieved by each year as it was known on an earlier date.
    private mutating func addEarlierView(_ plan: PlanTarget, view: KnownDate) {
        let evidence = PlanEvidence(plan, series: inputs.series, asKnownOn: view)
        let readings = evidence.readings
        let target = plan.target.withBase(evidence)
        for assessment in Tracking.assess(target, values: readings.map(\.tracked)) {
            addAchieved(assessment, of: plan, target: target, readings: readings, measure: "achieved@\(view)")
        }
    }

    /// Sets a cumulative change that was printed beside the product of annual changes known on the same day.
    private mutating func checkPrinted(_ plan: PlanTarget, _ evidence: PlanEvidence) {
        for printed in evidence.printedCumulative {
            let year = printed.period.last.ordinal
            let sameDay = PlanEvidence(plan, series: inputs.series, asKnownOn: printed.knownOn)
            guard let reading = sameDay.chainReadings.first(where: { $0.tracked.year == year }),
                let low = reading.low, let high = reading.high, let value = printed.value(in: .percent),
                let printedKey = builder.addObserved(key(plan, "printed", year), printed, in: .percent)
            else { continue }
            let recomputed = builder.add(
                key(plan, "recomputed", year), .number(reading.tracked.value, low: low, high: high), unit: .percent,
                formula: reading.formula, reading.expression, from: reading.inputs)
            let width = printed.roundingError(in: .percent) ?? 0.5
            let agrees = value + width >= low && value - width <= high
            builder.add(
                key(plan, "agrees-with-printed", year), .word(agrees ? "yes" : "no"), unit: nil,
                formula: "formula-intervals-meet", "[y] ∩ [y′] ≠ ∅",
                from: [DerivationInput("y", .result(recomputed)), DerivationInput("y′", .result(printedKey))])
        }
    }

    /// Says so when the base year has several figures: the choice of the base is then a choice of vintage.
    private mutating func noteBaseVintages(_ plan: PlanTarget) {
        guard let year = plan.target.baseYear, plan.transformation == .level else { return }
        let vintages = inputs.series.filter {
            $0.key.indicator == plan.series && $0.key.area == plan.area && $0.key.transformation == .level
        }.flatMap(\.observations).filter { $0.period.simpleYear == year && $0.value != nil }
        guard Set(vintages.compactMap(\.value)).count > 1 else { return }
        let list = vintages.map { "\(Decimals.text($0.value ?? .nan)) (\($0.knownOn))" }.joined(separator: "; ")
        builder.note(Notice("notice-base-vintages", item: plan.item, ["year": String(year), "vintages": list]))
    }

    /// How many targets got which verdict, binding and expected ones apart.
    mutating func addCounts() {
        for nature in Target.Nature.allCases {
            let own = verdicts.filter { $0.nature == nature }
            let inputs = own.map { DerivationInput($0.key.item, .result($0.key)) }
            builder.add(
                builder.key(nature.rawValue, "count-total", area, period), .number(Double(own.count)), unit: .one,
                formula: "formula-count", "#", from: inputs)
            for verdict in Verdict.allCases {
                let matching = own.filter { $0.verdict == verdict }
                guard !matching.isEmpty else { continue }
                let slug = verdict.rawValue.split(separator: " ").joined(separator: "-")
                builder.add(
                    builder.key(nature.rawValue, "count-" + slug, area, period), .number(Double(matching.count)),
                    unit: .one, formula: "formula-count", "#",
                    from: matching.map { DerivationInput($0.key.item, .result($0.key)) })
            }
        }
    }
}

extension Target {
    /// The same target with the base the ledger has, where the plan states none.
    func withBase(_ evidence: PlanEvidence) -> Target {
        guard base == nil, !form.isPercentage, let found = evidence.base,
            case .observation(let observation) = found.input.origin,
            let converted = observation.unit.convert(found.value, to: evidence.target.unit)
        else { return self }
        return based(on: converted)
    }
}
