internal import Foundation
internal import SensitivityAnalysis

/// Random numbers of a model: a function of seed, run, call, element and step.
enum RandomValue {
    /// One draw.
    static func draw(
        _ draw: RandomDraw, _ parameters: [Double], _ generator: CounterGenerator, run: Int, step: Int
    ) -> Double {
        let uniform = generator.openUniform(run: step, input: address(draw.site, draw.element), draw: run)
        func value(_ place: Int) -> Double { place < parameters.count ? parameters[place] : 0 }
        switch draw.distribution {
        case .uniform: return value(0) + (value(1) - value(0)) * uniform
        case .normal: return value(0) + value(1) * NormalDistribution.quantile(uniform)
        case .logNormal:
            let ratio = value(1) / value(0)
            let variance = log(1 + ratio * ratio)
            return exp(log(value(0)) - variance / 2 + variance.squareRoot() * NormalDistribution.quantile(uniform))
        case .exponential:
            guard parameters.count == 4 else { return -value(0) * log(1 - uniform) }
            let raw = value(2) - value(3) * log(1 - uniform)
            return min(max(raw, value(0)), value(1))
        case .poisson:
            let isVensim = parameters.count == 5
            let count = poisson(isVensim ? value(2) : value(0), uniform)
            guard isVensim else { return count }
            return min(max(value(3) + value(4) * count, value(0)), value(1))
        case .truncatedNormal:
            guard value(3) > 0 else { return min(max(value(2), value(0)), value(1)) }
            guard value(0) < value(1) else { return value(0) }
            return QuantileFunctions.truncatedNormal(
                mean: value(2), standardDeviation: value(3), in: value(0)...value(1), at: uniform)
        case .pinkNoise: return 0
        }
    }

    static func address(_ site: UInt32, _ element: UInt32) -> Int {
        Int((site &* 0x9E37_79B9) ^ (element &* 0x85EB_CA6B))
    }

    /// The smallest count whose distribution function reaches u.
    private static func poisson(_ mean: Double, _ uniform: Double) -> Double {
        guard mean > 0, mean < 700 else {
            return max(0, (mean + mean.squareRoot() * NormalDistribution.quantile(uniform)).rounded())
        }
        var (count, term) = (0.0, exp(-mean))
        var sum = term
        while sum < uniform, count < 10_000 {
            count += 1
            term *= mean / count
            sum += term
        }
        return count
    }
}
