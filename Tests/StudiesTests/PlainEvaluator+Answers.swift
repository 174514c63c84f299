import Foundation
import StatisticalData
import Studies

/// Weights from answers, scores between posts, and changes between periods.
extension PlainEvaluator {
    func answers(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        let numbers = inputs.map { number($0) }
        switch value.derivation.formula {
        case "formula-weight-stated": return Outcome(value: numbers[0])
        case "formula-weight-judgments":
            return hierarchy(value).map { Outcome(value: $0.weights[value.key.item] ?? .nan) }
        case "formula-consistency-ratio": return consistency(value)
        case "formula-weight-points-mean", "formula-weight-points-median": return points(value)
        case "formula-standard-deviation":
            let mean = numbers.reduce(0, +) / Double(numbers.count)
            return Outcome(
                value: sqrt(numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)))
        case "formula-goalposts": return posts(value).map { Outcome(value: min($0.scale, max(0, $0.score))) }
        case "formula-goalposts-open": return posts(value).map { Outcome(value: $0.score) }
        case "formula-change": return Outcome(value: numbers[0] - numbers[1])
        case "formula-change-part": return Outcome(value: numbers[0] / 100 * (numbers[1] - numbers[2]))
        default: return nil
        }
    }

    /// The matrix of judgments, read from roles such as "a(nature, people; Li)": combined by the geometric mean, its
    /// principal eigenvector by repeated squaring of the matrix.
    private func hierarchy(_ value: ResultValue) -> (weights: [String: Double], eigenvalue: Double)? {
        var logarithms: [[String]: [Double]] = [:]
        var names: [String] = []
        for input in value.derivation.inputs {
            let pair = input.role.dropFirst(2).prefix { $0 != ";" && $0 != ")" }.split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            for name in pair where !names.contains(name) { names.append(name) }
            logarithms[pair, default: []].append(log(number(input)))
        }
        func judgment(_ row: String, _ column: String) -> Double {
            if row == column { return 1 }
            if let found = logarithms[[row, column]] { return exp(found.reduce(0, +) / Double(found.count)) }
            return logarithms[[column, row]].map { exp(-$0.reduce(0, +) / Double($0.count)) } ?? .nan
        }
        let matrix = names.map { row in names.map { judgment(row, $0) } }
        var power = matrix
        for _ in 0..<12 {
            power = names.indices.map { row in
                names.indices.map { column in
                    names.indices.reduce(0) { $0 + power[row][$1] * power[$1][column] }
                }
            }
            let largest = power.joined().max() ?? 1
            power = power.map { $0.map { $0 / largest } }
        }
        let sums = power.map { $0.reduce(0, +) }
        let weights = sums.map { $0 / sums.reduce(0, +) }
        let image = zip(matrix[0], weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (Dictionary(uniqueKeysWithValues: zip(names, weights)), image / weights[0])
    }

    /// The expression ends in the index of random judgments.
    private func consistency(_ value: ResultValue) -> Outcome? {
        if value.derivation.expression == "0, n ≤ 2" { return Outcome(value: 0) }
        guard let found = hierarchy(value), let text = value.derivation.expression.split(separator: " ").last,
            let random = Double(text)
        else { return nil }
        let count = Double(found.weights.count)
        return Outcome(value: (found.eigenvalue - count) / (count - 1) / random)
    }

    private func points(_ value: ResultValue) -> Outcome? {
        let isMean = value.derivation.formula == "formula-weight-points-mean"
        var given: [Substring: [Double]] = [:]
        for input in value.derivation.inputs {
            given[input.role.dropFirst(2).prefix { $0 != ";" }, default: []].append(number(input))
        }
        let centres = given.mapValues { points in
            let sorted = points.sorted()
            let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
            return isMean ? points.reduce(0, +) / Double(points.count) : middle / 2
        }
        return centres[Substring(value.key.item)].map { Outcome(value: $0 / centres.values.reduce(0, +)) }
    }

    /// Scale and direction are read from the expression: "100 · (x − lo) / (hi − lo)", cut or not.
    private func posts(_ value: ResultValue) -> (score: Double, scale: Double)? {
        let numbers = value.derivation.inputs.prefix(3).map { number($0) }
        let expression = value.derivation.expression
        let line = expression.hasPrefix("min(") ? String(expression.split(separator: ", ")[2].dropLast(2)) : expression
        guard numbers.count == 3, let scale = line.split(separator: " ").first.flatMap({ Double($0) }) else {
            return nil
        }
        let (x, low, high) = (numbers[0], numbers[1], numbers[2])
        let distance = line.contains("(x − lo)") ? x - low : high - x
        return (scale * distance / (high - low), scale)
    }
}
