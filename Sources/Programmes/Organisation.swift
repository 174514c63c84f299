public import StatisticalData

/// An organisation that takes part in a programme.
public struct Organisation: Hashable, Sendable, Identifiable {
    /// The slug of an organisation, such as `unep`.
    public typealias ID = Identifier<Organisation>

    /// The slug.
    public let id: ID
    /// The short name, such as `UNEP`.
    public let acronym: String
    /// The name.
    public let name: LocalisedText
    /// The code of IATI's list OrganisationType: 10 government, 11 local government, 40 multilateral, 80 academic ...
    public let type: Int
    /// The level, a word such as `international`, `national`, `provincial`, `city`.
    public let level: String
    /// The identifier other registers know it by, such as `XM-DAC-41116`; `nil` when there is none.
    public let identifier: String?
    /// What it does in the programme.
    public let role: LocalisedText?
    /// How far the row can be trusted.
    public let trust: Trust
    /// Where it was read.
    public let place: Place

    /// Makes an organisation.
    public init(
        id: ID, acronym: String, name: LocalisedText, type: Int, level: String, identifier: String?,
        role: LocalisedText?, trust: Trust, place: Place
    ) {
        self.id = id
        self.acronym = acronym
        self.name = name
        self.type = type
        self.level = level
        self.identifier = identifier
        self.role = role
        self.trust = trust
        self.place = place
    }
}
