/// How the first-order index S_i = V(E(y | x_i))/V is estimated from A, B and AB_i over n complete rows.
///
/// With m and V the mean and variance (divisor 2N - 1) of the outputs of A and B together. None is clipped: an estimate
/// below 0 or above 1 shows the noise.
public enum FirstOrderEstimator: String, Hashable, Sendable, CaseIterable {
    /// mean((y_B - m)(y_ABi - y_A))/V: the default. Unmoved by a constant added to y.
    case centredPooled
    /// mean(y_B (y_ABi - y_A))/V, as COINr: noise grows with the square of the mean of y. For comparison only.
    /// Source: Saltelli et al. (2010), table 2 (b); COINr 1.1.14, `SA_estimate`.
    case uncentred
    /// 1 - mean((y_B - y_ABi)^2)/(2 V): good for large indices, noisy for small ones with few rows.
    /// Source: Jansen, Computer Physics Communications 117 (1999); Saltelli et al. (2010), table 2 (c).
    case jansen
}

/// How the total index ST_i = 1 - V(E(y | all but x_i))/V is estimated.
public enum TotalOrderEstimator: String, Hashable, Sendable, CaseIterable {
    /// mean((y_A - y_ABi)^2)/(2 V): the default; never negative, 0 exactly for an input without effect.
    /// Source: Jansen (1999); Saltelli et al. (2010), table 2 (f).
    case jansen
    /// mean((y_A - m)(y_A - y_ABi))/V: Sobol' 2007, centred by m so that a constant added to y changes nothing.
    /// Source: Sobol' (2007); Saltelli et al. (2010), table 2 (e).
    case sobol
}

extension FirstOrderEstimator {
    /// The term of one row: a, b and ab its outputs, m the pooled mean.
    func term(_ a: Double, _ b: Double, _ ab: Double, _ m: Double) -> Double {
        switch self {
        case .centredPooled: (b - m) * (ab - a)
        case .uncentred: b * (ab - a)
        case .jansen: (b - ab) * (b - ab)
        }
    }

    /// The index from the mean term and the variance.
    func index(_ meanTerm: Double, _ variance: Double) -> Double {
        switch self {
        case .centredPooled, .uncentred: meanTerm / variance
        case .jansen: 1 - meanTerm / (2 * variance)
        }
    }
}

extension TotalOrderEstimator {
    func term(_ a: Double, _ ab: Double, _ m: Double) -> Double {
        switch self {
        case .jansen: (a - ab) * (a - ab)
        case .sobol: (a - m) * (a - ab)
        }
    }

    func index(_ meanTerm: Double, _ variance: Double) -> Double {
        switch self {
        case .jansen: meanTerm / (2 * variance)
        case .sobol: meanTerm / variance
        }
    }
}
