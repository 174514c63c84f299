import StatisticalData
import TargetTracking
import Testing
import TestSupport

/// Laws on random values; the seed is the argument.
struct LawTests {
    static let seeds: [UInt64] = [1, 17, 2020, 320_000]
    static let repetitions = 200

    @Test(arguments: seeds)
    func linearRateRatioIsProgressOverElapsed(seed: UInt64) throws {
        try forEachCase(seed) { random in
            let target = random.target()
            let value = random.number(50...150)
            let year = random.year()
            let found = try #require(Tracking.assess(target, values: .one(year, value)).last)
            guard let progress = found.progress, let elapsed = found.elapsed, let base = target.base else {
                Issue.record("no progress")
                return
            }
            let rate = (value - base) / Double(year - 2015)
            let needed = (target.value - base) / 5
            #expect(abs(rate / needed - progress / elapsed) <= 1e-9 * max(1, abs(rate / needed)))
        }
    }

    @Test(arguments: seeds)
    func statusIsUnchangedByUnits(seed: UInt64) {
        forEachCase(seed) { random in
            let target = random.target()
            let values = (2016...2020).map { TrackedValue(year: $0, value: random.number(50...150)) }
            let unit = random.number(0.5...2) * random.unit()
            let scaled = Target.plan(
                .level, target.desired, target.comparison, target.value * unit, base: target.base.map { $0 * unit },
                path: target.path)
            let inUnit = values.map { TrackedValue(year: $0.year, value: $0.value * unit) }
            #expect(
                Tracking.assess(target, values: values).map(\.verdict)
                    == Tracking.assess(scaled, values: inUnit).map(\.verdict))
        }
    }

    @Test(arguments: seeds)
    func progressAndTimeDistanceAreMirrored(seed: UInt64) throws {
        try forEachCase(seed) { random in
            let distance = random.number(1...50)
            let moved = random.number(-60...60)
            let year = random.year()
            let up = try #require(
                Tracking.assess(.plan(100 + distance, base: 100), values: .one(year, 100 + moved)).last)
            let down = try #require(
                Tracking.assess(
                    .plan(.level, .down, .atMost, 100 - distance, base: 100), values: .one(year, 100 - moved)
                ).last)
            #expect(up.status == down.status)
            #expect(abs((up.progress ?? .nan) - (down.progress ?? .nan)) < 1e-9)
            #expect(abs((up.timeDistance ?? .nan) - (down.timeDistance ?? .nan)) < 1e-8)
            // Ahead in time is ahead in progress: S = n (P - tau) on the linear path.
            let lead = (up.progress ?? .nan) - (up.elapsed ?? .nan)
            #expect(abs(lead) < 1e-9 || ((up.timeDistance ?? .nan) > 0) == (lead > 0))
        }
    }

    @Test(arguments: seeds)
    func equalAnnualChangesMakeTheTotal(seed: UInt64) {
        forEachCase(seed) { random in
            let total = random.number(-99...300)
            let years = Int.random(in: 1...30, using: &random.generator)
            let annual = CumulativeChange.equalAnnual(total: total, years: years)
            let made = CumulativeChange.compound(repeatElement(annual, count: years))
            #expect(abs(made - total) <= 1e-9 * max(100, abs(total)))
            let step = Int.random(in: 0...years, using: &random.generator)
            let path = CumulativeChange.requiredPath(total: total, step: step, of: years)
            #expect(abs(CumulativeChange.compound(repeatElement(annual, count: step)) - path) <= 1e-9 * 400)
        }
    }

    @Test(arguments: seeds)
    func stillNeededMakesTheTotal(seed: UInt64) throws {
        try forEachCase(seed) { random in
            let total = random.number(-60...60)
            let done = random.number(-60...60)
            let left = Int.random(in: 1...10, using: &random.generator)
            let needed = try #require(CumulativeChange.stillNeeded(total: total, achieved: done, yearsLeft: left))
            let made = CumulativeChange.compound([done] + repeatElement(needed, count: left))
            #expect(abs(made - total) <= 1e-9 * 100)
        }
    }

    @Test(arguments: seeds)
    func orderOfTheCutsDoesNotMatter(seed: UInt64) {
        forEachCase(seed) { random in
            let cuts = (0..<6).map { _ in random.number(-20...5) }
            let total = CumulativeChange.compound(cuts)
            #expect(abs(CumulativeChange.compound(cuts.shuffled(using: &random.generator)) - total) < 1e-10)
            #expect(abs(CumulativeChange.compound(cuts.sorted()) - total) < 1e-10)
        }
    }

    @Test(arguments: seeds)
    func intervalHoldsTheValueAndWidensWithRounding(seed: UInt64) {
        forEachCase(seed) { random in
            let cuts = (0..<4).map { _ in random.number(-20...5) }
            let width = random.number(0.001...0.5)
            let narrow = CumulativeChange.interval(cuts, halfWidth: width)
            let wide = CumulativeChange.interval(cuts, halfWidth: 2 * width)
            #expect(wide.low < narrow.low && narrow.low < narrow.value)
            #expect(narrow.value < narrow.high && narrow.high < wide.high)
            let truth = CumulativeChange.compound(cuts.map { $0 + random.number(-width...width) })
            #expect(narrow.low <= truth && truth <= narrow.high)
        }
    }

    @Test(arguments: seeds)
    func identityInvertsAndItsIntervalHoldsTheTruth(seed: UInt64) throws {
        try forEachCase(seed) { random in
            let (energy, growth, width) = (random.number(-20...20), random.number(-20...20), random.number(0.001...1))
            let ratio = try #require(IntensityIdentity.ratioChange(numerator: energy, denominator: growth))
            let back = try #require(IntensityIdentity.impliedDenominatorGrowth(numerator: energy, ratio: ratio))
            #expect(abs(back - growth) < 1e-10)
            let interval = try #require(
                IntensityIdentity.ratioChange(
                    numerator: energy, halfWidth: width, denominator: growth, denominatorHalfWidth: width))
            let truth = try #require(
                IntensityIdentity.ratioChange(
                    numerator: energy + random.number(-width...width),
                    denominator: growth + random.number(-width...width)))
            #expect(interval.low < interval.value && interval.value < interval.high)
            #expect(interval.agrees(with: truth))
        }
    }

    private func forEachCase(_ seed: UInt64, _ body: (inout RandomCase) throws -> Void) rethrows {
        var random = RandomCase(generator: SeededGenerator(seed: seed))
        for _ in 0..<Self.repetitions { try body(&random) }
    }
}

/// Draws the parts of a case.
struct RandomCase {
    var generator: SeededGenerator

    mutating func number(_ range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &generator)
    }

    /// A power of ten between 10^-8 and 10^8.
    mutating func unit() -> Double {
        Decimals.power(Int.random(in: -8...8, using: &generator))
    }

    mutating func year() -> Int {
        Int.random(in: 2016...2020, using: &generator)
    }

    /// A target up or down by 1 to 50 from 100.
    mutating func target() -> Target {
        let distance = number(1...50)
        let path: Target.Path = Bool.random(using: &generator) ? .linear : .compound
        return Bool.random(using: &generator)
            ? .plan(100 + distance, base: 100, path: path)
            : .plan(.level, .down, .atMost, 100 - distance, base: 100, path: path)
    }
}
