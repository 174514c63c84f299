import Foundation
import StatisticalData
import Studies

/// The formulas of the steps from figures to scores, and what is known of the results of many runs without running.
extension PlainEvaluator {
    /// Values that only running the index again and again, or a search, can give: their derivation names what they rest
    /// on.
    static let simulated: Set<String> = [
        "formula-rank-interval", "formula-rank-middle", "formula-mean-rank", "formula-probability-first",
        "formula-probability-above", "formula-first-order", "formula-total-order", "formula-lift-alone",
        "formula-lift-together", "formula-rank-by-weights", "formula-weight-shift", "formula-weight-at-tie",
        "formula-benchmark-weight", "formula-radial-score", "formula-bootstrap", "formula-global-index",
        "formula-efficiency-change",
    ]

    func steps(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        let numbers = inputs.map { number($0) }
        switch value.derivation.formula {
        case "formula-minimum": return numbers.min().map { Outcome(value: $0) }
        case "formula-maximum": return numbers.max().map { Outcome(value: $0) }
        case "formula-ratio": return Outcome(value: numbers[0] / numbers[1])
        case "formula-minmax": return line(value)
        case "formula-share-leaf": return Outcome(value: numbers[0] * numbers[1] / numbers[2])
        case "formula-correlation": return correlation(value)
        case "formula-target-rank", "formula-lift-change": return Outcome(value: numbers[0] - numbers[1])
        case "formula-runs": return Outcome(value: numbers[0])
        default: return nil
        }
    }

    /// Base and range are read from the expression: "0 + 100 · (x − min) / (max − min)".
    private func line(_ value: ResultValue) -> Outcome? {
        let numbers = value.derivation.inputs.prefix(3).map { number($0) }
        let parts = value.derivation.expression.components(separatedBy: " ")
        guard let base = Double(parts[0]), let range = Double(parts[2]), numbers.count == 3 else { return nil }
        let (x, low, high) = (numbers[0], numbers[1], numbers[2])
        let distance = parts[4] == "(x" ? x - low : high - x
        return Outcome(value: base + range * distance / (high - low))
    }

    private func correlation(_ value: ResultValue) -> Outcome {
        let x = inputs(value, startingWith: "x(").map { number($0) }
        let y = inputs(value, startingWith: "y(").map { number($0) }
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let (xx, yy) = (x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }, y.reduce(0) { $0 + ($1 - my) * ($1 - my) })
        return Outcome(value: xy / sqrt(xx * yy))
    }
}
