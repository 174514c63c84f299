import Charts
import Testing
import TestSupport

@Suite("Linear scale")
struct LinearScaleTests {
    static let domains: [(Double, Double)] = {
        var generator = SeededGenerator(seed: 20_240_601)
        let random = (0..<300).map { _ in
            let exponent = Double.random(in: -280...280, using: &generator)
            let size = Double("1e\(Int(exponent))") ?? 1
            return (
                Double.random(in: -1...1, using: &generator) * size, Double.random(in: -1...1, using: &generator) * size
            )
        }
        let edges: [(Double, Double)] = [
            (0, 1), (1, 0), (-1e308, 1e308), (0, Double.leastNonzeroMagnitude), (1e16, 1e16 + 2), (60, 100),
            (-0.1, 0.2), (1, 1.0000000000000002),
        ]
        return random + edges
    }()

    @Test("the ends of the domain go to the ends of the range", arguments: domains)
    func ends(domain: (Double, Double)) throws {
        let scale = try LinearScale(domainStart: domain.0, domainEnd: domain.1, rangeStart: 30, rangeEnd: 470)
        #expect(scale.place(domain.0) == 30)
        #expect(scale.place(domain.1) == 470)
    }

    @Test("ticks lie inside the domain and increase strictly", arguments: domains)
    func ticks(domain: (Double, Double)) throws {
        let scale = try LinearScale(domainStart: domain.0, domainEnd: domain.1, rangeStart: 0, rangeEnd: 1)
        for count in 1...10 {
            let ticks = scale.ticks(count: count)
            #expect(!ticks.isEmpty)
            #expect(ticks.allSatisfy { scale.lower <= $0 && $0 <= scale.upper })
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
            #expect(ticks.count <= max(count, 1) + 1)
        }
    }

    @Test("a covering scale holds every value and ends at its ticks", arguments: domains)
    func covering(domain: (Double, Double)) throws {
        let scale = try #require(
            LinearScale(
                covering: [domain.0, .nan, domain.1, .infinity], includesZero: false, count: 5, rangeStart: 200,
                rangeEnd: 0))
        #expect(scale.lower <= min(domain.0, domain.1) || max(abs(domain.0), abs(domain.1)) < 1e-290)
        #expect(scale.upper >= max(domain.0, domain.1))
        for value in [domain.0, domain.1] {
            let place = try #require(scale.place(value))
            #expect(place >= -1e-6 && place <= 200 + 1e-6)
        }
    }

    @Test("steps are 1, 2 or 5 times a power of ten, not below what is asked, below 2.5 times that", arguments: domains)
    func steps(domain: (Double, Double)) throws {
        let minimum = abs(domain.0)
        guard let step = NiceStep(notBelow: minimum) else {
            #expect(minimum < 1e-300 || minimum > 1e307)
            return
        }
        #expect([1, 2, 5].contains(step.mantissa))
        #expect(step.value >= minimum * (1 - 1e-11))
        #expect(step.value <= minimum * 2.5 * (1 + 1e-11))
    }

    @Test("ticks are the nearest doubles of their decimals")
    func decimals() throws {
        let scale = try LinearScale(domainStart: 0, domainEnd: 0.7, rangeStart: 0, rangeEnd: 1)
        #expect(scale.ticks(count: 7) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    }

    @Test("equal ends map everything to the middle and have one tick")
    func degenerate() throws {
        let scale = try LinearScale(domainStart: 3, domainEnd: 3, rangeStart: 0, rangeEnd: 10)
        #expect(scale.place(3) == 5)
        #expect(scale.ticks(count: 5) == [3])
    }

    @Test("ends that are not finite are refused", arguments: [Double.nan, .infinity, -.infinity])
    func refused(value: Double) throws {
        #expect(throws: ScaleError.self) {
            try LinearScale(domainStart: value, domainEnd: 1, rangeStart: 0, rangeEnd: 1)
        }
        #expect(throws: ScaleError.self) {
            try LinearScale(domainStart: 0, domainEnd: 1, rangeStart: 0, rangeEnd: value)
        }
        #expect(throws: ScaleError.self) { try BandScale(count: 3, start: value, end: 1, padding: 0) }
        let scale = try LinearScale(domainStart: 0, domainEnd: 1, rangeStart: 0, rangeEnd: 1)
        #expect(scale.place(value) == nil)
        #expect(LinearScale(covering: [value], includesZero: true, count: 5, rangeStart: 0, rangeEnd: 1) == nil)
    }

    @Test("bands fill the range evenly")
    func bands() throws {
        let bands = try BandScale(count: 4, start: 10, end: 90, padding: 0.25)
        #expect((0..<4).map(bands.centre) == [20, 40, 60, 80])
        #expect(bands.width == 15)
    }
}
