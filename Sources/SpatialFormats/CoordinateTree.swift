import SpatialAnalysis
import StatisticalData

/// Coordinates as they stand, before the type of the geometry, which may come after them, is known.
enum CoordinateTree {
    case position(Position)
    case positions([Position])
    case lists([CoordinateTree])
    case empty

    /// Positions in a row; `nil` for anything deeper.
    var path: [Position]? {
        switch self {
        case .positions(let positions): positions
        case .empty: []
        case .position, .lists: nil
        }
    }

    /// Lists of positions; `nil` for anything else.
    var paths: [[Position]]? {
        switch self {
        case .lists(let lists): Self.all(lists.map(\.path))
        case .empty: []
        case .position, .positions: nil
        }
    }

    /// Lists of lists of positions; `nil` for anything else.
    var groups: [[[Position]]]? {
        switch self {
        case .lists(let lists): Self.all(lists.map(\.paths))
        case .empty: []
        case .position, .positions: nil
        }
    }

    private static func all<Value>(_ values: [Value?]) -> [Value]? {
        let found = values.compactMap { $0 }
        return found.count == values.count ? found : nil
    }

    /// The shape of a geometry type with these coordinates; `nil` when they are not nested as the type needs.
    func shape(of type: String) -> Shape? {
        switch type {
        case "Polygon": paths.map { $0.isEmpty ? .none : .polygons([Polygon($0)]) }
        case "MultiPolygon": groups.map { $0.isEmpty ? .none : .polygons($0.map { Polygon($0) }) }
        case "LineString": path.map { $0.isEmpty ? .none : .lines([$0]) }
        case "MultiLineString": paths.map { $0.isEmpty ? .none : .lines($0) }
        default: nil
        }
    }
}

extension JSONScanner {
    /// What was counted while coordinates were read.
    struct Tally {
        var positions = 0
        var heights = 0
    }

    /// Coordinates at most four lists deep.
    mutating func coordinates(_ tally: inout Tally, depth: Int = 0) throws(Fault) -> CoordinateTree {
        try require("[")
        switch next() {
        case UInt8(ascii: "]"):
            position += 1
            return .empty
        case UInt8(ascii: "["): return try list(&tally, depth: depth)
        default: return .position(try rest(&tally))
        }
    }

    /// A list whose first element is a list: of positions, or of lists of them.
    private mutating func list(_ tally: inout Tally, depth: Int) throws(Fault) -> CoordinateTree {
        guard depth < 4 else { throw .geoJSONTooDeep(4, at: place()) }
        let first = try coordinates(&tally, depth: depth + 1)
        guard case .position(let position) = first else {
            var lists = [first]
            while steps(over: UInt8(ascii: ",")) { lists.append(try coordinates(&tally, depth: depth + 1)) }
            try require("]")
            return .lists(lists)
        }
        var positions = [position]
        while steps(over: UInt8(ascii: ",")) {
            try require("[")
            positions.append(try rest(&tally))
        }
        try require("]")
        return .positions(positions)
    }

    /// The numbers of a position after its bracket.
    @inline(__always)
    private mutating func rest(_ tally: inout Tally) throws(Fault) -> Position {
        let longitude = try number()
        try require(",")
        let latitude = try number()
        if next() == UInt8(ascii: ",") {
            tally.heights += 1
            while steps(over: UInt8(ascii: ",")) { _ = try number() }
        }
        try require("]")
        tally.positions += 1
        guard tally.positions <= limits.positions else {
            throw .geoJSONTooLarge("positions", limit: limits.positions, at: place())
        }
        return Position(longitude, latitude)
    }
}
