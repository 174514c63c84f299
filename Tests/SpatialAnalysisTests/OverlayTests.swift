import TestSupport
import Testing

@testable import SpatialAnalysis

/// Overlaps by the edge integral against those by GEOS, and the cases in which edges touch.
struct OverlayTests {
    private let area = EllipsoidalArea()

    private func common(_ one: [Polygon], _ other: [Polygon]) throws -> (fast: Double, whole: Double) {
        let overlay = try Overlay([Samples.zone("Z", other)])
        let projects = [Samples.project("P", one)]
        return (
            try overlay.pairs(with: projects).reduce(0) { $0 + $1.area },
            try overlay.pieces(with: projects).reduce(0) { $0 + $1.pair.area }
        )
    }

    @Test func randomStars() throws {
        var random = SeededGenerator(seed: 8_010)
        let zones = (0..<40).map { Samples.zone("Z\($0)", [Samples.star(&random, radius: 0.15, vertices: 60)]) }
        let projects = (0..<300).map { Samples.project("P\($0)", [Samples.star(&random, radius: 0.05, vertices: 12)]) }
        let overlay = try Overlay(zones)
        let pairs = try overlay.pairs(with: projects)
        let pieces = try overlay.pieces(with: projects)
        #expect(pairs.count > 300)
        #expect(pairs.map(\.project) == pieces.map(\.pair.project))
        #expect(pairs.map(\.zone) == pieces.map(\.pair.zone))
        for (pair, piece) in zip(pairs, pieces) {
            #expect(abs(pair.area - piece.pair.area) <= 1e-9 * pair.area + 1e-6)
        }
    }

    /// The kernel answers what is certain by itself: none of these goes to GEOS for a touch that is none.
    @Test func kernelAnswersMostPairs() {
        var random = SeededGenerator(seed: 8_011)
        let integral = EdgeIntegral(.wgs84)
        let tables = (0..<200).map { _ in
            EdgeTable(.polygons([Samples.star(&random, radius: 0.1, vertices: 30)]), integral)
        }
        let kernel = PairArea(integral)
        let answered = (0..<199).count { kernel.area(tables[$0], tables[$0 + 1]) != nil }
        #expect(answered >= 197)
    }

    /// The union of disjoint pieces of a square with holes covers what inclusion and exclusion say.
    @Test func holesAndParts() throws {
        let outer = Samples.box(119, 32, 120, 33).rings[0]
        let hole = Array(Samples.box(119.2, 32.2, 119.6, 32.6).rings[0].reversed())
        let zone = [Polygon([outer, hole]), Samples.box(121, 32, 121.5, 33)]
        let project = [Samples.box(119.1, 32.1, 121.2, 32.5)]
        let expected =
            area.area(of: [Samples.box(119.1, 32.1, 120, 32.5), Samples.box(121, 32.1, 121.2, 32.5)])
            - area.area(of: [Samples.box(119.2, 32.2, 119.6, 32.5)])
        let found = try common(project, zone)
        #expect(abs(found.fast - expected) <= 1e-11 * expected)
        #expect(abs(found.whole - expected) <= 1e-11 * expected)
    }

    /// A project in the hole takes nothing; one that holds the zone takes all of it.
    @Test func insideOfHoleAndAround() throws {
        let outer = Samples.box(119, 32, 120, 33).rings[0]
        let hole = Array(Samples.box(119.2, 32.2, 119.6, 32.6).rings[0].reversed())
        let zone = Polygon([outer, hole])
        let nothing = try common([Samples.box(119.3, 32.3, 119.4, 32.4)], [zone])
        #expect(nothing.fast == 0 && nothing.whole == 0)
        let all = try common([Samples.box(118, 31, 121, 34)], [zone])
        let expected = area.area(of: [zone])
        #expect(abs(all.fast - expected) <= 1e-12 * expected && abs(all.whole - expected) <= 1e-12 * expected)
    }

    static let unit = Samples.box(119, 32, 120, 33)

