/// What can be wrong with a five-year assessment.
public enum TargetAssessmentFault: Error, Hashable, Sendable {
    /// Points that are no number, or less than zero.
    case invalidPoints(item: String)
    /// Two items with one code.
    case duplicateItem(String)
    /// A rank below 1, or beyond the number of areas; the position among the years.
    case rankOutOfRange(year: Int)
    /// The points of the first rank, times the years, are not the points of the annual evaluations.
    case annualPointsDoNotSum(found: Double, expected: Double)
    /// A share of satisfied people outside of 0 to 100, or worth more than the points there are.
    case satisfactionOutOfRange
    /// Fewer than no incidents.
    case negativeIncidents
    /// A rule that is no sensible number: a share outside of 0 to 1, a deduction below zero, a count below 1.
    case invalidRule(Rule)

    /// The rules that can be wrong.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// Points of ranks.
        case annual
        /// Points for satisfied people.
        case satisfaction
        /// Points of a target missed.
        case missed
        /// Consequences of binding targets missed.
        case binding
        /// Deductions for incidents.
        case incidents
        /// Limits of grades, which must fall from `excellent` on.
        case grades
    }
}

extension TargetAssessment {
    /// Everything wrong with the assessment; totals and grade of one at fault mean nothing.
    public func faults() -> [TargetAssessmentFault] {
        var faults: [TargetAssessmentFault] = []
        var seen: Set<String> = []
        for item in items {
            if !seen.insert(item.id).inserted { faults.append(.duplicateItem(item.id)) }
            if !Self.isAmount(item.points) { faults.append(.invalidPoints(item: item.id)) }
        }
        if !Self.isAmount(annual.points) { faults.append(.invalidPoints(item: "annual-evaluation")) }
        if !Self.isAmount(satisfactionPoints) { faults.append(.invalidPoints(item: "public-satisfaction")) }
        for (year, rank) in annual.ranks.enumerated() {
            if let rank, rank < 1 || rank > (annual.areas ?? .max) { faults.append(.rankOutOfRange(year: year)) }
        }
        if let best = rules.annualBest, abs(best * Double(annual.ranks.count) - annual.points) > 1e-9 {
            faults.append(
                .annualPointsDoNotSum(found: best * Double(annual.ranks.count), expected: annual.points))
        }
        if let satisfied {
            let worth = (rules.pointsPerSatisfied ?? 0) * satisfied
            let isSound = (0...100).contains(satisfied) && worth <= satisfactionPoints * (1 + 1e-9)
            if !isSound { faults.append(.satisfactionOutOfRange) }
        }
        if let incidents, incidents < 0 { faults.append(.negativeIncidents) }
        return faults + rules.faults.map { .invalidRule($0) }
    }

    static func isAmount(_ number: Double?) -> Bool {
        number.map { $0 >= 0 && $0.isFinite } ?? true
    }
}

extension TargetAssessment.Rules {
    fileprivate var faults: [TargetAssessmentFault.Rule] {
        func isAmount(_ number: Double?) -> Bool { TargetAssessment.isAmount(number) }
        func isCount(_ number: Int?) -> Bool { number.map { $0 >= 1 } ?? true }
        let limits: [Double] = gradeLimits.map { [$0.excellent, $0.good, $0.qualified] } ?? [3, 2, 1]
        let areSound: [TargetAssessmentFault.Rule: Bool] = [
            .annual: isAmount(annualBest) && isAmount(annualStep), .satisfaction: isAmount(pointsPerSatisfied),
            .missed: missedShare.map { (0...1).contains($0) } ?? true,
            .binding: isCount(deductedOnceMoreFrom) && isCount(unqualifiedFrom),
            .incidents: isAmount(incidentDeduction) && isAmount(incidentLimit),
            .grades: limits[0] > limits[1] && limits[1] > limits[2] && limits.allSatisfy(\.isFinite),
        ]
        return TargetAssessmentFault.Rule.allCases.filter { areSound[$0] == false }
    }
}
