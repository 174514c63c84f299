/// The shape of a point, so that series differ without colour.
enum Marker: Sendable, Hashable, CaseIterable {
    case circle, square, triangle, diamond, invertedTriangle

    /// The corners around the centre for radius one; empty for the circle.
    var corners: [Point] {
        switch self {
        case .circle: []
        case .square: [Point(x: -0.9, y: -0.9), Point(x: 0.9, y: -0.9), Point(x: 0.9, y: 0.9), Point(x: -0.9, y: 0.9)]
        case .triangle: [Point(x: 0, y: -1.2), Point(x: 1.1, y: 0.8), Point(x: -1.1, y: 0.8)]
        case .diamond: [Point(x: 0, y: -1.3), Point(x: 1.3, y: 0), Point(x: 0, y: 1.3), Point(x: -1.3, y: 0)]
        case .invertedTriangle: [Point(x: 0, y: 1.2), Point(x: 1.1, y: -0.8), Point(x: -1.1, y: -0.8)]
        }
    }
}
