import Testing

@testable import SpatialAnalysis

/// Verdicts, precedence of classes, contact and distance.
struct ScreeningTests {
    private let strict = Samples.zone("A", [Samples.box(119, 32, 120, 33)])
    private let mild = Samples.zone("B", [Samples.box(119.5, 32, 120.5, 33)], "II")

    private func screen(_ project: Polygon, rules: ScreeningRules = .twoClasses) throws -> Screening {
        let found = try Overlay([mild, strict]).screenings(of: [Samples.project("P", [project])], rules: rules)
        return try #require(found.first)
    }

    /// Where both classes cover, class I counts and class II does not.
    @Test func precedence() throws {
        let found = try screen(Samples.box(119.8, 32.2, 120.4, 32.6))
        let area = EllipsoidalArea()
        let (one, two) = (
            area.area(of: [Samples.box(119.8, 32.2, 120, 32.6)]), area.area(of: [Samples.box(120, 32.2, 120.4, 32.6)])
        )
        #expect(found.verdict == .prohibited)
        #expect(abs(found.classAreas[0] - one) <= 1e-9 * one && abs(found.classAreas[1] - two) <= 1e-9 * two)
        #expect(abs(found.shares[0] + found.shares[1] - 1) < 1e-12)
    }

    @Test func verdicts() throws {
        #expect(try screen(Samples.box(120.1, 32.2, 120.2, 32.3)).verdict == .conditional)
        let touching = try screen(Samples.box(120.5, 32, 121, 33))
        #expect(touching.verdict == .clear && touching.touched == [0] && touching.nearest == nil)
    }

    /// The nearest point lies on an edge of the zone; a degree of the meridian at 33.5° is 110 908 m (Snyder 1987, table
    /// of lengths: 110 901 at 33°, 110 919 at 34°).
    @Test func distance() throws {
        let found = try screen(Samples.box(119.2, 34, 119.3, 34.5))
        let nearest = try #require(found.nearest)
        #expect(found.verdict == .clear && nearest.zone == 1)
        #expect(abs(nearest.distance - 110_910) < 20)
    }

    /// A sliver of a tenth of a millimetre is contact where boundaries are exact to a metre.
    @Test func accuracy() throws {
        let rules = ScreeningRules(ScreeningRules.twoClasses.classes, accuracy: 1)
        let sliver = Samples.box(118.5, 32.2, 119.000000001, 32.6)
        let exact = try screen(sliver)
        #expect(exact.verdict == .prohibited && exact.thin.isEmpty)
        let found = try screen(sliver, rules: rules)
        #expect(found.verdict == .withinAccuracy && found.pieces.isEmpty && found.thin.count == 1)
        #expect(try screen(Samples.box(118.5, 32.2, 119.1, 32.6), rules: rules).verdict == .prohibited)
    }

    @Test func unknownClass() throws {
        let rules = ScreeningRules([ScreeningRules.ClassRule("I", .prohibited)])
        #expect(throws: SpatialFaults(list: [.unknownClass(feature: "B", found: "II", known: ["I"])])) {
            try screen(Samples.box(119, 32, 120, 33), rules: rules)
        }
    }
}
