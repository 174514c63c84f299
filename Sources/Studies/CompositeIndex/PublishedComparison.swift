import CompositeIndicators
import StatisticalData

/// Sets a computed index beside the published one.
struct PublishedComparison {
    let index: String
    let areas: [Area.ID]
    let whole: Area.ID
    let period: Period
    /// The unit of the scores.
    let unit: UnitOfMeasure
    let tolerance: Double

    mutating func run(
        scores: [String: Observation], ranks: [String: Observation], into builder: inout ResultBuilder
    ) {
        for area in areas { addPublished(area, score: scores[area.rawValue], rank: ranks[area.rawValue], &builder) }
        let published = areas.filter { builder[key("published", $0, builder)] != nil }
        addDifferences(published, &builder)
        addRankAgreement(published, &builder)
    }

    private func key(_ measure: String, _ area: Area.ID, _ builder: ResultBuilder) -> ResultKey {
        builder.key(index, measure, area, period)
    }

    private func addPublished(
        _ area: Area.ID, score: Observation?, rank: Observation?, _ builder: inout ResultBuilder
    ) {
        if let score { builder.addObserved(key("published", area, builder), score, in: unit) }
        if let rank { builder.addObserved(key("published-rank", area, builder), rank, in: .one) }
    }

    private func addDifferences(_ published: [Area.ID], _ builder: inout ResultBuilder) {
        var inputs: [DerivationInput] = []
        var largest = 0.0
        for area in published {
            let pair = [key("score", area, builder), key("published", area, builder)]
            guard let own = builder[pair[0]]?.number, let other = builder[pair[1]]?.number else { continue }
            let difference = builder.add(
                key("difference", area, builder), .number(own - other), unit: unit, formula: "formula-difference",
                "I − I′",
                from: [DerivationInput("I", .result(pair[0])), DerivationInput("I′", .result(pair[1]))])
            inputs.append(DerivationInput("d(\(area))", .result(difference)))
            largest = max(largest, abs(own - other))
        }
        guard !inputs.isEmpty else { return }
        builder.add(
            key("largest-difference", whole, builder), .number(largest), unit: unit,
            formula: "formula-largest-difference", "max |d|", from: inputs)
        builder.add(
            key("agrees-with-published", whole, builder), .word(largest <= tolerance ? "yes" : "no"), unit: nil,
            formula: "formula-within-tolerance", "max |d| ≤ \(tolerance)",
            from: [DerivationInput("max |d|", .result(key("largest-difference", whole, builder)))])
        if largest > tolerance {
            builder.note(
                Notice(
                    "notice-index-differs", item: index,
                    ["largest": Decimals.text((largest * 1e6).rounded() / 1e6), "tolerance": Decimals.text(tolerance)]))
        }
    }

    /// Ranks agree when they equal the order of the published scores and every rank that was printed.
    private func addRankAgreement(_ published: [Area.ID], _ builder: inout ResultBuilder) {
        let byPublished = Ranking.descending(published.map { builder[key("published", $0, builder)]?.number })
        var inputs: [DerivationInput] = []
        var differing: [String] = []
        for (area, rank) in zip(published, byPublished) {
            guard let own = builder[key("rank", area, builder)]?.number, let rank else { continue }
            inputs.append(DerivationInput("r(\(area))", .result(key("rank", area, builder))))
            var agrees = own == Double(rank)
            if let printed = builder[key("published-rank", area, builder)]?.number {
                inputs.append(DerivationInput("r′(\(area))", .result(key("published-rank", area, builder))))
                agrees = agrees && own == printed
            }
            if !agrees { differing.append(area.rawValue) }
        }
        guard !inputs.isEmpty else { return }
        builder.add(
            key("ranks-equal-published", whole, builder), .word(differing.isEmpty ? "yes" : "no"), unit: nil,
            formula: "formula-ranks-equal", "r = r′", from: inputs)
        if !differing.isEmpty {
            builder.note(Notice("notice-ranks-differ", item: index, ["areas": differing.joined(separator: ", ")]))
        }
    }
}
