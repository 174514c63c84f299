/// Which ranges of inputs hold the futures of interest: the patient rule induction method.
///
/// From the box of all runs the method peels off, again and again, the share `peel` of the runs at one end of one input, such that the
/// futures of interest are densest in what is left; ties go to the larger rest, then to the earlier input. Each box on the way has its coverage
/// (the share of all futures of interest that lie in it), density (their share of the runs in it) and mass (its share of all runs). For each
/// input that a box limits, `chance` is the probability that as many futures of interest or more lie in the box by chance, were that limit
/// not there: a limit with a large chance means nothing. Boxes are not widened again (pasting).
/// Source: Friedman and Fisher, Statistics and Computing 9 (1999), 123-143; coverage, density and the test: Bryant and Lempert, Technological
/// Forecasting and Social Change 77 (2010), 34-49.
public struct ScenarioDiscovery: Hashable, Sendable {
    /// Limits of inputs and what lies within.
    public struct Box: Hashable, Sendable {
        /// A limit of an input, lowest and highest value within; the others are free.
        public struct Limit: Hashable, Sendable {
            /// The number of the input.
            public let input: Int
            /// The lowest value within; `nil` where it is free downwards.
            public let low: Double?
            /// The highest value within; `nil` where it is free upwards.
            public let high: Double?
            /// The probability of so many futures of interest without this limit.
            public let chance: Double
        }

        /// The limits.
        public let limits: [Limit]
        /// The runs in it, and those of interest.
        public let runs, hits: Int
        /// hits / all hits.
        public let coverage: Double
        /// hits / runs.
        public let density: Double
        /// runs / all runs.
        public let mass: Double
    }

    /// The boxes, each within the one before; the first is that of all runs.
    public let boxes: [Box]
    /// The box with the greatest harmonic mean of coverage and density.
    public let chosen: Int

    /// Searches boxes; `nil` where no run, or all, are of interest.
    ///
    /// - Parameters:
    ///   - points: for each run its inputs, all of the same number and finite.
    ///   - isHit: for each run whether it is of interest.
    ///   - peel: the share of runs that is peeled off at a time, from 0 to 0.5.
    ///   - least: the least mass of a box.
    public init?(_ points: [[Double]], _ isHit: [Bool], peel: Double = 0.05, least: Double = 0.05) {
        let total = isHit.count { $0 }
        guard points.count == isHit.count, total > 0, total < points.count, let width = points.first?.count,
            peel > 0, peel <= 0.5
        else { return nil }
        var inside = Array(points.indices)
        var limits = Array(repeating: Range(), count: width)
        var boxes: [Box] = []
        func box() -> Box {
            let hits = inside.count { isHit[$0] }
            return Box(
                limits: limits.indices.filter { limits[$0].low != nil || limits[$0].high != nil }.map { input in
                    Box.Limit(
                        input: input, low: limits[input].low, high: limits[input].high,
                        chance: Self.chance(input, limits, points, isHit, runs: inside.count, hits: hits))
                }, runs: inside.count, hits: hits, coverage: Double(hits) / Double(total),
                density: Double(hits) / Double(inside.count), mass: Double(inside.count) / Double(points.count))
        }
        boxes.append(box())
        while let last = boxes.last, last.density < 1 {
            guard let next = Self.peeled(inside, points, isHit, width: width, share: peel, density: last.density),
                Double(next.inside.count) >= least * Double(points.count)
            else { break }
            inside = next.inside
            if next.isLow { limits[next.input].low = next.limit } else { limits[next.input].high = next.limit }
            boxes.append(box())
        }
        self.boxes = boxes
        func mean(_ box: Box) -> Double {
            box.coverage + box.density > 0 ? 2 * box.coverage * box.density / (box.coverage + box.density) : 0
        }
        chosen = boxes.indices.reduce(0) { mean(boxes[$1]) > mean(boxes[$0]) ? $1 : $0 }
    }

    private struct Range {
        var low: Double?
        var high: Double?
    }

    private struct Peel {
        var inside: [Int]
        var input: Int
        var isLow: Bool
        var limit: Double
        var density: Double
    }

    /// The best of all ways to peel; `nil` where none makes it denser.
    private static func peeled(
        _ inside: [Int], _ points: [[Double]], _ isHit: [Bool], width: Int, share: Double, density: Double
    ) -> Peel? {
        let count = max(1, Int((share * Double(inside.count)).rounded()))
        guard count < inside.count else { return nil }
        var best: Peel?
        for input in 0..<width {
            let values = inside.map { points[$0][input] }.sorted()
            for isLow in [true, false] {
                let edge = isLow ? values[count] : values[values.count - 1 - count]
                // Equal values go together: with the rest, or where that peels nothing, off.
                var kept = inside.filter { isLow ? points[$0][input] >= edge : points[$0][input] <= edge }
                if kept.count == inside.count {
                    kept = inside.filter { isLow ? points[$0][input] > edge : points[$0][input] < edge }
                }
                guard !kept.isEmpty, kept.count < inside.count else { continue }
                let found = Double(kept.count { isHit[$0] }) / Double(kept.count)
                let isBetter = best.map { found > $0.density || found == $0.density && kept.count > $0.inside.count }
                guard found > density, isBetter ?? true else { continue }
                let ends = kept.map { points[$0][input] }
                let limit = isLow ? ends.reduce(.infinity, min) : ends.reduce(-.infinity, max)
                best = Peel(inside: kept, input: input, isLow: isLow, limit: limit, density: found)
            }
        }
        return best
    }

    /// The probability of so many hits or more among the runs of a box, by the density without one limit.
    private static func chance(
        _ input: Int, _ limits: [Range], _ points: [[Double]], _ isHit: [Bool], runs: Int, hits: Int
    ) -> Double {
        let wider = points.indices.filter { run in
            limits.indices.allSatisfy { other in
                other == input
                    || (limits[other].low.map { points[run][other] >= $0 } ?? true)
                        && (limits[other].high.map { points[run][other] <= $0 } ?? true)
            }
        }
        let density = Double(wider.count { isHit[$0] }) / Double(max(1, wider.count))
        guard density > 0 else { return hits == 0 ? 1 : 0 }
        guard density < 1 else { return 1 }
        let whole = Elementary.logGamma(Double(runs + 1))
        let tail = (hits...runs).reduce(0.0) { sum, number in
            let (k, rest) = (Double(number), Double(runs - number))
            let ways = whole - Elementary.logGamma(k + 1) - Elementary.logGamma(rest + 1)
            return sum + Elementary.exp(ways + k * Elementary.log(density) + rest * Elementary.log(1 - density))
        }
        return min(1, tail)
    }
}
