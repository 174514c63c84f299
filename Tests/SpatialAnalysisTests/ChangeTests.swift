import TestSupport
import Testing

@testable import SpatialAnalysis

/// Zones at two dates.
struct ChangeTests {
    private func zone(
        _ id: String, _ west: Double, _ east: Double, type: String? = nil, value: Double? = nil, city: String? = nil,
        zoneClass: String = "I"
    ) -> Zone {
        Zone(
            id: id, zoneClass: zoneClass, type: type, functionValue: value, city: city,
            shape: .polygons([Samples.box(west, 32, east, 33)]))
    }

    private func change(_ old: Zone?, _ new: Zone?, accuracy: Double = 0) throws -> ZoneChange {
        let comparison = try ZoneComparison(
            old: old.map { [$0] } ?? [], new: new.map { [$0] } ?? [], accuracy: accuracy)
        return try #require(try comparison.changes().first)
    }

    @Test func eachFinding() throws {
        let old = zone("Z", 119, 120, type: "wetland", value: 3)
        #expect(try change(old, old).findings == [])
        #expect(try change(old, nil).findings == [.removed])
        #expect(try change(nil, old).findings == [.added])
        #expect(try change(old, zone("Z", 119, 119.5, type: "wetland", value: 3)).findings == [.reduced])
        #expect(try change(old, zone("Z", 119, 121, type: "wetland", value: 3)).findings == [.enlarged])
        #expect(try change(old, zone("Z", 119.2, 120.2, type: "wetland", value: 3)).findings == [.moved])
        #expect(try change(old, zone("Z", 119, 120, type: "forest", value: 3)).findings == [.typeChanged])
        #expect(try change(old, zone("Z", 119, 120, type: "wetland", value: 2)).findings == [.functionLowered])
        #expect(
            try change(old, zone("Z", 119, 120, type: "wetland", value: 3, zoneClass: "II")).findings == [.classChanged]
        )
    }

    /// Enlarged as a whole, but not where it was: still a loss that must be explained.
    @Test func enlargedAndMoved() throws {
        let found = try change(zone("Z", 119, 120), zone("Z", 119.5, 121))
        #expect(found.findings == [.enlarged, .moved])
        #expect(!found.isKept && found.areaTest == .enlarged)
    }

    @Test func whatIsNotMeasuredIsNotPassed() throws {
        let found = try change(zone("Z", 119, 120, value: 3), zone("Z", 119, 120))
        #expect(found.functionTest == .notMeasured && found.typeTest == .notStated && found.isKept)
    }

    /// What is lost and what is stable make up the first date; what is gained and stable the second.
    @Test func parts() throws {
        var random = SeededGenerator(seed: 8_020)
        for _ in 0..<30 {
            let old = Samples.zone("Z", [Samples.star(&random, radius: 0.3, vertices: 20, spread: 0.2)])
            let new = Samples.zone("Z", [Samples.star(&random, radius: 0.3, vertices: 20, spread: 0.2)])
            let areas = try change(old, new).areas
            #expect(abs(areas.old - areas.loss - areas.stable) <= 1e-9 * areas.old)
            #expect(abs(areas.new - areas.gain - areas.stable) <= 1e-9 * areas.new)
        }
    }

    /// A survey a centimetre off is told apart from a loss, and both are shown.
    @Test func accuracy() throws {
        let (old, new) = (zone("Z", 119, 120), zone("Z", 119.0000001, 120.0000001))
        let found = try change(old, new, accuracy: 1)
        #expect(found.findings == [] && found.lostShape.isEmpty)
        #expect(found.areas.loss > 900 && found.areas.loss == found.areas.lossWithinAccuracy)
        #expect(try change(old, new).findings == [.moved])
    }

    /// One city's gain never makes up for another's loss.
    @Test func cities() throws {
        let old = [zone("A", 118, 119, city: "east"), zone("B", 120, 121, city: "west")]
        let new = [zone("A", 118, 119.5, city: "east"), zone("B", 120, 120.5, city: "west")]
        let totals = try ZoneComparison(old: old, new: new).totalsByCity()
        #expect(totals.map(\.city) == ["east", "west"])
        #expect(totals[0].areas.loss == 0 && totals[1].areas.gain == 0)
        #expect(abs(totals[0].areas.gain - totals[1].areas.loss) < 1e-3)
    }

    /// Rates 4 and 2 for a square kilometre: what both classes cover is paid for once, as class I.
    @Test func compensation() throws {
        let zones = [zone("A", 119, 120), zone("B", 119.5, 120.5, zoneClass: "II")]
        let summary = try ZoneSummary(zones, classes: ["I", "II"])
        let area = EllipsoidalArea()
        let (one, two) = (
            area.area(of: [Samples.box(119, 32, 120, 33)]), area.area(of: [Samples.box(120, 32, 120.5, 33)])
        )
        let payment = try CompensationRule(rates: ["I": 4, "II": 2]).payment(for: summary)
        let expected = (4 * one + 2 * two) / 1e6
        #expect(abs((payment ?? .nan) - expected) <= 1e-9 * expected)
        #expect(try CompensationRule(rates: ["I": 4]).payment(for: summary) == nil)
        #expect(throws: SpatialFaults(list: [.negative("I", -1)])) { try CompensationRule(rates: ["I": -1]) }
    }

    @Test func validity() throws {
        let bowTie = Polygon([Samples.ring([(119, 32), (120, 33), (120, 32), (119, 33)])])
        let shapes: [(feature: String, shape: Shape)] = [
            ("good", .polygons([Samples.box(119, 32, 120, 33)])), ("bad", .polygons([bowTie])), ("none", .none),
        ]
        #expect(
            ValidityCheck.faults(in: shapes)
                == [.invalid(feature: "bad", reason: "Self-intersection", Position(119.5, 32.5))])
        let repairs = try ValidityCheck.repairs(of: shapes)
        #expect(repairs.map(\.index) == [1])
        // Both triangles of the bow-tie, not one: a quarter of the square each.
        let area = EllipsoidalArea()
        let halves = area.area(of: [
            Polygon([Samples.ring([(119, 32), (119.5, 32.5), (119, 33)])]),
            Polygon([Samples.ring([(120, 32), (120, 33), (119.5, 32.5)])]),
        ])
        #expect(abs(repairs[0].areaAfter - halves) <= 1e-9 * halves)
    }
}
