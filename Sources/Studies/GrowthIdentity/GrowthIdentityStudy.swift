import Declarations
public import StatisticalData

/// A declared growth identity: changes of a ratio and of its numerator, year by year and area by area.
///
/// With energy use as numerator and energy use per unit of GDP as ratio, the growth of GDP follows:
/// 1 + growth = (1 + numerator) / (1 + ratio).
public struct GrowthIdentityStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The indicator that is the ratio.
    public let ratio: Indicator.ID
    /// The indicator that is its numerator.
    public let numerator: Indicator.ID
    /// The indicator with the published growth of the denominator.
    public let publishedGrowth: Indicator.ID?
    /// The areas compared.
    public let areas: AreaSelection
    /// The years.
    public let years: Years
    /// The areas the workspace's own is compared with.
    public let peers: [Area.ID]?

    /// A range of years.
    public struct Years: Codable, Hashable, Sendable {
        /// The first year whose change counts.
        public let from: Int
        /// The last one.
        public let to: Int
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case ratio
        case numerator
        case publishedGrowth = "published-growth"
        case areas
        case years
        case peers
    }
}

extension Schema {
    /// The keys of a growth identity.
    static let growthIdentity = Schema.study([
        .required("ratio", .text), .required("numerator", .text), .optional("published-growth", .text),
        .required("areas", .areaSelection),
        .required("years", .mapping([.required("from", .integer), .required("to", .integer)])),
        .optional("peers", .list(.text)),
    ])
}

/// What a reader of a growth identity needs beside its values.
public struct GrowthIdentityDetail: Codable, Hashable, Sendable {
    /// The item of the ratio.
    public let item: String
    /// The item of its numerator.
    public let numerator: String
    /// The areas compared.
    public let areas: [Area.ID]
    /// The areas the workspace's own is compared with.
    public let peers: [Area.ID]
    /// The area that stands for all of them.
    public let whole: Area.ID
    /// The years.
    public let years: [Int]
}
