extension AggregationPlan {
    /// Where a part's scores are.
    struct Part: Sendable {
        let code: String
        /// The column among the scores, or among the results for an aggregate.
        let column: Int
        let isAggregate: Bool
    }

    /// An aggregate, resolved.
    struct Node: Sendable {
        let code: String
        let output: Int
        let parts: [Part]
        var weights: [Double]
        let method: Aggregation.Method
        let minimumShare: Double
        let basis: Aggregation.MissingRule.Basis
        let indicatorColumns: [Int]
    }

    /// The columns of all elements.
    struct Places {
        let parts: [String: Part]

        init(codes: [String], tree: AggregationTree) throws(AggregationError) {
            var parts: [String: Part] = [:]
            for (column, code) in codes.enumerated() where parts[code] == nil {
                parts[code] = Part(code: code, column: column, isAggregate: false)
            }
            for (column, code) in tree.aggregates.enumerated() {
                parts[code] = Part(code: code, column: column, isAggregate: true)
            }
            for node in tree.nodes {
                if let absent = node.parts.first(where: { parts[$0] == nil }) { throw .noColumn(indicator: absent) }
            }
            self.parts = parts
        }
    }
}

extension AggregationPlan.Node {
    init(
        _ node: AggregationTree.Node, places: AggregationPlan.Places, indicators: [String],
        method: Aggregation.Method, missing: Aggregation.MissingRule
    ) {
        code = node.code
        output = places.parts[node.code]?.column ?? 0
        parts = node.parts.compactMap { places.parts[$0] }
        weights = Array(repeating: 1, count: parts.count)
        self.method = method
        minimumShare = missing.share(level: node.level)
        basis = missing.basis
        indicatorColumns = indicators.compactMap { places.parts[$0]?.column }
    }

    /// Checks what does not depend on weights or scores.
    func check() throws(AggregationError) {
        guard (0...1).contains(minimumShare) else {
            throw .invalidMinimumShare(aggregate: code, share: minimumShare)
        }
        switch method {
        case .shiftedGeometric(let value), .generalised(let value):
            if !value.isFinite { throw .invalidParameter(aggregate: code) }
        case .orderedWeighted(let places):
            let isValid = places.count == parts.count && places.allSatisfy { $0 >= 0 && $0.isFinite }
            if !isValid || places.reduce(0, +) == 0 {
                throw .invalidPlaceWeights(aggregate: code, parts: parts.count)
            }
        case .benefitOfTheDoubt(let lower, let upper):
            if !(lower >= 0 && lower <= upper && upper <= 1) { throw .invalidParameter(aggregate: code) }
        default: break
        }
    }

    /// Checks the weights of the parts.
    func checkWeights(allowsNegative: Bool) throws(AggregationError) {
        var total = 0.0
        for (part, weight) in zip(parts, weights) {
            if !weight.isFinite { throw .invalidWeight(element: part.code) }
            if weight < 0 {
                if !allowsNegative { throw .negativeWeight(element: part.code) }
                if method != .arithmetic { throw .negativeWeightInMethod(element: part.code, aggregate: code) }
            }
            total += weight
        }
        if total == 0 { throw .weightsAllZero(aggregate: code) }
    }
}

extension Aggregation.Method {
    /// Whether the score of a unit depends on those of others.
    var comparesUnits: Bool {
        switch self {
        case .copeland, .borda, .benefitOfTheDoubt: true
        default: false
        }
    }
}
