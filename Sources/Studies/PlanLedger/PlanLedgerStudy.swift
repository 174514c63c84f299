import Declarations
public import StatisticalData

/// A declared plan ledger: the targets of a plan against what the ledger holds.
public struct PlanLedgerStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// Where the targets are.
    public let targets: TargetsReference
    /// Dates for which the progress is told as it was known then.
    public let earlierViews: [KnownDate]?

    /// A file of targets and the plan taken from it.
    public struct TargetsReference: Codable, Hashable, Sendable {
        /// The path in the workspace.
        public let file: String
        /// The plan's code in the column `plan`.
        public let plan: String
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case targets
        case earlierViews = "earlier-views"
    }
}

extension Schema {
    /// The keys of a plan ledger.
    static let planLedger = Schema.study([
        .required("targets", .mapping([.required("file", .text), .required("plan", .text)])),
        .optional("earlier-views", .list(.date)),
    ])
}
