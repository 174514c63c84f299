import CGEOS

extension GeometryEngine {
    /// A shape as a geometry; `nil` when GEOS refuses it, as it does rings that are not closed.
    func geometry(_ shape: Shape) -> Geometry? {
        switch shape {
        case .none: owned(GEOSGeom_createEmptyCollection_r(handle, Int32(GEOS_MULTIPOLYGON.rawValue)))
        case .polygons(let polygons): owned(collection(polygons.map(polygon), GEOS_MULTIPOLYGON))
        case .lines(let lines):
            owned(
                collection(
                    lines.map { line in sequence(line).flatMap { GEOSGeom_createLineString_r(handle, $0) } },
                    GEOS_MULTILINESTRING))
        }
    }

    /// Geometries put together as they are, without a look at whether they overlap.
    func collection(_ geometries: [Geometry]) -> Geometry? {
        owned(
            collection(
                geometries.map { GEOSGeom_clone_r(handle, $0.pointer) }, GEOS_GEOMETRYCOLLECTION))
    }

    private func polygon(_ polygon: Polygon) -> OpaquePointer? {
        var rings = polygon.rings.map { ring in sequence(ring).flatMap { GEOSGeom_createLinearRing_r(handle, $0) } }
        guard !rings.isEmpty, rings.allSatisfy({ $0 != nil }) else { return destroy(rings) }
        let outer = rings.removeFirst()
        return rings.withUnsafeMutableBufferPointer {
            GEOSGeom_createPolygon_r(handle, outer, $0.baseAddress, UInt32($0.count))
        }
    }

    private func collection(_ parts: [OpaquePointer?], _ kind: GEOSGeomTypes) -> OpaquePointer? {
        guard parts.allSatisfy({ $0 != nil }) else { return destroy(parts) }
        var parts = parts
        return parts.withUnsafeMutableBufferPointer {
            GEOSGeom_createCollection_r(handle, Int32(kind.rawValue), $0.baseAddress, UInt32($0.count))
        }
    }

    private func destroy(_ parts: [OpaquePointer?]) -> OpaquePointer? {
        for part in parts { if let part { GEOSGeom_destroy_r(handle, part) } }
        return nil
    }

    /// The positions as GEOS keeps them: pairs of doubles, which is how `Position` lies in memory.
    private func sequence(_ path: [Position]) -> OpaquePointer? {
        path.withUnsafeBytes {
            GEOSCoordSeq_copyFromBuffer_r(
                handle, $0.assumingMemoryBound(to: Double.self).baseAddress, UInt32(path.count), 0, 0)
        }
    }
}
