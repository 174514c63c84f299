import CGEOS

/// An operation on two geometries.
enum GeometryOperation {
    case intersection, difference
}

extension Geometry {
    /// The grid on which an operation is done again when it fails as it stands, in degrees: a tenth of a millimetre.
    static let grid = 1e-9

    /// Whether `other` lies wholly inside, touching no edge.
    func containsProperly(_ other: Geometry) -> Bool {
        GEOSPreparedContainsProperly_r(engine.handle, prepared, other.pointer) == 1
    }

    /// Whether there is a common point, if only of the edges.
    func meets(_ other: Geometry) -> Bool {
        GEOSPreparedIntersects_r(engine.handle, prepared, other.pointer) == 1
    }

    /// The result of an operation, on a fixed grid where it fails otherwise; `nil` where that fails too.
    func applying(_ operation: GeometryOperation, to other: Geometry) -> Geometry? {
        switch operation {
        case .intersection:
            engine.owned(GEOSIntersection_r(engine.handle, pointer, other.pointer))
                ?? engine.owned(GEOSIntersectionPrec_r(engine.handle, pointer, other.pointer, Self.grid))
        case .difference:
            engine.owned(GEOSDifference_r(engine.handle, pointer, other.pointer))
                ?? engine.owned(GEOSDifferencePrec_r(engine.handle, pointer, other.pointer, Self.grid))
        }
    }

    /// What its parts cover together.
    func united() -> Geometry? {
        engine.owned(GEOSUnaryUnion_r(engine.handle, pointer))
            ?? engine.owned(GEOSUnaryUnionPrec_r(engine.handle, pointer, Self.grid))
    }

    /// Why it is not valid, and where; `nil` when it is.
    func defect() -> (reason: String, position: Position?)? {
        var text: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        let answer = GEOSisValidDetail_r(engine.handle, pointer, 0, &text, &place)
        defer {
            if let text { GEOSFree_r(engine.handle, text) }
            if let place { GEOSGeom_destroy_r(engine.handle, place) }
        }
        guard answer != 1 else { return nil }
        guard let place else { return (text.map { String(cString: $0) } ?? engine.lastMessage, nil) }
        var longitude = 0.0
        var latitude = 0.0
        let isKnown =
            GEOSGeomGetX_r(engine.handle, place, &longitude) == 1
            && GEOSGeomGetY_r(engine.handle, place, &latitude) == 1
        return (
            text.map { String(cString: $0) } ?? engine.lastMessage, isKnown ? Position(longitude, latitude) : nil
        )
    }

    /// A valid geometry from the same rings: by structure, so that what outer rings enclose less holes stays covered.
    func madeValid() -> Geometry? {
        guard let parameters = GEOSMakeValidParams_create_r(engine.handle) else { return nil }
        defer { GEOSMakeValidParams_destroy_r(engine.handle, parameters) }
        GEOSMakeValidParams_setMethod_r(engine.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        GEOSMakeValidParams_setKeepCollapsed_r(engine.handle, parameters, 0)
        return engine.owned(GEOSMakeValidWithParams_r(engine.handle, pointer, parameters))
    }
}
