extension Shape {
    /// What preparing a shape changed, without changing what it covers.
    public struct Preparation: Hashable, Sendable {
        /// Positions that repeated the one before them, left out.
        public var repeated = 0
        /// Rings turned: outer rings run counter-clockwise, holes clockwise (RFC 7946, section 3.1.6).
        public var turned = 0
    }

    /// The shape without repeated positions and with every ring in the right direction.
    public func prepared() -> (shape: Shape, changes: Preparation) {
        var changes = Preparation()
        switch self {
        case .none: return (self, changes)
        case .lines(let lines): return (.lines(lines.map { Self.distinct($0, &changes) }), changes)
        case .polygons(let polygons):
            let result = polygons.map { polygon -> Polygon in
                let (oriented, turned) = Polygon(polygon.rings.map { Self.distinct($0, &changes) }).oriented()
                changes.turned += turned
                return oriented
            }
            return (.polygons(result), changes)
        }
    }

    private static func distinct(_ path: [Position], _ changes: inout Preparation) -> [Position] {
        guard zip(path, path.dropFirst()).contains(where: ==) else { return path }
        var result: [Position] = []
        for position in path where position != result.last { result.append(position) }
        changes.repeated += path.count - result.count
        return result
    }
}
