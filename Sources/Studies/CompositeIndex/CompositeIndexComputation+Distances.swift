import CompositeIndicators
import StatisticalData

/// How far an area is from the leader, and what each part of the index adds to that.
extension CompositeIndexComputation {
    mutating func addDistances(of area: Area.ID) throws {
        guard let leader, let own = number(index, "score", area), let best = number(index, "score", leader) else {
            return
        }
        builder.add(
            key(index, "distance-to-leader", area), .number(best - own), unit: scoreUnit,
            formula: "formula-distance", "I(\(leader)) − I(\(area))",
            from: [leader, area].map { DerivationInput("I(\($0))", .result(key(index, "score", $0))) })
        guard outcome != nil else { return }
        switch AggregateDerivation(topMethod) {
        case let derivation where derivation.comparesAreas: break
        case _ where topMethod == .arithmetic: addWeightedDistances(of: area, to: leader)
        default: try addSharedDistances(of: area, to: leader)
        }
    }

    /// The method at the top of the tree.
    var topMethod: Aggregation.Method { recipe.methods.method(of: index, level: level(of: index)) }

    private mutating func addWeightedDistances(of area: Area.ID, to leader: Area.ID) {
        for component in components {
            guard let share = number(component, "share", whole), let theirs = number(component, "score", leader),
                let ours = number(component, "score", area)
            else { continue }
            builder.add(
                key(component, "distance-to-leader", area), .number(share / 100 * (theirs - ours)), unit: scoreUnit,
                formula: "formula-distance-part", "w / Σ w · (s(\(leader)) − s(\(area)))",
                from: [DerivationInput("100·w/Σw", .result(key(component, "share", whole)))]
                    + [leader, area].map { DerivationInput("s(\($0))", .result(key(component, "score", $0))) })
        }
    }

    /// Where parts make up for each other unevenly, Shapley values share the distance out.
    private mutating func addSharedDistances(of area: Area.ID, to leader: Area.ID) throws {
        guard let outcome, let scores = outcome.stages[.normalised] else { return }
        let gap = try ScoreGap(
            scores, metadata: data.metadata, methods: recipe.methods, weights: outcome.weights,
            missing: recipe.missing, index: index, from: leader.rawValue, to: area.rawValue)
        for part in gap.parts where components.contains(part.code) {
            let from = components.flatMap { component in
                [leader, area].map { key(component, "score", $0) }.filter { builder[$0] != nil }
                    .map { DerivationInput("s(\(component), \($0.area))", .result($0)) }
            }
            builder.add(
                key(part.code, "distance-to-leader", area), .number(part.contribution), unit: scoreUnit,
                formula: "formula-distance-shapley", "φ(\(part.code))", from: weightInputs(components) + from)
        }
    }
}
