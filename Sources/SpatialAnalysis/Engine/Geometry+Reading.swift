import CGEOS

extension Geometry {
    /// The polygons in it, rings in the right direction; lines and points, which have no area, are left out.
    var polygons: [Polygon] {
        var result: [Polygon] = []
        visit(pointer) { type, part in
            guard type == GEOS_POLYGON, GEOSisEmpty_r(engine.handle, part) == 0 else { return }
            var rings = [positions(GEOSGetExteriorRing_r(engine.handle, part))]
            for index in 0..<max(0, GEOSGetNumInteriorRings_r(engine.handle, part)) {
                rings.append(positions(GEOSGetInteriorRingN_r(engine.handle, part, index)))
            }
            result.append(Polygon(rings).oriented().polygon)
        }
        return result
    }

    /// The lines in it.
    var lines: [[Position]] {
        var result: [[Position]] = []
        visit(pointer) { type, part in
            if type == GEOS_LINESTRING, GEOSisEmpty_r(engine.handle, part) == 0 { result.append(positions(part)) }
        }
        return result
    }

    private func visit(_ geometry: OpaquePointer?, _ body: (GEOSGeomTypes, OpaquePointer) -> Void) {
        guard let geometry else { return }
        let type = GEOSGeomTypes(rawValue: UInt32(max(0, GEOSGeomTypeId_r(engine.handle, geometry))))
        switch type {
        case GEOS_MULTIPOLYGON, GEOS_MULTILINESTRING, GEOS_MULTIPOINT, GEOS_GEOMETRYCOLLECTION:
            for index in 0..<max(0, GEOSGetNumGeometries_r(engine.handle, geometry)) {
                visit(GEOSGetGeometryN_r(engine.handle, geometry, index), body)
            }
        default: body(type, geometry)
        }
    }

    private func positions(_ path: OpaquePointer?) -> [Position] {
        guard let path, let sequence = GEOSGeom_getCoordSeq_r(engine.handle, path) else { return [] }
        var count: UInt32 = 0
        guard GEOSCoordSeq_getSize_r(engine.handle, sequence, &count) == 1 else { return [] }
        return [Position](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            let doubles = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: Double.self)
            filled = GEOSCoordSeq_copyToBuffer_r(engine.handle, sequence, doubles, 0, 0) == 1 ? Int(count) : 0
        }
    }
}
