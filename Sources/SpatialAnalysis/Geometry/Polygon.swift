/// An area with holes. A ring is closed: its last position repeats the first. Its edges are straight in longitude and
/// latitude (RFC 7946, section 3.1.1).
public struct Polygon: Hashable, Sendable {
    /// The outer ring, then the holes.
    public let rings: [[Position]]

    /// Makes a polygon of an outer ring and holes.
    public init(_ rings: [[Position]]) {
        self.rings = rings
    }

    /// The polygon with the outer ring counter-clockwise and holes clockwise, and how many rings were turned.
    func oriented() -> (polygon: Polygon, turned: Int) {
        var turned = 0
        let rings = rings.enumerated().map { index, ring -> [Position] in
            let sum = Self.doubleArea(of: ring)
            guard index == 0 ? sum < 0 : sum > 0 else { return ring }
            turned += 1
            return ring.reversed()
        }
        return (Polygon(rings), turned)
    }

    /// Twice the area in square degrees, positive counter-clockwise.
    private static func doubleArea(of ring: [Position]) -> Double {
        guard let first = ring.first else { return 0 }
        var sum = 0.0
        for index in ring.indices.dropFirst() {
            let from = ring[index - 1]
            let to = ring[index]
            sum +=
                (from.longitude - first.longitude) * (to.latitude - first.latitude)
                - (to.longitude - first.longitude) * (from.latitude - first.latitude)
        }
        return sum
    }
}
