import CompositeIndicators
import StatisticalData

/// The steps from observed scores to index, ranks and comparisons.
struct CompositeIndexComputation {
    let definition: CompositeIndexStudy
    let inputs: CompositeIndexStudy.Inputs
    let tree: Framework
    let components: [String]
    var builder: ResultBuilder
    private(set) var leader: Area.ID?

    private var period: Period { definition.period }
    private var whole: Area.ID { definition.areas.parent }
    private var index: String { tree.root }

    init(study: String, definition: CompositeIndexStudy, inputs: CompositeIndexStudy.Inputs, tree: Framework) {
        self.definition = definition
        self.inputs = inputs
        self.tree = tree
        builder = ResultBuilder(study: study)
        components = tree.elements.map(\.id).filter { definition.observed[$0] != nil }
    }

    mutating func run() {
        for component in components { addWeight(of: component) }
        for component in components { addShare(of: component) }
        for area in inputs.areas { addScores(of: area) }
        for item in [index] + components { addRanks(of: item) }
        leader = inputs.areas.first { number(index, "rank", $0) == 1 }
        for area in inputs.areas { addDistances(of: area) }
        compareWithPublished()
        for indicator in definition.beside ?? [] { addBeside(indicator) }
    }

    /// The weight of a component in units of the framework.
    private mutating func addWeight(of component: String) {
        let leaves = tree.indicators(below: component)
        let parts = leaves.compactMap { leaf in
            inputs.framework.rows.first { $0.id == leaf }.map { row in
                DerivationInput(
                    "w(\(leaf)" + (row.weightClass.map { ", " + $0 } ?? "") + ")",
                    .declared(
                        .init(
                            .number(tree.weight(of: leaf)), unit: .one, trust: row.trust, source: row.source,
                            note: row.note,
                            place: row.place)))
            }
        }
        builder.add(
            builder.key(component, "weight", whole, period), .number(tree.weight(of: component)), unit: .one,
            formula: "formula-weight-sum", "w = Σ wᵢ", from: parts)
    }

    /// The share of a component in the index, in per cent.
    private mutating func addShare(of component: String) {
        builder.add(
            builder.key(component, "share", whole, period), .number(100 * tree.effectiveWeight(of: component)),
            unit: .percent, formula: "formula-share", "100 · w(\(component)) / Σ w",
            from: components.map { DerivationInput("w(\($0))", .result(builder.key($0, "weight", whole, period))) })
    }

    private mutating func addScores(of area: Area.ID) {
        for component in components {
            guard let indicator = definition.observed[component],
                let observation = inputs.observations[indicator.rawValue]?[area.rawValue]
            else { continue }
            builder.addObserved(builder.key(component, "score", area, period), observation, in: scoreUnit)
        }
        let scores = components.map { builder[builder.key($0, "score", area, period)] }
        let weights = components.map { tree.effectiveWeight(of: $0) }
        guard let score = Aggregation.arithmeticMean(scores.map { $0?.number }, weights: weights) else {
            builder.note(Notice("notice-area-not-scored", item: index, ["area": area.rawValue]))
            return
        }
        let low = Aggregation.arithmeticMean(scores.map { $0?.low ?? $0?.number }, weights: weights)
        let high = Aggregation.arithmeticMean(scores.map { $0?.high ?? $0?.number }, weights: weights)
        builder.add(
            builder.key(index, "score", area, period), .number(score, low: low, high: high), unit: scoreUnit,
            formula: "formula-weighted-mean", "I = Σ w·s / Σ w",
            from: components.flatMap { component in
                [
                    DerivationInput("w(\(component))", .result(builder.key(component, "weight", whole, period))),
                    DerivationInput("s(\(component))", .result(builder.key(component, "score", area, period))),
                ]
            })
    }

    private mutating func addRanks(of item: String) {
        let scored = inputs.areas.filter { number(item, "score", $0) != nil }
        let ranks = Ranking.descending(scored.map { number(item, "score", $0) })
        let all = scored.map { DerivationInput("s(\($0))", .result(builder.key(item, "score", $0, period))) }
        for (area, rank) in zip(scored, ranks) {
            guard let rank else { continue }
            builder.add(
                builder.key(item, "rank", area, period), .number(Double(rank)), unit: .one, formula: "formula-rank",
                "1 + #{s > s(\(area))}", from: all)
        }
    }

    /// How far the area is from the leader, and what each component adds to that.
    private mutating func addDistances(of area: Area.ID) {
        guard let leader, let own = number(index, "score", area), let best = number(index, "score", leader) else {
            return
        }
        let shares = components.map { tree.effectiveWeight(of: $0) }
        let parts = Aggregation.distanceContributions(
            components.map { number($0, "score", area) }, reference: components.map { number($0, "score", leader) },
            shares: shares)
        builder.add(
            builder.key(index, "distance-to-leader", area, period), .number(best - own), unit: scoreUnit,
            formula: "formula-distance", "I(\(leader)) − I(\(area))",
            from: [leader, area].map { DerivationInput("I(\($0))", .result(builder.key(index, "score", $0, period))) })
        for (component, part) in zip(components, parts) {
            guard let part else { continue }
            builder.add(
                builder.key(component, "distance-to-leader", area, period), .number(part), unit: scoreUnit,
                formula: "formula-distance-part", "w / Σ w · (s(\(leader)) − s(\(area)))",
                from: [DerivationInput("100·w/Σw", .result(builder.key(component, "share", whole, period)))]
                    + [leader, area].map {
                        DerivationInput("s(\($0))", .result(builder.key(component, "score", $0, period)))
                    })
        }
    }

    private mutating func addBeside(_ indicator: Indicator.ID) {
        for area in inputs.areas {
            guard let observation = inputs.observations[indicator.rawValue]?[area.rawValue] else { continue }
            builder.addObserved(
                builder.key(indicator.rawValue, "value", area, period), observation, in: unit(indicator))
        }
    }

    private mutating func compareWithPublished() {
        guard let compare = definition.compare else { return }
        var comparison = PublishedComparison(
            index: index, areas: inputs.areas, whole: whole, period: period, unit: scoreUnit,
            tolerance: compare.tolerance)
        comparison.run(
            scores: inputs.observations[compare.score.rawValue] ?? [:],
            ranks: compare.rank.flatMap { inputs.observations[$0.rawValue] } ?? [:], into: &builder)
    }

    /// The unit of all scores: that of the first component, to which the others are converted.
    private var scoreUnit: UnitOfMeasure {
        components.first.flatMap { definition.observed[$0] }.map { unit($0) } ?? .points
    }

    private func unit(_ indicator: Indicator.ID) -> UnitOfMeasure {
        inputs.units[indicator.rawValue] ?? .one
    }

    private func number(_ item: String, _ measure: String, _ area: Area.ID) -> Double? {
        builder[builder.key(item, measure, area, period)]?.number
    }
}
