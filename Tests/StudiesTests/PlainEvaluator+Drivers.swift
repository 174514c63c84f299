import Foundation
import StatisticalData
import Studies

/// The formulas of decoupling and decomposition once more: method sheet on decomposition, sections 2, 5, 11, 12.
extension PlainEvaluator {
    private func ends(_ input: DerivationInput) -> (low: Double, high: Double)? {
        guard case .result(let key) = input.origin, let low = index[key]?.low, let high = index[key]?.high else {
            return nil
        }
        return (low, high)
    }

    func drivers(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        let numbers = inputs.map { number($0) }
        switch value.derivation.formula {
        case "formula-implied-pressure", "formula-chain-of-changes":
            return bounded(inputs) {
                $0.reduce(1) { $0 * (1 + $1 / 100) } * 100 - 100
            } turning: { _ in
                false
            }
        case "formula-implied-driver":
            return bounded(inputs) {
                100 * ((100 + $0[0]) / (100 + $0[1]) - 1)
            } turning: {
                $0 == 1
            }
        case "formula-elasticity": return elasticity(inputs)
        case "formula-oecd-factor": return Outcome(value: 1 - (100 + numbers[0]) / (100 + numbers[1]))
        case "formula-effect-lmdi1-additive": return effect(value)
        case "formula-total-change": return Outcome(value: 100 * (whole(value) - 1))
        case "formula-chained-rates":
            let effects = self.inputs(value, startingWith: "e(").map { number($0) }
            let changes = self.inputs(value, startingWith: "d(").map { number($0) }
            var (level, sum) = (1.0, 0.0)
            for (position, effect) in effects.enumerated() {
                sum += effect * level
                if changes.indices.contains(position) { level *= 1 + changes[position] / 100 }
            }
            return Outcome(value: sum)
        case "formula-chained-ratio": return Outcome(value: numbers.reduce(1, *))
        case "formula-residual": return Outcome(value: numbers[0] - numbers.dropFirst().reduce(0, +))
        default: return nil
        }
    }

    /// A value with both ends; `turning` tells for which inputs the lower end of the value is at the upper end.
    private func bounded(
        _ inputs: [DerivationInput], _ formula: ([Double]) -> Double, turning: (Int) -> Bool
    ) -> Outcome {
        let limits = inputs.compactMap { ends($0) }
        guard limits.count == inputs.count else { return Outcome(value: formula(inputs.map { number($0) })) }
        let low = limits.enumerated().map { turning($0.offset) ? $0.element.high : $0.element.low }
        let high = limits.enumerated().map { turning($0.offset) ? $0.element.low : $0.element.high }
        return Outcome(value: formula(inputs.map { number($0) }), low: formula(low), high: formula(high))
    }

    private func elasticity(_ inputs: [DerivationInput]) -> Outcome {
        let value = number(inputs[0]) / number(inputs[1])
        guard let c = ends(inputs[0]), let g = ends(inputs[1]), g.low * g.high > 0 else { return Outcome(value: value) }
        let all = [c.low / g.low, c.low / g.high, c.high / g.low, c.high / g.high]
        return Outcome(value: value, low: all.min(), high: all.max())
    }

    /// The ratio of the totals: the product of the ratios of the factors.
    private func whole(_ value: ResultValue) -> Double {
        guard case .decomposition(let detail) = index.result.detail else { return .nan }
        return detail.ratios.indices.reduce(1) { $0 * factor(value, detail.ratios[$1]) }
    }

    private func factor(_ value: ResultValue, _ ratio: DecompositionDetail.Ratio) -> Double {
        func growth(_ name: String) -> Double {
            value.derivation.inputs.first { $0.role == "c(\(name))" }.map { 1 + number($0) / 100 } ?? .nan
        }
        return growth(ratio.numerator) / (ratio.denominator.map { growth($0) } ?? 1)
    }

    /// LMDI-I of one cell from changes: 100 (V - 1)/ln V ln x, with V and x over their values of the year before.
    private func effect(_ value: ResultValue) -> Outcome? {
        guard case .decomposition(let detail) = index.result.detail, detail.readsChanges, detail.parts.isEmpty,
            let position = detail.factors.firstIndex(of: value.key.item)
        else { return nil }
        let total = whole(value)
        let mean = total == 1 ? 1 : (total - 1) / log(total)
        return Outcome(value: 100 * mean * log(factor(value, detail.ratios[position])))
    }
}

/// The formulas of efficiency that are no programs: method sheet on efficiency, section 3.
extension PlainEvaluator {
    func efficiency(_ value: ResultValue) -> Outcome? {
        let numbers = value.derivation.inputs.map { number($0) }
        switch value.derivation.formula {
        case "formula-frontier-units":
            return Outcome(value: Double(Set(value.derivation.inputs.compactMap { area($0) }).count))
        case "formula-benchmark-mix":
            return Outcome(
                value: stride(from: 0, to: numbers.count, by: 2).reduce(0) { $0 + numbers[$1] * numbers[$1 + 1] })
        case "formula-saving": return Outcome(value: numbers[0] - numbers[1])
        case "formula-shortfall": return Outcome(value: numbers[1] - numbers[0])
        case "formula-frontier-change": return Outcome(value: numbers[0] / numbers[1])
        case "formula-slacks-score": return slacksScore(value)
        default: return nil
        }
    }

    private func area(_ input: DerivationInput) -> String? {
        if case .result(let key) = input.origin { key.area.rawValue } else { nil }
    }

    private func slacksScore(_ value: ResultValue) -> Outcome? {
        guard case .efficiency(let detail) = index.result.detail else { return nil }
        func shares(_ items: [String]) -> [Double] {
            items.map { item in
                func input(_ role: String) -> Double {
                    value.derivation.inputs.first { $0.role == "\(role)(\(item))" }.map { number($0) } ?? .nan
                }
                return input("s") / input("x")
            }
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        return Outcome(
            value: (1 - mean(shares(detail.inputs))) / (1 + mean(shares(detail.outputs + detail.bads))))
    }
}
