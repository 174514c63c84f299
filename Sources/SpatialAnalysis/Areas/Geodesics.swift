import CGeodesic

/// Shortest lines on the ellipsoid (Karney 2013, Algorithms for geodesics), as PROJ computes them.
struct Geodesics {
    private var ellipsoid = geod_geodesic()

    init(_ ellipsoid: Ellipsoid) {
        geod_init(&self.ellipsoid, ellipsoid.radius, ellipsoid.flattening)
    }

    /// The distance in metres.
    func distance(_ from: Position, _ to: Position) -> Double {
        var ellipsoid = ellipsoid
        var distance = 0.0
        geod_inverse(
            &ellipsoid, from.latitude, from.longitude, to.latitude, to.longitude, &distance, nil, nil)
        return distance
    }

    /// The length of a line in metres, its vertices joined by geodesics.
    func length(of line: [Position]) -> Double {
        var sum = CompensatedSum()
        for index in line.indices.dropFirst() { sum.add(distance(line[index - 1], line[index])) }
        return sum.value
    }

    /// The area of a ring whose vertices are joined by geodesics, in square metres.
    func area(of ring: [Position]) -> Double {
        var ellipsoid = ellipsoid
        var polygon = geod_polygon()
        geod_polygon_init(&polygon, 0)
        for position in ring.dropLast() {
            geod_polygon_addpoint(&ellipsoid, &polygon, position.latitude, position.longitude)
        }
        var area = 0.0
        geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nil)
        return abs(area)
    }
}
