/// A point in degrees of longitude and latitude.
public struct Position: Hashable, Sendable {
    /// Degrees east of Greenwich, from -180 to 180.
    public var longitude: Double
    /// Degrees north of the equator, from -90 to 90.
    public var latitude: Double

    /// Makes a point.
    public init(_ longitude: Double, _ latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
