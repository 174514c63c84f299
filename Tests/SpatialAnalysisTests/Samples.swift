import Foundation
import SpatialAnalysis
import TestSupport

/// Shapes of the tests, all invented.
enum Samples {
    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
        Polygon([
            [
                Position(west, south), Position(east, south), Position(east, north), Position(west, north),
                Position(west, south),
            ]
        ])
    }

    static func ring(_ positions: [(Double, Double)]) -> [Position] {
        positions.map { Position($0.0, $0.1) } + [Position(positions[0].0, positions[0].1)]
    }

    /// A polygon with one vertex in each of as many equal sectors: it never crosses itself.
    static func star(_ random: inout SeededGenerator, radius: Double, vertices: Int, spread: Double = 1) -> Polygon {
        let centre = Position(119 + spread * random.uniform(), 32 + spread * random.uniform())
        let ring = (0..<vertices).map { index -> (Double, Double) in
            let angle = 2 * Double.pi * (Double(index) + random.uniform()) / Double(vertices)
            let distance = radius * (0.65 + 0.7 * random.uniform())
            return (centre.longitude + distance * cos(angle), centre.latitude + distance * sin(angle))
        }
        return Polygon([self.ring(ring)])
    }

    static func zone(_ id: String, _ polygons: [Polygon], _ zoneClass: String = "I") -> Zone {
        Zone(id: id, zoneClass: zoneClass, shape: .polygons(polygons))
    }

    static func project(_ id: String, _ polygons: [Polygon]) -> Project {
        Project(id: id, shape: .polygons(polygons))
    }
}
