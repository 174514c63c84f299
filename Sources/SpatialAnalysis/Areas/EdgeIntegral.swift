import Glibc

/// The area of polygons whose edges are straight in longitude and latitude, on the ellipsoid.
///
/// By Green's theorem a ring has the area |Σ (λ₂ − λ₁) ∫₀¹ F(φ₁ + t (φ₂ − φ₁)) dt| over its edges, in radians, where
/// F(φ) = a²/2 · q(φ) is the area between equator and latitude for a radian of longitude, and
/// q = (1 − e²) (s / (1 − e²s²) + artanh(e s) / e), s = sin φ (Snyder 1987, Map Projections, eq. 3-12).
/// The integral is by Gauss-Legendre nodes, 3 for edges of up to half a degree of latitude, 5 beyond: errors below
/// 3e-14 of the area for edges of three degrees. F of a latitude nearby is taken off first: over a closed ring a constant
/// adds nothing, and small polygons keep their digits.
struct EdgeIntegral: Sendable {
    private let scale: Double
    private let squaredEccentricity: Double

    init(_ ellipsoid: Ellipsoid) {
        squaredEccentricity = ellipsoid.squaredEccentricity
        scale = ellipsoid.radius * ellipsoid.radius / 2 * (1 - squaredEccentricity)
    }

    private static let radian = Double.pi / 180

    /// F at a latitude in degrees: square metres for a radian of longitude.
    func zone(_ latitude: Double) -> Double {
        let sine = sin(latitude * Self.radian)
        let square = squaredEccentricity * sine * sine
        // artanh(x) / x in powers of x², which is at most 0.0067: the next term is below 1e-18.
        let series =
            1 + square
            * (1 / 3.0 + square
                * (1 / 5.0 + square * (1 / 7.0 + square * (1 / 9.0 + square * (1 / 11.0 + square * (1 / 13.0))))))
        return scale * sine * (1 / (1 - square) + series)
    }

    /// What the edge between two positions adds, less `base` times its width: square metres, negative eastwards.
    func edge(_ from: Position, _ to: Position, base: Double) -> Double {
        let width = to.longitude - from.longitude
        guard width != 0 else { return 0 }
        let height = to.latitude - from.latitude
        let middle = from.latitude + height / 2
        var mean: Double
        if abs(height) <= 0.5 {
            mean = 4 / 9.0 * (zone(middle) - base)
            let step = height / 2 * 0.774596669241483377
            mean += 5 / 18.0 * ((zone(middle - step) - base) + (zone(middle + step) - base))
        } else {
            let near = height / 2 * 0.538469310105683091
            let far = height / 2 * 0.906179845938663993
            mean = 0.284444444444444444 * (zone(middle) - base)
            mean += 0.239314335249683234 * ((zone(middle - near) - base) + (zone(middle + near) - base))
            mean += 0.118463442528094544 * ((zone(middle - far) - base) + (zone(middle + far) - base))
        }
        return -width * Self.radian * mean
    }

    /// The area of a ring, in square metres, whatever its direction.
    func area(of ring: [Position]) -> Double {
        guard let first = ring.first else { return 0 }
        let base = zone(first.latitude)
        var sum = CompensatedSum()
        for index in ring.indices.dropFirst() { sum.add(edge(ring[index - 1], ring[index], base: base)) }
        return abs(sum.value)
    }

    /// The area of a polygon without its holes.
    func area(of polygon: Polygon) -> Double {
        guard let outer = polygon.rings.first else { return 0 }
        return polygon.rings.dropFirst().reduce(area(of: outer)) { $0 - area(of: $1) }
    }

    /// The area of polygons that do not overlap.
    func area(of polygons: [Polygon]) -> Double {
        polygons.reduce(0) { $0 + area(of: $1) }
    }
}

/// A sum that carries what rounding loses (Neumaier 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    var value: Double { sum + lost }

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}
