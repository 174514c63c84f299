extension NormalisationContext {
    /// The methods that read the order or the distribution of the values.
    func applyOrder(_ method: Normalisation.Method, _ values: inout [Double]) {
        switch method {
        case .fractionOfMinimum:
            let best = -(Descriptives.extremes(values)?.maximum ?? .nan)
            replace(&values) { best / -$0 }
        case .aboveBelowMean(let threshold):
            let mean = Descriptives.mean(values) ?? .nan
            replace(&values) { direction * Self.side($0 / mean, threshold) }
        default:
            let sorted = Descriptives.sorted(values)
            guard let score = Self.orderScore(method, sorted: sorted) else { return }
            replace(&values, with: score)
        }
    }

    private func replace(_ values: inout [Double], with score: (Double) -> Double) {
        for index in values.indices where !values[index].isNaN { values[index] = score(values[index]) }
    }

    private static func side(_ ratio: Double, _ threshold: Double) -> Double {
        ratio > 1 + threshold ? 1 : ratio < 1 - threshold ? -1 : 0
    }

    private static func orderScore(_ method: Normalisation.Method, sorted: [Double]) -> ((Double) -> Double)? {
        let count = Double(sorted.count)
        switch method {
        case .rank: return { Double(below($0, sorted) + 1) }
        case .borda: return { Double(below($0, sorted)) }
        case .percentRank: return { Double(below($0, sorted)) / (count - 1) }
        case .percentile:
            return { 50 * Double(below($0, sorted) + upTo($0, sorted)) / count }
        case .bands(let probabilities, let scores):
            let edges = probabilities.compactMap { Descriptives.quantile(ascending: sorted, $0) }
            return { scores[upTo($0, edges)] }
        default: return nil
        }
    }

    /// How many of the sorted values are smaller.
    private static func below(_ value: Double, _ sorted: [Double]) -> Int {
        partition(sorted) { $0 < value }
    }

    /// How many of the sorted values are not larger.
    private static func upTo(_ value: Double, _ sorted: [Double]) -> Int {
        partition(sorted) { $0 <= value }
    }

    private static func partition(_ sorted: [Double], _ isBefore: (Double) -> Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Normalisation.Method {
    /// The score of an indicator with one value only, for the methods that need a range.
    var middle: Double? {
        switch self {
        case .minmax(let lower, let upper): (lower + upper) / 2
        case .zscore(let mean, _): mean
        case .distanceToMaximum: 0.5
        case .mazziottaPareto: 100
        case .efficacy(let base, let range): base + range / 2
        default: nil
        }
    }

    /// Whether bounds ascend, scales are above zero and bands fit together.
    var parametersAreValid: Bool {
        switch self {
        case .minmax(let lower, let upper): ascends(lower, upper)
        case .zscore(let mean, let deviation): mean.isFinite && deviation > 0 && deviation.isFinite
        case .scaled(let lower, let upper, let factor): ascends(lower, upper) && factor > 0 && factor.isFinite
        case .goalposts(let lower, let upper, let scale, _): ascends(lower, upper) && scale > 0 && scale.isFinite
        case .distanceToTarget(let target, _): target.isFinite
        case .mazziottaPareto(let reference): reference?.isFinite ?? true
        case .efficacy(let base, let range): base.isFinite && range > 0 && range.isFinite
        case .aboveBelowMean(let threshold): threshold >= 0 && threshold < 1
        case .bands(let probabilities, let scores):
            scores.count == probabilities.count + 1 && scores.allSatisfy(\.isFinite)
                && probabilities.allSatisfy { $0 > 0 && $0 < 1 }
                && zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 < $1 }
        default: true
        }
    }

    private func ascends(_ lower: Double, _ upper: Double) -> Bool {
        lower < upper && (upper - lower).isFinite
    }
}