    /// What touches: the project, and the part of the unit square it shares as a box; `nil` for nothing.
    static let touches: [(name: String, project: Polygon, shared: Polygon?)] = [
        ("identical", unit, unit),
        ("edge outside", Samples.box(120, 32, 121, 33), nil),
        ("edge inside", Samples.box(119.5, 32, 120, 33), Samples.box(119.5, 32, 120, 33)),
        ("part of an edge, outside", Samples.box(120, 32.3, 121, 32.6), nil),
        ("part of an edge, inside", Samples.box(119.7, 32.3, 120, 32.6), Samples.box(119.7, 32.3, 120, 32.6)),
        ("part of an edge, across", Samples.box(119.7, 32, 120.5, 32.5), Samples.box(119.7, 32, 120, 32.5)),
        ("corner", Samples.box(120, 33, 121, 34), nil),
        ("vertex on an edge", Polygon([Samples.ring([(120, 32.5), (121, 32.2), (121, 32.8)])]), nil),
        (
            "other vertices",
            Polygon([Samples.ring([(119, 32), (119.3, 32), (120, 32), (120, 32.9), (120, 33), (119, 33)])]), unit
        ),
        ("sliver outside", Samples.box(120, 32, 120.000000001, 33), nil),
        ("sliver inside", Samples.box(119.999999999, 32, 120, 33), Samples.box(119.999999999, 32, 120, 33)),
    ]

    @Test(arguments: touches)
    func degenerate(name: String, project: Polygon, shared: Polygon?) throws {
        let expected = shared.map { area.area(of: [$0]) } ?? 0
        let found = try common([project], [Self.unit])
        #expect(abs(found.fast - expected) <= 1e-9 * expected, "\(name)")
        #expect(abs(found.whole - expected) <= 1e-9 * expected, "\(name)")
    }

    /// A project whose outline is the hole of a zone shares nothing with it.
    @Test func outlineOfTheHole() throws {
        let hole = Samples.box(119.2, 32.2, 119.6, 32.6)
        let zone = Polygon([Self.unit.rings[0], hole.rings[0].reversed()])
        let found = try common([hole], [zone])
        #expect(found.fast == 0 && found.whole == 0)
    }

    @Test(arguments: [1, 2, 3, 7])
    func anyNumberOfThreads(threads: Int) throws {
        var random = SeededGenerator(seed: 8_012)
        let zones = (0..<20).map { Samples.zone("Z\($0)", [Samples.star(&random, radius: 0.2, vertices: 40)]) }
        let projects = (0..<61).map { Samples.project("P\($0)", [Samples.star(&random, radius: 0.1, vertices: 10)]) }
        let one = try Overlay(zones, threads: 1)
        let several = try Overlay(zones, threads: threads)
        #expect(try one.pairs(with: projects) == (try several.pairs(with: projects)))
        #expect(try one.pieces(with: projects) == (try several.pieces(with: projects)))
        #expect(try one.screenings(of: projects) == (try several.screenings(of: projects)))
    }

    /// A road of a hundred metres' width through half a zone.
    @Test func linesHaveLengthTimesWidth() throws {
        let overlay = try Overlay([Samples.zone("Z", [Self.unit])])
        let road = Project(id: "R", shape: .lines([[Position(119.5, 32.5), Position(120.5, 32.5)]]), width: 100)
        let pair = try #require(try overlay.pairs(with: [road]).first)
        #expect(abs(pair.shareOfProject - 0.5) < 1e-5)
        #expect(abs(pair.area - area.length(of: [[Position(119.5, 32.5), Position(120, 32.5)]]) * 100) < 1)
    }

    @Test func faults() {
        let line = Zone(id: "L", zoneClass: "I", shape: .lines([[Position(1, 1), Position(2, 2)]]))
        let twice = Samples.zone("Z", [Self.unit])
        #expect(throws: SpatialFaults(list: [.repeatedFeature("Z"), .zoneOfLines("L")])) {
            try Overlay([twice, twice, line])
        }
        let road = Project(id: "R", shape: line.shape)
        #expect(throws: SpatialFaults(list: [.lineWithoutWidth("R")])) { try Overlay([twice]).pairs(with: [road]) }
    }

    @Test func nothingIsDrawn() throws {
        let overlay = try Overlay([Zone(id: "E", zoneClass: "I", shape: .none), Samples.zone("Z", [Self.unit])])
        let projects = [Project(id: "N", shape: .none), Samples.project("P", [Self.unit])]
        #expect(try overlay.pairs(with: projects).map(\.project) == [1])
        #expect(try overlay.pieces(with: projects).map(\.pair.project) == [1])
    }
}
