public import StatisticalData

/// Features of a GeoJSON file (RFC 7946).
public struct GeoJSON: Sendable {
    /// The features, in the order of the file.
    public var features: [Feature]
    /// The reference system of the coordinates.
    public var reference: ReferenceSystem
    /// What a reader should know of what was read.
    public var notices: [Fault]

    /// Bundles features.
    public init(features: [Feature], reference: ReferenceSystem = .wgs84, notices: [Fault] = []) {
        self.features = features
        self.reference = reference
        self.notices = notices
    }
}
