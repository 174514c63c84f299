import CompositeIndicators
import StatisticalData

/// What weights would change: the best and worst rank within bounds, and how far weights must move for a tie.
extension CompositeIndexComputation {
    /// Whether the index is linear in its parts: an arithmetic mean of stated weights.
    var isLinear: Bool { topMethod == .arithmetic }

    /// The areas with a score of every part, and these scores by part.
    private var complete: (areas: [Area.ID], columns: [[Double]]) {
        let parts = components
        let chosen = areas.filter { area in parts.allSatisfy { number($0, "score", area) != nil } }
        return (chosen, parts.map { part in chosen.compactMap { number(part, "score", $0) } })
    }

    mutating func addWeightRegion(_ within: Double, _ rival: Area.ID) throws {
        let (chosen, columns) = complete
        let region = try WeightRegion(nominal: components.map { number($0, "share", whole) ?? 0 }, share: within)
        let shares = components.map { DerivationInput("g(\($0))", .result(key($0, "share", whole))) }
        let bounds = declared("b", .number(within), "lift", "within")
        for (area, range) in zip(chosen, try region.ranks(columns)) {
            builder.add(
                key(index, "rank-by-weights", area),
                .number(Double(range.nominal), low: Double(range.bestBound), high: Double(range.worstBound)),
                unit: .one, formula: "formula-rank-by-weights", "r; min r … max r",
                from: [DerivationInput("r", .result(key(index, "rank", area))), bounds] + shares
                    + scores(of: [area]))
            if range.status == .notProven {
                builder.note(Notice("notice-rank-range-open", item: index, ["area": area.rawValue]))
            }
        }
        guard let own = chosen.firstIndex(of: home) else { return }
        for (position, area) in chosen.enumerated() where area != home {
            let pair = try region.pair(columns.map { $0[position] }, columns.map { $0[own] })
            add(pair, area, shares, isRival: area == rival)
        }
    }

    private mutating func add(_ pair: WeightRegion.Pair, _ area: Area.ID, _ shares: [DerivationInput], isRival: Bool) {
        guard let tie = pair.nearest else { return }
        let from = shares + scores(of: [area, home])
        // Weights that one part gives up another gains: the points moved are half of all changes.
        let moved = tie.points.reduce(0) { $0 + abs($1) } / 2
        builder.add(
            key(index, "weight-shift", area), .number(moved), unit: .percent, formula: "formula-weight-shift",
            "½ Σ |g′ − g|", from: from)
        guard isRival else { return }
        for (component, weight) in zip(components, tie.weights) {
            builder.add(
                key(component, "weight-at-tie", area), .number(100 * weight), unit: .percent,
                formula: "formula-weight-at-tie", "g′", from: from)
        }
    }

    private func scores(of areas: [Area.ID]) -> [DerivationInput] {
        areas.flatMap { area in
            components.map { DerivationInput("s(\($0), \(area))", .result(key($0, "score", area))) }
        }
    }
}
