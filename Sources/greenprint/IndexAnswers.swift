import CompositeIndicators
import Foundation
import Reports
import StatisticalData
import Studies
import TableFormats

/// Answers to the questions asked of an index, as tables.
struct IndexAnswers {
    let recipe: IndexRecipe
    let tables: IndexTables
    let outcome: IndexRecipe.Outcome
    let messages: Messages
    /// Where faults are told.
    let place: Place

    func table(_ question: IndexQuestions.Question, level: Int?) throws -> OutputTable {
        switch question {
        case .lift(let unit, let rank, let effort): return try lift(unit, to: rank, effort)
        case .gap(let pair): return try gap(pair)
        case .between(let pair, let share): return try between(pair, share: share, level: level)
        case .region(let share): return try region(share: share, level: level)
        }
    }

    // MARK: What would lift a unit

    private func lift(_ unit: String, to rank: Int?, _ effort: Improvement.Effort?) throws -> OutputTable {
        let improvement = try Improvement(
            recipe, indicators: tables.indicators, denominators: tables.denominators, metadata: tables.metadata,
            unit: unit, to: rank)
        messages.tell(
            "index-lift", ["unit": unit, "rank": String(improvement.rank), "target": String(improvement.target)])
        guard let effort else { return Self.table(try improvement.alone()) }
        let joint = try improvement.together(effort)
        if let reached = joint.rank {
            messages.tell("index-lift-reached", ["rank": String(reached)])
        } else {
            messages.tell("index-lift-unreachable", ["target": String(improvement.target)])
        }
        return Self.table(joint.steps)
    }

    private static func table(_ steps: [Improvement.Step]) -> OutputTable {
        OutputTable(
            header: ["indicator", "now", "needed", "change", "score_change", "status"],
            rows: steps.map { step in
                [
                    .word(step.indicator), .number(step.now), .number(step.needed), .number(step.change),
                    .number(step.scoreChange), .word(step.status.rawValue),
                ]
            })
    }

    // MARK: Where a gap comes from

    private func gap(_ text: String) throws -> OutputTable {
        let pair = try pair(text, among: outcome.aggregates.units)
        let gap = try ScoreGap(
            outcome, recipe: recipe, metadata: tables.metadata, from: pair.first, to: pair.second)
        if let error = gap.parts.compactMap(\.standardError).max() {
            messages.tell("index-gap-sampled", ["error": String(error)])
        }
        return OutputTable(
            header: ["code", "contribution"],
            rows: gap.parts.map { [.word($0.code), .number($0.contribution)] } + [
                [.word(gap.index), .number(gap.gap)]
            ])
    }

    /// Two units from a text in which codes may hold commas themselves.
    private func pair(_ text: String, among known: [String]) throws -> (first: String, second: String) {
        let known = Set(known)
        for comma in text.indices where text[comma] == "," {
            let (first, second) = (String(text[..<comma]), String(text[text.index(after: comma)...]))
            if known.contains(first), known.contains(second) { return (first, second) }
        }
        throw Fault.unknownPair(text, known: outcome.aggregates.units, at: place)
    }

    // MARK: What weights do

    private func between(_ text: String, share: Double, level: Int?) throws -> OutputTable {
        let cut = try IndexCut(outcome, recipe: recipe, metadata: tables.metadata, level: level)
        var (first, second) = try pair(text, among: outcome.aggregates.units)
        let region = try WeightRegion(nominal: cut.weights, share: share)
        let scores = try [first, second].map { unit in
            guard let scores = cut.scores(of: unit) else { throw Fault.incompleteUnit(unit, at: place) }
            return scores
        }
        var pair = try region.pair(scores[0], scores[1])
        if pair.difference < 0 {
            pair = try region.pair(scores[1], scores[0])
            (first, second) = (second, first)
        }
        return OutputTable(
            header: ["upper", "lower", "difference", "smallest", "largest", "always", "distance_to_tie"]
                + cut.codes.map { "points_" + $0 },
            rows: [
                [
                    .word(first), .word(second), .number(pair.difference), .number(pair.smallest),
                    .number(pair.largest), .word(pair.isAlwaysAbove ? "yes" : "no"), .number(pair.nearest?.distance),
                ] + cut.codes.indices.map { .number(pair.nearest?.points[$0]) }
            ])
    }

    private func region(share: Double, level: Int?) throws -> OutputTable {
        let cut = try IndexCut(outcome, recipe: recipe, metadata: tables.metadata, level: level)
        if !cut.incomplete.isEmpty {
            messages.tell("index-region-incomplete", ["units": cut.incomplete.joined(separator: ", ")])
        }
        let found = try WeightRegion(nominal: cut.weights, share: share).ranks(cut.columns)
        let ranges = Dictionary(zip(cut.units, found)) { first, _ in first }
        return OutputTable(
            header: ["unit", "rank", "best", "worst", "status"],
            rows: outcome.aggregates.units.map { unit in
                guard let range = ranges[unit] else {
                    return [.word(unit), .number(nil), .number(nil), .number(nil), .word("incomplete")]
                }
                return [
                    .word(unit), .number(Double(range.nominal)), .number(Double(range.bestBound)),
                    .number(Double(range.worstBound)), .word(range.status.rawValue),
                ]
            })
    }
}

/// Why an index changed between two times.
enum IndexChangeAnswer {
    static func table(_ change: IndexChange) throws -> OutputTable {
        OutputTable(
            header: ["unit", "from", "to", "change", "value", "weight", "framework", "units"],
            rows: try change.effects().map { effects in
                [
                    .word(effects.unit), .number(effects.from), .number(effects.to), .number(effects.change),
                    .number(effects.value), .number(effects.weight), .number(effects.framework),
                    .number(effects.units),
                ]
            })
    }

    /// The data of a time.
    static func moment(_ tables: IndexTables, at time: Int, place: Place) throws -> IndexChange.Moment {
        guard let slice = tables.slice(at: time) else {
            throw Fault.unknownTime(time, known: tables.panel.map(\.time), at: place)
        }
        return IndexChange.Moment(
            indicators: slice.indicators, denominators: slice.denominators, metadata: slice.metadata)
    }
}
