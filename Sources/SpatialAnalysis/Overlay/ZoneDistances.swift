import Glibc

/// How far shapes are from zones they do not touch.
///
/// The two nearest points are found in a plane in which a degree of longitude is cos φ degrees of latitude, φ the middle of
/// the shape, and their distance is that of the geodesic. Over the tens of kilometres that matter the plane misjudges
/// which points are nearest by less than a thousandth of the distance.
struct ZoneDistances: Sendable {
    private let shapes: [Shape]
    private let boxes: [Box?]
    private let ellipsoid: Ellipsoid

    init(_ zones: [Zone], _ ellipsoid: Ellipsoid) {
        shapes = zones.map(\.shape)
        boxes = zones.map(\.shape.box)
        self.ellipsoid = ellipsoid
    }

    /// The nearest zone; the first of equally near ones; `nil` where there is none.
    func nearest(to shape: Shape) -> Screening.Nearest? {
        guard let box = shape.box else { return nil }
        let shrink = cos((box.south + box.north) / 2 * .pi / 180)
        let order = boxes.indices.compactMap { index in boxes[index].map { (Self.gap(box, $0, shrink), index) } }
            .sorted { $0 < $1 }
        var best: (square: Double, zone: Int, from: Position, to: Position)?
        for (gap, zone) in order {
            if let best, gap >= best.square { break }
            let found = Self.nearest(shape, shapes[zone], shrink, below: best?.square ?? .infinity)
            if let found { best = (found.square, zone, found.from, found.to) }
        }
        return best.map {
            Screening.Nearest(zone: $0.zone, distance: Geodesics(ellipsoid).distance($0.from, $0.to))
        }
    }

    /// The square of the distance between boxes in the plane.
    private static func gap(_ one: Box, _ other: Box, _ shrink: Double) -> Double {
        let across = max(0, other.west - one.east, one.west - other.east) * shrink
        let along = max(0, other.south - one.north, one.south - other.north)
        return across * across + along * along
    }

    private typealias Points = (square: Double, from: Position, to: Position)

    /// The nearest points of two shapes that do not meet: one of them is a vertex.
    private static func nearest(_ one: Shape, _ other: Shape, _ shrink: Double, below limit: Double) -> Points? {
        var best: Points?
        func tryVertices(_ vertices: [[Position]], _ edges: [[Position]], isTurned: Bool) {
            for path in vertices {
                for vertex in path {
                    for edge in edges {
                        for index in edge.indices.dropFirst() {
                            let foot = foot(of: vertex, edge[index - 1], edge[index], shrink)
                            let across = (foot.longitude - vertex.longitude) * shrink
                            let along = foot.latitude - vertex.latitude
                            let square = across * across + along * along
                            if square < best?.square ?? limit {
                                best = isTurned ? (square, foot, vertex) : (square, vertex, foot)
                            }
                        }
                    }
                }
            }
        }
        tryVertices(one.paths, other.paths, isTurned: false)
        tryVertices(other.paths, one.paths, isTurned: true)
        return best
    }

    /// The point of an edge that is nearest to a point.
    private static func foot(of point: Position, _ from: Position, _ to: Position, _ shrink: Double) -> Position {
        let across = (to.longitude - from.longitude) * shrink
        let along = to.latitude - from.latitude
        let square = across * across + along * along
        guard square > 0 else { return from }
        let dot =
            (point.longitude - from.longitude) * shrink * across + (point.latitude - from.latitude) * along
        let share = min(1, max(0, dot / square))
        return Position(
            from.longitude + share * (to.longitude - from.longitude),
            from.latitude + share * (to.latitude - from.latitude))
    }
}
