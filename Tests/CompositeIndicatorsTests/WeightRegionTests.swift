import CompositeIndicators
import TestSupport
import Testing

/// Regions of weights: small cases by hand, laws on random scores, what is refused.
struct WeightRegionTests {
    private static func scores(_ seed: UInt64, children: Int, units: Int) -> (weights: [Double], columns: [[Double]]) {
        var random = SeededGenerator(seed: seed)
        let weights = (0..<children).map { _ in 0.2 + random.uniform() }
        return (weights, (0..<children).map { _ in (0..<units).map { _ in 100 * random.uniform() } })
    }

    private static func ranks(_ weights: [Double], _ columns: [[Double]], tolerance: Double) -> [Int] {
        let index = columns[0].indices.map { unit in zip(weights, columns).reduce(0) { $0 + $1.0 * $1.1[unit] } }
        return index.map { value in 1 + index.count { $0 > value + tolerance } }
    }

    // MARK: By hand

    /// a = (80, 20), b = (40, 50) under (1/2, 1/2): D = (40, -30), 5 ahead. In [3/8, 5/8] the difference is 40 w - 30 (1 - w):
    /// -3.75 to 13.75; the tie is at w = 3/7, away by sqrt(2)/14.
    @Test func pairByHand() throws {
        let region = try WeightRegion(nominal: [1, 1], share: 0.25)
        let pair = try region.pair([80, 20], [40, 50])
        #expect(abs(pair.difference - 5) < 1e-12)
        #expect(abs(pair.smallest + 3.75) < 1e-12 && abs(pair.largest - 13.75) < 1e-12)
        #expect(!pair.isAlwaysAbove)
        let foot = try #require(pair.foot)
        #expect(abs(foot.weights[0] - 3.0 / 7) < 1e-12 && abs(foot.distance - 2.0.squareRoot() / 14) < 1e-12)
        #expect(abs(foot.points[0] + 50.0 / 7) < 1e-12 && abs(foot.points[1] - 50.0 / 7) < 1e-12)
        #expect(pair.footIsNonnegative && pair.footIsInRegion && pair.nearestInRegion == foot)
    }

