/// Draws by inverse distribution function: one uniform number each, increasing in it.
extension CounterGenerator {
    /// A normal number with the given mean and standard deviation (>= 0; zero gives the mean).
    public func normal(
        mean: Double = 0, standardDeviation: Double = 1, run: Int, input: Int, draw: Int = 0
    ) -> Double {
        mean + standardDeviation * NormalDistribution.quantile(openUniform(run: run, input: input, draw: draw))
    }

    /// An exponential number with the given mean: -mean log(1 - u).
    public func exponential(mean: Double = 1, run: Int, input: Int, draw: Int = 0) -> Double {
        QuantileFunctions.exponential(mean: mean, at: uniform(run: run, input: input, draw: draw))
    }

    /// A triangular number with lowest value, mode and highest value.
    public func triangular(
        lowest: Double, mode: Double, highest: Double, run: Int, input: Int, draw: Int = 0
    ) -> Double {
        QuantileFunctions.triangular(
            lowest: lowest, mode: mode, highest: highest, at: uniform(run: run, input: input, draw: draw))
    }

    /// A normal number conditional on lying in `bounds`.
    public func truncatedNormal(
        mean: Double = 0, standardDeviation: Double = 1, in bounds: ClosedRange<Double>, run: Int, input: Int,
        draw: Int = 0
    ) -> Double {
        QuantileFunctions.truncatedNormal(
            mean: mean, standardDeviation: standardDeviation, in: bounds,
            at: openUniform(run: run, input: input, draw: draw))
    }
}
