import StatisticalData
import TargetTracking

/// The steps from targets, ranks and rules to points and grade, each with its derivation.
struct TargetAssessmentComputation {
    static let whole = "assessment"

    let inputs: TargetAssessmentStudy.Inputs
    let method: TargetAssessment
    var builder: ResultBuilder

    var area: Area.ID { inputs.homeArea }
    var period: Period { .years(inputs.study.years.from, inputs.study.years.to) }

    init(study: String, inputs: TargetAssessmentStudy.Inputs) {
        self.inputs = inputs
        method = inputs.assessment
        builder = ResultBuilder(study: study)
    }

    mutating func run() {
        let links = Dictionary(inputs.links.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        for (row, item) in zip(inputs.file.rows(of: .target), method.items) {
            addItem(row, item, link: links[row.id])
        }
        for group in inputs.file.rows(of: .group) {
            addSums(group.id, of: inputs.file.targets(of: group.id).map(\.id), declared: group)
        }
        addAnnual()
        addSatisfaction()
        addDeductions()
        addTotals()
        addGrade()
    }

    func key(_ item: String, _ measure: String, _ period: Period? = nil) -> ResultKey {
        builder.key(item, measure, area, period ?? self.period)
    }

    func result(_ role: String, _ item: String, _ measure: String, _ period: Period? = nil) -> DerivationInput? {
        let key = key(item, measure, period)
        return builder[key] == nil ? nil : DerivationInput(role, .result(key))
    }

    /// Adds a number of points or a count.
    mutating func add(
        _ item: String, _ measure: String, _ value: Double, _ formula: String, _ expression: String,
        from inputs: [DerivationInput], unit: UnitOfMeasure = .points, at period: Period? = nil
    ) {
        builder.add(
            key(item, measure, period), .number(value), unit: unit, formula: formula, expression, from: inputs)
    }

    mutating func addDeclaredPoints(_ row: AssessmentFile.Row) {
        add(
            row.id, "points", row.points, "formula-declared", "p",
            from: [
                DerivationInput(
                    "p",
                    .declared(
                        .init(
                            .number(row.points), unit: .points, trust: row.trust, source: row.source, note: row.note,
                            place: row.place)))
            ])
    }

    /// A target: its points, what was promised and done, the outcome, the points that follow.
    private mutating func addItem(_ row: AssessmentFile.Row, _ item: TargetAssessment.Item, link: LinkedTarget?) {
        addDeclaredPoints(row)
        var grounds: [DerivationInput] = []
        if item.outcome == .notApplicable {
            let declared = DerivationInput.Declared(.word("not applicable"), place: inputs.places.notApplicable)
            grounds.append(DerivationInput("n", .declared(declared)))
        } else if let link {
            grounds.append(DerivationInput("y*", .result(link.addTarget(to: &builder))))
            if let achieved = link.addAchieved(to: &builder) { grounds.append(DerivationInput("y", .result(achieved))) }
        }
        builder.add(
            key(row.id, "outcome"), .word(item.outcome.rawValue), unit: nil,
            formula: grounds.isEmpty ? "formula-outcome-open" : "formula-outcome", "y ↔ y*",
            from: grounds.isEmpty ? [result("p", row.id, "points")].compactMap { $0 } : grounds)
        let points = method.points(of: item)
        var parts = [result("p", row.id, "points"), result("o", row.id, "outcome")]
        if item.outcome == .missed { parts.append(inputs.rules.row(.missedShare)?.input("m")) }
        let found = parts.compactMap { $0 }
        add(row.id, "points-certain", points.certain ?? 0, "formula-points-certain", "p · [o]", from: found)
        add(row.id, "points-possible", points.possible, "formula-points-possible", "p · [o]", from: found)
    }

    /// Points of a group: the sums over its items.
    private mutating func addSums(_ item: String, of parts: [String], declared row: AssessmentFile.Row) {
        addDeclaredPoints(row)
        for measure in ["points-certain", "points-possible"] {
            let found = parts.compactMap { result("p(\($0))", $0, measure) }
            let sum = found.reduce(0) { $0 + number($1) }
            add(item, measure, sum, "formula-sum", "Σ p", from: found)
        }
    }

    func number(_ input: DerivationInput) -> Double {
        if case .result(let key) = input.origin { builder[key]?.number ?? 0 } else { 0 }
    }
}
