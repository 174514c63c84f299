/// Where degrees lie on a map.
struct MapFrame {
    let box: Rectangle
    /// User units for a degree of latitude.
    private let scale: Double
    /// Degrees of latitude for a degree of longitude.
    private let shrink: Double
    private let middle: MapPoint

    /// The kilometres of a degree of longitude at the equator of the WGS 84 ellipsoid.
    private static let degree = 111.3195

    /// A map of the points, as wide as `width` allows and at most as high as wide; `nil` without a finite point.
    init?(_ points: [MapPoint], x: Double, y: Double, width: Double) {
        let points = points.filter { $0.isFinite && abs($0.longitude) <= 360 && abs($0.latitude) <= 90 }
        guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
            let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
        else { return nil }
        middle = MapPoint(longitude: (west + east) / 2, latitude: (south + north) / 2)
        shrink = max(0.05, Self.cosine(middle.latitude))
        let wide = max((east - west) * shrink, 1e-6)
        let high = max(north - south, 1e-6)
        let inner = width - 16
        scale = min(inner / wide, inner / high)
        box = Rectangle(x: x, y: y, width: width, height: max(high * scale + 16, 60))
    }

    /// The cosine of degrees by its series: within 1e-9, and the same on every machine.
    private static func cosine(_ degrees: Double) -> Double {
        let square = (degrees * .pi / 180) * (degrees * .pi / 180)
        var (sum, term) = (1.0, 1.0)
        for index in 1...12 {
            term *= -square / Double((2 * index - 1) * 2 * index)
            sum += term
        }
        return sum
    }

    func place(_ point: MapPoint) -> Point {
        Point(
            x: box.middleX + (point.longitude - middle.longitude) * shrink * scale,
            y: box.middleY - (point.latitude - middle.latitude) * scale)
    }

    /// User units for a kilometre along the middle latitude.
    var kilometre: Double { scale / Self.degree }

    /// A path without the points that would not be seen: those less than a third of a unit from the one before.
    func places(_ path: [MapPoint]) -> [Point] {
        var points: [Point] = []
        for point in path where point.isFinite && abs(point.longitude) <= 360 && abs(point.latitude) <= 90 {
            let next = place(point)
            if let last = points.last, abs(last.x - next.x) + abs(last.y - next.y) < 0.33 { continue }
            points.append(next)
        }
        return points
    }
}
