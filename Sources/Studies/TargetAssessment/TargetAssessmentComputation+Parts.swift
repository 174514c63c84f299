import StatisticalData
import TargetTracking

extension TargetAssessmentComputation {
    /// The points of the annual evaluations, year by year and together.
    mutating func addAnnual() {
        guard let row = inputs.file.rows(of: .annual).first else { return }
        addDeclaredPoints(row)
        for (year, rank) in zip(inputs.years, method.annual.ranks) { addYear(year, rank: rank, of: row) }
        for measure in ["points-certain", "points-possible"] {
            let parts = inputs.years.compactMap { result("p(\($0))", row.id, measure, .year($0)) }
            add(row.id, measure, parts.reduce(0) { $0 + number($1) }, "formula-sum", "Σ p", from: parts)
        }
    }

    private mutating func addYear(_ year: Int, rank: Int?, of row: AssessmentFile.Row) {
        let points = method.annualPoints(rank: rank)
        let at = Period.year(year)
        if let observation = inputs.ranks[year] {
            builder.addObserved(key(row.id, "rank", at), observation, in: .one)
        }
        guard let best = inputs.rules.row(.annualBest)?.input("a"), let step = inputs.rules.row(.annualStep)?.input("b")
        else {
            addOpen(row.id, points: result("p", row.id, "points"), share: inputs.years.count, at: at)
            return
        }
        if let found = result("r", row.id, "rank", at) {
            for (measure, value) in [("points-certain", points.certain ?? 0), ("points-possible", points.possible)] {
                add(
                    row.id, measure, value, "formula-rank-points", "max(0, a − b · (r − 1))",
                    from: [best, step, found],
                    at: at)
            }
            return
        }
        if let last = inputs.rules.row(.annualAreas)?.input("n") {
            add(
                row.id, "points-certain", points.certain ?? 0, "formula-last-rank-points", "max(0, a − b · (n − 1))",
                from: [best, step, last], at: at)
        } else {
            add(row.id, "points-certain", 0, "formula-open-certain", "0", from: [best], at: at)
        }
        add(row.id, "points-possible", points.possible, "formula-open-possible", "a", from: [best], at: at)
    }

    /// Points of which nothing is known: none certain, all possible.
    private mutating func addOpen(_ item: String, points: DerivationInput?, share: Int = 1, at period: Period? = nil) {
        guard let points else { return }
        add(item, "points-certain", 0, "formula-open-certain", "0", from: [points], at: period)
        let years = DerivationInput(
            "k", .declared(.init(.number(Double(share)), unit: .one, place: inputs.places.years)))
        add(
            item, "points-possible", number(points) / Double(share), "formula-open-possible",
            share == 1 ? "p" : "p / k",
            from: share == 1 ? [points] : [points, years], at: period)
    }

    /// The points of public satisfaction; open without the figure or without the rule.
    mutating func addSatisfaction() {
        guard let row = inputs.file.rows(of: .satisfaction).first else { return }
        addDeclaredPoints(row)
        if let observation = inputs.satisfied {
            builder.addObserved(key(row.id, "value"), observation, in: .percent)
        }
        guard let rate = inputs.rules.row(.pointsPerSatisfied)?.input("a"), let share = result("s", row.id, "value")
        else {
            addOpen(row.id, points: result("p", row.id, "points"))
            return
        }
        let points = method.satisfaction
        for (measure, value) in [("points-certain", points.certain ?? 0), ("points-possible", points.possible)] {
            add(row.id, measure, value, "formula-satisfied-points", "a · s", from: [rate, share])
        }
    }

    /// What is deducted for binding targets missed and for incidents: at least and at most.
    mutating func addDeductions() {
        addBinding()
        guard let row = inputs.file.rows(of: .incidents).first else { return }
        let deduction = method.incidentDeduction
        let (each, limit) = (
            inputs.rules.row(.incidentDeduction)?.input("d"), inputs.rules.row(.incidentLimit)?.input("l")
        )
        if let incidents = inputs.study.incidents {
            let count = DerivationInput(
                "n", .declared(.init(.number(Double(incidents)), unit: .one, place: inputs.places.incidents)))
            let found = [count, each, limit].compactMap { $0 }
            add(
                row.id, "deduction-certain", deduction.certain, "formula-incident-deduction", "min(l, d · n)",
                from: found)
            guard let possible = deduction.possible else { return }
            add(row.id, "deduction-possible", possible, "formula-incident-deduction", "min(l, d · n)", from: found)
            return
        }
        add(row.id, "deduction-certain", 0, "formula-open-certain", "0", from: [limit].compactMap { $0 })
        guard let possible = deduction.possible, let limit else { return }
        add(row.id, "deduction-possible", possible, "formula-open-possible", "l", from: [limit])
    }

    private mutating func addBinding() {
        let item = Target.Nature.binding.rawValue
        let missed = method.bindingMissed
        let deduction = method.bindingDeduction
        let rows: [(suffix: String, count: Int, deduction: Double?, outcomes: [TargetAssessment.Outcome])] = [
            ("certain", missed.certain, deduction.certain, [.missed]),
            ("possible", missed.possible, deduction.possible, [.missed, .unknown]),
        ]
        for row in rows {
            let counted = method.items.filter { $0.isBinding && row.outcomes.contains($0.outcome) }
            add(
                item, "missed-" + row.suffix, Double(row.count), "formula-count", "#",
                from: counted.compactMap { result($0.id, $0.id, "outcome") }, unit: .one)
            guard let value = row.deduction else { continue }
            let rule = inputs.rules.row(.deductedOnceMoreFrom)?.input("k")
            let parts =
                [rule, result("m", item, "missed-" + row.suffix)]
                + counted.map { result("p(\($0.id))", $0.id, "points") }
            add(
                item, "deduction-" + row.suffix, value, "formula-binding-deduction", "[m ≥ k] · Σ p",
                from: parts.compactMap { $0 })
        }
    }
}
