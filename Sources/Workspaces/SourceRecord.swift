import Declarations
import StatisticalData

/// The record beside a file of figures: the sources it cites and what its empty cells mean.
struct SourceRecord: Codable, Sendable {
    let sources: [Entry]
    let defaults: Defaults?
    let note: LocalisedText?
    /// The number of rows the batch must have; guards against a file cut off at a line.
    let rows: Int?
    /// The SHA-256 the batch must have.
    let sha256: String?
    /// The files of a folder of tables; `nil` for the record of one file.
    let files: [TableFile]?

    /// The ending of record files.
    static let ending = ".source.yaml"

    struct Entry: Codable, Sendable {
        let id: String
        let publisher: LocalisedText
        let title: LocalisedText
        let address: String?
        let licence: LocalisedText
        let published: KnownDate?
        let retrieved: KnownDate?
        let trust: Trust
        let note: LocalisedText?
    }

    struct Defaults: Codable, Sendable {
        let source: String?
        let knownOn: KnownDate?
        let revision: Revision?
        let trust: Trust?
        let transformation: Transformation?

        enum CodingKeys: String, CodingKey {
            case source
            case knownOn = "known-on"
            case revision
            case trust
            case transformation
        }
    }

    /// A file of a folder of tables.
    struct TableFile: Codable, Sendable {
        /// Its name in the folder.
        let name: String
        /// The source of its figures; `nil` takes that of the defaults.
        let source: String?
        /// The SHA-256 it must have.
        let sha256: String?
    }

    private static let trusts = Trust.allCases.map(\.rawValue)

    private static let keys: [Schema.Key] = [
        .required(
            "sources",
            .list(
                .mapping([
                    .required("id", .text), .required("publisher", .localisedText), .required("title", .localisedText),
                    .optional("address", .text), .required("licence", .localisedText), .optional("published", .date),
                    .optional("retrieved", .date), .required("trust", .word(trusts)), .optional("note", .localisedText),
                ]))),
        .optional(
            "defaults",
            .mapping([
                .optional("source", .text), .optional("known-on", .date),
                .optional("revision", .word(Revision.allCases.map(\.rawValue))), .optional("trust", .word(trusts)),
                .optional("transformation", .word(Transformation.allCases.map(\.rawValue))),
            ])),
        .optional("note", .localisedText), .optional("rows", .integer), .optional("sha256", .text),
    ]

    private static let tableFiles = Schema.list(
        .mapping([.required("name", .text), .optional("source", .text), .optional("sha256", .text)]))

    /// Reads a record.
    ///
    /// - Parameter isOfFolder: whether it stands beside a folder of tables, whose files it lists.
    init(_ text: String, file: String, isOfFolder: Bool = false) throws(Faults) {
        let schema = Schema.mapping(Self.keys + (isOfFolder ? [.required("files", Self.tableFiles)] : []))
        self = try Declaration(text, file: file).decode(SourceRecord.self, schema: schema)
    }
}

extension Source {
    /// A source from its entry in a record.
    init(_ entry: SourceRecord.Entry) {
        self.init(
            id: Source.ID(entry.id), publisher: entry.publisher, title: entry.title, address: entry.address,
            licence: entry.licence, published: entry.published, retrieved: entry.retrieved, trust: entry.trust,
            note: entry.note)
    }
}
