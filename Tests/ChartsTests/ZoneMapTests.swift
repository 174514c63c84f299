import Foundation
import Testing

@testable import Charts

/// Shape and scale of maps.
struct ZoneMapTests {
    private func corner(_ longitude: Double, _ latitude: Double) -> MapPoint {
        MapPoint(longitude: longitude, latitude: latitude)
    }

    /// At 60° a degree of longitude is half a degree of latitude.
    @Test func degreesOfLongitudeShrink() throws {
        let map = try #require(MapFrame([corner(10, 59), corner(12, 61)], x: 0, y: 0, width: 400))
        let (a, b, c) = (map.place(corner(10, 60)), map.place(corner(11, 60)), map.place(corner(10, 61)))
        #expect(abs((b.x - a.x) * 2 - (a.y - c.y)) < 1e-6)
    }

    /// A kilometre on the scale bar is a kilometre along the middle latitude: 1 / (111.32 cos φ) degrees.
    @Test func scale() throws {
        let map = try #require(MapFrame([corner(118, 31), corner(122, 35)], x: 0, y: 0, width: 480))
        let degree = map.place(corner(121, 33)).x - map.place(corner(120, 33)).x
        let kilometres = 111.3195 * cos(33 * Double.pi / 180)
        #expect(abs(degree / kilometres - map.kilometre) < 1e-6)
    }

    @Test func everythingLiesInTheBox() throws {
        let points = [corner(118.2, 31.2), corner(121.6, 31), corner(121.2, 34.3), corner(118.5, 34.6)]
        let map = try #require(MapFrame(points, x: 0.5, y: 40, width: 479))
        for point in map.places(points) {
            #expect(
                point.x >= map.box.x && point.x <= map.box.right && point.y >= map.box.y && point.y <= map.box.bottom)
        }
    }

    @Test func whatCannotBeSeenIsLeftOut() throws {
        let dense = (0...10_000).map { corner(118 + Double($0) / 10_000, 33) } + [corner(119, 34)]
        let map = try #require(MapFrame(dense, x: 0, y: 0, width: 480))
        #expect(map.places(dense).count < 2000)
    }

    @Test func cautionIsPrinted() {
        #expect(MapSamples.english.svg().contains(">Invented zones, not official boundaries<"))
        #expect(MapSamples.chinese.svg().contains(">虚构红线区，非官方边界<"))
        #expect(MapSamples.english.svg().contains(">20 km<"))
    }

    /// Two shapes in one place: their names stand beside each other.
    @Test func namesDoNotOverlap() {
        var map = MapSamples.english
        let ring = map.shapes[0].paths
        map.shapes = ["A", "B"].map { MapShape(name: $0, kind: 0, paths: ring) }
        let lines = map.svg().split(separator: "\n").filter { $0.contains(">A<") || $0.contains(">B<") }
        let heights = lines.compactMap { $0.firstMatch(of: /\sy="([0-9.]+)"/).flatMap { Double($0.1) } }
        #expect(heights.count == 2 && abs(heights[0] - heights[1]) > 12)
    }

    @Test func nothingToDraw() {
        var map = MapSamples.english
        map.shapes = [MapShape(name: "N", kind: 0, paths: [])]
        #expect(map.svg().contains("No data") && map.table.rows.count == 1)
    }
}
