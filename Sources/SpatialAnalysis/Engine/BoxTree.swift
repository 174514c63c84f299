import CGEOS

/// Finds the geometries whose boxes meet a geometry's box.
final class BoxTree {
    private let engine: GeometryEngine
    private let geometries: [Geometry]
    private let tree: OpaquePointer?

    /// Indexes geometries; they are known by their position in the list.
    init(_ geometries: [Geometry], in engine: GeometryEngine) {
        self.engine = engine
        self.geometries = geometries
        tree = GEOSSTRtree_create_r(engine.handle, 10)
        for (index, geometry) in geometries.enumerated() where GEOSisEmpty_r(engine.handle, geometry.pointer) == 0 {
            GEOSSTRtree_insert_r(engine.handle, tree, geometry.pointer, UnsafeMutableRawPointer(bitPattern: index + 1))
        }
    }

    deinit {
        if let tree { GEOSSTRtree_destroy_r(engine.handle, tree) }
    }

    /// The positions in the list, in order.
    func candidates(for geometry: Geometry) -> [Int] {
        let found = Found()
        GEOSSTRtree_query_r(
            engine.handle, tree, geometry.pointer,
            { item, found in
                guard let item, let found else { return }
                Unmanaged<Found>.fromOpaque(found).takeUnretainedValue().indices.append(Int(bitPattern: item) - 1)
            }, Unmanaged.passUnretained(found).toOpaque())
        return found.indices.sorted()
    }

    private final class Found {
        var indices: [Int] = []
    }
}
