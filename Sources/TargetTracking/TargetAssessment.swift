/// The five-year assessment of ecological civilisation targets: points for targets met, for the annual evaluations and
/// for public satisfaction, less deductions, and a grade.
///
/// What is not known stays open: every total is an interval from the points that are certain to those still possible,
/// and a grade is given only where the whole interval falls into one. Rules that could not be read are empty in
/// ``Rules-swift.struct``; nothing is put in their place.
///
/// Source: measures of 2016 (厅字〔2016〕45号) and notice 发改环资〔2016〕2635号, annex 2. The composition of 100 points, the
/// four grades and "falsified data: unqualified" were read; points of the targets and deductions are not verified.
public struct TargetAssessment: Hashable, Sendable, Codable {
    /// The grades, best first.
    public enum Grade: String, Hashable, Sendable, Codable, CaseIterable {
        /// 优秀.
        case excellent
        /// 良好.
        case good
        /// 合格.
        case qualified
        /// 不合格.
        case unqualified
    }

    /// What is known of a target.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// The target is met.
        case met
        /// It is missed.
        case missed
        /// The figures do not decide it.
        case unknown
        /// The area cannot have it.
        case notApplicable = "not applicable"
    }

    /// A target with its points.
    public struct Item: Hashable, Sendable, Codable {
        /// The code.
        public let id: String
        /// The points of the target; 0 or more.
        public let points: Double
        /// Whether missing it has consequences beyond its points.
        public let isBinding: Bool
        /// What is known of it.
        public let outcome: Outcome

        /// Makes an item.
        public init(id: String, points: Double, isBinding: Bool, outcome: Outcome) {
            self.id = id
            self.points = points
            self.isBinding = isBinding
            self.outcome = outcome
        }
    }

    /// The annual evaluations within the five years.
    public struct AnnualEvaluation: Hashable, Sendable, Codable {
        /// The points of all years together.
        public let points: Double
        /// The rank of each year, best 1; `nil` where it is not known.
        public let ranks: [Int?]
        /// How many areas are ranked; `nil` where it is not known.
        public let areas: Int?

        /// Makes the evaluations.
        public init(points: Double, ranks: [Int?], areas: Int?) {
            self.points = points
            self.ranks = ranks
            self.areas = areas
        }
    }

    /// The rules on points; `nil` is a rule that is not known.
    public struct Rules: Hashable, Sendable, Codable {
        /// Points of the first rank in a year, and how many fewer for each rank below it.
        public var annualBest: Double?
        /// See `annualBest`.
        public var annualStep: Double?
        /// Points for each per cent of satisfied people.
        public var pointsPerSatisfied: Double?
        /// Points of a target missed, as a share of its points; between 0 and 1.
        public var missedShare: Double?
        /// From how many binding targets missed on their points are deducted once more.
        public var deductedOnceMoreFrom: Int?
        /// From how many binding targets missed on the grade is `unqualified`.
        public var unqualifiedFrom: Int?
        /// Points deducted for an incident.
        public var incidentDeduction: Double?
        /// The most that incidents deduct.
        public var incidentLimit: Double?
        /// The lowest points of each grade but the last.
        public var gradeLimits: GradeLimits?

        /// Makes rules of which nothing is known.
        public init() {}
    }

    /// The lowest points of the grades.
    public struct GradeLimits: Hashable, Sendable, Codable {
        /// From here on `excellent`.
        public let excellent: Double
        /// From here on `good`.
        public let good: Double
        /// From here on `qualified`.
        public let qualified: Double

        /// Makes limits.
        public init(excellent: Double, good: Double, qualified: Double) {
            self.excellent = excellent
            self.good = good
            self.qualified = qualified
        }

        /// The grade of a number of points.
        public func grade(of points: Double) -> Grade {
            if points >= excellent { return .excellent }
            if points >= good { return .good }
            return points >= qualified ? .qualified : .unqualified
        }
    }

    /// The targets.
    public let items: [Item]
    /// The annual evaluations.
    public let annual: AnnualEvaluation
    /// The points of public satisfaction.
    public let satisfactionPoints: Double
    /// The share of people satisfied, per cent; `nil` where it is not known.
    public let satisfied: Double?
    /// The number of grave incidents; `nil` where it is not known.
    public let incidents: Int?
    /// Whether data were falsified; `nil` where it is not known.
    public let isFalsified: Bool?
    /// The rules.
    public let rules: Rules

    /// Makes an assessment.
    public init(
        items: [Item], annual: AnnualEvaluation, satisfactionPoints: Double, satisfied: Double?, incidents: Int?,
        isFalsified: Bool?, rules: Rules
    ) {
        self.items = items
        self.annual = annual
        self.satisfactionPoints = satisfactionPoints
        self.satisfied = satisfied
        self.incidents = incidents
        self.isFalsified = isFalsified
        self.rules = rules
    }
}
