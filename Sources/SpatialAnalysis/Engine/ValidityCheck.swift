import SensitivityAnalysis

/// Whether shapes are what they say: rings that do not cross, holes inside, parts that do not overlap.
public enum ValidityCheck {
    /// A shape that was repaired on request.
    public struct Repair: Hashable, Sendable {
        /// The position in the list.
        public let index: Int
        /// What was wrong.
        public let fault: SpatialFault
        /// The shape now.
        public let shape: Shape
        /// Its area as drawn, which counts what overlaps as the rings run, in square metres.
        public let areaBefore: Double
        /// Its area now, in square metres.
        public let areaAfter: Double
    }

    /// The shapes that are not valid, each with the reason and the point.
    public static func faults(in shapes: [(feature: String, shape: Shape)], threads: Int? = nil) -> [SpatialFault] {
        faultsByIndex(in: shapes, threads: threads).map(\.fault)
    }

    /// The shapes that are not valid, made valid by structure: what outer rings enclose, less what holes enclose. Never by
    /// a buffer of zero width, which drops half of a ring that crosses itself.
    ///
    /// - Throws: the fault of each shape that cannot be repaired.
    public static func repairs(
        of shapes: [(feature: String, shape: Shape)], area: EllipsoidalArea = EllipsoidalArea(), threads: Int? = nil
    ) throws(SpatialFaults) -> [Repair] {
        var repairs: [Repair] = []
        var faults: [SpatialFault] = []
        for (index, fault) in faultsByIndex(in: shapes, threads: threads) {
            let shape = shapes[index].shape
            let engine = GeometryEngine()
            let polygons = engine.geometry(shape)?.madeValid()?.polygons ?? []
            guard !polygons.isEmpty else {
                faults.append(fault)
                continue
            }
            repairs.append(
                Repair(
                    index: index, fault: fault, shape: .polygons(polygons), areaBefore: area.area(of: shape),
                    areaAfter: area.area(of: polygons)))
        }
        try faults.throwIfAny()
        return repairs
    }

    private static func faultsByIndex(
        in shapes: [(feature: String, shape: Shape)], threads: Int?
    ) -> [(index: Int, fault: SpatialFault)] {
        let found = Parallel.map(count: shapes.count, chunkSize: 256, threads: threads) { range in
            let engine = GeometryEngine()
            return range.compactMap { index -> (index: Int, fault: SpatialFault)? in
                let (feature, shape) = shapes[index]
                guard !shape.polygons.isEmpty else { return nil }
                guard let geometry = engine.geometry(shape) else {
                    return (index, .invalid(feature: feature, reason: engine.lastMessage, nil))
                }
                return geometry.defect().map { defect in
                    (index, .invalid(feature: feature, reason: defect.reason, defect.position))
                }
            }
        }
        return found.flatMap { $0 }
    }
}
