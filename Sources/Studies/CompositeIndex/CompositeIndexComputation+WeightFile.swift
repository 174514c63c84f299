import CompositeIndicators
import Foundation
import StatisticalData

/// Weights from answers that stand in a file: every judgment, every point is an input.
extension CompositeIndexComputation {
    /// Adds the weight of an element that the file names, and what is to be told of its group; `false` for others.
    mutating func addWeight(fromFile element: String) throws -> Bool {
        guard let answers = inputs.weightAnswers else { return false }
        switch answers.content {
        case .weights(let weights):
            guard let stated = weights[element] else { return false }
            builder.add(
                key(element, "weight", whole), .number(stated.weight), unit: .one, formula: "formula-weight-stated",
                "w",
                from: [answers.input("w(\(element))", stated.weight, line: stated.line)])
        case .judgments(let blocks):
            guard let block = blocks.first(where: { $0.parts.contains(element) }) else { return false }
            try add(block, answers, weightOf: element)
        case .points(let blocks, let centre):
            guard let block = blocks.first(where: { $0.parts.contains(element) }) else { return false }
            try add(block, answers, centre, weightOf: element)
        }
        return true
    }

    private mutating func add(
        _ block: WeightAnswers.Judgments, _ answers: WeightAnswers, weightOf element: String
    ) throws {
        guard let position = block.parts.firstIndex(of: element) else { return }
        let combined = try block.combined()
        let from = block.inputs(answers)
        builder.add(
            key(element, "weight", whole), .number(combined.weights[position]), unit: .one,
            formula: "formula-weight-judgments", "A·w = λ·w", from: from)
        guard builder[key(block.parent, "consistency-ratio", whole)] == nil else { return }
        guard let ratio = combined.consistencyRatio, let random = combined.randomIndex else {
            if position == 0 { builder.note(Notice("notice-judgments-unrated", item: block.parent)) }
            return
        }
        builder.add(
            key(block.parent, "consistency-ratio", whole), .number(ratio), unit: .one,
            formula: "formula-consistency-ratio",
            block.parts.count > 2 ? "(λ − n) / (n − 1) / \(Decimals.text(random))" : "0, n ≤ 2", from: from)
        if combined.isConsistent == false {
            let triples = combined.mostInconsistent().map { triple in
                triple.positions.map { block.parts[$0] }.joined(separator: "–") + " ×" + Self.rounded(triple.factor)
            }
            builder.note(
                Notice(
                    "notice-judgments-inconsistent", item: block.parent,
                    ["ratio": Self.rounded(ratio), "triples": triples.joined(separator: "; ")]))
        }
        addWavering(block)
    }

    /// Respondents who contradict themselves, where there are several.
    private mutating func addWavering(_ block: WeightAnswers.Judgments) {
        guard block.matrices.count > 1 else { return }
        let names = zip(block.respondents, block.matrices).compactMap { name, matrix in
            (try? AnalyticHierarchy(matrix))?.isConsistent == false ? name : nil
        }
        if names.isEmpty { return }
        builder.note(
            Notice("notice-judgments-of", item: block.parent, ["names": names.joined(separator: ", ")]))
    }

    private mutating func add(
        _ block: WeightAnswers.Points, _ answers: WeightAnswers, _ centre: BudgetAllocation.Centre,
        weightOf element: String
    ) throws {
        guard let position = block.parts.firstIndex(of: element) else { return }
        let allocation = try BudgetAllocation(experts: block.points)
        guard let weights = allocation.weights(centre) else { return }
        let isMean = centre == .mean
        builder.add(
            key(element, "weight", whole), .number(weights[position]), unit: .one,
            formula: isMean ? "formula-weight-points-mean" : "formula-weight-points-median",
            isMean ? "Σ b / Σ Σ b" : "b₀.₅ / Σ b₀.₅", from: block.inputs(answers, block.parts))
        let own = block.inputs(answers, [element])
        let range = allocation.ranges[position]
        builder.add(
            key(element, "points-lowest", whole), .number(range.lowerBound), unit: .points, formula: "formula-minimum",
            "min b", from: own)
        builder.add(
            key(element, "points-highest", whole), .number(range.upperBound), unit: .points, formula: "formula-maximum",
            "max b", from: own)
        guard let deviation = allocation.standardDeviations?[position] else { return }
        builder.add(
            key(element, "points-deviation", whole), .number(deviation), unit: .points,
            formula: "formula-standard-deviation", "√(Σ (b − μ)² / (n − 1))", from: own)
    }

    /// A number for a notice: three significant digits, the same in every language.
    private static func rounded(_ number: Double) -> String {
        let digits = max(0, 2 - Int(log10(max(abs(number), 1e-9)).rounded(.down)))
        let scale = pow(10.0, Double(min(digits, 4)))
        return Decimals.text((number * scale).rounded() / scale)
    }
}

extension WeightAnswers.Judgments {
    /// The judgments as inputs: how many times as important the first of a pair is as the second.
    func inputs(_ answers: WeightAnswers) -> [DerivationInput] {
        zip(respondents, zip(matrices, lines)).flatMap { name, judged in
            parts.indices.flatMap { row in
                parts.indices.filter { $0 > row }.map { column in
                    answers.input(
                        "a(\(parts[row]), \(parts[column])" + (name.isEmpty ? ")" : "; \(name))"),
                        judged.0[row][column], line: judged.1[row][column])
                }
            }
        }
    }
}

extension WeightAnswers.Points {
    /// The points of some parts as inputs.
    func inputs(_ answers: WeightAnswers, _ wanted: [String]) -> [DerivationInput] {
        wanted.flatMap { part in
            parts.firstIndex(of: part).map { position in
                respondents.indices.map { row in
                    answers.input("b(\(part); \(respondents[row]))", points[row][position], line: lines[row])
                }
            } ?? []
        }
    }
}
