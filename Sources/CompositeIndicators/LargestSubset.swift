/// How many of the inequalities w.d > threshold (or >=) weights of a region can meet at one time: a mixed-integer program,
/// solved by branch and bound (Land and Doig 1960).
///
/// The bound of a node is a linear program: z_b = 1 asks for w.d_b >= threshold, relaxed by the smallest value m_b of w.d_b
/// over the region to (threshold - m_b) z_b <= w.d_b - m_b, 0 <= z_b <= 1; inequalities chosen on the way weigh so much
/// that giving one up never pays. Counts are always those of weights in hand, so a count is attained whatever the rounding
/// of the programs.
struct LargestSubset {
    /// What was found.
    struct Result {
        /// The inequalities met.
        let count: Int
        /// No more can be met.
        let bound: Int
        /// Weights that meet `count` of them.
        let weights: [Double]
    }

    let region: WeightRegion
    let differences: [[Double]]
    let threshold: Double
    let isStrict: Bool

    /// Linear programs with more inequalities are not begun.
    static let openLimit = 200
    /// How far beyond the threshold a program must get, so that rounding does not undo it.
    static let margin = 1e-10

    private func isMet(_ value: Double) -> Bool { isStrict ? value > threshold : value >= threshold }

    func solve(nodeLimit: Int) -> Result {
        var always = 0
        var open: [[Double]] = []
        var smallest: [Double] = []
        for values in differences {
            let extremes = region.extremes(of: values)
            if isMet(extremes.smallest) {
                always += 1
            } else if isMet(extremes.largest) {
                open.append(values)
                smallest.append(extremes.smallest)
            }
        }
        var search = Search(count: -1, weights: region.nominal, nodesLeft: nodeLimit)
        for weights in starts(open) { search.record(weights, met: met(weights, open)) }
        let program = SubsetProgram(
            region: region, differences: open, smallest: smallest, threshold: threshold + Self.margin)
        if open.count > Self.openLimit {
            search.openBound = open.count
        } else {
            branch(Node(chosen: [], undecided: Array(open.indices), bound: open.count), program, open, &search)
        }
        return Result(
            count: always + search.count, bound: always + max(search.count, search.openBound), weights: search.weights)
    }

    private func met(_ weights: [Double], _ open: [[Double]]) -> Int {
        open.count { isMet(WeightRegion.sum(weights, $0)) }
    }

    /// Weights to begin with: the nominal ones, and corners of the region.
    private func starts(_ open: [[Double]]) -> [[Double]] {
        let corners = open.map { region.weights(maximising: $0) }
        let sums = region.nominal.indices.map { child in open.reduce(0) { $0 + $1[child] } }
        return (region.contains(region.nominal) ? [region.nominal] : []) + [region.weights(maximising: sums)] + corners
    }

    /// A part of the choices: inequalities chosen, and those still open; the rest are given up.
    private struct Node {
        let chosen: [Int]
        let undecided: [Int]
        let bound: Int
    }

    private struct Search {
        var count: Int
        var weights: [Double]
        var nodesLeft: Int
        /// The best bound among the nodes that were left unexplored.
        var openBound = 0

        mutating func record(_ weights: [Double], met: Int) {
            guard met > count else { return }
            count = met
            self.weights = weights
        }
    }

    private func branch(_ node: Node, _ program: SubsetProgram, _ open: [[Double]], _ search: inout Search) {
        guard node.bound > search.count else { return }
        guard search.nodesLeft > 0 else {
            search.openBound = max(search.openBound, node.bound)
            return
        }
        search.nodesLeft -= 1
        var bound = node.bound
        var next = node.undecided.first
        if let solution = program.solve(chosen: node.chosen, undecided: node.undecided) {
            search.record(solution.weights, met: met(solution.weights, open))
            // Less than what is chosen: the chosen ones cannot be met together.
            guard solution.bound >= node.chosen.count else { return }
            bound = min(bound, solution.bound)
            let partial = node.undecided.filter { !isMet(WeightRegion.sum(solution.weights, open[$0])) }
            next = partial.max { (solution.relaxed[$0] ?? 0, $1) < (solution.relaxed[$1] ?? 0, $0) } ?? next
        }
        guard bound > search.count else { return }
        guard let next else {
            // Nothing is left to choose and yet the count is not attained: rounding. Left open, not guessed.
            search.openBound = max(search.openBound, bound)
            return
        }
        let rest = node.undecided.filter { $0 != next }
        branch(Node(chosen: node.chosen + [next], undecided: rest, bound: bound), program, open, &search)
        branch(
            Node(chosen: node.chosen, undecided: rest, bound: min(bound, node.chosen.count + rest.count)), program,
            open, &search)
    }
}
