/// The zones as geometries of one thread.
final class OverlayWorker {
    let engine = GeometryEngine()
    let zones: [Zone]
    let area: EllipsoidalArea
    private let geometries: [Geometry]
    private let tree: BoxTree

    init(_ zones: [Zone], _ area: EllipsoidalArea) throws(SpatialFaults) {
        self.zones = zones
        self.area = area
        var geometries: [Geometry] = []
        for zone in zones {
            guard let geometry = engine.geometry(zone.shape) else {
                throw SpatialFaults(list: [.invalid(feature: zone.id, reason: engine.lastMessage, nil)])
            }
            geometries.append(geometry)
        }
        self.geometries = geometries
        tree = BoxTree(geometries, in: engine)
    }

    func geometry(_ shape: Shape, of feature: String) throws(SpatialFaults) -> Geometry {
        guard let geometry = engine.geometry(shape) else {
            throw SpatialFaults(list: [.invalid(feature: feature, reason: engine.lastMessage, nil)])
        }
        return geometry
    }

    /// The size of a project in square metres; a line's is its length times its width.
    func size(of project: Project) -> Double {
        project.shape.lines.isEmpty
            ? area.area(of: project.shape) : area.length(of: project.shape.lines) * (project.width ?? 0)
    }

    /// The pairs of a project that share an area, measured without making what they share where that is certain.
    func pairs(
        _ project: Project, at index: Int, tables: [EdgeTable], _ integral: EdgeIntegral
    ) throws(SpatialFaults) -> [Overlay.Pair] {
        guard project.shape.lines.isEmpty else { return try touching(project, at: index).pieces.map(\.pair) }
        let geometry = try geometry(project.shape, of: project.id)
        let table = EdgeTable(project.shape, integral)
        let kernel = PairArea(integral)
        var pairs: [Overlay.Pair] = []
        for zone in tree.candidates(for: geometry) {
            if let common = kernel.area(table, tables[zone]) {
                guard common > 0 else { continue }
                pairs.append(
                    Overlay.Pair(project: index, zone: zone, area: common, shareOfProject: common / table.area))
            } else if let piece = try piece(project, geometry, index, zone, size: table.area).piece {
                pairs.append(piece.pair)
            }
        }
        return pairs
    }

    /// The zones a project shares an area with, and those it only touches.
    func touching(
        _ project: Project, at index: Int
    ) throws(SpatialFaults) -> (pieces: [Overlay.Piece], touched: [Int]) {
        let geometry = try geometry(project.shape, of: project.id)
        let size = size(of: project)
        var pieces: [Overlay.Piece] = []
        var touched: [Int] = []
        for zone in tree.candidates(for: geometry) {
            let found = try piece(project, geometry, index, zone, size: size)
            if let piece = found.piece {
                pieces.append(piece)
            } else if found.touches {
                touched.append(zone)
            }
        }
        return (pieces, touched)
    }

    /// What a project and a zone share; nothing when that has no area, and then whether they touch.
    private func piece(
        _ project: Project, _ geometry: Geometry, _ index: Int, _ zone: Int, size: Double
    ) throws(SpatialFaults) -> (piece: Overlay.Piece?, touches: Bool) {
        func made(_ shape: Shape, _ common: Double) -> Overlay.Piece {
            Overlay.Piece(
                pair: Overlay.Pair(
                    project: index, zone: zone, area: common, shareOfProject: size > 0 ? common / size : 0),
                shape: shape)
        }
        let other = geometries[zone]
        if other.containsProperly(geometry) { return (size > 0 ? made(project.shape, size) : nil, false) }
        guard other.meets(geometry) else { return (nil, false) }
        guard let cut = geometry.applying(.intersection, to: other) else {
            throw SpatialFaults(
                list: [.overlayFailed(project.id, zones[zone].id, reason: engine.lastMessage)])
        }
        if project.shape.lines.isEmpty {
            let polygons = cut.polygons
            let common = area.area(of: polygons)
            return common > 0 ? (made(.polygons(polygons), common), false) : (nil, true)
        }
        let lines = cut.lines
        let common = area.length(of: lines) * (project.width ?? 0)
        return common > 0 ? (made(.lines(lines), common), false) : (nil, true)
    }
}
