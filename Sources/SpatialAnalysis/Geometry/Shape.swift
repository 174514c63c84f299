/// What a feature looks like on the ground.
public enum Shape: Hashable, Sendable {
    /// Nothing is drawn.
    case none
    /// One area or several that do not overlap.
    case polygons([Polygon])
    /// One line or several, such as a road.
    case lines([[Position]])

    /// The polygons; none for lines.
    public var polygons: [Polygon] {
        if case .polygons(let polygons) = self { polygons } else { [] }
    }

    /// The lines; none for polygons.
    public var lines: [[Position]] {
        if case .lines(let lines) = self { lines } else { [] }
    }

    /// Whether nothing is drawn.
    public var isEmpty: Bool { polygons.isEmpty && lines.isEmpty }

    /// Rings and lines one after another.
    var paths: [[Position]] { polygons.flatMap(\.rings) + lines }

    /// The number of positions.
    public var vertexCount: Int { paths.reduce(0) { $0 + $1.count } }

    /// The smallest box around it; `nil` when it is empty.
    public var box: Box? {
        var box: Box?
        for path in paths {
            for position in path { box = box?.including(position) ?? Box(position) }
        }
        return box
    }
}
