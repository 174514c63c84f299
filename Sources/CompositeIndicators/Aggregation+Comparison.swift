extension AggregationPlan {
    /// Aggregates by a method that looks at all units at once.
    func compareUnits(_ node: Node, scores: [Double], output: inout [Double]) throws(AggregationError) {
        let columns = weightedParts(node).map { column(node.parts[$0], scores: scores, output: output) }
        let weights = weightedParts(node).map { node.weights[$0] }
        let standing = units.indices.filter { stands(node, unit: $0, scores: scores, output: output) }
        let kept = columns.map { column in standing.map { column[$0] } }
        let results: [Double]
        switch node.method {
        case .copeland:
            let present = kept.map { column in column.map { $0.isNaN ? nil : $0 } }
            results = Outranking(criteria: present, weights: weights, count: standing.count).copelandScores
        case .borda:
            results = Self.borda(kept, weights: weights, count: standing.count)
        case .benefitOfTheDoubt(let lower, let upper):
            results = try benefit(node, columns: kept, standing: standing, lower: lower, upper: upper)
        default:
            return
        }
        for unit in units.indices { output[node.output * units.count + unit] = .nan }
        for (unit, result) in zip(standing, results) { output[node.output * units.count + unit] = result }
    }

    private func weightedParts(_ node: Node) -> [Int] {
        node.parts.indices.filter { node.weights[$0] > 0 }
    }

    private func column(_ part: Part, scores: [Double], output: [Double]) -> [Double] {
        units.indices.map {
            PartScores.score(part, unit: $0, units: units.count, scores: scores, output: output)
        }
    }

    private func stands(_ node: Node, unit: Int, scores: [Double], output: [Double]) -> Bool {
        var group = PartScores(capacity: node.parts.count)
        group.gather(node, unit: unit, units: units.count, scores: scores, output: output)
        return isPresent(node, unit: unit, scores: scores, group: group)
    }

    /// sum of w (rank - 1) over the parts a unit has, rank among the units that have the part, ties the lower place.
    private static func borda(_ columns: [[Double]], weights: [Double], count: Int) -> [Double] {
        var points = Array(repeating: 0.0, count: count)
        var totals = points
        for (column, weight) in zip(columns, weights) {
            for unit in 0..<count where !column[unit].isNaN {
                let beaten = column.reduce(0) { $0 + ($1 < column[unit] ? 1.0 : 0) }
                points[unit] += weight * beaten
                totals[unit] += weight
            }
        }
        return zip(points, totals).map { $0 / $1 }
    }

    private func benefit(
        _ node: Node, columns: [[Double]], standing: [Int], lower: Double, upper: Double
    ) throws(AggregationError) -> [Double] {
        let parts = weightedParts(node)
        for (part, column) in zip(parts, columns) {
            for (unit, score) in zip(standing, column) {
                let element = node.parts[part].code
                if score.isNaN {
                    throw .missingScore(unit: units[unit], element: element, aggregate: node.code)
                }
                if score < 0 {
                    throw .negativeScore(unit: units[unit], element: element, aggregate: node.code, score: score)
                }
            }
        }
        let method = BenefitOfTheDoubt(lowerShare: lower, upperShare: upper)
        var results: [Double] = []
        for unit in standing.indices {
            do throws(BenefitOfTheDoubtError) {
                results.append(try method.result(of: unit, columns: columns).score)
            } catch {
                throw .benefitOfTheDoubt(unit: units[standing[unit]], aggregate: node.code, reason: error)
            }
        }
        return results
    }
}
