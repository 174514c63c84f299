import StatisticalData
import TargetTracking

extension TargetAssessmentComputation {
    /// The parts of the whole: groups, annual evaluations, satisfaction.
    private var parts: [String] {
        inputs.file.rows.filter { [.group, .annual, .satisfaction].contains($0.kind) }.map(\.id)
    }

    private var deductions: [String] {
        [Target.Nature.binding.rawValue] + inputs.file.rows(of: .incidents).map(\.id)
    }

    /// Points before and after deductions. What is certain supposes the most that may be deducted, what is possible
    /// the least.
    mutating func addTotals() {
        let item = Self.whole
        let total = method.total
        for (measure, source) in [
            ("points", "points"), ("earned-certain", "points-certain"), ("earned-possible", "points-possible"),
        ] {
            let found = parts.compactMap { result("p(\($0))", $0, source) }
            add(item, measure, found.reduce(0) { $0 + number($1) }, "formula-sum", "Σ p", from: found)
        }
        let sums: [(String, Double?, String, String)] = [
            ("points-certain", total.certain, "earned-certain", "deduction-possible"),
            ("points-possible", total.possible, "earned-possible", "deduction-certain"),
        ]
        for (measure, value, earned, deduction) in sums {
            guard let value, let start = result("e", item, earned) else { continue }
            add(
                item, measure, value, "formula-less-deductions", "e − Σ d",
                from: [start] + deductions.compactMap { result("d(\($0))", $0, deduction) })
        }
        if total.certain == nil { builder.note(Notice("notice-assessment-no-lowest", item: item)) }
    }

    /// The grade, or that it cannot be told, with what stands in the way.
    mutating func addGrade() {
        let item = Self.whole
        var grounds = [
            result("l", item, "points-certain"), result("h", item, "points-possible"),
            result("m", Target.Nature.binding.rawValue, "missed-certain"),
        ]
        let limits: [(AssessmentRulesFile.Rule, String)] = [
            (.unqualifiedFrom, "k"), (.limitExcellent, "g₁"), (.limitGood, "g₂"), (.limitQualified, "g₃"),
        ]
        grounds += limits.map { inputs.rules.row($0)?.input($1) }
        if let falsified = inputs.study.falsified {
            let word = DerivationInput.Declared(.word(falsified ? "yes" : "no"), place: inputs.places.falsified)
            grounds.append(DerivationInput("f", .declared(word)))
        }
        let word: String
        switch method.grade {
        case .decided(let grade, let ground):
            word = grade.rawValue
            builder.note(Notice("notice-grade-by-" + Self.slug(ground.rawValue), item: item))
        case .undetermined(let open):
            word = "undetermined"
            for reason in open { builder.note(Notice("notice-grade-open-" + Self.slug(reason.rawValue), item: item)) }
        }
        builder.add(
            key(item, "grade"), .word(word), unit: nil, formula: "formula-grade", "[l, h] → g",
            from: grounds.compactMap { $0 })
    }

    private static func slug(_ words: String) -> String {
        words.split(separator: " ").joined(separator: "-")
    }
}
