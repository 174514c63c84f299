import CompositeIndicators
import StatisticalData

/// What would lift the home area by the places asked for.
extension CompositeIndexComputation {
    mutating func addLift() throws {
        guard let asked = definition.lift, let rank = number(index, "rank", home), rank > 1 else { return }
        let target = max(1, Int(rank) - asked.places)
        guard let rival = rival(at: target) else { return }
        lift = CompositeIndexDetail.Lift(rival: rival, within: isLinear ? asked.within : nil)
        builder.add(
            key(index, "target-rank", home), .number(Double(target)), unit: .one, formula: "formula-target-rank",
            "max(1, r − k)",
            from: [
                DerivationInput("r", .result(key(index, "rank", home))),
                declared("k", .number(Double(asked.places)), "lift", "places"),
            ])
        let improvement = try Improvement(
            recipe, indicators: data.matrix, denominators: data.denominators, metadata: data.metadata,
            unit: home.rawValue, to: target,
            limits: Dictionary(
                uniqueKeysWithValues: data.indicators.compactMap { code in asked.limits.map { (code, $0) } }))
        for step in try improvement.alone() { add(step, "alone", rival) }
        let joint = try improvement.together()
        for step in joint.steps { add(step, "together", rival) }
        if let within = asked.within, isLinear { try addWeightRegion(within, rival) }
    }

    /// The area that holds a rank, or the last one above it when ties leave the rank empty.
    private func rival(at target: Int) -> Area.ID? {
        areas.filter { $0 != home && (number(index, "rank", $0) ?? .infinity) <= Double(target) }
            .max { (number(index, "rank", $0) ?? 0, $1) < (number(index, "rank", $1) ?? 0, $0) }
    }

    private mutating func add(_ step: Improvement.Step, _ kind: String, _ rival: Area.ID) {
        let element = step.indicator
        let figure = ["value", "score"].map { key(element, $0, home) }.first { builder[$0] != nil }
        let from =
            (figure.map { [DerivationInput("x", .result($0))] } ?? []) + [
                DerivationInput("r′", .result(key(index, "target-rank", home))),
                DerivationInput("I(\(home))", .result(key(index, "score", home))),
                DerivationInput("I(\(rival))", .result(key(index, "score", rival))),
            ]
        builder.add(
            key(element, "lift-" + kind + "-status", home), .word(step.status.rawValue), unit: nil,
            formula: "formula-lift-" + kind, "x → r′", from: from)
        guard let needed = step.needed, let figure, let unit = builder[figure]?.unit else { return }
        let result = builder.add(
            key(element, "needed-" + kind, home), .number(needed), unit: unit, formula: "formula-lift-" + kind,
            "x → r′", from: from)
        builder.add(
            key(element, "lift-" + kind, home), .number(needed - (builder[figure]?.number ?? needed)), unit: unit,
            formula: "formula-lift-change", "x′ − x",
            from: [DerivationInput("x′", .result(result)), DerivationInput("x", .result(figure))])
    }
}
