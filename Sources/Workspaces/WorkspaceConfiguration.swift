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

    static let schema = Schema.mapping([
        .required("name", .localisedText), .required("area", .text),
        .optional("languages", .list(.word(Language.allCases.map(\.rawValue)))), .optional("chapters", .list(.text)),
    ])
}
