/// An area under protection.
public struct Zone: Hashable, Sendable {
    /// The identifier, unique on a map.
    public var id: String
    /// The class of control, such as `I` and `II`.
    public var zoneClass: String
    /// What kind of area it is, such as wetland.
    public var type: String?
    /// What it is protected for, in words.
    public var function: String?
    /// A measure of the function, where more is better.
    public var functionValue: Double?
    /// The city or county that answers for it.
    public var city: String?
    /// The rule by which it is protected.
    public var legalBasis: String?
    /// What it covers.
    public var shape: Shape

    /// Makes a zone.
    public init(
        id: String, zoneClass: String, type: String? = nil, function: String? = nil, functionValue: Double? = nil,
        city: String? = nil, legalBasis: String? = nil, shape: Shape
    ) {
        self.id = id
        self.zoneClass = zoneClass
        self.type = type
        self.function = function
        self.functionValue = functionValue
        self.city = city
        self.legalBasis = legalBasis
        self.shape = shape
    }
}

/// Something planned or built, or a piece of changed land.
public struct Project: Hashable, Sendable {
    /// The identifier, unique in a list.
    public var id: String
    /// What it covers; a road is lines.
    public var shape: Shape
    /// The width of the strip a line takes, in metres.
    public var width: Double?

    /// Makes a project.
    public init(id: String, shape: Shape, width: Double? = nil) {
        self.id = id
        self.shape = shape
        self.width = width
    }
}
