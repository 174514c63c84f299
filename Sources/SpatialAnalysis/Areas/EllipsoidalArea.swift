/// How edges between vertices run when areas are measured.
public enum EdgeRule: String, Hashable, Sendable, CaseIterable {
    /// Straight in longitude and latitude, as RFC 7946 says: exact.
    case straight
    /// Along geodesics, as tools that use Karney's polygon area take them. On edges of some hundred metres the two differ
    /// by parts in a million, on edges of three degrees by parts in ten thousand.
    case geodesic
}

/// Areas and lengths on the ellipsoid.
public struct EllipsoidalArea: Sendable {
    /// The ellipsoid.
    public let ellipsoid: Ellipsoid
    /// How edges run.
    public let edges: EdgeRule
    private let integral: EdgeIntegral

    /// Measures on an ellipsoid.
    public init(_ ellipsoid: Ellipsoid = .wgs84, edges: EdgeRule = .straight) {
        self.ellipsoid = ellipsoid
        self.edges = edges
        integral = EdgeIntegral(ellipsoid)
    }

    /// The area of a shape in square metres; 0 for lines and for nothing.
    public func area(of shape: Shape) -> Double {
        area(of: shape.polygons)
    }

    /// The area of a shape in square kilometres.
    public func squareKilometres(of shape: Shape) -> Double {
        area(of: shape) / 1e6
    }

    /// The area of polygons that do not overlap, in square metres.
    public func area(of polygons: [Polygon]) -> Double {
        guard edges == .geodesic else { return integral.area(of: polygons) }
        let geodesics = Geodesics(ellipsoid)
        return polygons.reduce(0) { sum, polygon in
            guard let outer = polygon.rings.first else { return sum }
            return sum + polygon.rings.dropFirst().reduce(geodesics.area(of: outer)) { $0 - geodesics.area(of: $1) }
        }
    }

    /// The length of lines in metres, their vertices joined by geodesics.
    public func length(of lines: [[Position]]) -> Double {
        let geodesics = Geodesics(ellipsoid)
        return lines.reduce(0) { $0 + geodesics.length(of: $1) }
    }

    /// The length of the boundary in metres.
    public func perimeter(of polygons: [Polygon]) -> Double {
        length(of: polygons.flatMap(\.rings))
    }
}
