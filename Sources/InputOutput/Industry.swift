/// A row and column of an input-output table: a sector, or a product, of an area.
public struct Industry: Hashable, Sendable, Codable {
    /// The area, such as a country or province; empty in a table of one area.
    public let area: String
    /// The sector or product.
    public let sector: String

    /// Names an industry.
    public init(area: String = "", sector: String) {
        self.area = area
        self.sector = sector
    }
}

/// A column of final demand: a category of an area.
public struct DemandCategory: Hashable, Sendable, Codable {
    /// The area that consumes; empty in a table of one area.
    public let area: String
    /// What the demand is for, such as households or capital formation.
    public let category: String

    /// Names a column.
    public init(area: String = "", category: String) {
        self.area = area
        self.category = category
    }
}
