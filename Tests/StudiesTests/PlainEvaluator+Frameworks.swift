import StatisticalData
import Studies

/// The formulas of the five-year assessment and of progress within thresholds: method sheets on composite indicators,
/// section 13, and on targets, section 6.
extension PlainEvaluator {
    private func input(_ value: ResultValue, _ role: String) -> Double? {
        value.derivation.inputs.first { $0.role == role }.map { number($0) }
    }

    private func sum(_ value: ResultValue, startingWith role: String) -> Double {
        inputs(value, startingWith: role).reduce(0.0) { $0 + number($1) }
    }

    func assessment(_ value: ResultValue) -> Outcome? {
        func input(_ role: String) -> Double? { self.input(value, role) }
        switch value.derivation.formula {
        case "formula-sum": return Outcome(value: sum(value, startingWith: "p("))
        case "formula-points-certain", "formula-points-possible":
            return itemPoints(value)
        case "formula-rank-points":
            return Outcome(value: max(0, (input("a") ?? .nan) - (input("b") ?? .nan) * ((input("r") ?? .nan) - 1)))
        case "formula-last-rank-points":
            return Outcome(value: max(0, (input("a") ?? .nan) - (input("b") ?? .nan) * ((input("n") ?? .nan) - 1)))
        case "formula-open-certain": return Outcome(value: 0)
        case "formula-open-possible":
            return Outcome(value: number(value.derivation.inputs[0]) / (input("k") ?? 1))
        case "formula-satisfied-points": return Outcome(value: (input("a") ?? .nan) * (input("s") ?? .nan))
        case "formula-incident-deduction":
            return Outcome(value: min(input("l") ?? .infinity, (input("d") ?? .nan) * (input("n") ?? .nan)))
        case "formula-binding-deduction":
            let isReached = (input("m") ?? .nan) >= (input("k") ?? .infinity)
            return Outcome(value: isReached ? sum(value, startingWith: "p(") : 0)
        case "formula-less-deductions":
            return Outcome(value: (input("e") ?? .nan) - sum(value, startingWith: "d("))
        default: return nil
        }
    }

    private func itemPoints(_ value: ResultValue) -> Outcome {
        let points = input(value, "p") ?? .nan
        let outcome = inputs(value, startingWith: "o").first.flatMap { word($0) }
        switch outcome {
        case "met": return Outcome(value: points)
        case "missed": return Outcome(value: points * (input(value, "m") ?? .nan))
        default: return Outcome(value: value.derivation.formula == "formula-points-possible" ? points : 0)
        }
    }

    func progress(_ value: ResultValue) -> Outcome? {
        func input(_ role: String, in unit: UnitOfMeasure? = nil) -> Double {
            value.derivation.inputs.first { $0.role == role }.map { number($0, in: unit) } ?? .nan
        }
        switch value.derivation.formula {
        case "formula-raw-weight-up", "formula-raw-weight-down":
            let unit = target(value.key)?.unit
            let quotient = input("t", in: unit) / input("y₀", in: unit)
            return Outcome(value: value.derivation.formula.hasSuffix("-up") ? quotient : 1 / quotient)
        case "formula-weight-of-sum":
            let own = value.derivation.inputs.first { $0.role == "v(\(value.key.item))" }
            return Outcome(value: (own.map { number($0) } ?? .nan) / sum(value, startingWith: "v("))
        case "formula-progress-index":
            let cap = self.input(value, "c") ?? .infinity
            let weights = inputs(value, startingWith: "w(").map { number($0) }
            let parts = inputs(value, startingWith: "P(").map { min(cap, number($0)) }
            return Outcome(value: zip(weights, parts).reduce(0.0) { $0 + $1.0 * $1.1 })
        default: return nil
        }
    }
}
