public import SpatialAnalysis

/// A thing on a map: what it is, and what it looks like.
public struct Feature: Hashable, Sendable {
    /// The identifier beside the properties, if there is one.
    public var id: String?
    /// What is said of it, in order.
    public var properties: [JSONValue.Member]
    /// What it looks like.
    public var shape: Shape
    /// The line of the file it begins on; 0 when it was not read.
    public var line: Int

    /// Makes a feature.
    public init(id: String? = nil, properties: [JSONValue.Member] = [], shape: Shape, line: Int = 0) {
        self.id = id
        self.properties = properties
        self.shape = shape
        self.line = line
    }

    /// The property with a name.
    public subscript(name: String) -> JSONValue? {
        properties.first { $0.name == name }?.value
    }
}

/// A reference system of coordinates in degrees.
public enum ReferenceSystem: String, Hashable, Sendable {
    /// Longitude and latitude on WGS 84: what a file without a declaration means (RFC 7946, section 4).
    case wgs84 = "urn:ogc:def:crs:OGC:1.3:CRS84"
    /// Longitude and latitude on CGCS2000, China's national system.
    case cgcs2000 = "urn:ogc:def:crs:EPSG::4490"

    /// The system a file of the older kind declares; `nil` for any other, metres among them.
    init?(named name: String) {
        switch name.uppercased() {
        case "URN:OGC:DEF:CRS:OGC:1.3:CRS84", "URN:OGC:DEF:CRS:OGC::CRS84", "OGC:CRS84", "CRS84", "EPSG:4326",
            "URN:OGC:DEF:CRS:EPSG::4326":
            self = .wgs84
        case "EPSG:4490", "URN:OGC:DEF:CRS:EPSG::4490": self = .cgcs2000
        default: return nil
        }
    }

    /// Its ellipsoid.
    public var ellipsoid: Ellipsoid { self == .cgcs2000 ? .cgcs2000 : .wgs84 }
}

/// What a GeoJSON file may hold at most, so that a hostile or broken file cannot take memory or time without end.
public struct GeoJSONLimits: Sendable {
    /// Bytes of the file.
    public var bytes: Int
    /// Positions of all shapes.
    public var positions: Int
    /// Features.
    public var features: Int
    /// How deep values may lie in each other.
    public var depth: Int

    /// The usual limits: 4 GB and 50 million positions, which take 16 bytes each.
    public init(bytes: Int = 4 << 30, positions: Int = 50_000_000, features: Int = 5_000_000, depth: Int = 32) {
        self.bytes = bytes
        self.positions = positions
        self.features = features
        self.depth = depth
    }
}
