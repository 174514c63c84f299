import SensitivityAnalysis

/// One split of a gap, from the index down.
struct GapSplit {
    /// What a score of an element does to the index, averaged over the sets of the others.
    enum Response {
        /// So many points of the index a point of the score.
        case affine(slope: Double)
        /// The index for a state of the element.
        case function((ScoreGap.State) throws -> Double)
    }

    /// Values of a response, kept: the sets below an element meet the same states again and again.
    private final class Known {
        var values: [ScoreGap.State: Double] = [:]
    }

    private let mixture: ScoreGap.Mixture
    private let first: [String: ScoreGap.State]
    private let second: [String: ScoreGap.State]
    private let generator: CounterGenerator
    private let batch: Int
    private let orders: Int
    /// By code.
    private(set) var contributions: [String: Double] = [:]
    /// Whether random orders stood for all sets somewhere.
    private(set) var isSampled = false

    init(
        _ mixture: ScoreGap.Mixture, _ first: [String: ScoreGap.State], _ second: [String: ScoreGap.State],
        seed: UInt64, batch: Int, orders: Int
    ) {
        self.mixture = mixture
        self.first = first
        self.second = second
        self.batch = batch
        self.orders = max(1, orders / ScoreGap.batches)
        generator = CounterGenerator(seed: seed)
    }

    /// Shares out what an aggregate does to the index among its parts, and theirs among their own.
    mutating func distribute(_ node: AggregationPlan.Node, _ response: Response) throws {
        let mixture = self.mixture
        let (ours, theirs) = (states(node, first), states(node, second))
        if case .affine(let slope) = response, node.method == .arithmetic,
            (ours + theirs).allSatisfy({ $0.value != nil })
        {
            let total = node.weights.reduce(0, +)
            for (position, part) in node.parts.enumerated() {
                let share = slope * node.weights[position] / total
                contributions[part.code] = share * ((ours[position].value ?? 0) - (theirs[position].value ?? 0))
                if let below = mixture.node(part.code) { try distribute(below, .affine(slope: share)) }
            }
            return
        }
        let players = node.parts.indices.filter { ours[$0] != theirs[$0] || mixture.node(node.parts[$0].code) != nil }
        let sets = predecessors(node, players: players.count)
        for (position, part) in node.parts.enumerated() {
            guard let player = players.firstIndex(of: position) else {
                contributions[part.code] = 0
                continue
            }
            let known = Known()
            let average = Response.function { state in
                if let value = known.values[state] { return value }
                var sum = 0.0
                try sets.forEach(before: player) { set, weight in
                    var mixed = theirs
                    for member in set { mixed[players[member]] = ours[players[member]] }
                    mixed[position] = state
                    sum += weight * (try response.index(mixture.aggregate(node, mixed), node))
                }
                known.values[state] = sum
                return sum
            }
            contributions[part.code] =
                try average.index(ours[position], node) - average.index(theirs[position], node)
            if let below = mixture.node(part.code) { try distribute(below, average) }
        }
    }

    private func states(_ node: AggregationPlan.Node, _ unit: [String: ScoreGap.State]) -> [ScoreGap.State] {
        node.parts.map { unit[$0.code] ?? ScoreGap.State(value: nil, present: 0) }
    }

    /// The sets of players that come before one: all of them, or those of random orders.
    private enum Predecessors {
        case all(count: Int, weights: [Double])
        case drawn([[Int]])

        /// Goes through the sets before a player, each with its weight.
        func forEach(before player: Int, _ body: (_ set: [Int], _ weight: Double) throws -> Void) rethrows {
            switch self {
            case .all(let count, let weights):
                for bits in 0..<(1 << count) where bits & (1 << player) == 0 {
                    try body((0..<count).filter { bits & (1 << $0) != 0 }, weights[bits.nonzeroBitCount])
                }
            case .drawn(let orders):
                for order in orders { try body(Array(order.prefix { $0 != player }), 1 / Double(orders.count)) }
            }
        }
    }

    private mutating func predecessors(_ node: AggregationPlan.Node, players: Int) -> Predecessors {
        guard players > ScoreGap.exactParts else {
            return .all(count: players, weights: Shapley.weights(count: players))
        }
        isSampled = true
        return .drawn(
            (0..<orders).flatMap { order in
                let drawn = permutation(players, run: batch * orders + order, input: node.output)
                return [drawn, drawn.reversed()]
            })
    }

    private func permutation(_ count: Int, run: Int, input: Int) -> [Int] {
        var result = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) {
            result.swapAt(last, generator.integer(below: last + 1, run: run, input: input, draw: last))
        }
        return result
    }
}

extension GapSplit.Response {
    /// The index, up to a constant, for a state of an element of the aggregate.
    func index(_ state: ScoreGap.State, _ node: AggregationPlan.Node) throws -> Double {
        switch self {
        case .function(let index): return try index(state)
        case .affine(let slope):
            guard let value = state.value else { throw ScoreGapError.missingMixture(aggregate: node.code) }
            return slope * value
        }
    }
}
