import Declarations
public import StatisticalData

/// A declared measure of progress after the Green Economy Progress framework: a list of indicators, the targets of plans
/// they are to reach, and the year looked at.
public struct GreenEconomyProgressStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The path of the list in the workspace.
    public let framework: String
    /// The targets of plans, by indicator of the list.
    public let targets: TargetLinks
    /// The year looked at.
    public let year: Int
    /// The most that the progress of an indicator counts for.
    public let cap: Double?
    /// Indicators of the ledger whose figures are shown beside, by indicator of the list.
    public let figures: [String: Indicator.ID]?

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case framework
        case targets
        case year
        case cap
        case figures
    }
}

extension Schema {
    /// The keys of a measure of progress.
    static let greenEconomyProgress = Schema.study([
        .required("framework", .text), .required("targets", .targetLinks), .required("year", .integer),
        .optional("cap", .number), .optional("figures", .dictionary(.text)),
    ])
}

/// What a reader of a measure of progress needs beside its values.
public struct GreenEconomyProgressDetail: Codable, Hashable, Sendable {
    /// The item of the index.
    public let index: String
    /// The indicators, in order.
    public let indicators: [Row]
    /// The year looked at.
    public let year: Int
    /// Whether the formula is the official one.
    public let isOfficialFormula: Bool

    /// An indicator.
    public struct Row: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// Whether it stands on the dashboard.
        public let isDashboard: Bool
        /// The target of a plan; `nil` where none is linked.
        public let plan: PlanTarget?
        /// A remark.
        public let note: LocalisedText?
    }
}
