public import LinearAlgebra

/// What a range of delta makes of the multipliers of a region: the band in which an estimate lies.
public struct RegionalisationSweep: Sendable {
    /// What one delta gives.
    public struct Step: Sendable {
        /// delta.
        public let delta: Double
        /// lambda.
        public let sizeFactor: Double
        /// The regional coefficients.
        public let coefficients: RegionalCoefficients
    }

    /// The steps, in the order of the deltas given.
    public let steps: [Step]

    /// 0.1 to 0.4 by 0.05.
    public static let usualDeltas = deltas(from: 0.1, to: 0.4, by: 0.05)

    /// The deltas from one to another, both included as far as the step meets them; each the nearest number to its
    /// decimal. Empty if the step is not above 0 or the range runs backwards.
    public static func deltas(from: Double, to: Double, by step: Double) -> [Double] {
        guard step > 0, to >= from else { return [] }
        let count = min(Int(((to - from) / step + 1e-9).rounded(.down)), 1000)
        return (0...count).map { ((from + Double($0) * step) * 1e9).rounded() / 1e9 }
    }

    /// Regionalises with each delta.
    ///
    /// - Throws: `RegionalisationFaults` as for one delta.
    public init(
        national: Matrix, _ regional: LocationQuotients, _ method: LocationQuotientMethod, deltas: [Double]
    ) throws(RegionalisationFaults) {
        var steps: [Step] = []
        for delta in deltas {
            steps.append(
                Step(
                    delta: delta, sizeFactor: try regional.sizeFactor(delta: delta),
                    coefficients: try RegionalCoefficients(national: national, regional, method.with(delta: delta))))
        }
        self.steps = steps
    }

    /// How far the output multipliers of a delta are from surveyed ones.
    public struct Distance: Hashable, Sendable {
        /// delta.
        public let delta: Double
        /// The mean of (estimated - surveyed) / surveyed: above 0 where the estimate is too large.
        public let meanDifference: Double
        /// The mean of the same without sign.
        public let meanAbsoluteDifference: Double
    }

    /// Compares each step with the output multipliers of a surveyed table of a region.
    ///
    /// - Throws: `RegionalisationFaults` for another number of multipliers, or one that is not above 0.
    public func distances(toSurveyed multipliers: [Double]) throws(RegionalisationFaults) -> [Distance] {
        let count = steps.first?.coefficients.outputMultipliers.count ?? multipliers.count
        guard multipliers.count == count, count > 0 else {
            throw RegionalisationFaults([.wrongCount(expected: count, found: multipliers.count)])
        }
        let bad = multipliers.indices.filter { !(multipliers[$0] > 0) || !multipliers[$0].isFinite }
        guard bad.isEmpty else {
            throw RegionalisationFaults(bad.map { .badFigure(industry: $0, multipliers[$0]) })
        }
        return steps.map { step in
            let gaps = zip(step.coefficients.outputMultipliers, multipliers).map { ($0 - $1) / $1 }
            return Distance(
                delta: step.delta, meanDifference: gaps.reduce(0, +) / Double(count),
                meanAbsoluteDifference: gaps.reduce(0) { $0 + abs($1) } / Double(count))
        }
    }

    /// The distance of the delta whose multipliers are nearest to surveyed ones; the smaller delta of two that are equal.
    ///
    /// - Throws: `RegionalisationFaults` as for all distances.
    public func nearest(toSurveyed multipliers: [Double]) throws(RegionalisationFaults) -> Distance? {
        try distances(toSurveyed: multipliers).min {
            ($0.meanAbsoluteDifference, $0.delta) < ($1.meanAbsoluteDifference, $1.delta)
        }
    }
}
