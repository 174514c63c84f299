/// Shapes put together, cut and taken from each other, by one thread.
struct ZoneUnion {
    let engine = GeometryEngine()

    /// What zones cover together, within a territory if one is given; overlaps count once.
    func covered(by zones: [Zone], within territory: Shape? = nil) throws(SpatialFaults) -> Geometry {
        var parts: [Geometry] = []
        for zone in zones { parts.append(try geometry(zone.shape, of: zone.id)) }
        let names = zones.map(\.id).prefix(3).joined(separator: ", ")
        guard let union = engine.collection(parts)?.united() else { throw failed(names, "") }
        guard let territory else { return union }
        return try apply(.intersection, union, geometry(territory, of: "territory"), names)
    }

    func geometry(_ shape: Shape, of feature: String) throws(SpatialFaults) -> Geometry {
        guard let geometry = engine.geometry(shape) else {
            throw SpatialFaults(list: [.invalid(feature: feature, reason: engine.lastMessage, nil)])
        }
        return geometry
    }

    /// One geometry less another, or what they share; polygons alone.
    func apply(
        _ operation: GeometryOperation, _ one: Geometry, _ other: Geometry, _ name: String
    ) throws(SpatialFaults) -> Geometry {
        guard let result = one.applying(operation, to: other) else { throw failed(name, name) }
        return result
    }

    private func failed(_ one: String, _ other: String) -> SpatialFaults {
        SpatialFaults(list: [.overlayFailed(one, other, reason: engine.lastMessage)])
    }
}
