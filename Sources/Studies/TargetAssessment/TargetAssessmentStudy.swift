import Declarations
public import StatisticalData

/// A declared five-year assessment of ecological civilisation targets: a list of targets with points, the rules on them,
/// and where the workspace tells whether they were met.
public struct TargetAssessmentStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The list and its rules.
    public let framework: AssessmentReference
    /// The targets of plans that decide the items.
    public let targets: TargetLinks
    /// The years assessed.
    public let years: GrowthIdentityStudy.Years
    /// The indicator with the rank of each annual evaluation.
    public let rank: Indicator.ID
    /// The indicator with the share of people satisfied in the last year assessed.
    public let satisfaction: Indicator.ID?
    /// The number of grave incidents, where it is known.
    public let incidents: Int?
    /// Whether data were falsified, where it is known.
    public let falsified: Bool?
    /// Items that the area cannot have.
    public let notApplicable: [String]?

    /// The files of a framework.
    public struct AssessmentReference: Codable, Hashable, Sendable {
        /// The path of the list.
        public let file: String
        /// The path of the rules.
        public let rules: String
        /// Whose points are taken: `inland` for the column `points_inland`; coastal ones without it.
        public let points: Variant?
        /// What all points must add up to.
        public let totalPoints: Double?

        /// Areas with points of their own.
        public enum Variant: String, Codable, CaseIterable, Sendable {
            /// Areas with a coast.
            case coastal
            /// Areas without one.
            case inland
        }

        enum CodingKeys: String, CodingKey {
            case file
            case rules
            case points
            case totalPoints = "total-points"
        }
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case framework
        case targets
        case years
        case rank
        case satisfaction
        case incidents
        case falsified
        case notApplicable = "not-applicable"
    }
}

extension Schema {
    /// The keys of a five-year assessment.
    static let targetAssessment = Schema.study([
        .required(
            "framework",
            .mapping([
                .required("file", .text), .required("rules", .text),
                .optional(
                    "points",
                    .word(TargetAssessmentStudy.AssessmentReference.Variant.allCases.map(\.rawValue))),
                .optional("total-points", .number),
            ])),
        .required("targets", .targetLinks),
        .required("years", .mapping([.required("from", .integer), .required("to", .integer)])),
        .required("rank", .text), .optional("satisfaction", .text), .optional("incidents", .integer),
        .optional("falsified", .boolean),
        .optional("not-applicable", .list(.text)),
    ])
}

/// What a reader of a five-year assessment needs beside its values.
public struct TargetAssessmentDetail: Codable, Hashable, Sendable {
    /// The item of the whole.
    public let whole: String
    /// The groups of targets, in order.
    public let groups: [Group]
    /// The item of the annual evaluations.
    public let annual: String
    /// The item of public satisfaction.
    public let satisfaction: String
    /// The item of incidents.
    public let incidents: String
    /// The rules, in order.
    public let rules: [Rule]
    /// The years assessed.
    public let years: [Int]
    /// The period of totals.
    public let period: Period

    /// A group of targets.
    public struct Group: Codable, Hashable, Sendable {
        /// The item of the group.
        public let item: String
        /// Its targets.
        public let targets: [Target]
    }

    /// A target.
    public struct Target: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// Whether it is binding.
        public let isBinding: Bool
        /// The target of a plan that decides it; `nil` where there is none.
        public let plan: PlanTarget?
    }

    /// A rule with its value.
    public struct Rule: Codable, Hashable, Sendable {
        /// The name.
        public let name: LocalisedText
        /// The value; `nil` when it is not known.
        public let value: Double?
        /// How far it can be trusted.
        public let trust: Trust
        /// A remark.
        public let note: LocalisedText?
        /// The row.
        public let place: Place
    }
}
