import Foundation
import StatisticalData
import Studies
import TargetTracking

/// Recomputes a value from what its derivation names, formula by formula, with nothing but the four operations and
/// powers: the formulas are those of the method sheets on targets (sections 2, 3) and composite indicators (13).
struct PlainEvaluator {
    let index: ResultIndex
    let region = PlainRegionCache()

    /// A number recomputed, with its interval where the formula gives one.
    struct Outcome {
        let value: Double
        var low: Double?
        var high: Double?
    }

    struct Unknown: Error {
        let formula: String
    }

    /// The number an input stands for, in `unit` where it can be converted.
    func number(_ input: DerivationInput, in unit: UnitOfMeasure? = nil) -> Double {
        let (value, own): (Double?, UnitOfMeasure?) =
            switch input.origin {
            case .observation(let observation): (observation.value, observation.unit)
            case .result(let key): (index[key]?.number, index[key]?.unit)
            case .declared(let declared): (Self.number(declared.finding), declared.unit)
            }
        guard let value else { return .nan }
        guard let unit, let own else { return value }
        return own.convert(value, to: unit) ?? .nan
    }

    private static func number(_ finding: Finding) -> Double? {
        if case .number(let value, _, _) = finding { value } else { nil }
    }

    /// Half a unit of the last printed place of an input that is a printed figure.
    func halfWidth(_ input: DerivationInput) -> Double? {
        switch input.origin {
        case .observation(let observation):
            guard observation.decimals != 0, observation.qualifier == nil else { return nil }
            return 0.5 * pow(10, -Double(observation.decimals))
        case .result(let key):
            guard let value = index[key], let low = value.low, let high = value.high else { return nil }
            return (high - low) / 2
        case .declared:
            return nil
        }
    }

    func inputs(_ value: ResultValue, startingWith role: String) -> [DerivationInput] {
        value.derivation.inputs.filter { $0.role.hasPrefix(role) }
    }

    func evaluate(_ value: ResultValue) throws -> Outcome {
        if let outcome = composite(value) ?? steps(value) ?? growth(value) ?? plan(value) { return outcome }
        if let outcome = answers(value) ?? parks(value) { return outcome }
        if let outcome = assessment(value) ?? progress(value) ?? regional(value) { return outcome }
        if let outcome = drivers(value) ?? efficiency(value) { return outcome }
        throw Unknown(formula: value.derivation.formula)
    }

    private func composite(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        let numbers = inputs.map { number($0) }
        switch value.derivation.formula {
        case "formula-weight-sum":
            return Outcome(value: numbers.reduce(0, +))
        case "formula-share":
            let own = inputs.first { $0.role == "w(\(value.key.item))" }
            return Outcome(value: 100 * (own.map { number($0) } ?? .nan) / numbers.reduce(0, +))
        case "formula-weighted-mean":
            return weightedMean(value)
        case "formula-rank":
            guard let own = inputs.firstIndex(where: { $0.role == "s(\(value.key.area))" }) else { return nil }
            return Outcome(value: Double(1 + numbers.count { $0 > numbers[own] + 1e-9 }))
        case "formula-share-below":
            let own = inputs.first { $0.role == "w(\(value.key.item))" }.map { number($0) } ?? .nan
            return Outcome(value: numbers[0] * own / numbers.dropFirst().reduce(0, +))
        case "formula-distance", "formula-difference":
            return Outcome(value: numbers[0] - numbers[1])
        case "formula-distance-part":
            return Outcome(value: numbers[0] / 100 * (numbers[1] - numbers[2]))
        case "formula-largest-difference":
            return Outcome(value: numbers.map(abs).max() ?? 0)
        case "formula-count":
            if value.key.measure == "disagreeing" {
                return Outcome(value: Double(inputs.count { word($0) == "no" }))
            }
            return Outcome(value: Double(inputs.count))
        default:
            return nil
        }
    }

    func word(_ input: DerivationInput) -> String? {
        if case .result(let key) = input.origin { index[key]?.word } else { nil }
    }

    private func weightedMean(_ value: ResultValue) -> Outcome {
        let weights = inputs(value, startingWith: "w(").map { number($0) }
        let scores = inputs(value, startingWith: "s(")
        let printed = scores.map { halfWidth($0) }
        let widths = printed.map { $0 ?? 0 }
        func mean(_ sign: Double) -> Double {
            let sum = zip(weights, zip(scores.map { number($0) }, widths)).reduce(0.0) {
                $0 + $1.0 * ($1.1.0 + sign * $1.1.1)
            }
            return sum / weights.reduce(0, +)
        }
        if printed.allSatisfy({ $0 == nil }) { return Outcome(value: mean(0)) }
        return Outcome(value: mean(0), low: mean(-1), high: mean(1))
    }

    private func growth(_ value: ResultValue) -> Outcome? {
        switch value.derivation.formula {
        case "formula-observed":
            return observed(value)
        case "formula-chain":
            return chain(value)
        case "formula-implied-growth":
            let (energy, ratio) = (value.derivation.inputs[0], value.derivation.inputs[1])
            func quotient(_ sign: Double, _ widths: (Double, Double)) -> Double {
                let top = 1 + (number(energy) + sign * widths.0) / 100
                return 100 * (top / (1 + (number(ratio) - sign * widths.1) / 100) - 1)
            }
            guard let first = halfWidth(energy), let second = halfWidth(ratio) else {
                return Outcome(value: quotient(0, (0, 0)))
            }
            return Outcome(
                value: quotient(0, (0, 0)), low: quotient(-1, (first, second)), high: quotient(1, (first, second)))
        default:
            return nil
        }
    }

    private func observed(_ value: ResultValue) -> Outcome {
        let input = value.derivation.inputs[0]
        let figure = number(input, in: value.unit)
        guard let width = halfWidth(input), value.unit != .one, number(input) != 0 || figure == 0 else {
            return Outcome(value: figure)
        }
        let scale = number(input) == 0 ? 1 : abs(figure / number(input))
        return Outcome(value: figure, low: figure - width * scale, high: figure + width * scale)
    }

    private func chain(_ value: ResultValue) -> Outcome {
        let inputs = value.derivation.inputs
        func product(_ sign: Double, _ widths: [Double]) -> Double {
            100 * (zip(inputs, widths).reduce(1.0) { $0 * (1 + (number($1.0) + sign * $1.1) / 100) } - 1)
        }
        let none = inputs.map { _ in 0.0 }
        let widths = inputs.compactMap { halfWidth($0) }
        guard widths.count == inputs.count else { return Outcome(value: product(0, none)) }
        return Outcome(value: product(0, none), low: product(-1, widths), high: product(1, widths))
    }
}
