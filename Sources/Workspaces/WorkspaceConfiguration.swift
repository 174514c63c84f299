import Declarations
public import StatisticalData

/// What `greenprint.yaml` says of a workspace.
public struct WorkspaceConfiguration: Codable, Hashable, Sendable {
    /// The name.
    public let name: LocalisedText
    /// The area it is about.
    public let area: Area.ID
    /// The languages, the preferred one first. Pages are always written in both.
    public let languages: [Language]?
    /// The studies that are the main chapters of the report, in their order; the others follow.
    public let chapters: [String]?
    /// The dates between which the report tells what revisions changed; no such page without them.
    public let revisions: Revisions?

    /// The date on which the report tells what is due; without it the latest date of the figures used.
    public let due: KnownDate?

    /// Two dates to compare.
    public struct Revisions: Codable, Hashable, Sendable {
        /// The earlier date.
        public let from: KnownDate
        /// The later date; without it the newest figures are taken.
        public let to: KnownDate?
    }

    static let schema = Schema.mapping([
        .required("name", .localisedText), .required("area", .text),
        .optional("languages", .list(.word(Language.allCases.map(\.rawValue)))), .optional("chapters", .list(.text)),
        .optional("revisions", .mapping([.required("from", .date), .optional("to", .date)])),
        .optional("due", .date),
    ])
}