    /// D = (3, 1, -1) under (.8, .1, .1): mean 1, w.D = 2.4, step 2.4/8 = 0.3, foot (.2, .1, .7). With D = (2, 2, -1) under
    /// (.1, .8, .1): mean 1, w.D = 1.7, step 1.7/6, foot (-.183, .517, .667): the nearest point of the simplex keeps the
    /// first at 0, so that 2 w = 1 - w: (0, 1/3, 2/3).
    @Test func footOutsideTheSimplex() throws {
        let first = try WeightRegion(nominal: [0.8, 0.1, 0.1], share: 1).pair([3, 1, 0], [0, 0, 1])
        let weights = try #require(first.foot?.weights)
        for (value, expected) in zip(weights, [0.2, 0.1, 0.7]) { #expect(abs(value - expected) < 1e-12) }
        let second = try WeightRegion(nominal: [0.1, 0.8, 0.1], share: 0.5).pair([2, 2, 0], [0, 0, 1])
        #expect(!second.footIsNonnegative && second.nearestInRegion == nil && second.isAlwaysAbove)
        let nearest = try #require(second.nearest?.weights)
        for (value, expected) in zip(nearest, [0, 1.0 / 3, 2.0 / 3]) { #expect(abs(value - expected) < 1e-12) }
    }

    @Test func dominanceAndEquality() throws {
        let region = try WeightRegion(nominal: [1, 2, 3], share: 0.5)
        let dominant = try region.pair([3, 4, 5], [2, 3, 4])
        #expect(dominant.isAlwaysAbove && dominant.foot == nil && dominant.nearest == nil)
        let equal = try region.pair([3, 4, 5], [3, 4, 5])
        #expect(!equal.isAlwaysAbove && equal.foot?.distance == 0 && equal.nearestInRegion?.distance == 0)
    }

    /// Three lines through one point: b is second on either side and first, with the others, at the point itself.
    @Test func tieAtACrossing() throws {
        let columns: [[Double]] = [[100, 50, 0], [0, 50, 100]]
        let region = try WeightRegion(nominal: [0.4, 0.6], share: 0.5)
        let line = try region.line(columns)
        #expect(line.crossings.count == 1 && abs(line.crossings[0] - 0.5) < 1e-12)
        #expect(line.units.map(\.best) == [1, 1, 1] && line.units.map(\.worst) == [3, 2, 3])
        let ranges = try region.ranks(columns)
        #expect(ranges.map(\.best) == [1, 1, 1] && ranges.map(\.worst) == [3, 2, 3])
        #expect(abs(line.units[1].shares[1] - 1) < 1e-12 && line.units[1].shares[0] == 0)
    }

    // MARK: Laws

    @Test(arguments: 1...6) func shrunkToTheNominalWeights(_ seed: UInt64) throws {
        let (weights, columns) = Self.scores(seed, children: 5, units: 12)
        let region = try WeightRegion(nominal: weights, share: 0)
        for range in try region.ranks(columns) {
            #expect(range.best == range.nominal && range.worst == range.nominal && range.status == .proven)
        }
    }

    @Test(arguments: 1...4) func growingTheRegionWidens(_ seed: UInt64) throws {
        let (weights, columns) = Self.scores(seed, children: 4, units: 10)
        var before = try WeightRegion(nominal: weights, share: 0).ranks(columns)
        var related = try WeightRegion(nominal: weights, share: 0).order(columns)
        for share in [0.2, 0.5, 1] {
            let region = try WeightRegion(nominal: weights, share: share)
            let after = try region.ranks(columns)
            for (old, new) in zip(before, after) { #expect(new.best <= old.best && new.worst >= old.worst) }
            let order = try region.order(columns)
            #expect(Set(order).isSubset(of: related))
            (before, related) = (after, order)
        }
    }

    /// Ranks under weights drawn from the region lie in the range, and the ends are attained by the weights that come with
    /// them.
    @Test(arguments: 1...4) func drawsLieInside(_ seed: UInt64) throws {
        let (weights, columns) = Self.scores(seed, children: 5, units: 14)
        let region = try WeightRegion(nominal: weights, share: 0.6)
        let ranges = try region.ranks(columns)
        let index = columns[0].indices.map { unit in zip(region.nominal, columns).reduce(0) { $0 + $1.0 * $1.1[unit] } }
        let tolerance = 1e-9 * ((index.max() ?? 0) - (index.min() ?? 0))
        for (unit, range) in ranges.enumerated() {
            #expect(range.status == .proven && range.best == range.bestBound && range.worst == range.worstBound)
            #expect(region.contains(range.bestWeights) && region.contains(range.worstWeights))
            #expect(Self.ranks(range.bestWeights, columns, tolerance: tolerance)[unit] == range.best)
            #expect(Self.ranks(range.worstWeights, columns, tolerance: tolerance)[unit] == range.worst)
        }
        var random = SeededGenerator(seed: 100 + seed)
        for _ in 0..<300 {
            let corners = (0..<2).map { _ in
                (try? region.pair(columns.map { _ in random.uniform() }, columns.map { _ in random.uniform() }))?
                    .nearestInRegion?.weights ?? region.nominal
            }
            let share = random.uniform()
            let drawn = zip(corners[0], corners[1]).map { $0 * share + $1 * (1 - share) }
            for (rank, range) in zip(Self.ranks(drawn, columns, tolerance: tolerance), ranges) {
                #expect(rank >= range.best && rank <= range.worst)
            }
        }
    }

    /// Three children: a fine grid of all weights finds no rank outside, and misses the ends by little.
    @Test(arguments: 1...3) func gridOfThreeChildren(_ seed: UInt64) throws {
        let (_, columns) = Self.scores(seed, children: 3, units: 9)
        let ranges = try WeightRegion(anyWeights: [1, 1, 1]).ranks(columns)
        var (best, worst) = (Array(repeating: 9, count: 9), Array(repeating: 1, count: 9))
        for first in 0...80 {
            for second in 0...(80 - first) {
                let weights = [Double(first), Double(second), Double(80 - first - second)].map { $0 / 80 }
                for (unit, rank) in Self.ranks(weights, columns, tolerance: 1e-7).enumerated() {
                    best[unit] = min(best[unit], rank)
                    worst[unit] = max(worst[unit], rank)
                }
            }
        }
        for (unit, range) in ranges.enumerated() {
            #expect(range.best <= best[unit] && range.worst >= worst[unit])
            #expect(range.best >= best[unit] - 1 && range.worst <= worst[unit] + 1)
        }
    }

    /// The nearest tie is no farther than any other tie of the region, and lies in it.
    @Test(arguments: 1...40) func nearestTieIsNearest(_ seed: UInt64) throws {
        let (weights, columns) = Self.scores(seed, children: 5, units: 2)
        let region = try WeightRegion(nominal: weights, share: 0.8)
        let (first, second) = (columns.map { $0[0] }, columns.map { $0[1] })
        let pair = try region.pair(first, second)
        #expect((pair.nearestInRegion == nil) == (pair.smallest > 0 || pair.largest < 0))
        guard let nearest = pair.nearestInRegion, let foot = pair.foot else { return }
        #expect(region.contains(nearest.weights))
        let value = zip(nearest.weights, zip(first, second)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) }
        #expect(abs(value) < 1e-9 && nearest.distance >= foot.distance - 1e-12)
        // The nearest tie of other weights is a tie too: it must not be closer to these.
        var random = SeededGenerator(seed: 500 + seed)
        for _ in 0..<20 {
            let other = try WeightRegion(
                nominal: weights.map { $0 * (0.5 + random.uniform()) }, lower: region.lower, upper: region.upper)
            guard let rival = try other.pair(first, second).nearestInRegion?.weights else { continue }
            let distance = zip(rival, region.nominal).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            #expect(distance >= nearest.distance - 1e-9)
        }
    }

    /// The covering relation spans the order and nothing less does.
    @Test(arguments: 1...4) func coveringSpansTheOrder(_ seed: UInt64) throws {
        let (weights, columns) = Self.scores(seed, children: 3, units: 10)
        let region = try WeightRegion(nominal: weights, share: 0.3)
        let order = Set(try region.order(columns))
        let covering = try region.covering(columns)
        var reached = Set(covering)
        for _ in 0..<10 {
            for pair in reached {
                for step in covering where step.upper == pair.lower {
                    reached.insert(WeightRegion.Relation(upper: pair.upper, lower: step.lower))
                }
            }
        }
        #expect(!order.isEmpty && reached == order)
        for pair in covering {
            #expect(
                !order.contains { $0.upper == pair.upper && order.contains(.init(upper: $0.lower, lower: pair.lower)) })
        }
    }

    // MARK: What is refused, what is left open

    /// A search cut short says so, and its bounds still hold.
    @Test func cutShort() throws {
        let (weights, columns) = Self.scores(3, children: 6, units: 25)
        let region = try WeightRegion(nominal: weights, share: 0.8)
        let exact = try region.ranks(columns)
        let rough = try region.ranks(columns, nodeLimit: 0)
        #expect(exact.allSatisfy { $0.status == .proven } && rough.contains { $0.status == .notProven })
        for (one, other) in zip(exact, rough) {
            #expect(other.bestBound <= one.best && other.worstBound >= one.worst)
            #expect(other.best >= one.best && other.worst <= one.worst)
        }
    }

    @Test func refusals() throws {
        #expect(throws: WeightRegionError.noWeights) { try WeightRegion(nominal: [], share: 0.1) }
        #expect(throws: WeightRegionError.invalidWeight(child: 1)) { try WeightRegion(nominal: [1, -1], share: 0.1) }
        #expect(throws: WeightRegionError.weightsAllZero) { try WeightRegion(nominal: [0, 0], share: 0.1) }
        #expect(throws: WeightRegionError.invalidShare(1.5)) { try WeightRegion(nominal: [1, 1], share: 1.5) }
        #expect(throws: WeightRegionError.empty) {
            try WeightRegion(nominal: [1, 1], lower: [0, 0], upper: [0.4, 0.5])
        }
        #expect(throws: WeightRegionError.empty) {
            try WeightRegion(nominal: [1, 1], lower: [0.6, 0.6], upper: [0.7, 0.7])
        }
        #expect(throws: WeightRegionError.invalidBounds(child: 0)) {
            try WeightRegion(nominal: [1, 1], lower: [0.6, 0.1], upper: [0.5, 1])
        }
        let region = try WeightRegion(nominal: [1, 1], share: 0.5)
        #expect(throws: WeightRegionError.wrongCount(found: 1, expected: 2)) { try region.pair([1], [1]) }
        #expect(throws: WeightRegionError.invalidScore(unit: 1, child: 0)) { try region.ranks([[1, .nan], [1, 2]]) }
        #expect(throws: WeightRegionError.notTwoChildren(found: 3)) {
            try WeightRegion(nominal: [1, 1, 1], share: 0.5).line([[1], [1], [1]])
        }
    }
}
