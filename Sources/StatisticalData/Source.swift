/// Who published figures, where, under what terms: the record every observation leads back to.
public struct Source: Hashable, Sendable, Codable, Identifiable {
    /// The slug of a source.
    public typealias ID = Identifier<Source>

    /// The slug.
    public let id: ID
    /// The office, newspaper or site.
    public let publisher: LocalisedText
    /// What the document is.
    public let title: LocalisedText
    /// The web address; `nil` when none is known.
    public let address: String?
    /// The terms of use.
    public let licence: LocalisedText
    /// The date of publication.
    public let published: KnownDate?
    /// The date it was read; `nil` when it was not recorded.
    public let retrieved: KnownDate?
    /// How far it can be trusted.
    public let trust: Trust
    /// What else is to be known.
    public let note: LocalisedText?

    /// Makes a source record.
    public init(
        id: ID, publisher: LocalisedText, title: LocalisedText, address: String?, licence: LocalisedText,
        published: KnownDate?, retrieved: KnownDate?, trust: Trust, note: LocalisedText?
    ) {
        self.id = id
        self.publisher = publisher
        self.title = title
        self.address = address
        self.licence = licence
        self.published = published
        self.retrieved = retrieved
        self.trust = trust
        self.note = note
    }
}
