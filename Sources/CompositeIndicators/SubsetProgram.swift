/// The linear program behind a node of `LargestSubset`.
///
/// The region is written from a corner, so that the origin is feasible: y_i is the distance of w_i from its bound at that
/// corner, and one weight, p, is what the others leave of 1.
struct SubsetProgram {
    /// What a program says.
    struct Solution {
        /// No weights meet all chosen inequalities and in all more than this.
        let bound: Int
        /// The weights of the optimum.
        let weights: [Double]
        /// How far each undecided inequality is met, from 0 to 1.
        let relaxed: [Int: Double]
    }

    private let region: WeightRegion
    private let differences: [[Double]]
    private let smallest: [Double]
    private let threshold: Double
    private let corner: [Double]
    /// The child whose weight follows from the others.
    private let pivot: Int
    /// The children whose weights can move, with +1 for those at the lower bound of the corner and -1 for the upper.
    private let moving: [(child: Int, sign: Double)]

    init(region: WeightRegion, differences: [[Double]], smallest: [Double], threshold: Double) {
        self.region = region
        self.differences = differences
        self.smallest = smallest
        self.threshold = threshold
        let sums = region.nominal.indices.map { child in differences.reduce(0) { $0 + $1[child] } }
        let corner = region.weights(maximising: sums)
        self.corner = corner
        // The weight between its bounds; at a corner of the box any one that can move.
        let room = corner.indices.map { min(corner[$0] - region.lower[$0], region.upper[$0] - corner[$0]) }
        let width = corner.indices.map { region.upper[$0] - region.lower[$0] }
        let pivot = corner.indices.max { (room[$0], width[$0], $1) < (room[$1], width[$1], $0) } ?? 0
        self.pivot = pivot
        moving = corner.indices.filter { $0 != pivot && width[$0] > 0 }.map { child in
            (child, corner[child] - region.lower[child] <= region.upper[child] - corner[child] ? 1 : -1)
        }
    }

    func solve(chosen: [Int], undecided: [Int]) -> Solution? {
        let members = chosen + undecided
        let penalty = Double(differences.count + 1)
        let count = moving.count + members.count
        var objective = Array(repeating: 0.0, count: count)
        var rows = regionRows(count)
        for (position, member) in members.enumerated() {
            objective[moving.count + position] = position < chosen.count ? penalty : 1
            var one = Array(repeating: 0.0, count: count)
            one[moving.count + position] = 1
            rows.append(Simplex.Row(coefficients: one, bound: 1))
            rows.append(link(member, variable: moving.count + position, count))
        }
        guard let solution = try? Simplex.maximum(objective: objective, constraints: rows) else { return nil }
        let gained = solution.value - penalty * Double(chosen.count)
        return Solution(
            bound: chosen.count + Int((gained + 1e-6).rounded(.down)), weights: weights(solution.point),
            relaxed: Dictionary(
                undecided.enumerated().map { ($1, solution.point[moving.count + chosen.count + $0]) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// Each weight within its bounds, that of the pivot too.
    private func regionRows(_ count: Int) -> [Simplex.Row] {
        var rows: [Simplex.Row] = []
        var follows = Array(repeating: 0.0, count: count)
        for (variable, move) in moving.enumerated() {
            var one = Array(repeating: 0.0, count: count)
            one[variable] = 1
            follows[variable] = move.sign
            rows.append(Simplex.Row(coefficients: one, bound: region.upper[move.child] - region.lower[move.child]))
        }
        rows.append(Simplex.Row(coefficients: follows, bound: max(0, corner[pivot] - region.lower[pivot])))
        rows.append(
            Simplex.Row(coefficients: follows.map { -$0 }, bound: max(0, region.upper[pivot] - corner[pivot])))
        return rows
    }

    /// (threshold - m) z - (w.d - corner.d) <= corner.d - m.
    private func link(_ member: Int, variable: Int, _ count: Int) -> Simplex.Row {
        let values = differences[member]
        var row = Array(repeating: 0.0, count: count)
        for (position, move) in moving.enumerated() {
            row[position] = -move.sign * (values[move.child] - values[pivot])
        }
        row[variable] = max(0, threshold - smallest[member])
        return Simplex.Row(
            coefficients: row, bound: max(0, WeightRegion.sum(corner, values) - smallest[member]))
    }

    private func weights(_ point: [Double]) -> [Double] {
        var result = corner
        for (variable, move) in moving.enumerated() {
            result[move.child] += move.sign * point[variable]
            result[pivot] -= move.sign * point[variable]
        }
        return result.indices.map { min(max(result[$0], region.lower[$0]), region.upper[$0]) }
    }
}
