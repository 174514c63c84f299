import TargetTracking
import Testing
import TestSupport

/// Laws of the published methods on random values; the seed is the argument.
struct MethodLawTests {
    @Test(arguments: LawTests.seeds)
    func linearRatioIsProgressOverElapsed(seed: UInt64) throws {
        try forEachCase(seed) { target, values, _ in
            let found = MethodComparison(target, values: values)
            let (progress, elapsed) = (
                try #require(found.assessment?.progress), try #require(found.assessment?.elapsed)
            )
            #expect(near(found.linearRatio, progress / elapsed))
            #expect(near(found.currentStatus?.value, 10 * progress))
            #expect(near(found.currentStatus?.due, 10 * elapsed))
        }
    }

    /// P, CSI and time distance agree in sign: all speak of the way to the target, up or down.
    @Test(arguments: LawTests.seeds)
    func methodsAgreeInSign(seed: UInt64) throws {
        try forEachCase(seed) { target, values, _ in
            let found = MethodComparison(target, values: values)
            let assessment = try #require(found.assessment)
            let progress = try #require(assessment.progress)
            let index = try #require(found.currentStatus?.value)
            let ratio = try #require(found.eurostatRatio)
            let ahead = try #require(assessment.timeDistance)
            let elapsed = try #require(assessment.elapsed)
            guard abs(progress) > 1e-9 else { return }
            #expect((index > 0) == (progress > 0))
            #expect((ratio > 0) == (progress > 0))
            #expect((ahead + 5 * elapsed > 0) == (progress > 0))
        }
    }

    @Test(arguments: LawTests.seeds)
    func unitsChangeNothing(seed: UInt64) {
        forEachCase(seed) { target, values, unit in
            let scaled = Target.plan(
                .level, target.desired, target.comparison, target.value * unit, base: target.base.map { $0 * unit },
                path: target.path)
            let inUnit = values.map { TrackedValue(year: $0.year, value: $0.value * unit) }
            let (one, other) = (MethodComparison(target, values: values), MethodComparison(scaled, values: inUnit))
            #expect(one.assessment?.verdict == other.assessment?.verdict)
            #expect(one.notes == other.notes)
            #expect(near(one.eurostatRatio, other.eurostatRatio, 1e-7))
            #expect(near(one.linearRatio, other.linearRatio))
            #expect(near(one.anticipation?.gap, other.anticipation?.gap, 1e-7))
            #expect(near(one.anticipation?.probabilityOfMeeting, other.anticipation?.probabilityOfMeeting, 1e-7))
            #expect(near(one.anticipation?.value, other.anticipation.map { $0.value / unit }))
        }
    }

    /// The interval holds the value, grows with the level, and the probability is over one half just where the value
    /// meets the target.
    @Test(arguments: LawTests.seeds)
    func intervalsAreInOrder(seed: UInt64) throws {
        try forEachCase(seed) { target, values, _ in
            let narrow = try #require(MethodComparison(target, values: values, options: .init(level: 0.5)).anticipation)
            let wide = try #require(MethodComparison(target, values: values, options: .init(level: 0.99)).anticipation)
            let ends = [wide.low, narrow.low, narrow.value, narrow.high, wide.high].compactMap { $0 }
            #expect(ends.count == 5 && ends == ends.sorted())
            let meets = target.comparison.wantsHigh ? narrow.value > target.value : narrow.value < target.value
            let probability = try #require(narrow.probabilityOfMeeting)
            #expect((probability > 0.5) == meets)
        }
    }

    /// A plain sum over powers beside the centred formula: normal equations solved by hand.
    @Test(arguments: LawTests.seeds)
    func regressionIsThatOfTheNormalEquations(seed: UInt64) throws {
        try forEachCase(seed) { _, values, _ in
            let points = values.map { Trend.Point(year: $0.year, value: $0.value) }
            let found = try #require(Trend.forecast(points, from: 2015, to: 2020, by: .weightedRegression))
            let last = Double((values.last?.year ?? 0) - 2015)
            var sums = (w: 0.0, x: 0.0, xx: 0.0, y: 0.0, xy: 0.0)
            for point in points {
                let x = Double(point.year - 2015)
                let w = (x + 1) / (last + 1)
                sums = (
                    sums.w + w, sums.x + w * x, sums.xx + w * x * x, sums.y + w * point.value,
                    sums.xy + w * x * point.value
                )
            }
            let determinant = sums.w * sums.xx - sums.x * sums.x
            let slope = (sums.w * sums.xy - sums.x * sums.y) / determinant
            let start = (sums.xx * sums.y - sums.x * sums.xy) / determinant
            #expect(near(found.value, start + 5 * slope))
            let leverage = (sums.xx - 10 * sums.x + 25 * sums.w) / determinant
            let squares = points.reduce(0.0) { sum, point in
                let x = Double(point.year - 2015)
                let error = point.value - start - slope * x
                return sum + (x + 1) / (last + 1) * error * error
            }
            let error = (squares / Double(points.count - 2) * (1 + leverage)).squareRoot()
            #expect(near(found.standardError, error, 1e-7))
        }
    }

    private func near(_ left: Double?, _ right: Double?, _ share: Double = 1e-9) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) <= share * max(1, max(abs(left), abs(right)))
    }

    /// A target from 100 up or down, four values 2016 to 2019, and a unit.
    private func forEachCase(_ seed: UInt64, _ body: (Target, [TrackedValue], Double) throws -> Void) rethrows {
        var random = RandomCase(generator: SeededGenerator(seed: seed))
        for _ in 0..<100 {
            let target = random.target()
            let values = (2016...2019).map { TrackedValue(year: $0, value: random.number(50...150)) }
            try body(target, values, random.number(0.5...2) * random.unit())
        }
    }
}
