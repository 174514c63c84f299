/// Where something stands in a shape; everything is counted from 1.
public struct FeaturePlace: Hashable, Sendable {
    /// The feature.
    public let feature: String
    /// The part of a shape of several parts.
    public let part: Int
    /// The ring of a polygon: 1 is the outer one; `nil` for lines.
    public let ring: Int?
    /// The position in the ring or line.
    public let vertex: Int?

    /// Names a place.
    public init(_ feature: String, part: Int, ring: Int? = nil, vertex: Int? = nil) {
        self.feature = feature
        self.part = part
        self.ring = ring
        self.vertex = vertex
    }

    func at(_ vertex: Int) -> FeaturePlace { FeaturePlace(feature, part: part, ring: ring, vertex: vertex) }
}

/// What can be wrong with shapes, zones and projects.
public enum SpatialFault: Error, Hashable, Sendable {
    /// One of the two coordinates.
    public enum Coordinate: String, Hashable, Sendable {
        case longitude, latitude
    }

    /// A ring of fewer than four positions, or a line of fewer than two.
    case tooFewPositions(FeaturePlace, found: Int, expected: Int)
    /// A ring whose last position is not the first.
    case notClosed(FeaturePlace)
    /// A coordinate beyond 180 or 90 degrees.
    case outOfRange(FeaturePlace, Coordinate, Double)
    /// An edge over more than 180 degrees of longitude: where it runs cannot be known.
    case acrossAntimeridian(FeaturePlace)
    /// A shape that crosses or overlaps itself, with the point.
    case invalid(feature: String, reason: String, Position?)
    /// A feature that occurs twice.
    case repeatedFeature(String)
    /// A zone that is no area.
    case zoneOfLines(String)
    /// A line whose width is not given has no area.
    case lineWithoutWidth(String)
    /// A class for which there is no rule.
    case unknownClass(feature: String, found: String, known: [String])
    /// An operation that failed on both attempts, as it stands and on a fixed grid.
    case overlayFailed(String, String, reason: String)
    /// A number that must be zero or more.
    case negative(String, Double)
}

/// All faults of one analysis.
public struct SpatialFaults: Error, Hashable, Sendable {
    /// The faults.
    public let list: [SpatialFault]

    /// Bundles faults.
    public init(list: [SpatialFault]) {
        self.list = list
    }
}

extension [SpatialFault] {
    func throwIfAny() throws(SpatialFaults) {
        if !isEmpty { throw SpatialFaults(list: self) }
    }
}
