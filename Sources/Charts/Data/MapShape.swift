/// A corner of a shape on a map, in degrees.
public struct MapPoint: Sendable, Hashable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// Creates a corner.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    var isFinite: Bool { longitude.isFinite && latitude.isFinite }
}

/// A shape on a map: rings, or lines where `isOpen`.
public struct MapShape: Sendable, Hashable {
    /// The name, printed where there is room.
    public var name: String
    /// The position of its kind in the map's list of kinds.
    public var kind: Int
    /// Rings or lines; what lies in an even number of rings is a hole.
    public var paths: [[MapPoint]]
    /// Whether the paths are lines.
    public var isOpen: Bool
    /// What is said of it, such as its area.
    public var value: Double?
    /// The address of the derivation, if safe and given.
    public var href: String?

    /// Creates a shape.
    public init(
        name: String, kind: Int, paths: [[MapPoint]], isOpen: Bool = false, value: Double? = nil, href: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.paths = paths
        self.isOpen = isOpen
        self.value = value
        self.href = Link.safe(href)
    }
}

/// What shapes of one look are.
public struct MapKind: Sendable, Hashable {
    /// How shapes of a kind look; told apart by line and fill too, not by colour alone.
    public enum Look: Sendable, Hashable, CaseIterable {
        /// A full fill within a solid line.
        case strong
        /// A pale fill within a broken line.
        case pale
        /// A bold line without fill.
        case outline
        /// A thin dotted line without fill.
        case faint
    }

    /// The name, for the key.
    public var label: String
    /// How they look.
    public var look: Look

    /// Creates a kind.
    public init(_ label: String, _ look: Look) {
        self.label = label
        self.look = look
    }
}
