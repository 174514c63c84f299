/// A statistical area: a country, a province, a city.
public struct Area: Hashable, Sendable, Codable, Identifiable {
    /// The code of an area; in China the six digits of GB/T 2260.
    public typealias ID = Identifier<Area>

    /// The code the workspace uses.
    public let id: ID
    /// The area this one is a part of; `nil` at the top.
    public let parent: ID?
    /// The level, a word such as `country`, `province`, `prefecture-city`.
    public let level: String
    /// The full name.
    public let name: LocalisedText
    /// The name in charts and dense tables.
    public let shortName: LocalisedText
    /// Six digits of the Chinese standard GB/T 2260.
    public let gb2260: String?
    /// Code of ISO 3166-1 alpha-2 or ISO 3166-2.
    public let iso3166: String?
    /// Whether the area has a sea coast; `nil` when not stated.
    public let isCoastal: Bool?

    /// Makes an area.
    public init(
        id: ID, parent: ID?, level: String, name: LocalisedText, shortName: LocalisedText,
        gb2260: String? = nil, iso3166: String? = nil, isCoastal: Bool? = nil
    ) {
        self.id = id
        self.parent = parent
        self.level = level
        self.name = name
        self.shortName = shortName
        self.gb2260 = gb2260
        self.iso3166 = iso3166
        self.isCoastal = isCoastal
    }
}
