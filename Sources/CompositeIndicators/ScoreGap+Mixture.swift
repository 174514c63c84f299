extension ScoreGap {
    /// The scores of an element of a unit, or of a mixture of two.
    struct State: Hashable {
        /// The score; `nil` if missing.
        let value: Double?
        /// The indicators present below.
        let present: Int
    }

    /// Aggregates of parts that come from different units.
    struct Mixture {
        let plan: AggregationPlan
        private let nodes: [String: AggregationPlan.Node]

        init(_ plan: AggregationPlan) {
            self.plan = plan
            nodes = Dictionary(plan.nodes.map { ($0.code, $0) }) { first, _ in first }
        }

        /// The aggregate of a code; `nil` for an indicator.
        func node(_ code: String) -> AggregationPlan.Node? { nodes[code] }

        /// The states of all elements of a unit.
        func states(of scores: [Double?]) throws -> [String: State] {
            var result: [String: State] = [:]
            for node in plan.nodes {
                for part in node.parts where !part.isAggregate {
                    let value = scores[part.column]
                    result[part.code] = State(value: value, present: value == nil ? 0 : 1)
                }
                result[node.code] = try aggregate(node, node.parts.compactMap { result[$0.code] })
            }
            return result
        }

        /// The state of an aggregate from those of its parts, by the method and the missing rule of the plan.
        func aggregate(_ node: AggregationPlan.Node, _ parts: [State]) throws -> State {
            guard !node.method.comparesUnits else { throw ScoreGapError.comparesUnits(aggregate: node.code) }
            var scores = Array(repeating: Double.nan, count: max(plan.columns, plan.aggregates.count))
            var output = scores
            for (part, state) in zip(node.parts, parts) {
                if part.isAggregate {
                    output[part.column] = state.value ?? .nan
                } else {
                    scores[part.column] = state.value ?? .nan
                }
            }
            var group = PartScores(capacity: node.parts.count)
            group.gather(node, unit: 0, units: 1, scores: scores, output: output)
            let present = parts.reduce(0) { $0 + $1.present }
            let share =
                switch node.basis {
                case .parts: Double(group.present) / Double(node.parts.count)
                case .weight: group.total / node.weights.reduce(0, +)
                case .indicators: Double(present) / Double(node.indicatorColumns.count)
                }
            guard !group.isEmpty, share >= node.minimumShare - 1e-12 else { return State(value: nil, present: present) }
            switch group.value(node.method) {
            case .fault(let fault): throw plan.error(fault, node: node, unit: 0)
            case .score(let value):
                if value.isInfinite { throw AggregationError.overflow(unit: "-", aggregate: node.code) }
                return State(value: value.isNaN ? nil : value, present: present)
            }
        }
    }
}
