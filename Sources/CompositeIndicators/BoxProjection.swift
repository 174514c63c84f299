/// The nearest point of a box on one or two planes: small quadratic programs, solved exactly.
///
/// The nearest point has the form x = clip(start + lambda a + mu d), with the multipliers of the equations. Along each
/// multiplier it is a chain of straight pieces, one a set of active bounds: the piece that meets the equation is found
/// by bisection, the point on it by a line. Source: Karush-Kuhn-Tucker conditions; the one-plane case is that of
/// Brucker (1984).
enum BoxProjection {
    /// A box: bounds of each coordinate.
    struct Box {
        let lower: [Double]
        let upper: [Double]

        func clip(_ point: [Double]) -> [Double] {
            point.indices.map { min(max(point[$0], lower[$0]), upper[$0]) }
        }

        /// -1 where a point lies on the lower bound, 1 on the upper, 0 between.
        func pattern(_ point: [Double]) -> [Int] {
            point.indices.map { point[$0] <= lower[$0] ? -1 : point[$0] >= upper[$0] ? 1 : 0 }
        }
    }

    /// The point of the box nearest to `start` with sum of a x = total.
    ///
    /// - Parameter coefficients: a, not negative.
    /// - Returns: `nil` if no point of the box is on the plane.
    static func nearest(to start: [Double], in box: Box, coefficients: [Double], total: Double) -> [Double]? {
        func point(_ multiplier: Double) -> [Double] {
            box.clip(start.indices.map { start[$0] + multiplier * coefficients[$0] })
        }
        func sum(_ multiplier: Double) -> Double { WeightRegion.sum(point(multiplier), coefficients) }
        let moving = start.indices.filter { coefficients[$0] > 0 }
        let breaks = moving.flatMap { index in
            [box.lower[index], box.upper[index]].map { ($0 - start[index]) / coefficients[index] }
        }.sorted()
        guard let first = breaks.first, let last = breaks.last else {
            return abs(total) <= 1e-12 ? box.clip(start) : nil
        }
        let scale = 1e-12 * max(1, abs(total))
        guard total >= sum(first) - scale, total <= sum(last) + scale else { return nil }
        var (low, high) = (0, breaks.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if sum(breaks[middle]) <= total { low = middle } else { high = middle }
        }
        let (below, above) = (sum(breaks[low]), sum(breaks[high]))
        let share = above > below ? min(max((total - below) / (above - below), 0), 1) : 0
        return point(breaks[low] + share * (breaks[high] - breaks[low]))
    }

    /// The point of the box nearest to `start` with sum of x = 1 and sum of d x = 0.
    ///
    /// - Returns: `nil` if there is none.
    static func nearestTie(to start: [Double], in region: WeightRegion, differences: [Double]) -> [Double]? {
        let scale = differences.reduce(0) { max($0, abs($1)) }
        guard scale > 0 else { return nearestWeights(to: start, in: region) }
        let extremes = region.extremes(of: differences)
        guard extremes.smallest <= 1e-12 * scale, extremes.largest >= -1e-12 * scale else { return nil }
        func value(_ point: [Double]) -> Double { WeightRegion.sum(point, differences) }
        func point(_ multiplier: Double) -> [Double]? {
            nearestWeights(to: start.indices.map { start[$0] + multiplier * differences[$0] }, in: region)
        }
        guard let origin = point(0) else { return nil }
        let sign = value(origin) < 0 ? 1.0 : -1.0
        var (near, far) = ((at: 0.0, point: origin), (at: sign / scale, point: origin))
        for _ in 0..<200 {
            guard let next = point(far.at) else { return nil }
            far.point = next
            if value(next) * sign >= 0 { break }
            (near, far.at) = ((far.at, next), 2 * far.at)
        }
        guard value(far.point) * sign >= 0 else {
            // Only a corner of the region is on the plane, and rounding keeps the walk from it.
            return region.weights(maximising: differences.map { $0 * sign })
        }
        let box = Box(lower: region.lower, upper: region.upper)
        while box.pattern(near.point) != box.pattern(far.point) {
            let middle = (near.at + far.at) / 2
            guard middle != near.at, middle != far.at, let next = point(middle) else { break }
            if value(next) * sign >= 0 { far = (middle, next) } else { near = (middle, next) }
        }
        let (before, after) = (value(near.point), value(far.point))
        let share = after == before ? 0 : min(max(-before / (after - before), 0), 1)
        return near.point.indices.map { near.point[$0] + share * (far.point[$0] - near.point[$0]) }
    }

    private static func nearestWeights(to start: [Double], in region: WeightRegion) -> [Double]? {
        nearest(
            to: start, in: Box(lower: region.lower, upper: region.upper), coefficients: start.map { _ in 1 }, total: 1)
    }
}
