import DecompositionAnalysis
import Testing
import TestSupport

/// Tapio's states with their bounds, and the ratio of the OECD.
struct DecouplingTests {
    private static func find(_ c: (Double, Double), _ g: (Double, Double)) -> Decoupling? {
        Decoupling(pressure: (c.0, c.1), driver: (g.0, g.1))
    }

    @Test(arguments: [
        (95.0, 110.0, Decoupling.State.strongDecoupling), (104, 110, .weakDecoupling), (110, 110, .expansiveCoupling),
        (120, 110, .expansiveNegativeDecoupling), (105, 90, .strongNegativeDecoupling),
        (96, 90, .weakNegativeDecoupling), (90, 90, .recessiveCoupling), (80, 90, .recessiveDecoupling),
        // Bounds: 0 is weak, 0.8 and 1.2 are coupling; 0.08/0.1 is 0.7999999999999999 in binary.
        (100, 110, .weakDecoupling), (108, 110, .expansiveCoupling), (112, 110, .expansiveCoupling),
        (107.99, 110, .weakDecoupling), (112.01, 110, .expansiveNegativeDecoupling),
        (100, 90, .weakNegativeDecoupling), (92, 90, .recessiveCoupling), (88, 90, .recessiveCoupling),
        (92.01, 90, .weakNegativeDecoupling), (87.99, 90, .recessiveDecoupling),
    ])
    func states(pressure: Double, driver: Double, state: Decoupling.State) throws {
        let found = try #require(Self.find((100, pressure), (100, driver)))
        #expect(found.state == state)
        #expect(!found.isUnstable)
    }

    @Test func noChangeOfPressure() throws {
        let falling = try #require(Self.find((100, 100), (100, 90)))
        #expect(falling.elasticity == 0 && falling.elasticity?.sign == .plus)
    }

    @Test func noGrowth() throws {
        let found = try #require(Self.find((100, 120), (50, 50)))
        #expect(found.elasticity == nil && found.state == nil && found.isUnstable)
        #expect(found.ratio == 1.2 && abs(found.factor + 0.2) < 1e-15)
        let tiny = try #require(Self.find((100, 101), (100, 100.4)))
        #expect(tiny.isUnstable && tiny.state == .expansiveNegativeDecoupling)
    }

    @Test func refused() {
        #expect(
            Self.find((0, 1), (1, 2)) == nil && Self.find((1, 1), (0, 2)) == nil && Self.find((1, 1), (-1, 2)) == nil)
        #expect(Self.find((1, .nan), (1, 2)) == nil && Self.find((1, 1), (1, 0)) == nil)
        #expect(Self.find((1, 0), (1, 2))?.ratio == 0)
    }

    /// e(C, G) = e(C, E) e(E, G), and parts of the elasticity sum to it. Seed 21.
    @Test func chainForm() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let (c, e, g) = (100 + random.uniform(), 101 + random.uniform(), 102 + random.uniform())
            let parts = [Self.find((99, c), (99, e)), Self.find((99, e), (99, g)), Self.find((99, c), (99, g))]
            let found = try parts.map { try #require($0?.elasticity) }
            #expect(abs(found[0] * found[1] - found[2]) < 1e-12)
            let cells = FactorCells(factors: ["a", "b"], cells: ["1"], start: [[9, 11]], end: [[g / 11, c / g * 11]])
            let shares = try #require(try Decomposition(cells).elasticities(driver: (99, g)))
            #expect(abs(shares.parts.reduce(0, +) - found[2]) < 1e-12 && abs(shares.total - found[2]) < 1e-12)
        }
    }
}
