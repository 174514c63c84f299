import DecompositionAnalysis
import StatisticalData

/// Elasticity, state and factor of a year or window.
extension DecouplingComputation {
    mutating func addState(_ area: Area.ID, _ period: Period, _ c: FiledChange, _ g: FiledChange) {
        let item = definition.pressure.rawValue
        guard
            let found = Decoupling(
                pressure: (100, 100 + c.value), driver: (100, 100 + g.value), bounds: bounds)
        else { return }
        let pair = [c.input("c"), g.input("g")]
        builder.add(
            builder.key(item, "oecd-factor", area, period), .number(found.factor), unit: .one,
            formula: "formula-oecd-factor", "1 − (1 + c/100) / (1 + g/100)", from: pair)
        let names = ["area": area.rawValue, "period": period.description]
        // Changes in per cent, not levels: 100 + c - 100 has lost the last digits of c.
        let quotient = c.value == 0 ? 0 : c.value / g.value
        guard g.value != 0, quotient.isFinite else {
            builder.add(
                builder.key(item, "state", area, period), .word("no growth"), unit: nil,
                formula: "formula-no-growth", "g = 0", from: pair)
            return
        }
        let ends = Self.bounds(c, g)
        let elasticity = builder.add(
            builder.key(item, "elasticity", area, period), .number(quotient, low: ends?.low, high: ends?.high),
            unit: .one, formula: "formula-elasticity", "c / g", from: pair)
        let grows = g.value > 0
        let state = Decoupling.state(quotient, grows: grows, bounds)
        builder.add(
            builder.key(item, "state", area, period), .word(state.rawValue), unit: nil,
            formula: "formula-decoupling-state",
            "e < 0 | 0 ≤ e < \(Decimals.text(bounds.lower)) | … ≤ \(Decimals.text(bounds.upper)) < e",
            from: [DerivationInput("e", .result(elasticity)), g.input("g")] + declaredBounds)
        if found.isUnstable { builder.note(Notice("notice-decoupling-unstable", item: item, names)) }
        guard let ends else {
            if Self.mayTurn(g) { builder.note(Notice("notice-decoupling-open", item: item, names)) }
            return
        }
        if [ends.low, ends.high].contains(where: { Decoupling.state($0, grows: grows, bounds) != state }) {
            builder.note(Notice("notice-decoupling-open", item: item, names))
        }
    }

    /// The least and the greatest elasticity that rounding allows; `nil` where it is not known, or growth may be zero.
    private static func bounds(_ c: FiledChange, _ g: FiledChange) -> (low: Double, high: Double)? {
        guard let lowest = c.low, let highest = c.high, let low = g.low, let high = g.high, low > 0 || high < 0 else {
            return nil
        }
        let corners = [lowest / low, lowest / high, highest / low, highest / high]
        return corners.min().flatMap { least in corners.max().map { (least, $0) } }
    }

    /// Whether rounding leaves open if the driver grew or fell.
    private static func mayTurn(_ g: FiledChange) -> Bool {
        guard let low = g.low, let high = g.high else { return false }
        return low <= 0 && high >= 0
    }

    /// The bounds that the study declares; those of Tapio stand in the expression alone.
    private var declaredBounds: [DerivationInput] {
        let declared = [
            ("b₁", "lower", definition.bounds?.lower), ("b₂", "upper", definition.bounds?.upper),
        ]
        return declared.compactMap { role, key, value in
            value.map { number in
                DerivationInput(
                    role,
                    .declared(
                        DerivationInput.Declared(
                            .number(number), unit: .one, place: study.place(of: "bounds", key))))
            }
        }
    }
}
