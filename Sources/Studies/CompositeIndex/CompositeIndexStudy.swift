import Declarations
public import StatisticalData

/// A declared composite index: a framework, where its scores are observed, and what to compare the index with.
public struct CompositeIndexStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The tree with its weights.
    public let framework: FrameworkReference
    /// The indicator that holds the score of an element, by element.
    public let observed: [String: Indicator.ID]
    /// What is read of an indicator, such as its annual change, by element; its level unless named.
    public let transformations: [String: Transformation]?
    /// The areas compared.
    public let areas: AreaSelection
    /// The period.
    public let period: Period
    /// Published figures the index is compared with.
    public let compare: Comparison?
    /// Indicators shown beside the index and outside of it.
    public let beside: [Indicator.ID]?
    /// What a reader must know of the study beside the rules of the method.
    public let assumptions: [LocalisedText]?
    /// What is done to the observed figures before they are combined; without it they are scores already.
    public let steps: Steps?
    /// The rules of the annual evaluation for indicators an area cannot have; in place of steps.
    public let rules: Rules?
    /// What is varied to tell how sure the ranks are.
    public let uncertainty: Uncertainty?
    /// What is looked at to tell how the home area could gain places.
    public let lift: Lift?
    /// Further periods of the same index.
    public let panel: Panel?

    /// A framework file and what its classes weigh.
    public struct FrameworkReference: Codable, Hashable, Sendable {
        /// The path in the workspace.
        public let file: String
        /// The weight of an indicator by its class.
        public let classWeights: [String: Double]?
        /// What all weights must add up to.
        public let totalWeight: Double?
        /// The set of weights, as of a level of government: the column `weight:NAME`. Rows it leaves empty take their
        /// class or their general weight.
        public let weights: String?

        enum CodingKeys: String, CodingKey {
            case file
            case classWeights = "class-weights"
            case totalWeight = "total-weight"
            case weights
        }
    }

    /// Published figures to compare with.
    public struct Comparison: Codable, Hashable, Sendable {
        /// The indicator with the published index.
        public let score: Indicator.ID
        /// The indicator with the published rank.
        public let rank: Indicator.ID?
        /// The largest difference that rounding of the published figures explains.
        public let tolerance: Double
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case framework
        case observed
        case transformations
        case areas
        case period
        case compare
        case beside
        case assumptions
        case steps
        case rules
        case uncertainty
        case lift
        case panel
    }
}

extension Schema {
    /// The keys of a composite index.
    static let compositeIndex = Schema.study([
        .required(
            "framework",
            .mapping([
                .required("file", .text), .optional("class-weights", .dictionary(.number)),
                .optional("total-weight", .number), .optional("weights", .text),
            ])),
        .required("observed", .dictionary(.text)),
        .optional("transformations", .dictionary(.word(Transformation.allCases.map(\.rawValue)))),
        .required("areas", .areaSelection),
        .required("period", .period),
        .optional(
            "compare",
            .mapping([.required("score", .text), .optional("rank", .text), .required("tolerance", .number)])),
        .optional("beside", .list(.text)),
        .optional("assumptions", .list(.localisedText)),
        .optional("steps", .indexSteps),
        .optional("rules", .indexRules),
        .optional("uncertainty", .indexUncertainty),
        .optional("lift", .indexLift),
        .optional("panel", .indexPanel),
    ])
}
