/// The elementary effects of one input: (y after - y before)/step, with the sign of the move.
public struct MorrisEffect: Hashable, Sendable {
    /// The mean effect, mu: signs may cancel.
    public let mean: Double
    /// The mean of the absolute effects, mu*: overall influence, for screening.
    public let meanAbsolute: Double
    /// The standard deviation (n - 1) of the effects, sigma: interactions and curvature; `nil` for one effect.
    public let standardDeviation: Double?
    /// The standard error of mu*; `nil` for one effect.
    public let standardError: Double?
    /// The number of effects; fewer than the trajectories where runs failed.
    public let count: Int
}

extension MorrisDesign {
    /// mu, mu* and sigma of each input from the outputs of all runs in order; an output that is not finite is a failed
    /// run and takes the effects on both its sides with it.
    ///
    /// Holds: for a linear model sigma = 0 and mu = the coefficient; mu* >= |mu|. Does not hold: mu* is no share of
    /// variance.
    /// Source: Morris (1991); mu*: Campolongo, Cariboni and Saltelli, Environmental Modelling & Software 22 (2007).
    /// - Throws: `outputCount`, `tooManyFailures`, `noCompleteRow` if an input has no effect left.
    public func effects(
        of outputs: [Double], allowedFailureShare: Double = 0
    ) throws(SensitivityFault) -> [MorrisEffect] {
        guard outputs.count == runCount else { throw .outputCount(found: outputs.count, expected: runCount) }
        try RunFailures(outputs: outputs).check(allowedShare: allowedFailureShare)
        var results: [MorrisEffect] = []
        for (input, effects) in elementaryEffects(outputs).enumerated() {
            guard !effects.isEmpty else { throw .noCompleteRow(input: input) }
            results.append(MorrisEffect(effects))
        }
        return results
    }

    private func elementaryEffects(_ outputs: [Double]) -> [[Double]] {
        var effects: [[Double]] = Array(repeating: [], count: inputs)
        for trajectory in 0..<trajectories {
            for position in 0..<inputs {
                let (input, before, rises) = move(trajectory, position)
                guard outputs[before].isFinite, outputs[before + 1].isFinite else { continue }
                let change = (outputs[before + 1] - outputs[before]) / step
                effects[input].append(rises ? change : -change)
            }
        }
        return effects
    }
}

extension MorrisEffect {
    init(_ effects: [Double]) {
        let absolute = effects.map(abs)
        count = effects.count
        mean = Moments.mean(effects)
        meanAbsolute = Moments.mean(absolute)
        standardDeviation = Moments.standardDeviation(effects)
        standardError = Moments.standardDeviation(absolute).map { $0 / Double(effects.count).squareRoot() }
    }
}

enum Moments {
    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    /// Divisor n - 1; `nil` for fewer than two values.
    static func standardDeviation(_ values: [Double]) -> Double? {
        guard values.count > 1 else { return nil }
        let centre = mean(values)
        let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
