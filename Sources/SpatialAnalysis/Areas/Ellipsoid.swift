/// An ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
    /// The equatorial radius a, in metres.
    public let radius: Double
    /// The flattening f.
    public let flattening: Double

    /// That of WGS 84 (EPSG:4326).
    public static let wgs84 = Ellipsoid(radius: 6_378_137, flattening: 1 / 298.257223563)
    /// That of CGCS2000 (EPSG:4490): areas differ from WGS 84 by 1.4e-11 of themselves.
    public static let cgcs2000 = Ellipsoid(radius: 6_378_137, flattening: 1 / 298.257222101)

    /// The square of the eccentricity, e² = f (2 − f).
    var squaredEccentricity: Double { flattening * (2 - flattening) }
}
