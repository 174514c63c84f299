extension AggregationPlan {
    /// The plan without some elements: what is left shares their weight.
    ///
    /// - Parameter codes: the elements, with all that is below them and aggregates left without parts.
    /// - Throws: `AggregationError` where a method or the weights cannot do with the parts that are left.
    func leavingOut(_ codes: Set<String>) throws(AggregationError) -> AggregationPlan {
        guard !codes.isEmpty else { return self }
        var columns: Set<Int> = []
        for node in nodes {
            for part in node.parts where !part.isAggregate && codes.contains(part.code) { columns.insert(part.column) }
        }
        var plan = self
        plan.nodes = []
        for node in nodes where !codes.contains(node.code) {
            let left = node.without(codes, columns: columns)
            if left.parts.count < node.parts.count {
                try left.check()
                try left.checkWeights(allowsNegative: allowsNegativeWeights)
            }
            plan.nodes.append(left)
        }
        return plan
    }
}

extension AggregationPlan.Node {
    fileprivate func without(_ codes: Set<String>, columns: Set<Int>) -> Self {
        let kept = parts.indices.filter { !codes.contains(parts[$0].code) }
        return Self(
            code: code, output: output, parts: kept.map { parts[$0] }, weights: kept.map { weights[$0] },
            method: method, minimumShare: minimumShare, basis: basis,
            indicatorColumns: indicatorColumns.filter { !columns.contains($0) })
    }
}
