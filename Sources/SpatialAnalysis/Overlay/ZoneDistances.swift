import Glibc

/// How far shapes are from zones they do not touch.
///
/// The two nearest points are found in a plane in which a degree of longitude is cos φ degrees of latitude, φ the middle of
/// the shape, and their distance is that of the geodesic. Over the tens of kilometres that matter the plane misjudges
/// which points are nearest by less than a thousandth of the distance.
struct ZoneDistances: Sendable {
    private let zones: [EdgeBlocks]
    private let boxes: [Box?]
    private let ellipsoid: Ellipsoid

    init(_ zones: [Zone], _ ellipsoid: Ellipsoid) {
        self.zones = zones.map { EdgeBlocks($0.shape.paths) }
        boxes = zones.map(\.shape.box)
        self.ellipsoid = ellipsoid
    }

    /// The nearest zone; the first of equally near ones; `nil` where there is none.
    func nearest(to shape: Shape) -> Screening.Nearest? {
        guard let box = shape.box else { return nil }
        let search = NearestPoints(
            EdgeBlocks(shape.paths), box, shrink: cos((box.south + box.north) / 2 * .pi / 180))
        let order = boxes.indices.compactMap { index in boxes[index].map { (search.gap(to: $0), index) } }
            .sorted { $0 < $1 }
        var best: (found: NearestPoints.Points, zone: Int)?
        for (gap, zone) in order {
            if let best, gap >= best.found.square { break }
            if let found = search.nearest(in: zones[zone], below: best?.found.square ?? .infinity) {
                best = (found, zone)
            }
        }
        return best.map {
            Screening.Nearest(
                zone: $0.zone, distance: Geodesics(ellipsoid).distance($0.found.from, $0.found.to))
        }
    }
}

/// The search for the points of other shapes that are nearest to a shape.
private struct NearestPoints {
    typealias Points = (square: Double, from: Position, to: Position)

    private let shape: EdgeBlocks
    private let box: Box
    private let shrink: Double

    init(_ shape: EdgeBlocks, _ box: Box, shrink: Double) {
        self.shape = shape
        self.box = box
        self.shrink = shrink
    }

    /// The square of the distance to a box in the plane.
    func gap(to other: Box) -> Double {
        let across = max(0, other.west - box.east, box.west - other.east) * shrink
        let along = max(0, other.south - box.north, box.south - other.north)
        return across * across + along * along
    }

    /// The nearest points, if they are nearer than a limit; the shapes do not meet, so one of the points is a vertex.
    func nearest(in other: EdgeBlocks, below limit: Double) -> Points? {
        var best: Points = (limit, Position(0, 0), Position(0, 0))
        other.forEachBlock(nearestBy: gap, below: { best.square }) { block in
            shape.forEachBlock(where: { _ in true }) { own in
                for mine in own.edges {
                    for theirs in block.edges {
                        compare(
                            (shape.positions[mine], shape.positions[mine + 1]),
                            (other.positions[theirs], other.positions[theirs + 1]), &best)
                    }
                }
            }
        }
        return best.square < limit ? best : nil
    }

    /// Keeps the nearest of the four pairs of an end of one edge and a point of the other.
    private func compare(_ mine: (Position, Position), _ theirs: (Position, Position), _ best: inout Points) {
        for vertex in [mine.0, mine.1] {
            let foot = foot(of: vertex, theirs.0, theirs.1)
            let square = square(vertex, foot)
            if square < best.square { best = (square, vertex, foot) }
        }
        for vertex in [theirs.0, theirs.1] {
            let foot = foot(of: vertex, mine.0, mine.1)
            let square = square(vertex, foot)
            if square < best.square { best = (square, foot, vertex) }
        }
    }

    private func square(_ one: Position, _ other: Position) -> Double {
        let across = (one.longitude - other.longitude) * shrink
        let along = one.latitude - other.latitude
        return across * across + along * along
    }

    /// The point of an edge that is nearest to a point.
    private func foot(of point: Position, _ from: Position, _ to: Position) -> Position {
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
