import DecompositionAnalysis
import StatisticalData

/// The chain of years, and what the effects miss of the change.
extension DecompositionComputation {
    /// Joins the effects of years without a gap.
    ///
    /// Of levels they are added, of multiplicative methods multiplied. Of changes, which are in per cent of the year
    /// before, each is first brought to per cent of the year before the first: LMDI's effects scale with the total.
    mutating func addChain(_ area: Area.ID, _ years: [Int]) {
        guard let first = years.first, let last = years.last else { return }
        let period = Period.years(first, last)
        let rates = definition.reads == .changes && !isMultiplicative
        let totals = years.map { builder.key(identity.target, "total-change", area, .year($0)) }
        let changes = totals.map { builder[$0]?.number ?? 0 }
        var levels = [1.0]
        for change in changes { levels.append(levels[levels.count - 1] * (1 + change / 100)) }
        let earlier = zip(totals, years).dropLast().map { DerivationInput("d(\($1))", .result($0)) }
        func joined(_ values: [Double]) -> Double {
            if isMultiplicative { return values.reduce(1, *) }
            return rates ? zip(values, levels).reduce(0) { $0 + $1.0 * $1.1 } : values.reduce(0, +)
        }
        let formula = isMultiplicative ? "formula-chained-ratio" : rates ? "formula-chained-rates" : "formula-chained"
        let expression = isMultiplicative ? "Π e" : rates ? "Σ e(t) · Π (1 + d(u)/100), u < t" : "Σ e"
        let effectUnit = unit
        var building = builder
        func add(_ item: String, _ measure: String) -> ResultKey {
            let keys = years.map { building.key(item, measure, area, .year($0)) }
            return building.add(
                building.key(item, measure, area, period), .number(joined(keys.map { building[$0]?.number ?? 0 })),
                unit: effectUnit, formula: formula, expression,
                from: zip(keys, years).map { DerivationInput("e(\($1))", .result($0)) } + (rates ? earlier : []))
        }
        var effects: [DerivationInput] = []
        for factor in identity.factors.map(\.label) {
            effects.append(DerivationInput("e(\(factor))", .result(add(factor, "effect"))))
        }
        let total = add(identity.target, "total-change")
        builder = building
        addResidual(area, period, effects, total)
    }

    /// What the effects miss: the change less their sum, or over their product less one.
    mutating func addResidual(
        _ area: Area.ID, _ period: Period, _ effects: [DerivationInput], _ total: ResultKey
    ) {
        let values = effects.compactMap { builder.number(of: $0) }
        guard let whole = builder[total]?.number else { return }
        let residual = isMultiplicative ? whole / values.reduce(1, *) - 1 : whole - values.reduce(0, +)
        builder.add(
            builder.key(identity.target, "residual", area, period), .number(residual), unit: unit,
            formula: isMultiplicative ? "formula-residual-ratio" : "formula-residual",
            isMultiplicative ? "d / Π e − 1" : "d − Σ e", from: [DerivationInput("d", .result(total))] + effects)
    }
}
