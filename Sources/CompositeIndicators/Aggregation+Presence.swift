extension AggregationPlan {
    /// Whether the missing rule lets an aggregate of a unit stand.
    func isPresent(_ node: Node, unit: Int, scores: [Double], group: PartScores) -> Bool {
        if group.isEmpty { return false }
        return shareStands(node, unit: unit, scores: scores, present: group.present, weight: group.total)
    }

    /// Whether enough is present, given the parts present and their weight; equality passes.
    func shareStands(_ node: Node, unit: Int, scores: [Double], present: Int, weight: Double) -> Bool {
        switch node.basis {
        case .parts:
            return Self.reaches(Double(present), of: Double(node.parts.count), share: node.minimumShare)
        case .weight:
            return Self.reaches(weight, of: node.weights.reduce(0, +), share: node.minimumShare)
        case .indicators:
            let found = node.indicatorColumns.reduce(0) { $0 + (scores[$1 * units.count + unit].isNaN ? 0 : 1) }
            return Self.reaches(Double(found), of: Double(node.indicatorColumns.count), share: node.minimumShare)
        }
    }

    /// Equality passes, whatever the last binary digit says.
    private static func reaches(_ found: Double, of all: Double, share: Double) -> Bool {
        found / all >= share - 1e-12
    }

    /// The error a fault of a unit is told as.
    func error(_ fault: PartScores.Fault, node: Node, unit: Int) -> AggregationError {
        switch fault {
        case .zeroMean: .zeroMean(unit: units[unit], aggregate: node.code)
        case .weightsAllZero: .weightsAllZero(aggregate: node.code)
        case .notPositive(let part, let score):
            .notPositive(
                unit: units[unit], element: node.parts[part].code, aggregate: node.code, score: score)
        }
    }
}
