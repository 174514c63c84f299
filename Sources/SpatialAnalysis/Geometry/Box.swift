/// A box of longitudes and latitudes, its edges included.
public struct Box: Hashable, Sendable {
    /// The western edge.
    public var west: Double
    /// The southern edge.
    public var south: Double
    /// The eastern edge.
    public var east: Double
    /// The northern edge.
    public var north: Double

    /// The box of one point.
    public init(_ position: Position) {
        west = position.longitude
        south = position.latitude
        east = position.longitude
        north = position.latitude
    }

    /// The smallest box with a further point.
    public func including(_ position: Position) -> Box {
        var box = self
        box.west = min(west, position.longitude)
        box.south = min(south, position.latitude)
        box.east = max(east, position.longitude)
        box.north = max(north, position.latitude)
        return box
    }

    /// The smallest box around both.
    public func union(_ other: Box) -> Box {
        including(Position(other.west, other.south)).including(Position(other.east, other.north))
    }

    /// Whether the boxes share a point.
    func meets(_ other: Box) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}
