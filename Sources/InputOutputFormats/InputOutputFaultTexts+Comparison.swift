public import InputOutput
public import StatisticalData

extension InputOutputFaultTexts {
    /// Faults of supply chains, decompositions and trade.
    static func comparison(_ fault: InputOutputFault, at place: Place) -> Fault {
        switch fault {
        case .negativeFlowInPaths(let from, let to, let value):
            Fault(
                "io-paths-negative", at: place,
                ["from": from.shown, "to": to.shown, "found": Decimals.text(value)])
        case .otherClassification(let part, let missing, let surplus):
            Fault(
                "io-other-classification", at: place,
                ["part": part.rawValue, "expected": listed(missing), "found": listed(surplus)])
        case .otherUnit(let stressor, let unit):
            Fault(
                "io-other-unit", at: place,
                ["stressor": stressor.label.shown, "expected": stressor.unit ?? "-", "found": unit])
        case .noDemandLevel(let area): Fault("io-no-demand-level", at: place, ["area": [area].shown])
        case .unbalancedColumn(let industry, let gap):
            Fault(
                "io-unbalanced-column", at: place,
                ["industry": industry.shown, "found": Decimals.text((gap * 1e8).rounded() / 1e6)])
        case .noTrade: Fault("io-no-trade", at: place)
        default: Fault("io-incomplete-factors", at: place)
        }
    }

    /// A gap between inputs and output that is within what is accepted, a warning.
    public static func smallColumnGap(_ industry: Industry, _ gap: Double, at place: Place) -> Fault {
        Fault(
            "io-unbalanced-column-small", at: place, severity: .warning,
            ["industry": industry.shown, "found": Decimals.text((gap * 1e8).rounded() / 1e6)])
    }

    private static func listed(_ labels: [[String]]) -> String {
        labels.isEmpty
            ? "-" : labels.prefix(5).map(\.shown).joined(separator: ", ") + (labels.count > 5 ? ", …" : "")
    }
}
