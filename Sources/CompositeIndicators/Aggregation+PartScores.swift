import Foundation

/// The scores present of the parts of one aggregate for one unit: a buffer used again from unit to unit.
struct PartScores {
    /// What a method found.
    enum Outcome {
        case score(Double)
        case fault(Fault)
    }

    /// Why a method refused.
    enum Fault {
        case notPositive(part: Int, score: Double)
        case zeroMean
        case weightsAllZero
    }

    private var values: [Double]
    private var weights: [Double]
    private var parts: [Int]
    private var count = 0
    /// Parts present, those without weight among them.
    private(set) var present = 0
    /// The weight of the parts present.
    private(set) var total = 0.0
    private var lacksWeighted = false

    init(capacity: Int) {
        values = Array(repeating: 0, count: capacity)
        weights = values
        parts = Array(repeating: 0, count: capacity)
    }

    /// Whether there is nothing to aggregate.
    var isEmpty: Bool { count == 0 }

    /// The score of a part.
    static func score(
        _ part: AggregationPlan.Part, unit: Int, units: Int, scores: [Double], output: [Double]
    ) -> Double {
        let position = part.column * units + unit
        return part.isAggregate ? output[position] : scores[position]
    }

    mutating func gather(_ node: AggregationPlan.Node, unit: Int, units: Int, scores: [Double], output: [Double]) {
        count = 0
        present = 0
        total = 0
        lacksWeighted = false
        for part in node.parts.indices {
            let value = Self.score(node.parts[part], unit: unit, units: units, scores: scores, output: output)
            let weight = node.weights[part]
            if value.isNaN {
                if weight != 0 { lacksWeighted = true }
                continue
            }
            present += 1
            guard weight != 0 else { continue }
            values[count] = value
            weights[count] = weight
            parts[count] = part
            count += 1
            total += weight
        }
    }

    mutating func value(_ method: Aggregation.Method) -> Outcome {
        switch method {
        case .arithmetic: arithmetic()
        case .geometric: geometric(offset: 0)
        case .shiftedGeometric(let offset): geometric(offset: offset)
        case .harmonic: harmonic()
        case .generalised(let power): power == 0 ? geometric(offset: 0) : generalised(power)
        case .median: median()
        case .minimum: .score(values[..<count].min() ?? .nan)
        case .sum: .score(lacksWeighted ? .nan : values[..<count].reduce(0, +))
        case .orderedWeighted(let places): orderedWeighted(places)
        case .mazziottaParetoDownward: mazziottaPareto(sign: -1)
        case .mazziottaParetoUpward: mazziottaPareto(sign: 1)
        case .copeland, .borda, .benefitOfTheDoubt: .score(.nan)
        }
    }

    private func notPositive(_ index: Int) -> Fault {
        .notPositive(part: parts[index], score: values[index])
    }

    private func arithmetic() -> Outcome {
        guard total != 0 else { return .fault(.weightsAllZero) }
        var sum = 0.0
        for index in 0..<count { sum += weights[index] * values[index] }
        return .score(sum / total)
    }

    private func geometric(offset: Double) -> Outcome {
        var sum = 0.0
        for index in 0..<count {
            let value = values[index] + offset
            guard value > 0 else { return .fault(notPositive(index)) }
            sum += weights[index] * log(value)
        }
        return .score(exp(sum / total) - offset)
    }

    private func harmonic() -> Outcome {
        var sum = 0.0
        for index in 0..<count {
            guard values[index] > 0 else { return .fault(notPositive(index)) }
            sum += weights[index] / values[index]
        }
        return .score(total / sum)
    }

    private func generalised(_ power: Double) -> Outcome {
        let takesAll = power > 0 && power == power.rounded()
        var sum = 0.0
        for index in 0..<count {
            guard takesAll || values[index] > 0 else { return .fault(notPositive(index)) }
            sum += weights[index] * pow(values[index], power)
        }
        let mean = sum / total
        return .score(mean < 0 ? -pow(-mean, 1 / power) : pow(mean, 1 / power))
    }
}

extension PartScores {
    private mutating func median() -> Outcome {
        values[..<count].sort()
        let middle = count / 2
        return .score(count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2)
    }

    private mutating func orderedWeighted(_ places: [Double]) -> Outcome {
        values[..<count].sort(by: >)
        var sum = 0.0
        var placed = 0.0
        for index in 0..<count {
            sum += places[index] * values[index]
            placed += places[index]
        }
        return placed > 0 ? .score(sum / placed) : .fault(.weightsAllZero)
    }

    private func mazziottaPareto(sign: Double) -> Outcome {
        let mean = values[..<count].reduce(0, +) / Double(count)
        guard mean != 0 else { return .fault(.zeroMean) }
        var squares = 0.0
        for index in 0..<count { squares += (values[index] - mean) * (values[index] - mean) }
        return .score(mean + sign * squares / Double(count) / mean)
    }
}
