import StatisticalData
import TargetTracking

extension PlanLedgerComputation {
    /// A plan may state one target twice, as a cap and as a cut in per cent: shows whether the two agree.
    mutating func compareForms() {
        for cut in inputs.targets where cut.target.form == .cumulativeCut {
            let cap = inputs.targets.first {
                $0.target.form == .cap && $0.series == cut.series && $0.area == cut.area && !$0.isRelativeToBase
                    && $0.target.targetYear == cut.target.targetYear && $0.target.baseYear == cut.target.baseYear
            }
            if let cap { compare(cut: cut, cap: cap) }
        }
    }

    private mutating func compare(cut: PlanTarget, cap: PlanTarget) {
        let year = Period.year(cut.target.targetYear)
        let capKey = builder.key(cap.item, "target", cap.area, year)
        let cutKey = builder.key(cut.item, "target", cut.area, year)
        let change = 1 + cut.target.value / 100
        guard let base = cut.base else {
            guard let baseYear = cut.target.baseYear,
                let implied = CumulativeChange.impliedBase(later: cap.target.value, change: cut.target.value)
            else { return }
            builder.add(
                builder.key(cut.item, "implied-base", cut.area, .year(baseYear)), .number(implied), unit: cap.unit,
                formula: "formula-implied-base", "y* / (1 + c/100)",
                from: [DerivationInput("y*", .result(capKey)), DerivationInput("c", .result(cutKey))])
            return
        }
        let baseInput = PlanEvidence(cut, series: [], asKnownOn: nil).base?.input
        let implied = cut.baseUnit.flatMap { $0.convert(base * change, to: cap.unit) } ?? base * change
        let impliedKey = builder.add(
            builder.key(cut.item, "implied-cap", cut.area, year), .number(implied), unit: cap.unit,
            formula: "formula-implied-cap", "y₀ · (1 + c/100)",
            from: (baseInput.map { [$0] } ?? []) + [DerivationInput("c", .result(cutKey))])
        let halfUnit = 0.5 / Decimals.power(cap.decimals)
        let agrees = abs(implied - cap.target.value) <= halfUnit * (1 + 1e-9)
        builder.add(
            builder.key(cut.item, "agrees-with-cap", cut.area, year), .word(agrees ? "yes" : "no"), unit: nil,
            formula: "formula-rounds-to-cap", "|y₀ · (1 + c/100) − y*| ≤ ½ · 10^−d",
            from: [DerivationInput("y", .result(impliedKey)), DerivationInput("y*", .result(capKey))])
    }
}
