import Spreadsheets
import StatisticalData
import TargetTracking

/// The rules of a five-year assessment as their file tells them; an empty value is a rule that is not known.
struct AssessmentRulesFile: Codable, Hashable, Sendable {
    let rows: [Row]

    /// The rules there are.
    enum Rule: String, Codable, CaseIterable, Sendable {
        case annualBest = "annual-best"
        case annualStep = "annual-step"
        case annualAreas = "annual-areas"
        case pointsPerSatisfied = "points-per-satisfied"
        case missedShare = "missed-share"
        case deductedOnceMoreFrom = "deducted-once-more-from"
        case unqualifiedFrom = "unqualified-from"
        case incidentDeduction = "incident-deduction"
        case incidentLimit = "incident-limit"
        case limitExcellent = "limit-excellent"
        case limitGood = "limit-good"
        case limitQualified = "limit-qualified"

        /// Whether the value counts areas or targets.
        var isCount: Bool { [.annualAreas, .deductedOnceMoreFrom, .unqualifiedFrom].contains(self) }
    }

    struct Row: Codable, Hashable, Sendable {
        let rule: Rule
        let name: LocalisedText
        let value: Double?
        let trust: Trust
        let source: Source.ID?
        let note: LocalisedText?
        let place: Place

        /// The rule as an input of a formula.
        func input(_ role: String) -> DerivationInput? {
            value.map { value in
                DerivationInput(
                    role,
                    .declared(
                        .init(.number(value), unit: .one, trust: trust, source: source, note: note, place: place)))
            }
        }
    }

    init(
        _ bytes: [UInt8], file: String, source: Source?, into collector: inout FaultCollector
    ) throws(Faults) {
        let table = try CSVTable(
            bytes, file: file, required: ["id", "name_en", "name_zh", "value"], optional: ["trust", "note", "note_zh"])
        collector.add(contentsOf: table.faults)
        var seen: Set<Rule> = []
        rows = table.rows.compactMap { row in
            _ = row.required("id", into: &collector)
            let value = row.number("value", into: &collector)?.value
            let trust = row.word("trust", Trust.self, into: &collector)
            guard let rule = row.word("id", Rule.self, into: &collector) else { return nil }
            if !seen.insert(rule).inserted { collector.add(.assessmentDuplicate(rule.rawValue, at: row.place("id"))) }
            if let value, rule.isCount, value != value.rounded() || abs(value) > 1e6 {
                collector.add(.csvMalformed(.integer, row["value"] ?? "", at: row.place("value")))
            }
            return Row(
                rule: rule, name: LocalisedText(en: row["name_en"] ?? "", zh: row["name_zh"] ?? ""), value: value,
                trust: trust ?? source?.trust ?? .unverified, source: source?.id,
                note: LocalisedText(en: row["note"], zh: row["note_zh"]), place: row.place("value"))
        }
    }

    func row(_ rule: Rule) -> Row? { rows.first { $0.rule == rule } }

    /// How many areas are ranked in a year.
    var rankedAreas: Int? { row(.annualAreas)?.value.flatMap { Int(exactly: $0) } }

    /// The rules for the method; limits of grades only when all three are known.
    var rules: TargetAssessment.Rules {
        func value(_ rule: Rule) -> Double? { row(rule)?.value }
        var rules = TargetAssessment.Rules()
        rules.annualBest = value(.annualBest)
        rules.annualStep = value(.annualStep)
        rules.pointsPerSatisfied = value(.pointsPerSatisfied)
        rules.missedShare = value(.missedShare)
        rules.deductedOnceMoreFrom = value(.deductedOnceMoreFrom).flatMap { Int(exactly: $0) }
        rules.unqualifiedFrom = value(.unqualifiedFrom).flatMap { Int(exactly: $0) }
        rules.incidentDeduction = value(.incidentDeduction)
        rules.incidentLimit = value(.incidentLimit)
        if let excellent = value(.limitExcellent), let good = value(.limitGood), let qualified = value(.limitQualified)
        {
            rules.gradeLimits = .init(excellent: excellent, good: good, qualified: qualified)
        }
        return rules
    }
}
