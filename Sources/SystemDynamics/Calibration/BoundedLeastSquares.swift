/// Least squares within bounds from several starts at once: Levenberg and Marquardt's method with projection.
///
/// In the unit cube. At each point the Jacobian is taken by central differences, one-sided at the bounds; inputs that a bound stops are held,
/// for the others (J'J + lambda diag(J'J)) d = -J'r is solved for five values of lambda at once and the best trial kept, cut off at the
/// bounds. All starts go side by side, so that each round is two calls of the function with many points.
/// It ends where a round makes the sum of squares smaller by less than a share of 1e-12, or no trial makes it smaller.
/// Source: Marquardt, SIAM Journal on Applied Mathematics 11 (1963), 431-441; projection as in Kanzow, Yamashita and Fukushima, Journal of
/// Computational and Applied Mathematics 172 (2004), 375-397.
struct BoundedLeastSquares {
    /// Why a start ended.
    enum Stop: String, Hashable, Sendable, CaseIterable {
        case converged, noProgress, mostRounds, notFinite
    }

    /// Where a start ended.
    struct End: Sendable {
        var point: [Double]
        var residuals: [Double]
        var sum: Double
        var rounds: Int
        var stop: Stop?
        fileprivate var damping = 1e-3
        fileprivate var small = 0
    }

    /// The most rounds.
    var mostRounds = 100
    private(set) var evaluations = 0

    static let reach = 1e-5

    /// Goes from each start as far as it leads.
    ///
    /// - Parameter function: the residuals at each of some points.
    mutating func run(
        _ starts: [[Double]], _ function: ([[Double]]) throws(ModelFaults) -> [[Double]]
    ) throws(ModelFaults) -> [End] {
        evaluations += starts.count
        var ends = zip(starts, try function(starts)).map { start, residuals in
            let sum = Self.sum(residuals)
            return End(point: start, residuals: residuals, sum: sum, rounds: 0, stop: sum.isFinite ? nil : .notFinite)
        }
        for _ in 0..<mostRounds {
            let active = ends.indices.filter { ends[$0].stop == nil }
            guard !active.isEmpty else { break }
            let jacobians = try jacobians(active.map { ends[$0].point }, function)
            var trials: [[Double]] = []
            for (place, number) in active.enumerated() {
                trials += Self.dampings.map { Self.trial(ends[number], jacobians[place], ends[number].damping * $0) }
            }
            evaluations += trials.count
            let results = try function(trials)
            for (place, number) in active.enumerated() {
                let range = place * Self.dampings.count..<(place + 1) * Self.dampings.count
                Self.take(&ends[number], Array(trials[range]), Array(results[range]))
            }
        }
        for number in ends.indices where ends[number].stop == nil { ends[number].stop = .mostRounds }
        return ends
    }

    private static let dampings = [0.01, 0.1, 1, 10, 1000]

    private static func sum(_ residuals: [Double]) -> Double {
        let sum = residuals.reduce(0) { $0 + $1 * $1 }
        return sum.isFinite ? sum : .infinity
    }

    /// Keeps the best of the trials if it is better.
    private static func take(_ end: inout End, _ trials: [[Double]], _ results: [[Double]]) {
        end.rounds += 1
        let sums = results.map(sum)
        guard let best = sums.indices.min(by: { sums[$0] < sums[$1] }), sums[best] < end.sum else {
            end.damping *= 1e4
            if end.damping > 1e12 || trials.allSatisfy({ $0 == end.point }) {
                end.stop = end.small > 0 || trials.allSatisfy { $0 == end.point } ? .converged : .noProgress
            }
            return
        }
        let gain = (end.sum - sums[best]) / end.sum
        end.damping = min(1e8, max(1e-12, end.damping * dampings[best]))
        (end.point, end.residuals, end.sum) = (trials[best], results[best], sums[best])
        end.small = gain < 1e-12 ? end.small + 1 : 0
        if end.small > 1 || end.sum == 0 { end.stop = .converged }
    }

    /// For each point the derivatives of all residuals by each input.
    mutating func jacobians(
        _ points: [[Double]], _ function: ([[Double]]) throws(ModelFaults) -> [[Double]]
    ) throws(ModelFaults) -> [[[Double]]] {
        var sides: [[Double]] = []
        for point in points {
            for input in point.indices {
                for sign in [-1.0, 1] {
                    var side = point
                    side[input] = min(1, max(0, side[input] + sign * Self.reach))
                    sides.append(side)
                }
            }
        }
        evaluations += sides.count
        let values = try function(sides)
        var next = 0
        return points.map { point in
            point.indices.map { input in
                defer { next += 2 }
                let width = sides[next + 1][input] - sides[next][input]
                return zip(values[next], values[next + 1]).map { ($1 - $0) / width }
            }
        }
    }

    /// The point that a damping leads to.
    private static func trial(_ end: End, _ jacobian: [[Double]], _ damping: Double) -> [Double] {
        let gradient = jacobian.map { column in zip(column, end.residuals).reduce(0) { $0 + $1.0 * $1.1 } }
        let free = gradient.indices.filter { input in
            let isStopped = end.point[input] <= 0 && gradient[input] > 0 || end.point[input] >= 1 && gradient[input] < 0
            return !isStopped && gradient[input].isFinite && gradient[input] != 0
        }
        var matrix = NormalMatrix(free.map { jacobian[$0] })
        matrix.damp(damping)
        guard let step = matrix.solve(free.map { -gradient[$0] }) else { return end.point }
        var point = end.point
        for (place, input) in free.enumerated() { point[input] = min(1, max(0, point[input] + step[place])) }
        return point
    }
}
