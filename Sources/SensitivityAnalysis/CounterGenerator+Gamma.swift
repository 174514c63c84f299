import Glibc

extension CounterGenerator {
    /// A gamma number with the given shape (> 0) and scale 1.
    ///
    /// With d = shape - 1/3, c = 1/sqrt(9 d): v = (1 + c x)^3 for normal x is taken when
    /// log u < x^2/2 + d - d v + d log v, and d v is the draw; a shape below 1 uses shape + 1 and the factor
    /// u^(1/shape). Tries take blocks of their own, so the draw remains a function of its address.
    /// Does not hold: monotone in one uniform number, so there is no mapping from Sobol' points. For tiny shapes the
    /// result may be zero by underflow; `dirichlet` works with logarithms.
    /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000), 363-372.
    public func gamma(shape: Double, run: Int, input: Int, draw: Int = 0) -> Double {
        exp(logGamma(shape: shape, run: run, input: input, draw: draw))
    }

    /// Shares that sum to 1, Dirichlet distributed with the given concentrations (> 0).
    ///
    /// Component i is a gamma number at draw `draw` + i, divided by the sum. Expectation of share i: a_i / sum a.
    public func dirichlet(_ concentrations: [Double], run: Int, input: Int, draw: Int = 0) -> [Double] {
        let logarithms = concentrations.indices.map { index in
            logGamma(shape: concentrations[index], run: run, input: input, draw: draw + index)
        }
        let greatest = logarithms.max() ?? 0
        let relative = logarithms.map { exp($0 - greatest) }
        let sum = relative.reduce(0, +)
        return relative.map { $0 / sum }
    }

    private func logGamma(shape: Double, run: Int, input: Int, draw: Int) -> Double {
        precondition(shape > 0 && shape.isFinite, "the shape of a gamma distribution is positive")
        let lifted = shape < 1 ? shape + 1 : shape
        let d = lifted - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        var attempt: UInt32 = 1
        while true {
            let words = block(run, input, draw, attempt: attempt)
            attempt &+= 1
            let x = NormalDistribution.quantile(words.openUniform)
            let root = 1 + c * x
            guard root > 0 else { continue }
            let logV = 3 * log(root)
            guard log(words.secondOpenUniform) < x * x / 2 + d - d * root * root * root + d * logV else { continue }
            let boost = shape < 1 ? log(openUniform(run: run, input: input, draw: draw)) / shape : 0
            return log(d) + logV + boost
        }
    }
}
