/// The edges of polygons in one list, with what the area kernel asks of them.
struct EdgeTable: Sendable {
    /// The positions of all rings one after another, outer rings counter-clockwise, holes clockwise.
    let positions: [Position]
    /// The range of each ring in `positions`.
    let rings: [Range<Int>]
    /// The box; `nil` for nothing.
    let box: Box?
    /// The area in square metres.
    let area: Double

    init(_ shape: Shape, _ integral: EdgeIntegral) {
        let paths = shape.polygons.flatMap { $0.oriented().polygon.rings }
        var ranges: [Range<Int>] = []
        var start = 0
        for path in paths {
            ranges.append(start..<start + path.count)
            start += path.count
        }
        positions = paths.flatMap { $0 }
        rings = ranges
        box = shape.polygons.isEmpty ? nil : shape.box
        area = integral.area(of: shape.polygons)
    }
}
