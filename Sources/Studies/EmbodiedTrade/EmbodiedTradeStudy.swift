import Declarations
public import StatisticalData

/// A declared study of trade: jobs and value added of a region in what leaves it, for the rest of the nation and abroad.
public struct EmbodiedTradeStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date; this kind reads none of its figures.
    public var asKnownOn: KnownDate?
    /// The table and how the region is estimated from it.
    public let table: RegionalTableChoice
    /// How much of its output a sector of the region sends abroad, as a multiple of what the nation's sector does: the split
    /// of what leaves into abroad and the rest of the nation, which no table of the region tells.
    public let abroad: Estimate

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case table
        case abroad
    }
}

extension Schema {
    /// The keys of a study of embodied trade.
    static let embodiedTrade = Schema.study([.required("table", .regionalTable), .required("abroad", .estimate)])
}

/// What a reader of a study of embodied trade needs beside its values.
public struct EmbodiedTradeDetail: Codable, Hashable, Sendable {
    /// The year of the table.
    public let year: Int
    /// The items of the sectors.
    public let sectors: [String]
    /// The items of the groups in which charts show them.
    public let groups: [String]
    /// The items of what output is for: final demand at home, the rest of the nation, abroad.
    public let uses: [String]
    /// The sectors of which the region would use more than it makes.
    public let short: [String]
    /// The deltas tried.
    public let deltas: [Double]
    /// The delta of the values.
    public let delta: Double
    /// How much is sent abroad, as a multiple of what the nation's sectors do.
    public let abroad: Estimate
}
