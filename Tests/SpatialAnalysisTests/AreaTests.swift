import TestSupport
import Testing

@testable import SpatialAnalysis

/// Areas on the ellipsoid against figures of others and laws.
struct AreaTests {
    private let area = EllipsoidalArea()

    private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Shape {
        .polygons([Samples.box(west, south, east, north)])
    }

    /// The area of WGS 84: 510 065 621.724 km² (Moritz 1980, Geodetic Reference System, to the digits both share).
    @Test func wholeEllipsoid() {
        let halves = area.area(of: box(-180, -90, 0, 90)) + area.area(of: box(0, -90, 180, 90))
        #expect(abs(halves - 510_065_621.724e6) < 1e3)
    }

    /// Of a box the integral has a closed form, whatever the height of its edges.
    @Test(arguments: [(31.0, 34.8), (-0.2, 0.3), (-60, 75.5), (33.0001, 33.0002)])
    func boxes(south: Double, north: Double) {
        let integral = EdgeIntegral(.wgs84)
        let expected = (integral.zone(north) - integral.zone(south)) * 0.5 * .pi / 180
        #expect(abs(area.area(of: box(118, south, 118.5, north)) - expected) <= 1e-11 * expected)
    }

    /// Cutting an edge in two changes nothing, since its halves lie on it.
    @Test func densifying() {
        var random = SeededGenerator(seed: 8_001)
        for _ in 0..<50 {
            let shape = Samples.star(&random, radius: 1, vertices: 12)
            let coarse = area.area(of: [shape])
            let fine = area.area(of: [Self.halved(shape)])
            #expect(abs(coarse - fine) <= 1e-12 * coarse)
        }
    }

    /// The polygon with a vertex more in the middle of each edge.
    private static func halved(_ polygon: Polygon) -> Polygon {
        let rings = polygon.rings.map { ring -> [Position] in
            var dense: [Position] = []
            for (from, to) in zip(ring, ring.dropFirst()) {
                let longitude = (from.longitude + to.longitude) / 2
                let latitude = (from.latitude + to.latitude) / 2
                dense += [from, Position(longitude, latitude)]
            }
            return dense + [ring[0]]
        }
        return Polygon(rings)
    }

    /// A small polygon keeps its digits wherever it starts.
    @Test func startOfTheRing() {
        var random = SeededGenerator(seed: 8_002)
        for _ in 0..<20 {
            let ring = Samples.star(&random, radius: 1e-4, vertices: 9).rings[0]
            let turned = Array(ring[3...]) + Array(ring[1...3])
            let (one, other) = (area.area(of: [Polygon([ring])]), area.area(of: [Polygon([turned])]))
            #expect(abs(one - other) <= 1e-9 * one)
        }
    }

    @Test func holesAreTakenOff() {
        let holed = Polygon([
            Samples.box(119, 32, 120, 33).rings[0], Samples.box(119.2, 32.2, 119.4, 32.4).rings[0].reversed(),
        ])
        let parts = area.area(of: box(119, 32, 120, 33)) - area.area(of: box(119.2, 32.2, 119.4, 32.4))
        #expect(abs(area.area(of: [holed]) - parts) <= 1e-14 * parts)
    }

    /// CGCS2000 against WGS 84: the areas differ by 1.4e-11.
    @Test func ellipsoids() {
        let (one, other) = (
            area.area(of: box(119, 32, 120, 33)), EllipsoidalArea(.cgcs2000).area(of: box(119, 32, 120, 33))
        )
        #expect(one != other)
        #expect(abs(one - other) < 2e-11 * one)
    }

    /// A degree of the equator: a π / 180.
    @Test func lengths() {
        let degree = area.length(of: [[Position(100, 0), Position(101, 0)]])
        #expect(abs(degree - 6_378_137 * .pi / 180) < 1e-6)
        #expect(area.length(of: []) == 0)
    }
}
