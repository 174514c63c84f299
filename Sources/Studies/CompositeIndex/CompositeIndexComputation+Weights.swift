import CompositeIndicators
import StatisticalData

/// Weights and shares.
extension CompositeIndexComputation {
    mutating func addWeights() throws {
        for element in data.indicators where try !addWeight(fromFile: element) { addWeight(ofObserved: element) }
        for element in data.aggregates.reversed() where try !addWeight(fromFile: element) {
            addWeight(ofAggregate: element)
        }
        for element in data.aggregates + data.indicators where tree.parent(of: element) == index {
            addShare(of: element)
        }
        for element in data.aggregates + data.indicators where tree.parent(of: element) != index {
            addShare(below: element)
        }
        for element in data.indicators {
            for leaf in tree.indicators(below: element) where leaf != element { addShare(ofLeaf: leaf, in: element) }
        }
    }

    /// The share of an indicator whose score is not observed but that of an element above it.
    private mutating func addShare(ofLeaf leaf: String, in element: String) {
        guard let above = number(element, "share", whole),
            let row = inputs.framework.rows.first(where: { $0.id == leaf })
        else { return }
        let weight = DerivationInput(
            "w(\(leaf))",
            .declared(
                .init(
                    .number(tree.weight(of: leaf)), unit: .one, trust: row.trust, source: row.source, note: row.note,
                    place: row.place)))
        builder.add(
            key(leaf, "share", whole), .number(above * tree.weight(of: leaf) / tree.weight(of: element)),
            unit: .percent, formula: "formula-share-leaf", "g(\(element)) · w(\(leaf)) / w(\(element))",
            from: [DerivationInput("g(\(element))", .result(key(element, "share", whole))), weight]
                + weightInputs([element]))
    }

    /// The weight of an observed element: the sum of what the framework says of the indicators below, or what the
    /// scores themselves give.
    private mutating func addWeight(ofObserved element: String) {
        guard hasFrameworkWeights else { return addDerivedWeight(of: element) }
        let parts = tree.indicators(below: element).compactMap { leaf in
            inputs.framework.rows.first { $0.id == leaf }.map { row in
                DerivationInput(
                    "w(\(leaf)" + (row.weightClass.map { ", " + $0 } ?? "") + ")",
                    .declared(
                        .init(
                            .number(tree.weight(of: leaf)), unit: .one, trust: row.trust, source: row.source,
                            note: row.note, place: row.place)))
            }
        }
        builder.add(
            key(element, "weight", whole), .number(tree.weight(of: element)), unit: .one,
            formula: "formula-weight-sum", "w = Σ wᵢ", from: parts)
    }

    /// Whether weights that no file names are those of the framework.
    private var hasFrameworkWeights: Bool { recipe.weights == .original || inputs.weightAnswers != nil }

    private mutating func addDerivedWeight(of element: String) {
        let siblings = data.indicators.filter { tree.parent(of: $0) == tree.parent(of: element) }
        let word = steps.weights ?? "original"
        let scores = siblings.flatMap { sibling in
            (isPooled ? moments.map(\.period) : [period]).flatMap { period in
                areas.map { builder.key(sibling, "score", $0, period) }.filter { builder[$0] != nil }
            }
        }
        builder.add(
            key(element, "weight", whole), .number(outcome?.weights[element] ?? 0), unit: .one,
            formula: "formula-weight-derived", "M(s)",
            from: [declared("M", .word(word), "steps", "weights")]
                + scores.map { DerivationInput("s(\($0.item), \(row($0)))", .result($0)) })
    }

    private mutating func addWeight(ofAggregate element: String) {
        if inputs.weightAnswers != nil {
            // The parts may weigh what a file says, on a scale of its own.
            addWeight(ofObserved: element)
        } else if recipe.weights == .original {
            builder.add(
                key(element, "weight", whole), .number(tree.weight(of: element)), unit: .one,
                formula: "formula-weight-sum", "w = Σ wᵢ", from: weightInputs(tree.parts(of: element)))
        } else {
            builder.add(
                key(element, "weight", whole), .number(outcome?.weights[element] ?? 0), unit: .one,
                formula: "formula-weight-derived", "M",
                from: [declared("M", .word(steps.weights ?? "original"), "steps", "weights")])
        }
    }

    func weightInputs(_ elements: [String]) -> [DerivationInput] {
        elements.map { DerivationInput("w(\($0))", .result(weightKey($0, "weight"))) }
    }

    /// The share of a direct part of the index, in per cent.
    private mutating func addShare(of element: String) {
        let parts = components
        let total = parts.reduce(0) { $0 + (number($1, "weight", whole) ?? 0) }
        builder.add(
            key(element, "share", whole), .number(100 * (number(element, "weight", whole) ?? 0) / total),
            unit: .percent, formula: "formula-share", "100 · w(\(element)) / Σ w", from: weightInputs(parts))
    }

    /// The share of an element further down: its share in what it is part of, times the share of that.
    private mutating func addShare(below element: String) {
        guard let parent = tree.parent(of: element) else { return }
        if number(parent, "share", whole) == nil { addShare(below: parent) }
        guard number(element, "share", whole) == nil, let above = number(parent, "share", whole) else { return }
        let parts = tree.parts(of: parent)
        let total = parts.reduce(0) { $0 + (number($1, "weight", whole) ?? 0) }
        builder.add(
            key(element, "share", whole), .number(above * (number(element, "weight", whole) ?? 0) / total),
            unit: .percent, formula: "formula-share-below", "g(\(parent)) · w(\(element)) / Σ w",
            from: [DerivationInput("g(\(parent))", .result(key(parent, "share", whole)))] + weightInputs(parts))
    }
}
