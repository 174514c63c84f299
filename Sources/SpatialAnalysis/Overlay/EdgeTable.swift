/// The edges of polygons, with what the area kernel asks of them.
struct EdgeTable: Sendable {
    /// The edges of all rings, outer rings counter-clockwise, holes clockwise.
    let blocks: EdgeBlocks
    /// The box; `nil` for nothing.
    let box: Box?
    /// The area in square metres.
    let area: Double

    init(_ shape: Shape, _ integral: EdgeIntegral) {
        blocks = EdgeBlocks(shape.polygons.flatMap { $0.oriented().polygon.rings })
        box = shape.polygons.isEmpty ? nil : shape.box
        area = integral.area(of: shape.polygons)
    }

    /// The number of edges.
    var edgeCount: Int { blocks.positions.count - blocks.paths.count }

    /// Whether a point lies inside, by the edges it sees to the east; `nil` when it is on an edge or nearly.
    func contains(_ point: Position) -> Bool? {
        var isInside = false
        var isCertain = true
        blocks.forEachBlock(
            where: {
                $0.east >= point.longitude && $0.south <= point.latitude && $0.north >= point.latitude
            }
        ) { block in
            for index in block.edges {
                let from = blocks.positions[index]
                let to = blocks.positions[index + 1]
                guard (from.latitude > point.latitude) != (to.latitude > point.latitude),
                    max(from.longitude, to.longitude) >= point.longitude
                else { continue }
                if min(from.longitude, to.longitude) > point.longitude {
                    isInside.toggle()
                } else if let side = Orientation.certain(from, to, point) {
                    if (side > 0) == (to.latitude > from.latitude) { isInside.toggle() }
                } else {
                    isCertain = false
                }
            }
        }
        return isCertain ? isInside : nil
    }
}
