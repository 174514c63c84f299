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
    /// The areas compared.
    public let areas: AreaSelection
    /// The period.
    public let period: Period
    /// Published figures the index is compared with.
    public let compare: Comparison?
    /// Indicators shown beside the index and outside of it.
    public let beside: [Indicator.ID]?

    /// A framework file and what its classes weigh.
    public struct FrameworkReference: Codable, Hashable, Sendable {
        /// The path in the workspace.
        public let file: String
        /// The weight of an indicator by its class.
        public let classWeights: [String: Double]?
        /// What all weights must add up to.
        public let totalWeight: Double?

        enum CodingKeys: String, CodingKey {
            case file
            case classWeights = "class-weights"
            case totalWeight = "total-weight"
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
        case areas
        case period
        case compare
        case beside
    }
}

extension Schema {
    /// The keys of a composite index.
    static let compositeIndex = Schema.study([
        .required(
            "framework",
            .mapping([
                .required("file", .text), .optional("class-weights", .dictionary(.number)),
                .optional("total-weight", .number),
            ])),
        .required("observed", .dictionary(.text)),
        .required("areas", .areaSelection),
        .required("period", .period),
        .optional(
            "compare",
            .mapping([.required("score", .text), .optional("rank", .text), .required("tolerance", .number)])),
        .optional("beside", .list(.text)),
    ])
}

/// What a reader of a composite index needs beside its values.
public struct CompositeIndexDetail: Codable, Hashable, Sendable {
    /// The item of the index itself.
    public let index: String
    /// The items whose scores were observed and combined.
    public let components: [String]
    /// Items shown beside the index.
    public let beside: [String]
    /// The areas compared.
    public let areas: [Area.ID]
    /// The area that stands for all of them.
    public let whole: Area.ID
    /// The area that leads.
    public let leader: Area.ID?
    /// The period.
    public let period: Period
    /// The largest difference from the published index that rounding explains.
    public let tolerance: Double?
}
